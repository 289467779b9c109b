"""Events and tickets as rows of the database."""

from dispatcher.store import JournalRow, TicketRow
from hall import Ticket
from wire.events import Event, TicketEvent, journal_json


def journal_row(event: Event, day: str, device: str | None) -> JournalRow:
    """An event as the journal keeps it: whole, private fields and notes included."""
    return JournalRow(
        seq=event.seq,
        at=event.at,
        day=day,
        type=event.type,
        ticket=event.ticket if isinstance(event, TicketEvent) else None,
        device=device,
        command=event.command,
        json=journal_json(event),
    )


def ticket_row(ticket: Ticket, day: str, now: int, token: str | None) -> TicketRow:
    """A ticket as it is after an event of that moment."""
    return TicketRow(
        day=day,
        number=ticket.number,
        state=ticket.state.value,
        services=" ".join(ticket.needs),
        priority=ticket.priority.value,
        language=ticket.language,
        counter=ticket.counter,
        issued_at=ticket.issued_at,
        changed_at=now,
        device=ticket.device,
        token=token,
    )
