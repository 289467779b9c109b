"""Which ticket a reply is about, and what it says of it."""

from collections.abc import Sequence

from hall import State
from wire.commands import (
    Call,
    CancelTicket,
    CheckIn,
    Command,
    IssueTicket,
    Next,
    Rate,
    Reprint,
    Requeue,
    Resume,
)
from wire.events import Event, TicketCalled, TicketEvent
from wire.replies import ReplyAppointment, ReplyTicket, WaitRange
from wire.terms import TicketState

CALLING = (Next, Call)
"""Commands that are answered `ticket: null` when there was nothing to call."""
ISSUING = (IssueTicket, CheckIn)
"""Commands whose reply carries the ticket's token."""


def ticket_of(command: Command, caused: Sequence[Event], state: State) -> str | None:
    """The number of the ticket that this accepted command was about; None if it was about none."""
    if isinstance(command, CALLING):
        return _last(caused, TicketCalled)
    if isinstance(command, CancelTicket | Requeue | Resume | Reprint):
        return command.ticket
    if isinstance(command, CheckIn):  # the second time nothing happens: it is the same ticket
        return state.appointments[command.appointment or ""].ticket
    if isinstance(command, Rate):  # an evaluator need not know who it was
        return None
    return _last(caused, TicketEvent)


def _last(caused: Sequence[Event], kind: type[TicketEvent]) -> str | None:
    found = [event.ticket for event in caused if isinstance(event, kind)]
    return found[-1] if found else None


def reply_appointment(state: State, name: str, *, named: bool = False) -> ReplyAppointment:
    """That booking, as the device that asked may see it. `named`: with its id, which phone digits don't tell."""
    found = state.appointments[name]
    return ReplyAppointment(
        id=name if named else None, services=found.services, slot=found.slot, priority=found.priority,
        language=found.language, ticket=found.ticket,
    )  # fmt: skip


def reply_ticket(
    state: State, number: str, ahead: int | None = None, wait: WaitRange | None = None
) -> ReplyTicket:
    """That ticket, as the device that asked may see it."""
    ticket = state.tickets[number]
    waits = ticket.state is TicketState.WAITING  # what its last call was is over
    return ReplyTicket(
        number=ticket.number,
        state=ticket.state,
        counter=ticket.pinned if waits else ticket.counter,
        reason=None if waits else ticket.reason,
        rule=None if waits else ticket.rule,
        services=tuple(ticket.needs),
        priority=ticket.priority,
        help=ticket.help,
        language=ticket.language,
        issued_at=ticket.issued_at,
        ahead=ahead,
        wait=wait,
    )
