"""Why a ticket was called: the rule, the count behind it, who was passed over and why, the rules then in force.

A `Watcher` goes along with the events of a replay or of a journal and explains every call from the state it met.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from hall.effects import apply
from hall.order import Choice, choose, index
from hall.plan import Plan
from hall.state import State
from hall.ticket import Counter, Ticket
from wire.events import Event, GreenEntered, GreenLeft, TicketCalled
from wire.terms import CallReason, GreenMode, TicketState


class Reason(StrEnum):
    """Why a ticket that was ready earlier was not called instead."""

    PINNED_FIRST = "pinned_first"
    NO_PRIORITY = "no_priority"
    NOT_SHORT = "not_short"
    SMALLER_INDEX = "smaller_index"
    CHOSEN_BY_HAND = "chosen_by_hand"
    NOT_SERVED = "not_served"
    PINNED_ELSEWHERE = "pinned_elsewhere"


@dataclass(frozen=True)
class PassedOver:
    """A ticket that was ready earlier. `index` is in minutes times weight, where rule 5 decided."""

    number: str
    ready: int
    why: Reason
    index: Fraction | None = None


@dataclass(frozen=True)
class WindowThen:
    """A green window that names the counter, as it was at the call."""

    id: str
    enter_above: int
    leave_below: int
    mode: GreenMode
    engaged: bool
    waiting: int
    since: int | None
    """When it became engaged."""
    count: int | None
    """How many short tickets waited then."""


@dataclass(frozen=True)
class Explanation:
    """One call, explained."""

    call: TicketCalled
    ready: int
    index: Fraction
    passed_over: tuple[PassedOver, ...]
    """Those ready earlier, ready longest first."""
    instead: Choice | None
    """With `manual`: what the order would have called."""
    max_wait: int | None
    """Milliseconds."""
    priority_counter: bool
    windows: tuple[WindowThen, ...]
    weighed: bool
    """Whether weights or head starts of the hall file change the plain order."""

    @property
    def window(self) -> WindowThen | None:
        """The green window that called, with reason `green`."""
        return next((w for w in self.windows if w.id == self.call.rule), None)


def _weighed(plan: Plan) -> bool:
    uneven = len({(s.weight, s.head_start_minutes) for s in plan.services}) > 1
    return uneven or plan.queue.priority_head_start_minutes != 0


class Watcher:
    """Takes a state from event to event."""

    def __init__(self, state: State) -> None:
        self.state = state
        self._entered: dict[str, GreenEntered] = {}

    def see(self, event: Event) -> Explanation | None:
        """The state after the event; of a call also why it was."""
        explanation = self._explain(event) if isinstance(event, TicketCalled) else None
        if isinstance(event, GreenEntered):
            self._entered[event.rule] = event
        elif isinstance(event, GreenLeft):
            self._entered.pop(event.rule, None)
        apply(self.state, event)
        return explanation

    def _explain(self, event: TicketCalled) -> Explanation:
        state = self.state
        ticket, counter = state.tickets[event.ticket], state.counters[event.counter]
        engaged = [green.engaged for green in state.greens]
        manual = event.reason is CallReason.MANUAL
        return Explanation(
            event,
            ticket.ready,
            self._index(ticket, event.at),
            tuple(self._passed_over(ticket, counter, event)),
            choose(state, counter, event.at, engaged) if manual else None,
            state.rules.max_wait,
            counter.priority,
            tuple(self._window(window) for window in state.rules.windows_at[counter.id]),
            _weighed(state.plan),
        )

    def _passed_over(self, called: Ticket, counter: Counter, event: TicketCalled) -> list[PassedOver]:
        waiting = [t for t in self.state.tickets.values() if t.state is TicketState.WAITING]
        earlier = sorted((t for t in waiting if t.entry < called.entry), key=lambda t: t.entry)
        return [self._one(ticket, counter, event) for ticket in earlier]

    def _one(self, ticket: Ticket, counter: Counter, event: TicketCalled) -> PassedOver:
        why = _why_not(ticket, counter, event)
        shown = self._index(ticket, event.at) if why is Reason.SMALLER_INDEX else None
        return PassedOver(ticket.number, ticket.ready, why, shown)

    def _index(self, ticket: Ticket, now: int) -> Fraction:
        return Fraction(index(ticket.kind, ticket.ready, now), self.state.rules.unit * 60_000)

    def _window(self, window: int) -> WindowThen:
        rule, green = self.state.rules.windows[window], self.state.greens[window]
        entered = self._entered.get(rule.id)
        return WindowThen(
            rule.id, rule.enter_above, rule.leave_below, green.mode, green.engaged, green.waiting,
            None if entered is None else entered.at, None if entered is None else entered.waiting,
        )  # fmt: skip


def _why_not(ticket: Ticket, counter: Counter, event: TicketCalled) -> Reason:
    if event.reason is CallReason.MANUAL:
        return Reason.CHOSEN_BY_HAND
    if ticket.pinned is not None:
        return Reason.PINNED_ELSEWHERE
    if counter.served is not None and counter.served.isdisjoint(ticket.needs):
        return Reason.NOT_SERVED
    return _BY_RULE[event.reason]


_BY_RULE = {
    CallReason.PINNED: Reason.PINNED_FIRST,
    CallReason.PRIORITY: Reason.NO_PRIORITY,
    CallReason.GREEN: Reason.NOT_SHORT,
    CallReason.ORDER: Reason.SMALLER_INDEX,
}
