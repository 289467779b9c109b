"""What is allowed in a hall file but probably not meant, with the figure that shows it."""

from collections.abc import Iterator
from decimal import Decimal

from hall.plan.faults import PlanFault
from hall.plan.hours_warnings import hours_warnings
from hall.plan.models import GreenWindow, Plan, Service
from hall.plan.reach_warnings import reach_warnings
from wire.terms import DeviceKind

_USUAL_MINUTES = Decimal(5)
"""Taken for a service whose `expected_minutes` is left out."""


def warnings_of(plan: Plan) -> tuple[PlanFault, ...]:
    """Every warning of a plan without a fault."""
    return (
        *_nothing_to_do(plan),
        *_unserved(plan),
        *_weak_windows(plan),
        *hours_warnings(plan),
        *reach_warnings(plan),
        *_stations(plan),
    )


def _nothing_to_do(plan: Plan) -> Iterator[PlanFault]:
    for section, found in (("service", plan.services), ("counter", plan.counters)):
        if not found:
            yield PlanFault(section, f"there is no [[{section}]]; nobody can be called in this hall")


def _unserved(plan: Plan) -> Iterator[PlanFault]:
    if not plan.counters:
        return  # said already, once for all
    for i, service in enumerate(plan.services, 1):
        if not any(c.services is None or service.id in c.services for c in plan.counters):
            words = f'no counter serves "{service.id}"; its tickets can only be called one by one'
            yield PlanFault(f"service[{i}]", words)


def work_share(plan: Plan, window: GreenWindow) -> Decimal:
    """The share of a green window's services in the hall's work (0 to 1), every service asked for alike.

    Work is `expected_minutes`, 5 where it is left out: what the file knows. A day's own figures may differ.
    """
    return sum((_minutes(s) for s in plan.services if s.id in window.services), Decimal(0)) / sum(
        map(_minutes, plan.services)
    )


def _minutes(service: Service) -> Decimal:
    return _USUAL_MINUTES if service.expected_minutes is None else service.expected_minutes


def _weak_windows(plan: Plan) -> Iterator[PlanFault]:
    """Below the short services' share of the work almost nothing is gained, at it a third (facts: policy)."""
    for i, window in enumerate(plan.green_windows, 1):
        counters = Decimal(len(set(window.counters))) / len(plan.counters)
        work = work_share(plan, window)
        if counters < work:
            words = (
                f'green window "{window.id}" can\'t do much: it has {counters:.0%} of the counters '
                f"({len(set(window.counters))} of {len(plan.counters)}) for services with {work:.0%} of the work; "
                f"at that share it closes a third of the gap, at 1.5 times it two thirds: add counters to it"
            )
            yield PlanFault(f"green_window[{i}]", words)


def _stations(plan: Plan) -> Iterator[PlanFault]:
    for i, device in enumerate(plan.devices, 1):
        if device.kind in (DeviceKind.STRIP, DeviceKind.EVALUATOR) and not device.counters:
            yield PlanFault(f"device[{i}]", f'{device.kind} "{device.id}" belongs to no counter; give it one')
