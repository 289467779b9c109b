"""What stands on the papers. Facts only: how each looks is its own module's."""

from dataclasses import dataclass

from wire.base import Texts


@dataclass(frozen=True)
class TicketPaper:
    """One slip. Texts are by language, as in the catalog; one that lacks a language is shown in the one it has."""

    number: str
    hall: Texts
    services: tuple[Texts, ...]
    """Names of the needs, in order."""
    issued_at: str
    """Date and time as people read it, in the hall's own time: "2026-11-21 09:02"."""
    ahead: int | None = None
    """How many are expected to be called before; None: not said."""
    wait_s: tuple[int, int] | None = None
    """Expected wait in seconds, low and high; None: not said."""
    qr_url: str | None = None
    """Address of the resident's place on the phone page."""
    checklist: tuple[Texts, ...] = ()
    """What to bring."""
    priority: bool = False
    reprint: bool = False
    language: str = "zh"
    second: str | None = "en"
    """A second language below the first, smaller; None: none."""


@dataclass(frozen=True)
class Errand:
    """A service and the texts of it that a paper is for, in the hall file's order."""

    name: Texts
    texts: tuple[Texts, ...] = ()


@dataclass(frozen=True)
class ChecklistPaper:
    """What to bring for one or more services: for who only asks, without a ticket."""

    hall: Texts
    errands: tuple[Errand, ...]
    printed_at: str
    """Date and time as people read it, in the hall's own time."""
    language: str = "zh"
    second: str | None = "en"


Paper = TicketPaper | ChecklistPaper
"""All that a kiosk prints."""
