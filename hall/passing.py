"""What time alone brings: edges of `when`, opening, closing, the end of the hall day; each dated its own moment.

At one and the same moment they come in that order.
"""

from hall.calendar import FOREVER
from hall.draft import Draft
from hall.state import State
from hall.ticket import ENDS
from wire.events import CounterClosed, Event, TicketExpired
from wire.terms import CounterState


def advance(state: State, now: int, epoch: int = 0) -> list[Event]:
    """The events between the last one and `now`, to be applied before anything is decided at `now`.

    The first time it only says which hall day it is. A clock that went back, or another plan, can leave the hall's
    day, its doors or a green window otherwise than they should be: that is put right at `now`.
    """
    draft = Draft(state, now, epoch)
    if state.clock is None:
        draft.begin_day(state.rules.days.of(now))
        draft.is_open = state.rules.hours.hold(now)
    elif state.clock <= now:
        _pass_edges(draft, state.clock, now)
    draft.at = now
    if _day_ends(draft) <= now:
        _end_day(draft)
    draft.set_open(state.rules.hours.hold(now))
    draft.recount()
    return draft.events


def next_wake(state: State, now: int) -> int | None:
    """The next moment after `now` at which time alone may bring something; None if there is none."""
    edge = _next_edge(Draft(state, now, 0), now)
    return None if edge == FOREVER else edge


def _pass_edges(draft: Draft, since: int, now: int) -> None:
    edge = _next_edge(draft, since)
    while edge <= now:
        draft.at = edge
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


def _end_day(draft: Draft) -> None:
    """Local midnight: tickets expire in the order of their issue, then counters close in the file's order."""
    state = draft.state
    if draft.day == state.day:  # of the days that passed since, only the first has tickets and open counters
        for ticket in state.tickets.values():
            if ticket.state not in ENDS:
                draft.leaves(ticket)
                draft.add(TicketExpired, ticket=ticket.number)
        for counter in state.counters.values():
            if counter.state is not CounterState.CLOSED:
                draft.add(CounterClosed, counter=counter.id)
    draft.begin_day(state.rules.days.of(draft.at))
