"""How smoothly a window lives: the longest time between two of its frames, measured in its own process."""

import time
from dataclasses import dataclass
from pathlib import Path

from PyQt6.QtCore import QObject, QTimer
from PyQt6.QtQuick import QQuickWindow

EVERY_MS = 16
"""A still window draws nothing: while it is watched it is asked for a frame so often."""


@dataclass(frozen=True)
class Frames:
    """What was seen since it was asked last."""

    count: int = 0
    longest_ms: float = 0.0
    """From one frame to the next; a wait that isn't over counts as well."""
    starved_ms: float = 0.0
    """For how long, within that longest time, threads of this process were ready to run and the machine was busy with
    others: their sum, at most the whole of it. Next to nothing on a machine that has a core left."""


class FrameWatch(QObject):
    """Watches from its making until the window's end."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self._last = time.monotonic()
        self._starved = starved_s()
        self._seen = Frames()
        self._timer = QTimer(self)
        self._timer.timeout.connect(window.update)
        window.frameSwapped.connect(self._shown)
        self._timer.start(EVERY_MS)

    def take(self) -> Frames:
        """What was seen since this was asked last."""
        seen = self._with_the_last()
        self._seen = Frames()
        return Frames(seen.count - 1, seen.longest_ms, seen.starved_ms)

    def _shown(self) -> None:
        self._seen = self._with_the_last()
        self._last, self._starved = time.monotonic(), starved_s()

    def _with_the_last(self) -> Frames:
        seen, gap_ms = self._seen, (time.monotonic() - self._last) * 1000
        if gap_ms <= seen.longest_ms:
            return Frames(seen.count + 1, seen.longest_ms, seen.starved_ms)
        return Frames(seen.count + 1, gap_ms, min(gap_ms, (starved_s() - self._starved) * 1000))


def starved_s() -> float:
    """How long the threads of this process have waited for a core so far, together."""
    return sum(map(_waited_s, Path("/proc/self/task").iterdir()))


def _waited_s(task: Path) -> float:
    try:
        return int((task / "schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError):  # a thread that has just ended; a kernel that doesn't count
        return 0.0
