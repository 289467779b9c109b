"""The demo's clock: hall minutes that pass in real seconds."""

import threading
from dataclasses import dataclass

from runtime.clock import Clock


@dataclass(frozen=True)
class Pace:
    """`speed` hall seconds pass in one real second; the morning began at `begun` (monotonic seconds)."""

    speed: float
    begun: float
    clock: Clock
    stopping: threading.Event
    """Set once the demo ends: nobody waits any longer."""

    def real(self, hall_seconds: float) -> float:
        """How long that takes here, in seconds."""
        return hall_seconds / self.speed

    def hall_now(self) -> float:
        """Hall seconds since the morning began."""
        return (self.clock.monotonic() - self.begun) * self.speed

    def pause(self, real_seconds: float) -> bool:
        """Waits; False once the demo ends."""
        return not self.stopping.wait(max(0.0, real_seconds))
