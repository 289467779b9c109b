"""How a ticket comes to wait and leaves: the queues, the green windows' counts and the counters' lists together."""

from hall.state import State
from hall.ticket import Counter, Ticket, put, take
from wire.terms import CounterState, Priority, TicketState


def wait(state: State, ticket: Ticket, pinned: str | None = None) -> None:
    """The ticket waits, by its ready time and needs, for any counter or pinned to one."""
    ticket.state, ticket.pinned = TicketState.WAITING, pinned
    ticket.kind = state.rules.kind_of(ticket.needs, ticket.priority is not Priority.NONE)
    for service in ticket.needs:
        state.waiting_for[service] = state.waiting_for.get(service, 0) + 1
    if pinned is not None:
        put(state.counters[pinned].pinned, ticket.entry)
        return
    state.queues.add(ticket)
    for window in ticket.kind.windows:
        state.greens[window].waiting += 1


def leave(state: State, ticket: Ticket) -> None:
    """The ticket no longer waits, if it did; its state is for the caller to set."""
    if ticket.state is not TicketState.WAITING:
        return
    for service in ticket.needs:
        state.waiting_for[service] -= 1
    if ticket.pinned is not None:
        take(state.counters[ticket.pinned].pinned, ticket.entry)
        ticket.pinned = None
        return
    state.queues.remove(ticket)
    for window in ticket.kind.windows:
        state.greens[window].waiting -= 1


def free(counter: Counter) -> None:
    """The counter has no current ticket any more."""
    counter.current, counter.state = None, CounterState.IDLE


def end(state: State, ticket: Ticket, last: TicketState, at: int) -> None:
    """Wherever it is, it leaves, and is then in that state."""
    leave(state, ticket)
    if ticket.counter is not None and ticket.counter in state.counters:
        counter = state.counters[ticket.counter]
        if counter.current == ticket.number:
            free(counter)
        counter.held.pop(ticket.number, None)
        counter.missed.pop(ticket.number, None)
    ticket.state, ticket.ended_at = last, at
