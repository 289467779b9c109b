"""Events into the state: the only way it changes, live, in a replay and after a restart."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from hall.moves import end, free, leave, wait
from hall.state import State
from hall.ticket import ENDS, Appointment, Counter, Ticket
from wire import events as e
from wire.terms import CounterState, GreenMode, Position, Priority, TicketState

_FORGET_BOOKINGS_AFTER = timedelta(days=30)
_MISSING = TicketState.NO_SHOW


class ImpossibleEventError(ValueError):
    """An event that can't follow on this state: the journal is not this hall's, or a part of it is lost."""


def apply(state: State, event: e.Event) -> None:
    """The state after the event. Raises ImpossibleEventError; the state is then as it was."""
    expected = state.seq + 1 if event.public else state.seq
    if event.seq != expected and not _leaps(state, event):
        raise ImpossibleEventError(f"{event.type}: seq {event.seq} after {state.seq}")
    try:
        _APPLY[type(event)](state, event)
    except KeyError as missing:
        raise ImpossibleEventError(f"{event.type} {event.seq}: there is no {missing}") from None
    state.seq = event.seq
    state.clock = event.at


def _leaps(state: State, event: e.Event) -> bool:
    """A hall that goes on from a backup counts on from where nobody has heard of."""
    return isinstance(event, e.HallRestored) and event.seq > state.seq


def _must(good: bool, event: e.Event, words: str) -> None:
    if not good:
        raise ImpossibleEventError(f"{event.type} {event.seq}: {words}")


def _current(state: State, event: e.CounterEvent | e.TicketEvent) -> tuple[Counter, Ticket]:
    counter, ticket = state.counters[_counter_of(event)], state.tickets[_ticket_of(event)]
    _must(counter.current == ticket.number, event, f"{ticket.number} is not at counter {counter.id}")
    return counter, ticket


def _counter_of(event: e.Event) -> str:
    return str(event.counter)  # type: ignore[attr-defined]  # every event handled with _current has one


def _ticket_of(event: e.Event) -> str:
    return str(event.ticket)  # type: ignore[attr-defined]


def _issued(state: State, event: e.TicketIssued) -> None:
    _must(event.ticket not in state.tickets, event, f"{event.ticket} was issued before")
    prefix = event.ticket.rstrip("0123456789")
    booking = state.appointments[event.appointment] if event.appointment is not None else None
    number = int(event.ticket[len(prefix) :])
    state.numbers[prefix] = max(number, state.numbers.get(prefix, 0))
    state.issue_count += 1
    for service in event.services:
        state.issued[service] = state.issued.get(service, 0) + 1
    ticket = Ticket(
        event.ticket, state.issue_count, event.services, event.services, event.priority, event.help,
        event.language, event.at, event.ready, event.device,
        state.rules.kind_of(event.services, event.priority is not Priority.NONE), event.appointment,
    )  # fmt: skip
    state.tickets[ticket.number] = ticket
    if booking is not None:
        booking.ticket = ticket.number
    wait(state, ticket)


def _called(state: State, event: e.TicketCalled) -> None:
    counter, ticket = state.counters[event.counter], state.tickets[event.ticket]
    _must(ticket.state is TicketState.WAITING, event, f"{ticket.number} is {ticket.state}")
    _must(counter.state is CounterState.IDLE, event, f"counter {counter.id} is {counter.state}")
    leave(state, ticket)
    ticket.state, ticket.counter, ticket.called_at = TicketState.CALLED, counter.id, event.at
    ticket.calls, ticket.reason, ticket.rule = event.call, event.reason, event.rule
    counter.current, counter.state = ticket.number, CounterState.CALLED


def _recalled(state: State, event: e.TicketRecalled) -> None:
    _, ticket = _current(state, event)
    ticket.calls = event.call


def _started(state: State, event: e.ServiceStarted) -> None:
    counter, ticket = _current(state, event)
    counter.state, ticket.state = CounterState.SERVING, TicketState.SERVING


def _finished(state: State, event: e.ServiceFinished) -> None:
    counter, ticket = _current(state, event)
    free(counter)
    left = tuple(n for n in ticket.needs if n not in event.services)
    if left:
        ticket.needs = left
        wait(state, ticket)
    else:
        ticket.needs, ticket.state, ticket.ended_at = (), TicketState.FINISHED, event.at
        state.handled_today += 1


def _missed(state: State, event: e.TicketNoShow) -> None:
    counter, ticket = _current(state, event)
    free(counter)
    ticket.state, ticket.ended_at = TicketState.NO_SHOW, event.at
    counter.missed[ticket.number] = None


def _requeued(state: State, event: e.TicketRequeued) -> None:
    ticket = state.tickets[event.ticket]
    _must(ticket.state is _MISSING, event, f"{ticket.number} is {ticket.state}")
    end(state, ticket, _MISSING, event.at)
    if event.position is Position.BACK:
        ticket.ready = event.at
    wait(state, ticket)


def _transferred(state: State, event: e.TicketTransferred) -> None:
    counter, ticket = _current(state, event)
    goal = None if event.to_counter is None else state.counters[event.to_counter].id
    free(counter)
    ticket.needs = event.services
    if goal is not None or event.position is Position.BACK:
        ticket.ready = event.at
    wait(state, ticket, goal)


def _held(state: State, event: e.TicketHeld) -> None:
    counter, ticket = _current(state, event)
    free(counter)
    ticket.state, ticket.ended_at = TicketState.HELD, event.at
    counter.held[ticket.number] = None


def _resumed(state: State, event: e.TicketResumed) -> None:
    ticket = state.tickets[event.ticket]
    goal = None if event.counter is None else state.counters[event.counter].id
    _must(ticket.state is TicketState.HELD, event, f"{ticket.number} is {ticket.state}")
    end(state, ticket, TicketState.HELD, event.at)
    ticket.ready = event.at
    wait(state, ticket, goal)


def _cancelled(state: State, event: e.TicketCancelled) -> None:
    end(state, state.tickets[event.ticket], TicketState.CANCELLED, event.at)


def _expired(state: State, event: e.TicketExpired) -> None:
    end(state, state.tickets[event.ticket], TicketState.EXPIRED, event.at)


def _booked(state: State, event: e.AppointmentBooked) -> None:
    state.appointments[event.appointment] = Appointment(
        event.appointment, event.services, event.slot, event.priority, event.language
    )


def _opened(state: State, event: e.CounterOpened) -> None:
    counter = state.counters[event.counter]
    _must(counter.state is CounterState.CLOSED, event, f"counter {counter.id} is {counter.state}")
    counter.state, counter.clerk = CounterState.IDLE, event.clerk
    counter.served = state.rules.served(counter.id, event.clerk)
    state.queues.open(counter.served)


def _closed(state: State, event: e.CounterClosed) -> None:
    counter = state.counters[event.counter]
    open_and_free = counter.state is not CounterState.CLOSED and counter.current is None
    _must(open_and_free, event, f"counter {counter.id} is {counter.state}")
    state.queues.close(counter.served)
    counter.state, counter.clerk, counter.reason, counter.served = CounterState.CLOSED, None, None, None
    for _, _, number in list(counter.pinned):
        ticket = state.tickets[number]
        leave(state, ticket)
        wait(state, ticket)


def _paused(state: State, event: e.CounterPaused) -> None:
    counter = state.counters[event.counter]
    counter.state, counter.reason = CounterState.PAUSED, event.reason


def _back(state: State, event: e.CounterResumed) -> None:
    counter = state.counters[event.counter]
    counter.state, counter.reason = CounterState.IDLE, None


def _entered(state: State, event: e.GreenEntered) -> None:
    state.green(event.rule).engaged = True


def _left(state: State, event: e.GreenLeft) -> None:
    state.green(event.rule).engaged = False


def _mode(state: State, event: e.GreenModeSet) -> None:
    state.green(event.rule).mode = GreenMode(event.mode)


def _rated(state: State, event: e.Rated) -> None:
    state.tickets[event.ticket].rated = True


def _hall(state: State, event: e.HallOpened | e.HallClosed) -> None:
    state.is_open = isinstance(event, e.HallOpened)


def _nothing(state: State, event: e.Event) -> None:
    """Nothing that the rules look at: paper, and a hall file, which whoever changes the plan has taken over."""


def _day(state: State, event: e.DayBegan) -> None:
    """Numbers start again, yesterday's tickets are unknown, bookings long past are forgotten."""
    _must_be_empty(state, event)
    if state.day is None:
        state.is_open = state.rules.hours.hold(event.at)
    _begin(state, event.day, state.taken)


