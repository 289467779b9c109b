"""A plan made ready for use: exact numbers, sets and look-ups that the order and the counts need at every press."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from hall.calendar import Days, Hours
from hall.plan import GreenWindow, Plan

Served = frozenset[str] | None
"""The services of a counter with its clerk; None is every service."""


class Kind(NamedTuple):
    """What the order knows of a ticket besides its times: tickets of one kind are called first come, first served."""

    weight: int
    head_start: int
    priority: bool
    windows: tuple[int, ...]


@dataclass(frozen=True)
class Window:
    """A green window of the plan."""

    id: str
    services: frozenset[str]
    enter_above: int
    leave_below: int
    hours: Hours


def milliseconds(minutes: Decimal) -> int:
    """Minutes as written, in whole milliseconds; finer is cut."""
    return int(Fraction(minutes) * 60_000)


class Rules:
    """What a plan means for the order (CONTRACT §3), computed once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.days = Days(plan.hall.zone)
        self.hours = Hours(self.days, plan.hall.hours)
        self.windows = tuple(self._window(w) for w in plan.green_windows)
        self.windows_at = {c.id: self._naming(c.id) for c in plan.counters}
        queue = plan.queue
        self.max_wait = None if queue.max_wait_minutes is None else milliseconds(queue.max_wait_minutes)
        self.appointment_head_start = milliseconds(queue.appointment_head_start_minutes)
        self.appointment_grace = milliseconds(queue.appointment_grace_minutes)
        self._priority_head_start = milliseconds(queue.priority_head_start_minutes)
        self.limits = {s.id: s.daily_limit for s in plan.services if s.daily_limit is not None}
        self.unit, self._weights = _weights(plan)
        self._head_starts = {s.id: milliseconds(s.head_start_minutes) for s in plan.services}
        self._kinds: dict[tuple[tuple[str, ...], bool], Kind] = {}

    def served(self, counter: str, clerk: str | None) -> Served:
        """What a counter serves with that clerk signed in."""
        place = self.plan.counter(counter)
        person = None if clerk is None else self.plan.clerk(clerk)
        sets = [set(s.services) for s in (place, person) if s is not None and s.services is not None]
        return frozenset(set.intersection(*sets)) if sets else None

    def prefix(self, service: str) -> str:
        """The letters before the number of a ticket whose first need this is; `A` for one the file lost since."""
        known = self.plan.service(service)
        return "A" if known is None else known.prefix

    def kind_of(self, needs: tuple[str, ...], priority: bool) -> Kind:
        """The kind of a ticket with these needs."""
        known = self._kinds.get((needs, priority))
        if known is None:
            if len(self._kinds) > 10_000:  # needs come from outside: a memo must not grow without end
                self._kinds.clear()
            known = self._kinds[needs, priority] = self._kind(needs, priority)
        return known

    def _kind(self, needs: tuple[str, ...], priority: bool) -> Kind:
        weight = min(self._weights.get(s, self.unit) for s in needs)
        head_start = min(self._head_starts.get(s, 0) for s in needs)
        windows = tuple(i for i, w in enumerate(self.windows) if w.services.issuperset(needs))
        return Kind(weight, head_start + (self._priority_head_start if priority else 0), priority, windows)

    def _window(self, window: GreenWindow) -> Window:
        hours = Hours(self.days, window.hours)
        return Window(window.id, frozenset(window.services), window.enter_above, window.leave_below, hours)

    def _naming(self, counter: str) -> tuple[int, ...]:
        return tuple(i for i, w in enumerate(self.plan.green_windows) if counter in w.counters)


def _weights(plan: Plan) -> tuple[int, dict[str, int]]:
    """Weights as whole numbers in the same proportion, and the one that stands for 1.0."""
    exact = {s.id: Fraction(s.weight) for s in plan.services}
    scale = lcm(*(weight.denominator for weight in exact.values()))
    return scale, {name: int(weight * scale) for name, weight in exact.items()}
