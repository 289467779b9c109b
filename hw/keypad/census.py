"""Keeps count of what must not act: unknown pads and keys, two pads of one name, noise; and says when it is a fault."""

from collections import Counter, deque
from collections.abc import Callable

from hw.keypad.pad import FaultKind, PadFault

STANDS_S = 60.0
"""A fault is over when it was not seen again for so long."""
_NEEDED = {FaultKind.UNKNOWN_PAD: 2}
"""Noise may look like a pad once; a pad that nobody answers repeats itself."""
NOISE_BYTES = 200
"""So many senseless bytes within a minute are worth a look at the cable."""
_MOST = 8
"""Faults told at a time; all are counted."""

_WORDS = {
    FaultKind.UNKNOWN_PAD: "pad {address} is not in the hall file; add it to addresses, or set the pad's address",
    FaultKind.SAME_ADDRESS: "two pads go by address {address}; set another address on one of them",
    FaultKind.UNKNOWN_KEY: "pad {address} sends {code}, which the key map doesn't have",
    FaultKind.NOISE: "{code} senseless bytes in a minute; look at cable, speed and termination",
    FaultKind.STALE: "presses of pad {address} come too late to act; look at its clock",
}


class Census:
    """One line's. `clock` in monotonic seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._seen: dict[tuple[FaultKind, str, str], deque[float]] = {}
        self._noise: deque[tuple[float, int]] = deque()
        self.counts: Counter[FaultKind] = Counter()
        """Since the start."""

    def note(self, kind: FaultKind, address: str, code: str = "") -> None:
        """Seen once more."""
        self.counts[kind] += 1
        if (kind, address, code) in self._seen or len(self._seen) < 256:  # noise can't fill the memory
            seen = self._seen.setdefault((kind, address, code), deque(maxlen=_NEEDED.get(kind, 1)))
            seen.append(self._clock())

    def noise(self, size: int) -> None:
        """So many bytes made no sense."""
        if size:
            self.counts[FaultKind.NOISE] += size
            self._noise.append((self._clock(), size))

    def faults(self) -> tuple[PadFault, ...]:
        """Those that stand now."""
        since = self._clock() - STANDS_S
        self._seen = {key: times for key, times in self._seen.items() if times[-1] > since}
        found = [self._fault(*key) for key, times in self._seen.items() if self._stands(key[0], times, since)]
        while self._noise and self._noise[0][0] <= since:
            self._noise.popleft()
        if sum(size for _, size in self._noise) >= NOISE_BYTES:
            found.append(self._fault(FaultKind.NOISE, "", f"over {NOISE_BYTES}"))
        return tuple(sorted(found)[:_MOST])

    def _stands(self, kind: FaultKind, times: "deque[float]", since: float) -> bool:
        return len(times) == _NEEDED.get(kind, 1) and times[0] > since

    def _fault(self, kind: FaultKind, address: str, code: str) -> PadFault:
        return PadFault(kind, address, _WORDS[kind].format(address=address, code=code))
