"""What happened. One class an event; published once on `event/<type>`, kept in the journal for ever.

Two things are in the journal and never on the wire: fields marked `PRIVATE` (a resident's priority class and
need for help), and the notes at the end of this file, which the rules need to come to the same state again.
"""

from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import Field
from pydantic_core import from_json

from wire.base import (
    PRIVATE,
    CommandId,
    Frozen,
    Id,
    Language,
    LongText,
    Prefix,
    Private,
    ShortText,
    Whole,
    dump,
    key_order,
)
from wire.instant import Instant
from wire.terms import CallReason, GreenMode, Position, PrintResult, Priority

FIRST_KEYS = (
    "seq",
    "at",
    "epoch",
    "command",
    "type",
    "ticket",
    "counter",
    "services",
    "reason",
    "rule",
    "call",
    "waited_s",
)


class Event(Frozen):
    """Something that happened in a hall. `seq` rises by one per published event, for ever."""

    type: ClassVar[str]
    public: ClassVar[bool] = True

    seq: Whole
    at: Instant
    epoch: Whole = 0
    command: CommandId | None = Field(None, description="the command that caused it, if one did")


class TicketEvent(Event):
    """An event about one ticket."""

    ticket: Id


class CounterEvent(Event):
    """An event about one counter."""

    counter: Id


class TicketIssued(TicketEvent):
    """A resident has a number and waits."""

    type: ClassVar[str] = "ticket_issued"
    services: tuple[Id, ...]
    language: Language
    priority: Annotated[Priority, PRIVATE] = Priority.NONE
    help: Annotated[ShortText | None, PRIVATE] = None
    ready: Annotated[Instant, PRIVATE] = Field(0, description="the moment from which it waits")
    device: Annotated[str, PRIVATE] = Field("", description="the device that asked")
    appointment: Annotated[CommandId | None, PRIVATE] = None


class TicketCalled(TicketEvent):
    """A ticket is called to a counter; `waited_s` are whole seconds since its issue."""

    type: ClassVar[str] = "ticket_called"
    counter: Id
    services: tuple[Id, ...]
    reason: CallReason
    rule: Id | None = Field(None, description="the green window, with reason `green`")
    call: Whole = 1
    waited_s: Whole


class TicketRecalled(TicketEvent):
    """The current ticket is announced again; `call` counts 2, 3, …"""

    type: ClassVar[str] = "ticket_recalled"
    counter: Id
    call: Whole


class ServiceStarted(TicketEvent):
    """The resident is at the counter."""

    type: ClassVar[str] = "service_started"
    counter: Id


class ServiceFinished(TicketEvent):
    """These needs are finished; with others left the ticket waits again."""

    type: ClassVar[str] = "service_finished"
    counter: Id
    services: tuple[Id, ...]


class TicketNoShow(TicketEvent):
    """Nobody came to the call."""

    type: ClassVar[str] = "ticket_no_show"
    counter: Id


class TicketRequeued(TicketEvent):
    """A no-show waits again."""

    type: ClassVar[str] = "ticket_requeued"
    position: Position


class TicketTransferred(TicketEvent):
    """A ticket waits for another service, or pinned to a counter. `services` are all needs left."""

    type: ClassVar[str] = "ticket_transferred"
    counter: Id
    services: tuple[Id, ...]
    to_service: Id | None = None
    to_counter: Id | None = None
    position: Position | None = None


class TicketHeld(TicketEvent):
    """A ticket is set aside at a counter."""

    type: ClassVar[str] = "ticket_held"
    counter: Id


class TicketResumed(TicketEvent):
    """A held ticket waits again: pinned to `counter`, or to none if that one is closed."""

    type: ClassVar[str] = "ticket_resumed"
    counter: Id | None = None


class TicketCancelled(TicketEvent):
    """A ticket is gone by wish."""

    type: ClassVar[str] = "ticket_cancelled"


class TicketExpired(TicketEvent):
    """A ticket's hall day ended before it did."""

    type: ClassVar[str] = "ticket_expired"


class TicketPrinted(TicketEvent):
    """A ticket's paper came out."""

    type: ClassVar[str] = "ticket_printed"
    device: Id


class PrintFailed(TicketEvent):
    """A ticket's paper did not come out, or nobody can say (`unconfirmed`)."""

    type: ClassVar[str] = "print_failed"
    device: Id
    result: PrintResult
    detail: ShortText | None = None


class AppointmentBooked(Event):
    """A booking was made."""

    type: ClassVar[str] = "appointment_booked"
    services: tuple[Id, ...]
    appointment: CommandId
    slot: Instant
    priority: Annotated[Priority, PRIVATE] = Priority.NONE
    language: Annotated[Language | None, PRIVATE] = None


class CounterOpened(CounterEvent):
    """A counter began to serve."""

    type: ClassVar[str] = "counter_opened"
    clerk: Id | None = None


