"""A moment on the monotonic clock by which something must be over; passed down instead of time-outs."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Deadline:
    """`at` is in seconds of `clock`; tests pass a clock and a sleep of their own."""

    at: float
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep

    @classmethod
    def after(
        cls,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> "Deadline":
        """The moment `seconds` from now."""
        return cls(clock() + seconds, clock, sleep)

    def left(self) -> float:
        """Seconds left, never below 0."""
        return max(0.0, self.at - self.clock())

    @property
    def passed(self) -> bool:
        """Whether it is over."""
        return self.left() == 0.0

    def within(self, seconds: float) -> "Deadline":
        """The sooner of this deadline and `seconds` from now."""
        return Deadline(min(self.at, self.clock() + seconds), self.clock, self.sleep)

    def pause(self, seconds: float) -> None:
        """Sleep that long, but not past the deadline."""
        self.sleep(min(seconds, self.left()))
