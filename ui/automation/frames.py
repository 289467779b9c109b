"""How smoothly a window lives: the longest time between two of its frames, measured in its own process."""

import os
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
    """For how long, within that longest time, the window's thread was ready to run and the machine was busy with
    others, and then another one of ours, for which it may have waited. Next to nothing where a core is free."""


class FrameWatch(QObject):
    """Watches from its making until the window's end."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self._last = time.monotonic()
        self._waited = waited_s()
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
        self._last, self._waited = time.monotonic(), waited_s()

    def _with_the_last(self) -> Frames:
        seen, gap_ms = self._seen, (time.monotonic() - self._last) * 1000
        if gap_ms <= seen.longest_ms:
            return Frames(seen.count + 1, seen.longest_ms, seen.starved_ms)
        return Frames(seen.count + 1, gap_ms, min(gap_ms, self._starved_ms()))

    def _starved_ms(self) -> float:
        """Since the last frame. The process's first thread is the window's."""
        waits = {task: waited - self._waited.get(task, 0.0) for task, waited in waited_s().items()}
        own = waits.pop(str(os.getpid()), 0.0)
        return (own + max(waits.values(), default=0.0)) * 1000


def waited_s() -> dict[str, float]:
    """How long each thread of this process has waited for a core so far."""
    return {task.name: _waited_s(task) for task in Path("/proc/self/task").iterdir()}


def _waited_s(task: Path) -> float:
    try:
        return int((task / "schedstat").read_text().split()[1]) / 1e9
    except (OSError, IndexError):  # a thread that has just ended; a kernel that doesn't count
        return 0.0
