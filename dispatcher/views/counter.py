"""`state/counter/<counter>`: what the clerk at one counter must know."""

from itertools import islice

from hall import Counter, State, Ticket, peek_next
from hall.plan import Plan
from wire.states import AsideTicket, CounterView, CurrentTicket, NextTicket, QueuedTicket
from wire.terms import CounterState

QUEUE = 20


class CounterViews:
    """Makes them. A ticket waits in the queues of many counters: its line is made once while it stays the same."""

    def __init__(self) -> None:
        self._lines: dict[str, tuple[object, QueuedTicket]] = {}

    def view(self, state: State, plan: Plan, counter: str, epoch: int, now: int, wall: int) -> CounterView:
        """The picture at that moment. `at` is left 0: it is set when the view is published."""
        found = state.counters[counter]
        return CounterView(
            epoch=epoch,
            seq=state.seq,
            counter=counter,
            state=found.state,
            reason=found.reason,
            clerk=found.clerk,
            current=_current(state, found),
            next=_next(state, counter, now, wall),
            waiting=_waiting_count(state, found),
            queue=tuple(self._line(plan, ticket, now) for ticket in islice(state.waiting_at(counter), QUEUE)),
            held=tuple(_aside(ticket) for ticket in state.held_at(counter)),
            missed=tuple(_aside(ticket) for ticket in state.missed_at(counter)),
        )

    def _line(self, plan: Plan, ticket: Ticket, now: int) -> QueuedTicket:
        overdue = _overdue(plan, ticket, now)
        key = (ticket.issued_at, ticket.ready, ticket.needs, ticket.pinned, overdue)
        known = self._lines.get(ticket.number)
        if known is not None and known[0] == key:
            return known[1]
        line = _queued(ticket, overdue=overdue)
        self._lines[ticket.number] = (key, line)
        return line


def _waiting_count(state: State, counter: Counter) -> int:
    """As long as `waiting_at`, without walking along it."""
    if counter.state is CounterState.CLOSED:
        return 0
    return len(counter.pinned) + sum(map(len, state.queues.pool(counter.served).values()))


def _current(state: State, counter: Counter) -> CurrentTicket | None:
    ticket = state.tickets.get(counter.current or "")
    if ticket is None:
        return None
    called = ticket.called_at or ticket.issued_at
    return CurrentTicket(
        number=ticket.number,
        state=ticket.state,
        services=ticket.needs,
        here=counter.here(ticket.needs),
        priority=ticket.priority,
        help=ticket.help,
        language=ticket.language,
        reason=ticket.reason,
        rule=ticket.rule,
        call=ticket.calls,
        called_at=called,
        waited_s=max(0, called - ticket.issued_at) // 1000,
    )


def _next(state: State, counter: str, now: int, wall: int) -> NextTicket | None:
    choice = peek_next(state, counter, now, wall)
    if choice is None:
        return None
    ticket = choice.ticket
    return NextTicket(
        number=ticket.number,
        reason=choice.reason,
        rule=choice.rule,
        services=ticket.needs,
        priority=ticket.priority,
        help=ticket.help,
    )


def _queued(ticket: Ticket, *, overdue: bool) -> QueuedTicket:
    return QueuedTicket(
        number=ticket.number,
        services=ticket.needs,
        priority=ticket.priority,
        help=ticket.help,
        since=ticket.ready,
        pinned=ticket.pinned is not None,
        overdue=overdue,
    )


def _overdue(plan: Plan, ticket: Ticket, now: int) -> bool:
    limit = plan.queue.max_wait_minutes
    return limit is not None and now - ticket.ready > int(limit * 60_000)


def _aside(ticket: Ticket) -> AsideTicket:
    return AsideTicket(number=ticket.number, services=ticket.needs, since=ticket.ended_at or ticket.ready)
