"""The commands of a clerk at a counter."""

from hall import advice
from hall.draft import Draft
from hall.order import Choice, choose
from hall.refusals import RefusedError
from hall.ticket import Counter, Ticket
from wire import commands as c
from wire import events as e
from wire.errors import ErrorCode
from wire.terms import CallReason, CounterState, Priority, TicketState


def counter_of(draft: Draft, name: str) -> Counter:
    """The counter of that id. Raises RefusedError."""
    counter = draft.state.counters.get(name)
    if counter is None:
        raise RefusedError(
            ErrorCode.UNKNOWN_COUNTER, f'there is no counter "{name}"; choose one of the hall file'
        )
    return counter


def ticket_of(draft: Draft, number: str) -> Ticket:
    """Today's ticket of that number. Raises RefusedError."""
    ticket = draft.state.tickets.get(number)
    if ticket is None:
        words = f"there is no ticket {number} today; look at the number again"
        raise RefusedError(ErrorCode.UNKNOWN_TICKET, words)
    return ticket


def must_be_known(draft: Draft, service: str) -> None:
    """Raises RefusedError for a service that is not in the hall file."""
    if draft.state.plan.service(service) is None:
        words = f'there is no service "{service}"; choose one of the hall file'
        raise RefusedError(ErrorCode.UNKNOWN_SERVICE, words)


def open_(draft: Draft, command: c.OpenCounter) -> None:
    """A closed counter begins to serve."""
    counter = counter_of(draft, command.counter)
    if command.clerk is not None and draft.state.plan.clerk(command.clerk) is None:
        words = f'there is no clerk "{command.clerk}"; sign in with an id of the hall file'
        raise RefusedError(ErrorCode.UNKNOWN_CLERK, words)
    _must_be(command, counter, CounterState.CLOSED)
    draft.add(e.CounterOpened, counter=counter.id, clerk=command.clerk)


def close(draft: Draft, command: c.CloseCounter) -> None:
    """A counter stops serving; those pinned to it wait for any counter."""
    counter = counter_of(draft, command.counter)
    if counter.state is CounterState.CLOSED:
        raise RefusedError(ErrorCode.WRONG_STATE, advice.of_counter(counter, command))
    _must_be_free(counter)
    for _, _, number in counter.pinned:
        draft.waits(draft.state.tickets[number].kind)
    draft.add(e.CounterClosed, counter=counter.id)


def pause(draft: Draft, command: c.PauseCounter) -> None:
    """An idle counter is away."""
    counter = counter_of(draft, command.counter)
    _must_be_free(counter)
    _must_be(command, counter, CounterState.IDLE)
    draft.add(e.CounterPaused, counter=counter.id, reason=command.reason)


def resume(draft: Draft, command: c.ResumeCounter) -> None:
    """A paused counter is back."""
    counter = counter_of(draft, command.counter)
    _must_be(command, counter, CounterState.PAUSED)
    draft.add(e.CounterResumed, counter=counter.id)


def next_(draft: Draft, command: c.Next) -> None:
    """Finishes the current ticket and calls by the order; nothing to call is fine."""
    counter = _working(draft, command)
    finish(draft, counter)
    choice = choose(draft.state, counter, draft.at, draft.engaged)
    if choice is not None:
        _call(draft, counter, choice)


def call(draft: Draft, command: c.Call) -> None:
    """Finishes the current ticket and calls that waiting one."""
    counter, ticket = counter_of(draft, command.counter), ticket_of(draft, command.ticket)
    _must_work(counter)
    if ticket.state is not TicketState.WAITING:
        raise RefusedError(ErrorCode.WRONG_STATE, advice.of_ticket(ticket, command))
    finish(draft, counter)
    _call(draft, counter, Choice(ticket, CallReason.MANUAL))


def recall(draft: Draft, command: c.Recall) -> None:
    """The current ticket is announced again."""
    counter = _working(draft, command)
    ticket = _current(draft, counter)
    draft.add(e.TicketRecalled, ticket=ticket.number, counter=counter.id, call=ticket.calls + 1)


def start(draft: Draft, command: c.Start) -> None:
    """The resident is here."""
    counter = _working(draft, command)
    ticket = _just_called(draft, counter)
    draft.add(e.ServiceStarted, ticket=ticket.number, counter=counter.id)


def done(draft: Draft, command: c.Done) -> None:
    """The needs served here are finished."""
    counter = _working(draft, command)
    _current(draft, counter)
    finish(draft, counter)


