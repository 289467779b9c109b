"""What there is to say about a call: facts, no words yet."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hall.plan import DaySpan
from hall.why.figures import Figure
from wire.events import TicketCalled
from wire.terms import CallReason, GreenMode, Priority


class Reason(StrEnum):
    """Why a ticket that was ready earlier was not called instead."""

    PINNED_FIRST = "pinned_first"
    NO_PRIORITY = "no_priority"
    NOT_SHORT = "not_short"
    SMALLER_FIGURE = "smaller_figure"
    SAME_FIGURE = "same_figure"
    CHOSEN_BY_HAND = "chosen_by_hand"
    NOT_SERVED = "not_served"
    NOT_BY_CLERK = "not_by_clerk"
    PINNED_ELSEWHERE = "pinned_elsewhere"


@dataclass(frozen=True)
class Booking:
    """The appointment a ticket is for; moments."""

    slot: int
    checked_in: int


@dataclass(frozen=True)
class Waiting:
    """A ticket that waited at the moment of a call."""

    number: str
    ready: int
    booking: Booking | None
    figure: Figure


@dataclass(frozen=True)
class PassedOver:
    """One who was ready earlier and was not called."""

    ticket: Waiting
    why: Reason
    needs: tuple[str, ...] = ()
    """Those that are why."""
    by: str = ""
    """The counter it waited for, or the clerk who does not serve those needs."""


@dataclass(frozen=True)
class Switch:
    """When a green window was last switched: by the count, by its hours or by hand."""

    at: int
    waiting: int
    """How many short tickets waited then."""
    enter_above: int
    """The threshold of then; the hall file may have changed since."""


@dataclass(frozen=True)
class WindowThen:
    """A green window that names the counter, as it was at the call."""

    id: str
    enter_above: int
    leave_below: int
    hours: tuple[DaySpan, ...] | None
    """Its `when`."""
    in_hours: bool
    mode: GreenMode
    engaged: bool
    waiting: int
    switch: Switch | None
    """None for one that was never switched, or before the watch began."""


@dataclass(frozen=True)
class ClerkThen:
    """A clerk whose skills narrow what the counter serves."""

    id: str
    serves: tuple[str, ...]
    """What is left, in the order of the hall file."""


@dataclass(frozen=True)
class Instead:
    """What the order would have called."""

    ticket: Waiting
    reason: CallReason
    rule: str | None


@dataclass(frozen=True)
class Explanation:
    """One call, explained."""

    call: TicketCalled
    ticket: Waiting
    priority: Priority
    pinned: str | None
    """The counter it waited for."""
    not_here: tuple[str, ...]
    """Its needs, if none of them was served at the counter: only by hand or pinned can it be called then."""
    nobody_due: bool
    """Whether none that the counter could call was ready yet."""
    passed_over: tuple[PassedOver, ...]
    """Those ready earlier, ready longest first."""
    runner_up: Waiting | None
    """With `order`: the one with the next largest figure."""
    instead: Instead | None
    """With `manual`: what the order would have called."""
    max_wait: Decimal | None
    """Minutes."""
    priority_counter: bool
    clerk: ClerkThen | None
    windows: tuple[WindowThen, ...]
    weighed: bool
    """Whether weights or head starts of the hall file can change first come, first served."""
    priority_head_start: Decimal
    """Minutes."""

    @property
    def early(self) -> bool:
        """Whether it was called before it was ready, as only an appointment can be."""
        return self.ticket.ready > self.call.at

    @property
    def by_waiting(self) -> bool:
        """Whether it was called because it was ready longest of a kind."""
        plain = self.call.reason is CallReason.ORDER and not self.weighed
        return plain or self.call.reason in (CallReason.PRIORITY, CallReason.GREEN)
