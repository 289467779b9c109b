"""`state/board`: the latest calls, newest first, and the missed numbers."""

from collections.abc import Iterable

from dispatcher.calls import CallRecord
from hall import State
from hall.plan import Plan
from wire.states import Announcement, Board, BoardCall, MissedCall
from wire.terms import TicketState

MISSED = 12
_THERE = (TicketState.CALLED, TicketState.SERVING)


def board_view(
    state: State, plan: Plan, *, calls: Iterable[CallRecord], words: tuple[Announcement, ...], epoch: int
) -> Board:
    """The picture now. `at` is left 0: it is set when the view is published."""
    return Board(
        epoch=epoch,
        seq=state.seq,
        calls=tuple(_call(state, plan, record) for record in calls),
        missed=_missed(state, plan),
        announcements=words,
    )


def _call(state: State, plan: Plan, record: CallRecord) -> BoardCall:
    ticket = state.tickets.get(record.ticket)
    here = ticket is not None and ticket.counter == record.counter
    live = here and ticket is not None and ticket.state in _THERE and not record.came
    counter = plan.counter(record.counter)
    return BoardCall(
        seq=record.seq,
        at=record.at,
        ticket=record.ticket,
        counter=record.counter,
        zone=None if counter is None else counter.zone,
        call=record.call,
        languages=_languages(plan, None if ticket is None else ticket.language),
        live=live,
    )


def _languages(plan: Plan, own: str | None) -> tuple[str, ...]:
    """The hall's first language, for everybody; then the resident's own."""
    return tuple(dict.fromkeys((plan.default_language, own or plan.default_language)))


def _missed(state: State, plan: Plan) -> tuple[MissedCall, ...]:
    """Newest first."""
    found = [
        MissedCall(ticket=ticket.number, counter=counter.id, at=ticket.ended_at or ticket.ready)
        for counter in plan.counters
        for ticket in state.missed_at(counter.id)
    ]
    return tuple(sorted(found, key=lambda missed: -missed.at)[:MISSED])
