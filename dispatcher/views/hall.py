"""`state/hall`: the hall at a glance, for everybody."""

import re

from forecast.rough import Load
from hall import State
from hall.plan import Plan
from wire.states import (
    BookingsInfo,
    CounterSummary,
    DeviceState,
    GreenWindowState,
    HallState,
    HelpCall,
    ServiceLoad,
)

_LETTER = re.compile("[^0-9-]")


def hall_view(
    state: State,
    plan: Plan,
    *,
    version: str,
    load: Load,
    phones: bool,
    help_calls: tuple[HelpCall, ...],
    devices: dict[str, DeviceState],
    epoch: int,
    wall: int,
) -> HallState:
    """The picture at that moment, by the clock. `at` is left 0: it is set when the view is published."""
    return HallState(
        epoch=epoch,
        seq=state.seq,
        open=state.is_open,
        until=state.opens_or_closes_at(wall),
        services={service.id: _service(state, load, service.id) for service in plan.services},
        counters={counter.id: _counter(state, counter.id) for counter in plan.counters},
        green_windows={green.id: _green(state, green.id) for green in plan.green_windows},
        waiting=state.waiting_count,
        handled=state.handled_today,
        catalog=version,
        help=help_calls,
        bookings=_bookings(state, phones),
        devices=devices,
    )


def _bookings(state: State, phones: bool) -> BookingsInfo | None:
    """All ids as one text: there may be thousands, and this is done ten times a second."""
    if state.day is None or not state.appointments:
        return None
    today = state.rules.days.midnight(state.day)
    ids = [booking.id for booking in state.appointments.values() if booking.slot >= today]
    return BookingsInfo(letters=_LETTER.search("".join(ids)) is not None, phones=phones) if ids else None


def _service(state: State, load: Load, service: str) -> ServiceLoad:
    return ServiceLoad(
        waiting=state.waiting_of(service),
        expected=load.wait((service,)),
        full=state.is_full(service) or None,
    )


def _counter(state: State, counter: str) -> CounterSummary:
    found = state.counters[counter]
    return CounterSummary(state=found.state, reason=found.reason, ticket=found.current)


def _green(state: State, rule: str) -> GreenWindowState:
    green = state.green(rule)
    return GreenWindowState(mode=green.mode, engaged=green.engaged, waiting=green.waiting)
