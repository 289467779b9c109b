"""What a device may ask. One class a command; `COMMANDS` finds it by its `type`."""

from typing import Annotated, Any, ClassVar

from pydantic import Field, StrictBool, StrictInt, StrictStr, StringConstraints, model_validator

from wire.base import MAX_SEQ, Asked, CommandId, Detail, Id, Language, LongWords, ShortWords
from wire.instant import Instant
from wire.terms import GreenMode, PaperKind, Position, PrintResult, Priority, ShownPart

Pin = Annotated[StrictStr, StringConstraints(min_length=1, max_length=32)]
PhoneNumber = Annotated[StrictStr, StringConstraints(pattern=r"^[0-9]{4,11}\z")]
PhoneDigits = Annotated[StrictStr, StringConstraints(pattern=r"^[0-9]{4}\z")]
Needs = Annotated[tuple[Id, ...], Field(min_length=1, max_length=20)]
_TEN_SECONDS = 10_000
_TEN_MINUTES = 600_000


class Command(Asked):
    """A device's wish. `at` is the dispatcher's time as the device knows it."""

    type: ClassVar[str]
    life_ms: ClassVar[int] = _TEN_SECONDS
    """How old it may be on arrival, in milliseconds."""

    id: CommandId | None = Field(
        None, description="made by the device, once per press; only a replay may leave it out"
    )
    at: Instant


class CounterCommand(Command):
    """A command that names a counter: what a pad may send for its own."""

    counter: Id


class IssueTicket(Command):
    """A waiting ticket for these needs."""

    type: ClassVar[str] = "issue_ticket"
    life_ms: ClassVar[int] = _TEN_MINUTES
    services: Needs
    priority: Priority = Priority.NONE
    language: Language | None = Field(None, description="the hall's first language when left out")
    help: ShortWords | None = Field(
        None, description="`sign_language`, `wheelchair`, `interpreter`, or words"
    )


class BookAppointment(Command):
    """A booking for a slot."""

    type: ClassVar[str] = "book_appointment"
    appointment: CommandId
    services: Needs
    slot: Instant
    priority: Priority = Priority.NONE
    language: Language | None = None
    phone: PhoneNumber | None = Field(
        None,
        description="of its last four digits the dispatcher makes a note of its own until the day is over, for a "
        "check-in without the appointment's id; they are never journalled, nor told to anybody",
    )


class CheckIn(Command):
    """The resident of a booking is here: a waiting ticket; twice gives the same ticket."""

    type: ClassVar[str] = "check_in"
    appointment: CommandId | None = None
    phone_digits: PhoneDigits | None = Field(
        None, description="the phone's last four digits instead: the one booking of today that has them"
    )
    look: StrictBool | None = Field(
        None, description="only tell which booking it is, and whether it can be checked in; nothing happens"
    )

    @model_validator(mode="after")
    def _one_of_both(self) -> "CheckIn":
        if (self.appointment is None) == (self.phone_digits is None):
            raise ValueError("appointment: give either this or phone_digits")
        return self


class CancelTicket(Command):
    """A waiting, held or no-show ticket is gone."""

    type: ClassVar[str] = "cancel_ticket"
    ticket: Id


class OpenCounter(CounterCommand):
    """A closed counter begins to serve."""

    type: ClassVar[str] = "open_counter"
    clerk: Id | None = None
    pin: Pin | None = Field(None, description="checked and dropped by the dispatcher, never journalled")


class CloseCounter(CounterCommand):
    """A counter stops serving; the tickets pinned there wait for any counter."""

    type: ClassVar[str] = "close_counter"


class PauseCounter(CounterCommand):
    """An idle counter is away for a while."""

    type: ClassVar[str] = "pause_counter"
    reason: ShortWords | None = None


class ResumeCounter(CounterCommand):
    """A paused counter is back."""

    type: ClassVar[str] = "resume_counter"


class Next(CounterCommand):
    """Finishes the current ticket and calls by the order."""

    type: ClassVar[str] = "next"


class Call(CounterCommand):
    """Finishes the current ticket and calls this waiting one."""

    type: ClassVar[str] = "call"
    ticket: Id


class Recall(CounterCommand):
    """Announces the current ticket again."""

    type: ClassVar[str] = "recall"


