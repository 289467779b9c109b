"""What happens again and again in the loop, by the monotonic clock."""


class Every:
    """Due once a period, at once the first time; periods that were missed are not made up for."""

    def __init__(self, period_s: float) -> None:
        self._period = period_s
        self._next = float("-inf")

    def due(self, now: float) -> bool:
        """Whether it is time; asking starts the next period."""
        if now < self._next:
            return False
        self._next = now + self._period
        return True

    def left(self, now: float) -> float:
        """Seconds until it is due."""
        return max(0.0, self._next - now)
