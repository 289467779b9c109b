"""What time alone brings: edges of `when`, opening, closing, the end of the hall day; each dated its own moment.

At one and the same moment they come in that order.
"""

from collections.abc import Mapping

from hall.calendar import FOREVER
from hall.draft import Draft
from hall.state import State
from hall.ticket import ENDS
from wire.events import CounterClosed, Event, TicketExpired
from wire.terms import CounterState

Taken = Mapping[str, Mapping[str, int]]
"""Hall day → prefix → the last number given out on it."""


def advance(state: State, now: int, epoch: int = 0, wall: int | None = None) -> list[Event]:
    """The events between the last one and `now`, to be applied before anything is decided at `now`.

    The first time it only says which hall day it is. Events are never dated back; `wall` is what the clock says where
    it was put back and is behind `now`: doors, hours of green windows and the day's end go by it. A clock that went
    back, or another plan, can leave the doors or a green window otherwise than they should be: that is put right at
    `now`.
    """
    wall = now if wall is None else wall
    draft = Draft(state, now, epoch)
    if state.clock is None:
        draft.begin_day(state.rules.days.of(now))
        draft.is_open = state.rules.hours.hold(now)
    else:
        _pass_edges(draft, state.clock, wall)
    draft.at, draft.wall = now, wall
    if _day_ends(draft) <= wall:
        _end_day(draft)
    draft.set_open(state.rules.hours.hold(wall))
    draft.recount()
    return draft.events


def next_wake(state: State, now: int) -> int | None:
    """The next moment after `now`, both as the clock says them, at which time alone may bring something; None: none."""
    edge = _next_edge(Draft(state, now, 0), now)
    return None if edge == FOREVER else edge


def _pass_edges(draft: Draft, since: int, now: int) -> None:
    edge = _next_edge(draft, since)
    while edge <= now:
        draft.at = draft.wall = edge
        draft.recount()
        draft.set_open(draft.state.rules.hours.hold(edge))
        if edge == _day_ends(draft):
            _end_day(draft)
        edge = _next_edge(draft, edge)


def _next_edge(draft: Draft, moment: int) -> int:
    rules = draft.state.rules
    ends = _day_ends(draft)
    edges = [ends if ends > moment else FOREVER, rules.hours.next_change(moment)]
    return min(edges + [window.hours.next_change(moment) for window in rules.windows])


def _day_ends(draft: Draft) -> int:
    return FOREVER if draft.day is None else draft.state.rules.days.ends(draft.day)


def set_right(state: State, now: int, taken: Taken, epoch: int) -> list[Event]:
    """The hall goes on from `now`, which its clock had been ahead of: whoever is in the hall's day leaves it as at
    midnight, at the last moment told, and the day of `now` begins. `taken` are the numbers that this day and later
    ones have given already; they go on above."""
    draft = Draft(state, now if state.clock is None else state.clock, epoch)
    _empty(draft)
    draft.at = now
    day = state.rules.days.of(now).isoformat()
    draft.begin_again(day, {of: dict(numbers) for of, numbers in taken.items() if of >= day})
    return draft.events


def _end_day(draft: Draft) -> None:
    """Local midnight."""
    if (
        draft.day == draft.state.day
    ):  # of the days that passed since, only the first has tickets and open counters
        _empty(draft)
    draft.begin_day(draft.state.rules.days.of(draft.at))


def _empty(draft: Draft) -> None:
    """Tickets expire in the order of their issue, then counters close in the file's order."""
    for ticket in draft.state.tickets.values():
        if ticket.state not in ENDS:
            draft.leaves(ticket)
            draft.add(TicketExpired, ticket=ticket.number)
    for counter in draft.state.counters.values():
        if counter.state is not CounterState.CLOSED:
            draft.add(CounterClosed, counter=counter.id)
