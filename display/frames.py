"""When a call is really on the screen: reported once the window has shown a frame that was made after it came."""

from collections.abc import Callable, Iterable

from PyQt6.QtCore import QObject, pyqtSlot
from PyQt6.QtQuick import QQuickWindow

# One frame may have been on its way already when the call came.
_FRAMES = 2


class FrameWitness(QObject):
    """Tells `shown` the `seq` of each call after the frame that shows it."""

    def __init__(self, window: QQuickWindow, shown: Callable[[int], object]) -> None:
        super().__init__(window)
        self._window, self._shown = window, shown
        self._waiting: list[int] = []
        self._frames = 0
        window.frameSwapped.connect(self._frame)

    @pyqtSlot(object)
    def expect(self, seqs: Iterable[int]) -> None:
        """The window has just been given these calls."""
        self._waiting += seqs
        self._frames = _FRAMES
        self._window.update()

    @pyqtSlot()
    def _frame(self) -> None:
        if not self._waiting:
            return
        self._frames -= 1
        if self._frames > 0:
            self._window.update()
            return
        waiting, self._waiting = self._waiting, []
        for seq in waiting:
            self._shown(seq)
