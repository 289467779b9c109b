"""Hours that are allowed but probably not meant: gaps, days left out, a green window while the hall is closed."""

from collections.abc import Iterator
from itertools import pairwise

from hall.plan.faults import PlanFault
from hall.plan.hours import DAYS, DaySpan, days_text, hours_text, overlap
from hall.plan.models import GreenWindow, Plan


def hours_warnings(plan: Plan) -> Iterator[PlanFault]:
    """What `open` and every `when` may not mean."""
    for i, window in enumerate(plan.green_windows, 1):
        if window.when is not None and not window.when:
            words = f'is empty, so green window "{window.id}" is engaged by hand only; left out it is always'
            yield PlanFault(f"green_window[{i}].when", words)
    if plan.hall.open is None:
        yield from _dates_for_nothing(plan)
        return
    weekly = _weekly(plan, plan.hall.open)
    yield from _open(plan, plan.hall.open)
    for i, window in enumerate(plan.green_windows, 1):
        if weekly and window.when:
            yield from _outside(f"green_window[{i}].when", window, window.when, weekly)


def _dates_for_nothing(plan: Plan) -> Iterator[PlanFault]:
    if plan.hall.closed or plan.hall.extra:
        yield PlanFault(
            "hall.open", "is left out, so the hall is always open: closed and extra change nothing"
        )


def _open(plan: Plan, spans: tuple[DaySpan, ...]) -> Iterator[PlanFault]:
    if not spans:
        but = " but for the dates in extra" if plan.hall.extra else ""
        yield PlanFault("hall.open", f"is empty, so the hall never opens{but}; left out it is always open")
        return
    for (start, end), days in _gaps(spans).items():
        words = f"the hall is closed {days_text(days)} {hours_text(start, end)}, between two stretches"
        yield PlanFault("hall.open", f"{words}; tickets are refused then")
    idle = [name for day, name in enumerate(DAYS[:5]) if not any(day in s.days for s in spans)]
    if idle:
        yield PlanFault("hall.open", f"the hall never opens on {', '.join(idle)}")


def _gaps(spans: tuple[DaySpan, ...]) -> dict[tuple[int, int], list[int]]:
    """Every gap between two stretches of a day, with the days that have it: said once, however many."""
    found: dict[tuple[int, int], list[int]] = {}
    for day in range(len(DAYS)):
        of_day = sorted((s for s in spans if day in s.days), key=lambda s: s.start)
        for one, other in pairwise(of_day):
            if other.start > one.end:
                found.setdefault((one.end, other.start), []).append(day)
    return found


def _weekly(plan: Plan, spans: tuple[DaySpan, ...]) -> tuple[DaySpan, ...]:
    """The opening hours by weekday; a date of `extra` counts as its weekday, since a `when` may be for it."""
    extra = (DaySpan(frozenset({s.day.weekday()}), s.start, s.end) for s in plan.hall.extra)
    return (*spans, *extra)


def _outside(
    path: str, window: GreenWindow, when: tuple[DaySpan, ...], weekly: tuple[DaySpan, ...]
) -> Iterator[PlanFault]:
    lost = [_days_outside(span, weekly) for span in when]
    if all(days == span.days for span, days in zip(when, lost, strict=True)):
        words = f'green window "{window.id}" does nothing: all of its `when` lies outside the opening hours'
        yield PlanFault(path, f"{words}; change one of them")
        return
    for j, (span, days) in enumerate(zip(when, lost, strict=True), 1):
        if days and (
            days == span.days or len(span.days) < len(DAYS)
        ):  # `every day` means every day it is open
            stretch = f"{days_text(days)} {hours_text(span.start, span.end)}"
            yield PlanFault(f"{path}[{j}]", f"{stretch} lies outside the opening hours; change one of them")


def _days_outside(span: DaySpan, weekly: tuple[DaySpan, ...]) -> frozenset[int]:
    """Its days on which the hall isn't open at any moment of it."""
    alone = {day: DaySpan(frozenset({day}), span.start, span.end) for day in span.days}
    return frozenset(day for day, one in alone.items() if not any(overlap(one, other) for other in weekly))