class CounterClosed(CounterEvent):
    """A counter stopped serving."""

    type: ClassVar[str] = "counter_closed"


class CounterPaused(CounterEvent):
    """A counter is away for a while."""

    type: ClassVar[str] = "counter_paused"
    reason: ShortText | None = None


class CounterResumed(CounterEvent):
    """A counter is back."""

    type: ClassVar[str] = "counter_resumed"


class GreenEntered(Event):
    """A green window became engaged; `waiting` is the count that did it."""

    type: ClassVar[str] = "green_entered"
    rule: Id
    waiting: Whole


class GreenLeft(Event):
    """A green window is no longer engaged; `waiting` is the count that did it."""

    type: ClassVar[str] = "green_left"
    rule: Id
    waiting: Whole


class Rated(TicketEvent):
    """A resident gave an opinion."""

    type: ClassVar[str] = "rated"
    score: Whole
    reason: Annotated[LongText | None, PRIVATE] = None


class HallOpened(Event):
    """The hall's opening hours began."""

    type: ClassVar[str] = "hall_opened"


class HallClosed(Event):
    """The hall's opening hours ended."""

    type: ClassVar[str] = "hall_closed"


class Note(Event):
    """Journalled beside the events, never published: its `seq` is that of the last event before it."""

    public: ClassVar[bool] = False


class GreenModeSet(Note):
    """A green window's mode, as `set_green` left it."""

    type: ClassVar[str] = "green_mode_set"
    rule: Id
    mode: GreenMode


class DayBegan(Note):
    """The first moment of a hall day that anything happened on: numbers start again."""

    type: ClassVar[str] = "day_began"
    day: ShortText


class HallFileTaken(Note):
    """From here on the hall goes by another hall file. Dated as the event before it: it is none that time brings."""

    type: ClassVar[str] = "hall_file_taken"
    version: ShortText = Field(description="of the hall file, as the catalog has it")


class HallRestored(Note):
    """The hall goes on from a backup. Its `seq` lies past any that was told since, and so do the numbers given."""

    type: ClassVar[str] = "hall_restored"
    backup_at: Instant = Field(description="what happened after it is not known")
    numbers: dict[Prefix, Whole] = Field(
        default_factory=dict, description="the last number of each prefix that may be on paper"
    )


class ClockSetRight(Note):
    """The clock had been ahead, and the hall with it. It goes on from here, the only event dated before another."""

    type: ClassVar[str] = "clock_set_right"
    day: ShortText = Field(description="the hall day that begins with it, by the clock that is right")
    taken: dict[ShortText, dict[Prefix, Whole]] = Field(
        default_factory=dict, description="of that day and later ones: the last number given out, by prefix"
    )


EVENTS: dict[str, type[Event]] = {
    e.type: e
    for e in (
        TicketIssued, TicketCalled, TicketRecalled, ServiceStarted, ServiceFinished, TicketNoShow,
        TicketRequeued, TicketTransferred, TicketHeld, TicketResumed, TicketCancelled, TicketExpired,
        TicketPrinted, PrintFailed, AppointmentBooked, CounterOpened, CounterClosed, CounterPaused,
        CounterResumed, GreenEntered, GreenLeft, Rated, HallOpened, HallClosed,
    )
}  # fmt: skip
NOTES: dict[str, type[Event]] = {
    n.type: n for n in (GreenModeSet, DayBegan, HallFileTaken, HallRestored, ClockSetRight)
}


def is_private(event: type[Event], field: str) -> bool:
    """Whether that field stays in the journal."""
    return any(isinstance(mark, Private) for mark in event.model_fields[field].metadata)


@cache
def _order(event: type[Event], private: bool) -> tuple[str, ...]:
    names = [n for n in event.model_fields if private or not is_private(event, n)]
    return key_order([*names, "type"], FIRST_KEYS)


def public_order(event: type[Event]) -> tuple[str, ...]:
    """The published fields of a type of event, in the order in which they are written."""
    return _order(event, False)


def _ordered(event: Event, private: bool) -> dict[str, Any]:
    fields = event.model_dump(mode="json", exclude_none=True)
    fields["type"] = event.type
    return {name: fields[name] for name in _order(type(event), private) if name in fields}


def public_json(event: Event) -> str:
    """An event as it is published and as a replay prints it."""
    return dump(_ordered(event, private=False))


def journal_json(event: Event) -> str:
    """An event as the journal keeps it: whole."""
    return dump(_ordered(event, private=True))


def event_from_json(text: str | bytes) -> Event:
    """An event of the journal, or of the wire without its private fields. Raises ValueError."""
    fields = from_json(text)
    kind = fields.pop("type", None)
    model = EVENTS.get(kind) or NOTES.get(kind)
    if model is None:
        raise ValueError(f"there is no event {kind!r}")
    return model.model_validate(fields)
