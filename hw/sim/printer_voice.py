"""How the simulated printer gets its answers out: at once, late, or byte by byte."""

from collections import deque
from collections.abc import Callable

LATE_S = 0.15
"""How late a late answer comes: a slow network, a busy processor in the printer."""

BETWEEN_S = 0.02
"""Between two bytes of an answer in fragments."""


class Voice:
    """Bytes with the moment at which each comes. `clock` in seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._waiting: deque[tuple[float, bytes]] = deque()

    def say(self, data: bytes, *, late: bool = False, in_fragments: bool = False) -> None:
        """After everything that was said before."""
        pieces = [bytes((byte,)) for byte in data] if in_fragments else [data]
        due = self._clock() + (LATE_S if late else 0.0)
        for piece in pieces:
            before = self._waiting[-1][0] if self._waiting else due
            due = max(due, before) + (BETWEEN_S if in_fragments else 0.0)
            self._waiting.append((due, piece))

    def due(self) -> bytes:
        """What comes now; once."""
        said = b""
        while self._waiting and self._waiting[0][0] <= self._clock():
            said += self._waiting.popleft()[1]
        return said
