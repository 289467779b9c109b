"""How smoothly a window lives: the longest time between two of its frames, measured in its own process."""

import time

from PyQt6.QtCore import QObject, QTimer
from PyQt6.QtQuick import QQuickWindow

EVERY_MS = 16
"""A still window draws nothing: while it is watched it is asked for a frame so often."""


class FrameWatch(QObject):
    """Watches from its making until the window's end."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self._window = window
        self._last = time.monotonic()
        self._longest = 0.0
        self._count = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(window.update)
        window.frameSwapped.connect(self._shown)
        self._timer.start(EVERY_MS)

    def take(self) -> tuple[int, float]:
        """How many frames were shown since this was asked last, and the longest wait for one in milliseconds. A wait
        that isn't over counts as well."""
        longest = max(self._longest, time.monotonic() - self._last)
        count = self._count
        self._count, self._longest = 0, 0.0
        return count, longest * 1000

    def _shown(self) -> None:
        now = time.monotonic()
        self._longest = max(self._longest, now - self._last)
        self._last = now
        self._count += 1