def no_show(draft: Draft, command: c.NoShow) -> None:
    """Nobody came."""
    counter = _working(draft, command)
    ticket = _just_called(draft, counter)
    draft.add(e.TicketNoShow, ticket=ticket.number, counter=counter.id)


def hold(draft: Draft, command: c.Hold) -> None:
    """The current ticket is set aside here."""
    counter = _working(draft, command)
    ticket = _current(draft, counter)
    draft.add(e.TicketHeld, ticket=ticket.number, counter=counter.id)


def transfer(draft: Draft, command: c.Transfer) -> None:
    """The current ticket goes on to a service, or is pinned to a counter."""
    counter = counter_of(draft, command.counter)
    if command.to_service is not None:
        must_be_known(draft, command.to_service)
    goal = None if command.to_counter is None else counter_of(draft, command.to_counter)
    _must_work(counter)
    if goal is not None and goal.state is CounterState.CLOSED:
        words = f"counter {goal.id} is closed; transfer to one that is open"
        raise RefusedError(ErrorCode.COUNTER_CLOSED, words)
    ticket = _current(draft, counter)
    if goal is None:
        _to_service(draft, command, counter, ticket)
        return
    draft.add(
        e.TicketTransferred, ticket=ticket.number, counter=counter.id, services=ticket.needs, to_counter=goal.id
    )  # fmt: skip


def _to_service(draft: Draft, command: c.Transfer, counter: Counter, ticket: Ticket) -> None:
    """In place of the first need it replaces, once."""
    here = counter.here(ticket.needs)
    needs = tuple(dict.fromkeys(command.to_service or n if n in here else n for n in ticket.needs))
    _waits_with(draft, ticket, needs)
    draft.add(
        e.TicketTransferred, ticket=ticket.number, counter=counter.id, services=needs,
        to_service=command.to_service, position=command.position,
    )  # fmt: skip


def finish(draft: Draft, counter: Counter) -> None:
    """What `done` does to the current ticket, if there is one."""
    if counter.current is None:
        return
    ticket = draft.state.tickets[counter.current]
    here = counter.here(ticket.needs)
    left = tuple(n for n in ticket.needs if n not in here)
    if left:
        _waits_with(draft, ticket, left)
    draft.add(e.ServiceFinished, ticket=ticket.number, counter=counter.id, services=here)


def _waits_with(draft: Draft, ticket: Ticket, needs: tuple[str, ...]) -> None:
    draft.waits(draft.state.rules.kind_of(needs, ticket.priority is not Priority.NONE))


def _call(draft: Draft, counter: Counter, choice: Choice) -> None:
    ticket = choice.ticket
    draft.leaves(ticket)
    draft.add(
        e.TicketCalled, ticket=ticket.number, counter=counter.id, services=ticket.needs,
        reason=choice.reason, rule=choice.rule, call=1, waited_s=max(0, draft.at - ticket.issued_at) // 1000,
    )  # fmt: skip


def _working(draft: Draft, command: c.CounterCommand) -> Counter:
    counter = counter_of(draft, command.counter)
    _must_work(counter)
    return counter


def _must_work(counter: Counter) -> None:
    if counter.state is CounterState.CLOSED:
        raise RefusedError(ErrorCode.COUNTER_CLOSED, f"counter {counter.id} is closed; open it first")
    if counter.state is CounterState.PAUSED:
        raise RefusedError(ErrorCode.COUNTER_PAUSED, f"counter {counter.id} is paused; press resume first")


def _must_be_free(counter: Counter) -> None:
    if counter.current is not None:
        words = f"counter {counter.id} has {counter.current}; press done, no-show, hold or transfer first"
        raise RefusedError(ErrorCode.COUNTER_BUSY, words)


def _must_be(command: c.Command, counter: Counter, state: CounterState) -> None:
    if counter.state is not state:
        raise RefusedError(ErrorCode.WRONG_STATE, advice.of_counter(counter, command))


def _current(draft: Draft, counter: Counter) -> Ticket:
    if counter.current is None:
        words = f"counter {counter.id} has no current ticket; press next first"
        raise RefusedError(ErrorCode.NO_CURRENT_TICKET, words)
    return draft.state.tickets[counter.current]


def _just_called(draft: Draft, counter: Counter) -> Ticket:
    ticket = _current(draft, counter)
    if ticket.state is not TicketState.CALLED:
        words = f"{ticket.number} is being served already; press done when finished"
        raise RefusedError(ErrorCode.WRONG_STATE, words)
    return ticket
