"""What a slow shared line still has to say, in the order that matters: answers to presses, then beeps, then digits."""

from collections import deque
from dataclasses import dataclass, field

REFRESH_S = 10.0
"""Nothing tells that a pad has lost its digits (a loose plug, a lost frame): they are said again so often."""


GAP_S = 0.04
"""Between digits the line is left to the pads for so long: who waits to speak gets in before the next."""


@dataclass
class _Digits:
    said: bytes
    due: float


@dataclass
class Outbox:
    """Times called `now` are monotonic seconds. Answers don't come through here: they are sent at once."""

    bytes_per_s: float
    _beeps: "deque[bytes]" = field(default_factory=deque)
    _digits: dict[str, _Digits] = field(default_factory=dict)
    _free_at: float = 0.0

    def put_beep(self, data: bytes) -> None:
        """Say this before any digits."""
        self._beeps.append(data)

    def put_digits(self, address: str, data: bytes, now: float) -> None:
        """Say this when nothing else is to be said; it takes the place of that pad's digits before."""
        before = self._digits.get(address)
        if before is None or before.said != data:
            self._digits[address] = _Digits(data, now)

    def forget(self, now: float) -> None:
        """The line was gone: no pad shows anything known, and beeps would come too late."""
        self._beeps.clear()
        self._free_at = now
        for digits in self._digits.values():
            digits.due = now

    def sent(self, size: int, now: float) -> None:
        """So many bytes were given to the line; it takes its time over them."""
        self._free_at = max(self._free_at, now) + size / self.bytes_per_s

    def next(self, now: float) -> bytes | None:
        """What may be sent now; None while the line is still busy with what was, or nothing is due."""
        if now < self._free_at:
            return None
        if self._beeps:
            return self._beeps.popleft()
        due = min(self._digits.values(), key=lambda digits: digits.due, default=None)
        if due is None or due.due > now or now < self._free_at + GAP_S:
            return None
        due.due = now + REFRESH_S
        return due.said
