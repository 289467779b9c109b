"""How long a wait may be, roughly: from the work that lies ahead, without playing the rules through.

It knows who can be served where, how long that usually takes and who is being served; it does not know priorities,
weights, green windows or breaks. A simulation by the very rules will take its place; what it answers stays the same:
half of such tickets wait under the lower edge, nine in ten under the upper one.
"""

from collections import Counter as Tally
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from forecast.fluid import Fluid, Group
from hall import State, Ticket
from hall.plan import Plan
from wire.terms import CounterState

_USUAL_MINUTES = 5.0
"""Where the hall file names no `expected_minutes`."""
_OPEN = (CounterState.IDLE, CounterState.CALLED, CounterState.SERVING)
_AT_LEAST = 0.25
"""Of its usual time: what a service that should be over by now still takes."""


@dataclass(frozen=True)
class Load:
    """The work ahead at one moment, and which counters serve what."""

    fluid: Fluid
    masks: Mapping[str, int]
    """Service → the counters that serve it, as bits."""

    def counters_for(self, needs: Iterable[str]) -> int:
        """The counters that serve at least one of these, as bits."""
        found = 0
        for need in needs:
            found |= self.masks.get(need, 0)
        return found


def rough_load(state: State, plan: Plan, now: int, without: str | None = None) -> Load:
    """The load of all that wait, but for that ticket."""
    bits = {counter.id: 1 << n for n, counter in enumerate(plan.counters)}
    minutes = {s.id: float(s.expected_minutes or _USUAL_MINUTES) for s in plan.services}
    masks = _masks(state, plan, bits)
    tally = Tally((ticket.pinned, ticket.needs) for ticket in _waiting(state) if ticket.number != without)
    load = Load(Fluid({}, ()), masks)
    groups = [
        Group(bits.get(pinned, 0) if pinned else load.counters_for(needs), _work_s(needs, minutes), count)
        for (pinned, needs), count in tally.items()
    ]
    return Load(Fluid(_busy(state, bits, minutes, now), groups), masks)


def _waiting(state: State) -> Iterator[Ticket]:
    yield from state.queues.waiting.values()
    for counter in state.counters.values():
        yield from (state.tickets[number] for _, _, number in counter.pinned)


def _masks(state: State, plan: Plan, bits: Mapping[str, int]) -> dict[str, int]:
    every = [service.id for service in plan.services]
    masks = dict.fromkeys(every, 0)
    for counter in plan.counters:
        place = state.counters[counter.id]
        served = counter.services if place.state is CounterState.CLOSED else place.served
        for service in every if served is None else served:
            masks[service] |= bits[counter.id]
    return masks


def _busy(state: State, bits: Mapping[str, int], minutes: Mapping[str, float], now: int) -> dict[int, float]:
    """Open counter's bit → seconds until it is free."""
    found = {}
    for name, counter in state.counters.items():
        if name in bits and counter.state in _OPEN:
            ticket = state.tickets.get(counter.current or "")
            found[bits[name]] = 0.0 if ticket is None else _rest_s(ticket, minutes, now)
    return found


def _rest_s(ticket: Ticket, minutes: Mapping[str, float], now: int) -> float:
    usual = _work_s(ticket.needs, minutes)
    gone = max(0.0, (now - (ticket.called_at or now)) / 1000)
    return max(usual - gone, usual * _AT_LEAST)


def _work_s(needs: Iterable[str], minutes: Mapping[str, float]) -> float:
    return 60.0 * sum(minutes.get(need, _USUAL_MINUTES) for need in needs)
