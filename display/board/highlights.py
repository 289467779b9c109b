"""Which call stands large: each new one for a while, in their order, faster when many wait."""

from collections import deque
from collections.abc import Callable, Iterable

HOLD_S = 2.5
HURRIED_S = 1.25
"""Long enough to blink three times under 3 Hz."""
MANY = 4


class Highlights:
    """A queue of calls by `seq`. Times are monotonic seconds."""

    def __init__(self) -> None:
        self._waiting: deque[int] = deque()
        self._shown = 0
        self._since = float("-inf")

    def add(self, seqs: Iterable[int]) -> None:
        """These calls are new, in this order."""
        self._waiting.extend(seqs)

    def current(self, now: float, worth: Callable[[int], bool]) -> int:
        """The call that stands large now, 0 before the first. One not `worth` it any more is passed over."""
        while self._waiting and now - self._since >= self._hold():
            seq = self._waiting.popleft()
            if worth(seq) or not self._waiting:
                self._shown, self._since = seq, now
        return self._shown

    def busy(self, now: float) -> bool:
        """Whether the call that stands large still has a right to its time."""
        return bool(self._waiting) or now - self._since < HOLD_S

    def _hold(self) -> float:
        return HURRIED_S if len(self._waiting) >= MANY else HOLD_S
