"""The dispatcher's time: the wall clock, but never backwards."""

from runtime import Clock


class Timeline:
    """Every `at` comes from here. Where the wall clock was set back, time goes on at half its pace from the last
    moment that was told, until the clock has caught up: nobody ever waits for a negative time."""

    def __init__(self, clock: Clock, last_at: int) -> None:
        self._clock = clock
        self._last = float(last_at)
        self._mark = clock.monotonic()

    def now(self) -> int:
        """Milliseconds since 1970 UTC."""
        mark = self._clock.monotonic()
        crept = self._last + max(0.0, mark - self._mark) * 500
        wall = float(self._clock.now_ms())
        self._mark = mark
        self._last = wall if wall >= self._last else crept
        return int(self._last)

    def ahead_ms(self) -> int:
        """How far the last moment told lies ahead of the wall clock."""
        return max(0, int(self._last) - self._clock.now_ms())
