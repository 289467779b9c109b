"""Why one who was ready earlier was not called, at one press."""

from typing import ClassVar

from hall.order import index
from hall.rules import Served
from hall.state import State
from hall.ticket import Counter, Ticket
from hall.why.facts import Reason
from wire.events import TicketCalled
from wire.terms import CallReason

_BY_RULE = {
    CallReason.MANUAL: Reason.CHOSEN_BY_HAND,
    CallReason.PINNED: Reason.PINNED_FIRST,
    CallReason.PRIORITY: Reason.NO_PRIORITY,
    CallReason.GREEN: Reason.NOT_SHORT,
}


class Press:
    """A counter at the moment of a call."""

    BY_FIGURE: ClassVar = frozenset({Reason.SMALLER_FIGURE, Reason.SAME_FIGURE})

    def __init__(self, state: State, counter: Counter, call: TicketCalled) -> None:
        self.call = call
        self._state = state
        self._counter = counter

    def serves(self, ticket: Ticket) -> bool:
        """Whether a need of it is served there, by the counter and by its clerk."""
        return _meets(self._counter.served, ticket.needs)

    def why_not(self, ticket: Ticket, called: Ticket) -> Reason:
        """Of a ticket that waited and was ready earlier than the called one."""
        if ticket.pinned not in (None, self._counter.id):
            return Reason.PINNED_ELSEWHERE
        if ticket.pinned is None and not self.serves(ticket):
            return Reason.NOT_BY_CLERK if self._without_clerk(ticket) else Reason.NOT_SERVED
        return _BY_RULE.get(self.call.reason) or self._by_figure(ticket, called)

    def behind(self, ticket: Ticket, why: Reason) -> tuple[tuple[str, ...], str]:
        """Those of its needs that are the reason, and the counter or clerk that is."""
        match why:
            case Reason.PINNED_ELSEWHERE:
                return (), str(ticket.pinned)
            case Reason.NOT_SERVED:
                return ticket.needs, ""
            case Reason.NOT_BY_CLERK:
                return self._without_clerk(ticket), str(self._counter.clerk)
            case Reason.NOT_SHORT:
                short = next(w.services for w in self._state.rules.windows if w.id == self.call.rule)
                return tuple(need for need in ticket.needs if need not in short), ""
        return (), ""

    def _without_clerk(self, ticket: Ticket) -> tuple[str, ...]:
        """What the counter would serve of it, whoever sat there."""
        served = self._state.rules.served(self._counter.id, None)
        return tuple(need for need in ticket.needs if served is None or need in served)

    def _by_figure(self, ticket: Ticket, called: Ticket) -> Reason:
        now = self.call.at
        same = index(ticket.kind, ticket.ready, now) == index(called.kind, called.ready, now)
        return Reason.SAME_FIGURE if same else Reason.SMALLER_FIGURE


def _meets(served: Served, needs: tuple[str, ...]) -> bool:
    return served is None or not served.isdisjoint(needs)
