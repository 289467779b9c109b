"""What the flow wants done; the app does it, in this order, off the screen's thread."""

from dataclasses import dataclass

from kiosk.flow.state import Pending
from wire.commands import AskHelp, CheckIn, IssueTicket
from wire.replies import Reply
from wire.terms import PrintResult


@dataclass(frozen=True)
class Keep:
    """Write this to disk: it must be there before what follows is done."""

    pending: Pending


@dataclass(frozen=True)
class Forget:
    """The resident is done: nothing of it stays on disk."""


@dataclass(frozen=True)
class Ask:
    """Send this very command, again and again, for a while."""

    command: IssueTicket | CheckIn


@dataclass(frozen=True)
class Print:
    """A slip for the ticket of this reply; `reprint` puts that word on it."""

    reply: Reply
    reprint: bool


@dataclass(frozen=True)
class PrintSheet:
    """The sheet of this reply, for a resident at a counter."""

    reply: Reply


@dataclass(frozen=True)
class PrintChecklist:
    """What to bring for these services, without a ticket; `ChecklistCame` tells what became of it."""

    services: tuple[str, ...]
    language: str


@dataclass(frozen=True)
class Report:
    """Tell the dispatcher what became of the paper."""

    ticket: str
    result: PrintResult
    detail: str


@dataclass(frozen=True)
class CallStaff:
    """A resident wants somebody to come: send it once, and tell soon whether it was heard."""

    command: AskHelp


Effect = CallStaff | Keep | Forget | Ask | Print | PrintChecklist | PrintSheet | Report
