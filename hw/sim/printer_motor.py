"""The simulated printer's motor: how fast the paper comes out."""

from collections.abc import Callable

SLOW_ROWS_S = 400.0
"""Rows a second of a slow one: 50 mm/s. Good ones do 250."""

_AT_ONCE_S = 0.1
"""It is looked at now and then only: what it could have done since the last look it does at once."""


class Motor:
    """Endless fast unless it is told to be slow. `clock` in seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._free_at = clock()

    def move(self, slow: bool) -> bool:
        """Print one row, if that can be now."""
        now = self._clock()
        if slow and now < self._free_at:
            return False
        self._free_at = max(self._free_at, now - _AT_ONCE_S) + 1 / SLOW_ROWS_S
        return True