class Start(CounterCommand):
    """The resident is at the counter."""

    type: ClassVar[str] = "start"


class Done(CounterCommand):
    """The needs served here are finished."""

    type: ClassVar[str] = "done"


class NoShow(CounterCommand):
    """Nobody came to the call."""

    type: ClassVar[str] = "no_show"


class Requeue(Command):
    """A no-show waits again."""

    type: ClassVar[str] = "requeue"
    ticket: Id
    position: Position = Position.BACK


class Transfer(CounterCommand):
    """The current ticket goes on to another service, or is pinned to a counter."""

    type: ClassVar[str] = "transfer"
    to_service: Id | None = None
    to_counter: Id | None = None
    position: Position = Field(
        Position.KEEP, description="of a transfer to a service; a pinned ticket is ready now"
    )

    @model_validator(mode="after")
    def _one_goal(self) -> "Transfer":
        if (self.to_service is None) == (self.to_counter is None):
            raise ValueError("to_service: give either this or to_counter")
        return self


class Hold(CounterCommand):
    """The current ticket is set aside at this counter."""

    type: ClassVar[str] = "hold"


class Resume(Command):
    """A held ticket waits again, pinned to its counter."""

    type: ClassVar[str] = "resume"
    ticket: Id


class Rate(Command):
    """The resident's opinion of a ticket finished today; once."""

    type: ClassVar[str] = "rate"
    life_ms: ClassVar[int] = _TEN_MINUTES
    ticket: Id
    score: Annotated[StrictInt, Field(ge=1, le=5)]
    reason: LongWords | None = None


class SetGreen(Command):
    """Switches a green window on, off, or back to counting."""

    type: ClassVar[str] = "set_green"
    rule: Id
    mode: GreenMode


class ReportPrint(Command):
    """What became of a ticket's paper."""

    type: ClassVar[str] = "report_print"
    life_ms: ClassVar[int] = _TEN_MINUTES
    ticket: Id
    result: PrintResult
    detail: Detail | None = None


class ReportShown(Command):
    """That call has been shown or spoken here."""

    type: ClassVar[str] = "report_shown"
    seq: Annotated[StrictInt, Field(ge=1, le=MAX_SEQ)]
    part: ShownPart


class Reprint(Command):
    """A ticket's paper again, marked as such."""

    type: ClassVar[str] = "reprint"
    ticket: Id
    kiosk: Id | None = Field(None, description="where; the kiosk that issued it when left out")


class PrintPaper(CounterCommand):
    """A sheet for the resident at this counter, at a kiosk: what comes next, whom to ask, or what to bring."""

    type: ClassVar[str] = "print_paper"
    paper: PaperKind
    services: Needs | None = Field(
        None,
        description="for which errands; those of the ticket that is at the counter, or was last, when left out",
    )
    kiosk: Id | None = Field(
        None, description="where; one in the counter's zone that can print, else any, when left out"
    )


class AskHelp(Command):
    """A resident at this device calls for staff."""

    type: ClassVar[str] = "ask_help"


class Announce(Command):
    """Words for the loudspeaker and the screens."""

    type: ClassVar[str] = "announce"
    text: LongWords
    zone: Id | None = None


class Sync(Command):
    """The dispatcher publishes the whole state again, at most once a second."""

    type: ClassVar[str] = "sync"


COMMANDS: dict[str, type[Command]] = {
    c.type: c
    for c in (
        IssueTicket, BookAppointment, CheckIn, CancelTicket,
        OpenCounter, CloseCounter, PauseCounter, ResumeCounter,
        Next, Call, Recall, Start, Done, NoShow, Requeue, Transfer, Hold, Resume,
        Rate, SetGreen, ReportPrint, ReportShown, Reprint, PrintPaper, AskHelp, Announce, Sync,
    )
}  # fmt: skip

TIMES = ("at", "slot")
"""Command fields that are moments: a text on the wire, never a number."""


def command_fields(command: Command) -> dict[str, Any]:
    """The command as it is sent: `id`, `at`, `type`, then its own fields; what was left out stays out."""
    fields: dict[str, Any] = command.model_dump(mode="json", exclude_none=True)
    head: dict[str, Any] = {name: fields.pop(name) for name in ("id", "at") if name in fields}
    return {**head, "type": command.type, **fields}
