"""All that can happen to the kiosk: touches, the hall's words, the printer's, and time."""

from dataclasses import dataclass

from kiosk.flow.search import Index
from kiosk.flow.state import Pending
from wire.replies import Reply
from wire.states import Catalog, HallState
from wire.terms import PrintResult


@dataclass(frozen=True)
class Touch:
    """A finger on a control: `what` is one of `TOUCHES`, `which` the thing chosen where there is a choice."""

    what: str
    which: str = ""


@dataclass(frozen=True)
class Tick:
    """Time has passed; due when the flow's deadline is."""


@dataclass(frozen=True)
class CatalogCame:
    catalog: Catalog


@dataclass(frozen=True)
class IndexCame:
    """That catalog's services can be searched."""

    version: str
    index: Index


@dataclass(frozen=True)
class HallCame:
    hall: HallState


@dataclass(frozen=True)
class OnlineChanged:
    online: bool


@dataclass(frozen=True)
class AlarmsChanged:
    """What is wrong though the hall is there: nothing can be saved; another machine goes by this kiosk's name; the
    hall's times are off, since its clock had been ahead; the hall file doesn't name this kiosk."""

    not_saving: bool
    twice: bool
    times_off: bool = False
    unlisted: bool = False


@dataclass(frozen=True)
class Answered:
    """The dispatcher's answer to the command with this id."""

    command: str
    reply: Reply


@dataclass(frozen=True)
class Unanswered:
    """Nobody answered the command for as long as it was asked."""

    command: str


@dataclass(frozen=True)
class HelpAnswered:
    """The dispatcher's answer to the call for staff with this id; None: it gave none."""

    command: str
    reply: Reply | None


@dataclass(frozen=True)
class ReprintAsked:
    """Staff want a ticket's paper again at this kiosk."""

    reply: Reply


@dataclass(frozen=True)
class SheetAsked:
    """A counter wants a sheet printed here; no screen changes for it."""

    reply: Reply


@dataclass(frozen=True)
class PaperCame:
    """What became of the paper of this ticket."""

    ticket: str
    result: PrintResult
    detail: str = ""


@dataclass(frozen=True)
class ChecklistCame:
    """What became of the checklist that was asked for on this screen."""

    result: PrintResult
    detail: str = ""


@dataclass(frozen=True)
class PrinterChanged:
    """Whether the printer is known to be unable to print."""

    stopped: bool


@dataclass(frozen=True)
class ReadingChanged:
    """Whether the kiosk can read aloud: the fault's code, '' for yes, `none` where it has no voice at all."""

    fault: str


@dataclass(frozen=True)
class Restarted:
    """The kiosk came up again and found what it had been doing."""

    pending: Pending


Input = (
    Touch
    | Tick
    | CatalogCame
    | IndexCame
    | HallCame
    | OnlineChanged
    | AlarmsChanged
    | Answered
    | Unanswered
    | HelpAnswered
    | ReprintAsked
    | SheetAsked
    | PaperCame
    | ChecklistCame
    | PrinterChanged
    | ReadingChanged
    | Restarted
)