def _set_right(state: State, event: e.ClockSetRight) -> None:
    """Days that the wrong clock has seen come again: their numbers go on above those that were given."""
    _must_be_empty(state, event)
    _begin(state, event.day, event.taken)


def _must_be_empty(state: State, event: e.Event) -> None:
    alive = [t.number for t in state.tickets.values() if t.state not in ENDS]
    _must(not alive, event, f"{', '.join(alive)} of the day before did not end")


def _begin(state: State, day: str, taken: Mapping[str, dict[str, int]]) -> None:
    for booking in state.appointments.values():
        _outlive(booking, state.tickets)
    state.day = date.fromisoformat(day)
    for day_old in (state.tickets, state.numbers, state.issued, state.waiting_for):
        day_old.clear()
    state.issue_count = state.handled_today = 0
    state.taken = {of: numbers for of, numbers in taken.items() if of >= day}
    state.numbers.update(state.taken.get(day, {}))
    oldest = state.rules.days.midnight(state.day - _FORGET_BOOKINGS_AFTER)
    state.appointments = {a.id: a for a in state.appointments.values() if a.slot >= oldest}


def _restored(state: State, event: e.HallRestored) -> None:
    for prefix, number in event.numbers.items():
        state.numbers[prefix] = max(number, state.numbers.get(prefix, 0))


def _outlive(booking: Appointment, tickets: Mapping[str, Ticket]) -> None:
    """Whoever checked in and was not served by midnight has the booking still."""
    if booking.ticket is not None:
        ticket = tickets.get(booking.ticket)
        booking.used = ticket is None or ticket.state is not TicketState.EXPIRED
        booking.ticket = None


_APPLY: dict[type[e.Event], Callable[[State, Any], None]] = {
    e.TicketIssued: _issued,
    e.TicketCalled: _called,
    e.TicketRecalled: _recalled,
    e.ServiceStarted: _started,
    e.ServiceFinished: _finished,
    e.TicketNoShow: _missed,
    e.TicketRequeued: _requeued,
    e.TicketTransferred: _transferred,
    e.TicketHeld: _held,
    e.TicketResumed: _resumed,
    e.TicketCancelled: _cancelled,
    e.TicketExpired: _expired,
    e.TicketPrinted: _nothing,
    e.PrintFailed: _nothing,
    e.AppointmentBooked: _booked,
    e.CounterOpened: _opened,
    e.CounterClosed: _closed,
    e.CounterPaused: _paused,
    e.CounterResumed: _back,
    e.GreenEntered: _entered,
    e.GreenLeft: _left,
    e.Rated: _rated,
    e.HallOpened: _hall,
    e.HallClosed: _hall,
    e.GreenModeSet: _mode,
    e.DayBegan: _day,
    e.HallFileTaken: _nothing,
    e.HallRestored: _restored,
    e.ClockSetRight: _set_right,
}
