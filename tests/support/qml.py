"""What tests of windows share: letting Qt work, and small QML scenes."""

from pathlib import Path

from PyQt6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QSize
from PyQt6.QtQuick import QQuickItem, QQuickView

from ui.automation.finder import walk
from ui.window import open_window


def settle(ms: int = 0) -> None:
    """Lets Qt do what is due, for at least `ms`, and forget what was deleted."""
    clock = QElapsedTimer()
    clock.start()
    while True:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        if clock.elapsed() >= ms:
            return


def scene(folder: Path, qml: str, width: int = 800, height: int = 600, **properties: object) -> QQuickView:
    """A window showing this QML text, whose imports stand in it."""
    file = folder / "Scene.qml"
    file.write_text(qml, encoding="utf-8")
    return open_window(file, properties, size=QSize(width, height))


def item(view: QQuickView, name: str) -> QQuickItem:
    """The item by object name, Repeater delegates too."""
    root = view.rootObject()
    assert root is not None
    return next(i for i in walk(root) if i.objectName() == name)
