"""Holds a full-screen window where it is: no key, gesture or window manager closes, shrinks or hides it."""

from PyQt6.QtCore import QEvent, QObject, QTimer
from PyQt6.QtGui import QWindow


class Lock(QObject):
    """From now on until `open`. What ends the process ends the window too: a signal, or the end of its loop.

    Keys that the screen's session takes for itself (Ctrl+Alt+F1, Alt+Tab) never reach a window: the session must be one
    that has none, like cage.
    """

    def __init__(self, window: QWindow) -> None:
        super().__init__(window)
        self._window = window
        self._locked = True
        window.installEventFilter(self)
        window.visibilityChanged.connect(self._look)

    def open(self) -> None:
        """Lets the window go."""
        self._locked = False

    def eventFilter(self, _watched: QObject | None, event: QEvent | None) -> bool:  # noqa: N802 - Qt's name
        """Refuses to be closed."""
        if event is None or not self._locked or event.type() != QEvent.Type.Close:
            return False
        event.ignore()
        return True

    def _look(self, visibility: QWindow.Visibility) -> None:
        """Made small, or hidden, by whatever: it comes back, once Qt is done with that."""
        if self._locked and visibility != QWindow.Visibility.FullScreen:
            QTimer.singleShot(0, self._return)

    def _return(self) -> None:
        if self._locked and self._window.visibility() != QWindow.Visibility.FullScreen:
            self._window.showFullScreen()
