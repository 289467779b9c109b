"""The bridge from worker threads to Qt's thread: they put, Qt is signalled, nobody waits."""

import contextlib

from PyQt6.QtCore import QObject, Qt, pyqtSignal, pyqtSlot


class Inbox(QObject):
    """`put` may be called from any thread; `arrived` comes on the thread that made the inbox, in order."""

    arrived = pyqtSignal(object)
    _passed = pyqtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passed.connect(self._deliver, Qt.ConnectionType.QueuedConnection)  # type: ignore[call-arg]

    def put(self, item: object) -> None:
        """Once the window is gone nobody is left to be told, and the item is dropped."""
        with contextlib.suppress(RuntimeError):
            self._passed.emit(item)

    @pyqtSlot(object)
    def _deliver(self, item: object) -> None:
        self.arrived.emit(item)
