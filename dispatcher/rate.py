"""How much a device may say: a bucket of permits for each, filled at an even pace."""

from collections.abc import Callable
from dataclasses import dataclass

_MOST = 1000
"""Buckets kept; ids beyond those of a hall come only where the broker lets strangers in."""


@dataclass(frozen=True)
class Limit:
    """So many a second in the long run, and so many at once."""

    per_s: float
    burst: float


COMMANDS = Limit(100, 500)
"""Far above what hands can do; a file of bookings is held to it."""
REFUSALS = Limit(1000, 500)
"""Above the limit of commands: so many are told `busy`, the rest is dropped unread."""
PRESENCES = Limit(20, 100)


class Rate:
    """One limit, kept for each device by itself."""

    def __init__(self, limit: Limit, monotonic: Callable[[], float]) -> None:
        self._limit = limit
        self._monotonic = monotonic
        self._buckets: dict[str, tuple[float, float]] = {}
        """Permits, and the moment they were counted."""

    def allows(self, device: str) -> bool:
        """Takes a permit, if there is one."""
        now = self._monotonic()
        left, since = self._buckets.pop(device, (self._limit.burst, now))
        left = min(self._limit.burst, left + (now - since) * self._limit.per_s)
        allowed = left >= 1
        self._buckets[device] = (left - 1 if allowed else left, now)
        if len(self._buckets) > _MOST:
            del self._buckets[next(iter(self._buckets))]  # the one not heard for longest
        return allowed
