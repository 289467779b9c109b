"""The commands of kiosks, guides, consoles, evaluators and phones: tickets, bookings, green windows, paper."""

from typing import NamedTuple

from hall import advice
from hall.at_counter import must_be_known, ticket_of
from hall.draft import Draft
from hall.refusals import RefusedError
from hall.ticket import Appointment, Ticket
from wire import commands as c
from wire import events as e
from wire.errors import ErrorCode
from wire.terms import CounterState, PrintResult, Priority, TicketState


class _Wish(NamedTuple):
    """What a ticket is issued with besides its needs."""

    priority: Priority
    language: str | None
    help: str | None = None
    appointment: str | None = None


def issue(draft: Draft, command: c.IssueTicket) -> None:
    """A waiting ticket for these needs."""
    needs = _needs(draft, command.services)
    _must_be_open(draft)
    for service in needs:
        _must_have_room(draft, service)
    _issue(draft, needs, draft.at, _Wish(command.priority, command.language, help=command.help))


def book(draft: Draft, command: c.BookAppointment) -> None:
    """A booking."""
    needs = _needs(draft, command.services)
    if command.appointment in draft.state.appointments:
        words = f"appointment {command.appointment} is booked already; give the new one an id of its own"
        raise RefusedError(ErrorCode.WRONG_STATE, words)
    draft.add(
        e.AppointmentBooked, appointment=command.appointment, services=needs, slot=command.slot,
        priority=command.priority, language=command.language,
    )  # fmt: skip


def check_in(draft: Draft, command: c.CheckIn) -> None:
    """The resident of a booking is here; the second time that day nothing happens, nor where one only looks.

    Phone digits say nothing here: the dispatcher has put the appointment in their place, if it knows one.
    """
    booking = draft.state.appointments.get(command.appointment or "")
    if booking is None:
        name = "with these phone digits" if command.appointment is None else command.appointment
        words = f"there is no appointment {name}; look at the number again or take a ticket"
        raise RefusedError(ErrorCode.UNKNOWN_APPOINTMENT, words)
    if booking.ticket is not None:
        _must_be_good(draft, booking)
        return
    if booking.used:
        words = f"appointment {booking.id} was used on an earlier day; take a ticket, or book again"
        raise RefusedError(ErrorCode.WRONG_STATE, words)
    _must_be_open(draft)
    if command.look:
        return
    rules = draft.state.rules
    late = draft.at > booking.slot + rules.appointment_grace
    ready = draft.at if late else max(0, booking.slot - rules.appointment_head_start)
    wish = _Wish(booking.priority, booking.language, appointment=booking.id)
    _issue(draft, booking.services, ready, wish)


def _must_be_good(draft: Draft, booking: Appointment) -> None:
    """The ticket of a booking that was checked in today: it stays the same one, unless it was cancelled."""
    ticket = draft.state.tickets[booking.ticket or ""]
    if ticket.state is TicketState.CANCELLED:
        words = f"{ticket.number}, the ticket of appointment {booking.id}, was cancelled; take a new one, or book again"
        raise RefusedError(ErrorCode.WRONG_STATE, words)


def cancel(draft: Draft, command: c.CancelTicket) -> None:
    """A waiting, held or no-show ticket is gone."""
    ticket = ticket_of(draft, command.ticket)
    _must_be(command, ticket, TicketState.WAITING, TicketState.HELD, TicketState.NO_SHOW)
    draft.leaves(ticket)
    draft.add(e.TicketCancelled, ticket=ticket.number)


def requeue(draft: Draft, command: c.Requeue) -> None:
    """A no-show waits again."""
    ticket = ticket_of(draft, command.ticket)
    _must_be(command, ticket, TicketState.NO_SHOW)
    draft.waits(ticket.kind)
    draft.add(e.TicketRequeued, ticket=ticket.number, position=command.position)


def resume(draft: Draft, command: c.Resume) -> None:
    """A held ticket waits again, pinned to its counter unless that is closed by now."""
    ticket = ticket_of(draft, command.ticket)
    _must_be(command, ticket, TicketState.HELD)
    counter = draft.state.counters.get(ticket.counter or "")
    if counter is not None and counter.state is not CounterState.CLOSED:
        draft.add(e.TicketResumed, ticket=ticket.number, counter=counter.id)
        return
    draft.waits(ticket.kind)
    draft.add(e.TicketResumed, ticket=ticket.number)


def rate(draft: Draft, command: c.Rate) -> None:
    """An opinion of a ticket finished today, once."""
    ticket = ticket_of(draft, command.ticket)
    _must_be(command, ticket, TicketState.FINISHED)
    if ticket.rated:
        raise RefusedError(ErrorCode.ALREADY_RATED, f"{ticket.number} is rated already; nothing to do")
    draft.add(e.Rated, ticket=ticket.number, score=command.score, reason=command.reason)


def set_green(draft: Draft, command: c.SetGreen) -> None:
    """A green window on, off, or counting again."""
    for window, rule in enumerate(draft.state.rules.windows):
        if rule.id == command.rule:
            draft.set_mode(window, command.mode)
            return
    words = f'rule: there is no green window "{command.rule}"; choose one of the hall file'
    raise RefusedError(ErrorCode.BAD_MESSAGE, words)


def report_print(draft: Draft, command: c.ReportPrint) -> None:
    """What became of a ticket's paper."""
    ticket = ticket_of(draft, command.ticket)
    if command.result is PrintResult.PRINTED:
        draft.add(e.TicketPrinted, ticket=ticket.number, device=draft.device)
        return
    draft.add(
        e.PrintFailed, ticket=ticket.number, device=draft.device, result=command.result, detail=command.detail
    )


def reprint(draft: Draft, command: c.Reprint) -> None:
    """A ticket again: the dispatcher tells the kiosk, the rules only know whether both are there."""
    ticket_of(draft, command.ticket)
    if command.kiosk is not None and draft.state.plan.device(command.kiosk) is None:
        raise RefusedError(ErrorCode.UNKNOWN_DEVICE, f'there is no device "{command.kiosk}"; choose a kiosk')


def nothing(draft: Draft, command: c.Command) -> None:
    """Accepted; the rules have nothing to do."""


def _needs(draft: Draft, services: tuple[str, ...]) -> tuple[str, ...]:
    for service in services:
        must_be_known(draft, service)
    return tuple(dict.fromkeys(services))


def _must_be_open(draft: Draft) -> None:
    if not draft.state.is_open:
        raise RefusedError(ErrorCode.HALL_CLOSED, advice.of_closed_hall(draft.state, draft.wall))


def _must_have_room(draft: Draft, service: str) -> None:
    if draft.state.is_full(service):
        limit = draft.state.rules.limits[service]
        words = f'all {limit} tickets of today for "{service}" are given out; come another day'
        raise RefusedError(ErrorCode.SERVICE_FULL, words)


def _must_be(command: c.Command, ticket: Ticket, *states: TicketState) -> None:
    if ticket.state not in states:
        raise RefusedError(ErrorCode.WRONG_STATE, advice.of_ticket(ticket, command))


def _issue(draft: Draft, needs: tuple[str, ...], ready: int, wish: _Wish) -> None:
    state = draft.state
    prefix = state.rules.prefix(needs[0])
    number = f"{prefix}{state.numbers.get(prefix, 0) + 1:03d}"
    draft.waits(state.rules.kind_of(needs, wish.priority is not Priority.NONE))
    draft.add(
        e.TicketIssued, ticket=number, services=needs, language=wish.language or state.plan.default_language,
        priority=wish.priority, help=wish.help, ready=ready, device=draft.device, appointment=wish.appointment,
    )  # fmt: skip
