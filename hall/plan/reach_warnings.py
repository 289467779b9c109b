"""What nobody can reach: a green window that never begins, a service without a clerk, a counter nobody opens."""

from collections.abc import Iterator
from decimal import Decimal

from hall.plan.faults import PlanFault
from hall.plan.hours import DAYS
from hall.plan.models import GreenWindow, Plan, Service
from wire.terms import DeviceKind


def reach_warnings(plan: Plan) -> Iterator[PlanFault]:
    """Every one of them."""
    for i, window in enumerate(plan.green_windows, 1):
        yield from _out_of_reach(f"green_window[{i}].enter_above", plan, window)
        yield from _not_judged(f"green_window[{i}].services", plan, window)
    yield from _without_clerk(plan)
    yield from _never_opened(plan)
    yield from _closed_anyway(plan)


def _short(plan: Plan, window: GreenWindow) -> list[Service]:
    return [s for s in plan.services if s.id in window.services]


def _out_of_reach(path: str, plan: Plan, window: GreenWindow) -> Iterator[PlanFault]:
    short = _short(plan, window)
    limits = [s.daily_limit for s in short if s.daily_limit is not None]
    never = f'green window "{window.id}" is engaged by hand only: more than {window.enter_above} must wait'
    if len(limits) == len(short) and window.enter_above >= sum(limits):
        yield PlanFault(path, f"{never}, and the daily_limit of its services allows {sum(limits)} a day")
        return
    least = [s.expected_minutes for s in short if s.expected_minutes is not None]
    if len(least) < len(short):
        return
    minutes, counters = min(least) * window.enter_above, _serving(plan, window)
    longest = _longest_day(plan)
    if counters and minutes > longest * counters:
        words = f"{minutes / 60:.0f} hours of work, and the counters that serve them ({counters}) have"
        yield PlanFault(path, f"{never}, that is {words} {Decimal(longest * counters) / 60:.0f} a day")


def _serving(plan: Plan, window: GreenWindow) -> int:
    return sum(c.services is None or not set(c.services).isdisjoint(window.services) for c in plan.counters)


def _longest_day(plan: Plan) -> int:
    """Minutes from the first opening to the last closing of a day, the longest there is."""
    spans = plan.hall.open
    if spans is None:
        return 24 * 60
    days = [[s for s in spans if day in s.days] for day in range(len(DAYS))]
    usual = [max(s.end for s in day) - min(s.start for s in day) for day in days if day]
    return max([*usual, *(s.end - s.start for s in plan.hall.extra)], default=24 * 60)


def _not_judged(path: str, plan: Plan, window: GreenWindow) -> Iterator[PlanFault]:
    short = _short(plan, window)
    if all(s.expected_minutes is None for s in short):
        words = f'no service of green window "{window.id}" has expected_minutes, so it can\'t be judged'
        yield PlanFault(path, f"{words} whether they are short (5 are taken); write how long they take")


def _without_clerk(plan: Plan) -> Iterator[PlanFault]:
    """Only where every clerk's skills are named, as one who does everything does this too, and where there are enough
    for every counter: a shorter list isn't finished, and others serve without signing in."""
    named = [clerk.services for clerk in plan.clerks if clerk.services is not None]
    if not named or len(named) < max(len(plan.clerks), len(plan.counters)):
        return
    known = {service for services in named for service in services}
    for i, service in enumerate(plan.services, 1):
        if service.id not in known:
            words = f'none of the clerks ({len(named)}) does "{service.id}"'
            yield PlanFault(f"service[{i}]", f"{words}; it is served only where nobody has signed in")


def _never_opened(plan: Plan) -> Iterator[PlanFault]:
    kinds = {device.kind for device in plan.devices}
    if not kinds or DeviceKind.CONSOLE in kinds:
        return
    opened = {name for d in plan.devices if d.kind is DeviceKind.PAD for name in d.counters}
    for i, counter in enumerate(plan.counters, 1):
        if counter.id not in opened:
            words = f'no pad belongs to counter "{counter.id}" and there is no console'
            yield PlanFault(f"counter[{i}]", f"{words}: nobody can open it")


def _closed_anyway(plan: Plan) -> Iterator[PlanFault]:
    if not plan.hall.open:
        return  # said elsewhere
    days = {day for span in plan.hall.open for day in span.days}
    for i, closed in enumerate(plan.hall.closed, 1):
        if closed.weekday() not in days:
            words = f"{closed} is a {DAYS[closed.weekday()]}, on which the hall is closed anyway"
            yield PlanFault(f"hall.closed[{i}]", f"{words}; look at the date, or leave it out")
