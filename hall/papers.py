"""The papers a counter asks for: for which errands, and who received the resident. Read only; nothing happens here."""

from hall.at_counter import counter_of, must_be_known
from hall.draft import Draft
from hall.refusals import RefusedError
from hall.state import State
from hall.ticket import Ticket
from wire import commands as c
from wire.errors import ErrorCode
from wire.terms import PaperKind


def print_paper(draft: Draft, command: c.PrintPaper) -> None:
    """Whether there is what the paper needs; the dispatcher finds the kiosk."""
    counter = counter_of(draft, command.counter)
    for service in command.services or ():
        must_be_known(draft, service)
    if command.kiosk is not None and draft.state.plan.device(command.kiosk) is None:
        raise RefusedError(ErrorCode.UNKNOWN_DEVICE, f'there is no device "{command.kiosk}"; choose a kiosk')
    if command.paper is PaperKind.CONTACT:
        if counter.clerk is None:
            words = f"nobody has signed in at counter {counter.id}; close it and open it with a clerk's name"
            raise RefusedError(ErrorCode.UNKNOWN_CLERK, words)
    elif command.services is None and last_at(draft.state, counter.id) is None:
        words = f"no ticket was called to counter {counter.id} today; say for which services"
        raise RefusedError(ErrorCode.NO_CURRENT_TICKET, words)


def errands(state: State, command: c.PrintPaper) -> tuple[str, ...]:
    """The services named; else what the counter's ticket is or was served for there."""
    if command.services is not None:
        return tuple(dict.fromkeys(command.services))
    ticket = last_at(state, command.counter)
    if ticket is None:
        return ()
    if state.counters[command.counter].current == ticket.number:
        return state.counters[command.counter].here(ticket.needs)
    return tuple(s for s in ticket.services if s not in ticket.needs) or ticket.services


def last_at(state: State, counter: str) -> Ticket | None:
    """The ticket that is at the counter, or was there last."""
    current = state.counters[counter].current
    if current is not None:
        return state.tickets[current]
    here = (t for t in state.tickets.values() if t.counter == counter and t.called_at is not None)
    return max(here, key=lambda ticket: ticket.called_at or 0, default=None)
