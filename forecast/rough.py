"""How long a wait may be, roughly: from the work that lies ahead, without playing the rules through.

It knows who can be served where, how long that usually takes and who is being served; it does not know priorities,
weights, green windows or breaks. A simulation by the very rules will take its place; what it answers stays the same:
half of such tickets wait under the lower edge, nine in ten under the upper one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from forecast.fluid import Fluid
from hall import State, Ticket
from hall.plan import Plan
from wire.replies import WaitRange
from wire.terms import CounterState

_USUAL_MINUTES = 5.0
"""Where the hall file names no `expected_minutes`."""
_OPEN = (CounterState.IDLE, CounterState.CALLED, CounterState.SERVING)
_AT_LEAST = 0.25
"""Of its usual time: what a service that should be over by now still takes."""


@dataclass(frozen=True)
class Load:
    """The work ahead at one moment, and which counters serve what."""

    at: int
    _fluid: Fluid
    _masks: Mapping[str, int]
    _minutes: Mapping[str, float]

    def ahead(self, needs: Iterable[str]) -> int:
        """How many of those waiting can go to a counter that serves one of these."""
        return self._fluid.ahead(_mask(needs, self._masks))

    def wait(self, needs: Iterable[str]) -> WaitRange | None:
        """How long one with these needs waits who comes now; None while no open counter serves any."""
        return self._fluid.wait(_mask(needs, self._masks))

    def add(self, needs: tuple[str, ...]) -> None:
        """One more waits."""
        work = _work_s(needs, self._minutes)
        self._fluid.add(_mask(needs, self._masks), 1, work, work * work)


class RoughForecast:
    """For one hall file."""

    def __init__(self, plan: Plan) -> None:
        self._every = [service.id for service in plan.services]
        self._served = {counter.id: counter.services for counter in plan.counters}
        self._bits = {counter.id: 1 << n for n, counter in enumerate(plan.counters)}
        self._minutes = {s.id: float(s.expected_minutes or _USUAL_MINUTES) for s in plan.services}
        self._known: tuple[Any, dict[str, int]] = (None, {})

    def load(self, state: State, now: int, before: Ticket | None = None) -> Load:
        """The load of all that are ready, or of those that come before that ticket."""
        masks = self._masks(state)
        fluid = Fluid(self._busy(state, now))
        for counters, works in self._waiting(state, now, before, masks).items():
            fluid.add(counters, len(works), sum(works), sum([work * work for work in works]))
        return Load(now, fluid, masks, self._minutes)

    def _waiting(
        self, state: State, now: int, before: Ticket | None, masks: Mapping[str, int]
    ) -> dict[int, list[float]]:
        """Counters as bits → the work of each ticket that can go to just these."""
        alike: dict[tuple[str | None, tuple[str, ...]], tuple[int, float]] = {}
        found: dict[int, list[float]] = defaultdict(list)
        last = (now, float("inf")) if before is None else (before.ready, before.issue)
        for ticket in _all_waiting(state):
            if (ticket.ready, ticket.issue) < last:
                key = (ticket.pinned, ticket.needs)
                if key not in alike:
                    counters = (
                        self._bits.get(ticket.pinned, 0) if ticket.pinned else _mask(ticket.needs, masks)
                    )
                    alike[key] = (counters, _work_s(ticket.needs, self._minutes))
                counters, work = alike[key]
                found[counters].append(work)
        return found

    def _masks(self, state: State) -> dict[str, int]:
        """Service → the counters that serve it, as bits; made anew only when a counter opened or closed."""
        key = [(place.state is CounterState.CLOSED, place.served) for place in state.counters.values()]
        if key != self._known[0]:
            self._known = (key, self._make_masks(state))
        return self._known[1]

    def _make_masks(self, state: State) -> dict[str, int]:
        masks = dict.fromkeys(self._every, 0)
        for name, place in state.counters.items():
            served = self._served[name] if place.state is CounterState.CLOSED else place.served
            for service in self._every if served is None else served:
                masks[service] |= self._bits[name]
        return masks

    def _busy(self, state: State, now: int) -> dict[int, float]:
        """Open counter's bit → seconds until it is free."""
        found = {}
        for name, place in state.counters.items():
            if place.state in _OPEN:
                ticket = state.tickets.get(place.current or "")
                found[self._bits[name]] = 0.0 if ticket is None else self._rest_s(ticket, now)
        return found

    def _rest_s(self, ticket: Ticket, now: int) -> float:
        usual = _work_s(ticket.needs, self._minutes)
        gone = max(0.0, (now - (ticket.called_at or now)) / 1000)
        return max(usual - gone, usual * _AT_LEAST)


def _all_waiting(state: State) -> Iterator[Ticket]:
    yield from state.queues.waiting.values()
    for counter in state.counters.values():
        yield from (state.tickets[number] for _, _, number in counter.pinned)


def _mask(needs: Iterable[str], masks: Mapping[str, int]) -> int:
    found = 0
    for need in needs:
        found |= masks.get(need, 0)
    return found


def _work_s(needs: Iterable[str], minutes: Mapping[str, float]) -> float:
    return 60.0 * sum([minutes.get(need, _USUAL_MINUTES) for need in needs])
