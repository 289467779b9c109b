"""Work as a fluid: how long a newcomer waits when each ticket's work spreads evenly over the counters it can go to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil, sqrt

from wire.replies import WaitRange

_NINE_IN_TEN = 1.28
"""Standard deviations above the mean below which nine in ten of a normal distribution lie."""
_STEP_S = 60


@dataclass(frozen=True)
class Group:
    """Waiting tickets that are alike: the counters they can go to as bits, seconds of work each, how many."""

    counters: int
    work_s: float
    count: int


class Fluid:
    """The work that lies before the open counters at one moment. Service times are taken to spread as much as
    they are long (coefficient of variation 1), as they do in such halls."""

    def __init__(self, busy_s: Mapping[int, float], groups: Iterable[Group]) -> None:
        """`busy_s`: counter's bit → seconds until it is free. Only open counters are named."""
        self._busy = dict(busy_s)
        self._open = sum(self._busy)
        self._groups = [(group, group.counters & self._open) for group in groups]
        self._mean = dict.fromkeys(self._busy, 0.0)
        self._square = dict.fromkeys(self._busy, 0.0)
        for group, mask in self._groups:
            self._spread(group, mask)

    def _spread(self, group: Group, mask: int) -> None:
        share = group.count / max(1, mask.bit_count())
        for bit in _bits(mask):
            self._mean[bit] += share * group.work_s
            self._square[bit] += share * group.work_s**2

    def ahead(self, counters: int) -> int:
        """How many of those waiting can go to one of these counters; of closed ones only if all are closed."""
        mask = counters & self._open
        if mask:
            return sum(group.count for group, at in self._groups if at & mask)
        return sum(group.count for group, _ in self._groups if group.counters & counters)

    def wait(self, counters: int) -> WaitRange | None:
        """The wait of one who comes now; None while none of these counters is open."""
        bits = list(_bits(counters & self._open))
        if not bits:
            return None
        soonest = min(self._busy[bit] for bit in bits)
        mean = sum(self._mean[bit] for bit in bits) / len(bits) + soonest
        spread = sqrt(sum(self._square[bit] for bit in bits) / len(bits) ** 2 + soonest**2)
        return wait_range(mean, mean + _NINE_IN_TEN * spread)


def wait_range(low_s: float, high_s: float) -> WaitRange:
    """In whole minutes, the lower edge down and the upper one up: finer figures would only pretend."""
    return WaitRange(low_s=int(low_s // _STEP_S) * _STEP_S, high_s=ceil(high_s / _STEP_S) * _STEP_S)


def _bits(mask: int) -> Iterable[int]:
    while mask:
        low = mask & -mask
        yield low
        mask ^= low
