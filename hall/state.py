"""What a hall is at one moment. Made by `new_state` or `restore`, changed by `apply` alone; everybody may read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from heapq import merge

from hall.calendar import FOREVER
from hall.plan import Plan
from hall.queues import Queues
from hall.rules import Rules
from hall.ticket import Appointment, Counter, Ticket
from wire.terms import CounterState, GreenMode


@dataclass(slots=True)
class Green:
    """A green window: its mode, whether it is engaged, and its short tickets waiting and not pinned."""

    id: str
    mode: GreenMode = GreenMode.AUTO
    engaged: bool = False
    waiting: int = 0


class State:
    """A hall at one moment; it knows its plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.rules = Rules(plan)
        self.seq = 0
        self.clock: int | None = None
        """The moment of the last event: what time alone brings is looked for from here."""
        self.day: date | None = None
        """The hall day; None before anything happened."""
        self.is_open = False
        self.tickets: dict[str, Ticket] = {}
        """Today's by number, in the order of issue."""
        self.counters = {c.id: Counter(c.id, c.priority) for c in plan.counters}
        self.greens = tuple(Green(w.id) for w in plan.green_windows)
        self.appointments: dict[str, Appointment] = {}
        self.numbers: dict[str, int] = {}
        """The last number given out, by prefix."""
        self.taken: dict[str, dict[str, int]] = {}
        """Numbers that days to come have given already, while the clock was ahead: by hall day and prefix."""
        self.issued: dict[str, int] = {}
        """Today's tickets by service they were issued for."""
        self.issue_count = 0
        self.handled_today = 0
        self.queues = Queues()
        self.waiting_for: dict[str, int] = {}

    def green(self, rule: str) -> Green:
        """The green window of that id. Raises KeyError."""
        for green in self.greens:
            if green.id == rule:
                return green
        raise KeyError(rule)

    def waiting_of(self, service: str) -> int:
        """How many tickets wait, pinned or not, with that need left."""
        return self.waiting_for.get(service, 0)

    def is_full(self, service: str) -> bool:
        """Whether today's tickets for it are all given out."""
        limit = self.rules.limits.get(service)
        return limit is not None and self.issued.get(service, 0) >= limit

    @property
    def waiting_count(self) -> int:
        """How many tickets wait in the hall, pinned ones included."""
        return len(self.queues.waiting) + sum(len(c.pinned) for c in self.counters.values())

    def waiting_at(self, counter: str) -> Iterator[Ticket]:
        """The tickets pinned or eligible there, ready longest first; none at a closed counter."""
        place = self.counters[counter]
        if place.state is CounterState.CLOSED:
            return iter(())
        entries = merge(place.pinned, self.queues.in_order(place.served))
        return (self.tickets[number] for _, _, number in entries)

    def held_at(self, counter: str) -> list[Ticket]:
        """The tickets set aside at a counter, longest first."""
        return [self.tickets[number] for number in self.counters[counter].held]

    def missed_at(self, counter: str) -> list[Ticket]:
        """The no-shows last called to a counter, longest first."""
        return [self.tickets[number] for number in self.counters[counter].missed]

    def opens_or_closes_at(self, now: int) -> int | None:
        """When the hall next opens or closes; None if it never does."""
        change = self.rules.hours.next_change(now)
        return None if change == FOREVER else change


def new_state(plan: Plan) -> State:
    """A hall in which nothing has happened yet."""
    return State(plan)
