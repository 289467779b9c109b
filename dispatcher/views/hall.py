"""`state/hall`: the hall at a glance, for everybody."""

from forecast.rough import Load
from hall import State
from hall.plan import Plan
from wire.states import CounterSummary, DeviceState, GreenWindowState, HallState, HelpCall, ServiceLoad


def hall_view(
    state: State,
    plan: Plan,
    *,
    version: str,
    load: Load,
    help_calls: tuple[HelpCall, ...],
    devices: dict[str, DeviceState],
    epoch: int,
    now: int,
) -> HallState:
    """The picture at that moment. `at` is left 0: it is set when the view is published."""
    return HallState(
        epoch=epoch,
        seq=state.seq,
        open=state.is_open,
        until=state.opens_or_closes_at(now),
        services={service.id: _service(state, load, service.id) for service in plan.services},
        counters={counter.id: _counter(state, counter.id) for counter in plan.counters},
        green_windows={green.id: _green(state, green.id) for green in plan.green_windows},
        waiting=state.waiting_count,
        handled=state.handled_today,
        catalog=version,
        help=help_calls,
        devices=devices,
    )


def _service(state: State, load: Load, service: str) -> ServiceLoad:
    return ServiceLoad(waiting=state.waiting_of(service), expected=load.wait((service,)))


def _counter(state: State, counter: str) -> CounterSummary:
    found = state.counters[counter]
    return CounterSummary(state=found.state, reason=found.reason, ticket=found.current)


def _green(state: State, rule: str) -> GreenWindowState:
    green = state.green(rule)
    return GreenWindowState(mode=green.mode, engaged=green.engaged, waiting=green.waiting)
