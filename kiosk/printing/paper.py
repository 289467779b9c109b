"""What stands on the papers. Facts only: in which words and order is ticket's and sheets', how it looks drawn's."""

from dataclasses import dataclass, field

from hw.printer import Raster
from wire.base import Texts
from wire.terms import TicketPart

TICKET_PARTS = tuple(part.value for part in TicketPart)
"""All parts a ticket can have, in the usual order."""


@dataclass(frozen=True)
class Design:
    """What the hall has made its own: the hall file's `[paper]`."""

    logo: Raster | None = None
    greeting: Texts = field(default_factory=dict)
    footer: Texts = field(default_factory=dict)
    ticket: tuple[str, ...] = TICKET_PARTS


@dataclass(frozen=True, kw_only=True)
class _Paper:
    """Texts are by language, as in the catalog; one that lacks a language is shown in the one it has."""

    hall: Texts
    language: str = "zh"
    second: str | None = "en"
    """A second language below the first, smaller; None: none."""
    design: Design = Design()


@dataclass(frozen=True, kw_only=True)
class TicketPaper(_Paper):
    """One slip."""

    number: str
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


@dataclass(frozen=True)
class Errand:
    """A service and the texts of it that a paper is for, in the hall file's order."""

    name: Texts
    texts: tuple[Texts, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ChecklistPaper(_Paper):
    """What to bring for one or more services: for who only asks, without a ticket."""

    errands: tuple[Errand, ...]
    printed_at: str
    """Date and time as people read it, in the hall's own time."""


@dataclass(frozen=True, kw_only=True)
class FollowUpPaper(_Paper):
    """What comes next (明白纸), handed out at a counter when an errand is done."""

    errands: tuple[Errand, ...]
    counter: str
    printed_at: str
    clerk: Texts = field(default_factory=dict)
    phone: str | None = None


@dataclass(frozen=True, kw_only=True)
class ContactPaper(_Paper):
    """Who received the resident, and stays responsible."""

    clerk: Texts
    counter: str
    printed_at: str
    phone: str | None = None
    services: tuple[Texts, ...] = ()


Paper = TicketPaper | ChecklistPaper | FollowUpPaper | ContactPaper
"""All that a kiosk prints."""
