"""The two clocks of a process: one for durations, one for dates. Passed in, so that tests can turn them."""

import time
from typing import Protocol


class Clock(Protocol):
    """Where durations and dates come from."""

    def monotonic(self) -> float:
        """Seconds that only ever rise."""
        ...

    def now_ms(self) -> int:
        """The date and time, in milliseconds since 1970 UTC; it may be set back."""
        ...


class SystemClock:
    """The machine's own clocks."""

    def monotonic(self) -> float:
        """Seconds that only ever rise."""
        return time.monotonic()

    def now_ms(self) -> int:
        """The date and time, in milliseconds since 1970 UTC."""
        return time.time_ns() // 1_000_000
