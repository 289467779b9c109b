"""Work as a fluid: how long a newcomer waits when each ticket's work spreads evenly over the counters it can go to."""

from collections.abc import Iterator, Mapping
from math import ceil, sqrt

from wire.replies import WaitRange

_NINE_IN_TEN = 1.28
"""Standard deviations above the mean below which nine in ten of a normal distribution lie."""
_STEP_S = 60


class Fluid:
    """The work that lies before the open counters at one moment. Counters are bits of a number, so that a set of
    them is a number. Service times are taken to spread as much as they are long (coefficient of variation 1), as
    they do in such halls."""

    def __init__(self, busy_s: Mapping[int, float]) -> None:
        """`busy_s`: counter's bit → seconds until it is free. Only open counters are named."""
        self._busy = dict(busy_s)
        self._open = sum(self._busy)
        self._mean = dict.fromkeys(self._busy, 0.0)
        self._square = dict.fromkeys(self._busy, 0.0)
        self._counts: dict[int, int] = {}
        self._waits: dict[int, WaitRange | None] = {}

    def add(self, counters: int, count: int, work_s: float, square_s2: float) -> None:
        """So many waiting tickets for these counters: their work in seconds, and the sum of its squares."""
        self._waits.clear()
        self._counts[counters] = self._counts.get(counters, 0) + count
        mask = counters & self._open
        share = 1 / max(1, mask.bit_count())
        for bit in _bits(mask):
            self._mean[bit] += share * work_s
            self._square[bit] += share * square_s2

    def ahead(self, counters: int) -> int:
        """How many of those waiting can go to one of these counters; of closed ones only if all are closed."""
        mask = (counters & self._open) or counters
        return sum(count for there, count in self._counts.items() if there & mask)

    def wait(self, counters: int) -> WaitRange | None:
        """The wait of one who comes now; None while none of these counters is open."""
        mask = counters & self._open
        if mask not in self._waits:
            self._waits[mask] = self._wait(list(_bits(mask)))
        return self._waits[mask]

    def _wait(self, bits: list[int]) -> WaitRange | None:
        if not bits:
            return None
        soonest = min([self._busy[bit] for bit in bits])
        mean = sum([self._mean[bit] for bit in bits]) / len(bits) + soonest
        spread = sqrt(sum([self._square[bit] for bit in bits]) / len(bits) ** 2 + soonest**2)
        return wait_range(mean, mean + _NINE_IN_TEN * spread)


def wait_range(low_s: float, high_s: float) -> WaitRange:
    """In whole minutes, the lower edge down and the upper one up: finer figures would only pretend."""
    return WaitRange(low_s=int(low_s // _STEP_S) * _STEP_S, high_s=ceil(high_s / _STEP_S) * _STEP_S)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low
        mask ^= low
