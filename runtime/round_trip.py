"""Whether a link is dead: what was said is no longer acknowledged. `is_connected` of a black hole stays true."""

import threading


class RoundTrip:
    """Counts what was said and not acknowledged, over a link that acknowledges in order.

    Patience is counted in ticks, not by a clock: a process that was itself stopped for a while must not blame the
    link for the answers it had no time to read.
    """

    def __init__(self, patience: int) -> None:
        self._patience = patience
        self._open = 0
        self._ticks = 0
        self._lock = threading.Lock()

    def said(self) -> None:
        """Before it is sent."""
        with self._lock:
            self._ticks = self._ticks if self._open else 0
            self._open += 1

    def acknowledged(self) -> None:
        """One of what was said has arrived."""
        with self._lock:
            self._open = max(0, self._open - 1)
            self._ticks = 0

    def tick(self) -> bool:
        """True when something was said `patience` ticks ago and nothing has been acknowledged since."""
        with self._lock:
            self._ticks = self._ticks + 1 if self._open else 0
            return self._ticks > self._patience
