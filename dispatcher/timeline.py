"""The dispatcher's time: the wall clock, but never backwards."""

from collections.abc import Callable

from runtime import Clock

DayEnds = Callable[[int], int]
"""The end of the hall day that a moment belongs to."""


class Timeline:
    """Every `at` comes from here. Where the wall clock was put back, time goes on from the last moment that was told,
    at half its pace until the clock has caught up, or slower still, so that both come to the end of the hall day
    together: nobody ever waits for a negative time, and no day ends in the middle of one.

    Doors and hours go by `wall` meanwhile.
    """

    def __init__(self, clock: Clock, last_at: int, day_ends: DayEnds) -> None:
        self._clock = clock
        self._last = float(last_at)
        self._mark = clock.monotonic()
        self.day_ends = day_ends
        """By the hall file's time zone: another one may come while it runs."""

    def now(self) -> int:
        """Milliseconds since 1970 UTC."""
        mark, wall = self._clock.monotonic(), self._clock.now_ms()
        passed, self._mark = max(0.0, mark - self._mark) * 1000, mark
        self._last = float(wall) if wall >= self._last else self._last + passed * self._pace(wall - passed)
        return int(self._last)

    def wall(self) -> int:
        """The same, unless the clock was put back: then what it says."""
        return min(self.now(), self._clock.now_ms())

    def behind_ms(self) -> int:
        """How far the wall clock is behind the last moment told."""
        return max(0, int(self._last) - self._clock.now_ms())

    def _pace(self, since: float) -> float:
        ends = self.day_ends(int(self._last))
        return min(0.5, (ends - self._last) / (ends - since))
