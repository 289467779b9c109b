"""A hall whose clock had been ahead goes on from the time it is: the one order by which its journal goes back."""

from dataclasses import dataclass

from sqlalchemy import Connection, select

from dispatcher.care.given import Numbers, highest
from dispatcher.clock_watch import FAR_MS
from dispatcher.planfile import PlanText
from dispatcher.restart import awaken, snapshot_row
from dispatcher.round import Round
from dispatcher.store import Store
from dispatcher.store.batch import SetRightRow
from dispatcher.store.schema import JOURNAL, TICKET
from hall import State, set_right
from hall.calendar import FOREVER
from wire.events import HallRestored, TicketExpired, event_from_json


@dataclass(frozen=True)
class SetRight:
    """What was done."""

    was: int
    """The hall's time until then."""
    day: str
    expired: int
    """Tickets that had not been finished."""
    numbers: dict[str, int]
    """Of the day that begins now: given already, by prefix."""


def last_moment(connection: Connection) -> int:
    """Of the journal; 0 in a new one."""
    last = select(JOURNAL.c.at).order_by(JOURNAL.c.id.desc()).limit(1)
    return connection.execute(last).scalar() or 0


def set_clock_right(store: Store, plan: PlanText, now: int) -> SetRight | None:
    """Rolls the hall over to `now`; None, and nothing is changed, if it isn't ahead of that by more than is made up
    for by itself. Raises DatabaseError, StoreFailure."""
    was = store.last_at()
    if was - now <= FAR_MS:
        return None
    epoch = store.begin_epoch()
    heart, round_ = awaken(store, plan, epoch, was, lambda: ""), Round({})
    state = heart.state
    today = str(state.rules.days.of(now))
    heart.happen(set_right(state, now, _taken(store, state, today), epoch), round_, None)
    batch = round_.close()
    batch.help = dict.fromkeys(heart.extras.end_help(FOREVER))
    batch.snapshot, batch.set_right = snapshot_row(heart, now), SetRightRow(today)
    store.write(batch)
    expired = sum(isinstance(event, TicketExpired) for event in round_.events)
    return SetRight(was, today, expired, dict(heart.state.numbers))


def _taken(store: Store, state: State, today: str) -> dict[str, dict[str, int]]:
    """By hall day from that one on: the last number of each prefix that was given or leapt over."""
    found: dict[str, list[Numbers]] = {day: [numbers] for day, numbers in state.taken.items()}
    found.setdefault(str(state.day), []).append(state.numbers)
    tickets = select(TICKET.c.day, TICKET.c.number).where(TICKET.c.day >= today)
    leaps = select(JOURNAL.c.day, JOURNAL.c.json).where(
        JOURNAL.c.day >= today, JOURNAL.c.type == HallRestored.type
    )
    with store.home.reads.connect() as connection:
        for day, number in connection.execute(tickets):
            prefix = number.rstrip("0123456789")
            found.setdefault(day, []).append({prefix: int(number[len(prefix) :])})
        for day, text in connection.execute(leaps):
            note = event_from_json(text)
            assert isinstance(note, HallRestored)
            found.setdefault(day, []).append(note.numbers)
    return {day: highest(numbers) for day, numbers in found.items()}
