"""One resident of a morning, and the oddities that can befall them."""

from dataclasses import dataclass

from wire.terms import Priority


@dataclass(frozen=True, slots=True)
class TransferToService:
    """At the counter it turns out to be another service's business."""

    service: str


@dataclass(frozen=True, slots=True)
class TransferToCounter:
    """The clerk sends the resident on to one certain counter."""

    counter: str


@dataclass(frozen=True, slots=True)
class Hold:
    """The clerk sets the ticket aside, for forms to be filled in, and resumes it so many minutes later."""

    minutes: float


@dataclass(frozen=True, slots=True)
class NoShow:
    """Not there when called; asks to wait again so many minutes later, or never (None)."""

    returns_after_minutes: float | None = None


Oddity = TransferToService | TransferToCounter | Hold | NoShow


@dataclass(frozen=True, slots=True)
class Need:
    """A service, and the minutes it takes at the counter."""

    service: str
    minutes: float


@dataclass(frozen=True, slots=True)
class Arrival:
    """One resident."""

    seconds: int
    """Since midnight, by the hall's clock."""
    needs: tuple[Need, ...]
    priority: Priority = Priority.NONE
    language: str | None = None
    """None is the hall's first language."""
    event: Oddity | None = None
    line: int = 0
    """Where the file says so."""
