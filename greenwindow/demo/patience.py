"""How long a resident stands before a kiosk: what counts is the time in which it answers, not that of its restart."""

from runtime.clock import Clock

ANSWERED_S = 25.0
AT_ALL_S = 120.0


class Patience:
    """One resident's. A kiosk that is dead, or says that it is trying, is waited for as long as a person would."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._begun = self._looked = clock.monotonic()
        self._spent = 0.0

    @property
    def left(self) -> bool:
        """Whether the resident still stands there."""
        return self._spent < ANSWERED_S and self._clock.monotonic() - self._begun < AT_ALL_S

    def looked(self, *, served: bool) -> None:
        """Told after each look; `served`: the time since the last one was one in which the kiosk could be used."""
        now = self._clock.monotonic()
        if served:
            self._spent += now - self._looked
        self._looked = now
