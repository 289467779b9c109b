"""What a ticket, a counter and a booking are while the hall runs. Only `apply` changes them."""

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from hall.rules import Kind, Served
from wire.terms import CallReason, CounterState, Priority, TicketState

Entry = tuple[int, int, str]
"""A place in a queue: the ready time, the order of issue, the number; smaller is earlier."""
ENDS = frozenset({TicketState.FINISHED, TicketState.CANCELLED, TicketState.EXPIRED})


@dataclass(slots=True)
class Ticket:
    """A resident's ticket of today."""

    number: str
    issue: int
    """The how-manieth ticket of the hall day it is."""
    services: tuple[str, ...]
    """What it was issued for."""
    needs: tuple[str, ...]
    """Those still left."""
    priority: Priority
    help: str | None
    language: str
    issued_at: int
    ready: int
    """The moment from which it waits."""
    device: str
    kind: Kind
    appointment: str | None = None
    state: TicketState = TicketState.WAITING
    counter: str | None = None
    """The counter it was last called to."""
    pinned: str | None = None
    """The counter it waits for."""
    calls: int = 0
    called_at: int | None = None
    ended_at: int | None = None
    """When it was called last and missed, was held, or came to its end."""
    reason: CallReason | None = None
    rule: str | None = None
    rated: bool = False

    @property
    def entry(self) -> Entry:
        """Its place in any queue."""
        return (self.ready, self.issue, self.number)

    @property
    def queued(self) -> bool:
        """Waiting and not pinned: what green windows count and any counter may call."""
        return self.state is TicketState.WAITING and self.pinned is None


@dataclass(slots=True)
class Counter:
    """A counter of the hall file."""

    id: str
    priority: bool
    state: CounterState = CounterState.CLOSED
    reason: str | None = None
    clerk: str | None = None
    current: str | None = None
    """The number of the ticket called or served here."""
    served: Served = None
    """What is served here with the clerk signed in; None is every service."""
    pinned: list[Entry] = field(default_factory=list)
    held: dict[str, None] = field(default_factory=dict)
    """Numbers set aside here, in that order."""
    missed: dict[str, None] = field(default_factory=dict)
    """Numbers last called here that did not come, in that order."""

    def here(self, needs: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the needs that `done` finishes here: what is served here, or else all."""
        return tuple(n for n in needs if self.served is None or n in self.served) or needs


@dataclass(slots=True)
class Appointment:
    """A booking."""

    id: str
    services: tuple[str, ...]
    slot: int
    priority: Priority
    language: str | None
    ticket: str | None = None
    """The number it got at check-in, today: at midnight numbers start again."""
    used: bool = False
    """Its ticket came to an end on an earlier day, and not by expiring."""


def put(queue: list[Entry], entry: Entry) -> None:
    """Into a queue, at its place."""
    insort(queue, entry)


def take(queue: list[Entry], entry: Entry) -> None:
    """Out of a queue it is in."""
    del queue[bisect_left(queue, entry)]
