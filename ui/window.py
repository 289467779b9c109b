"""Opens a QML file as a window, with its properties, or with a clear error instead of an empty screen."""

import re
from collections.abc import Mapping
from pathlib import Path

from PyQt6.QtCore import Q_ARG, QCoreApplication, QEventLoop, QMetaObject, QObject, QSize, Qt, QUrl
from PyQt6.QtQuick import QQuickView

QML = Path(__file__).parent / "qml"
SMALLEST, LARGEST = 320, 8192


class WindowError(Exception):
    """A QML file that doesn't load; the text names file, line and fault."""


def _load(view: QQuickView, source: QUrl) -> None:
    """Asks Qt's loop to load it, which runs without Python's lock: QML's loader thread may need that, for a warning."""
    QMetaObject.invokeMethod(view, "setSource", Qt.ConnectionType.QueuedConnection, Q_ARG(QUrl, source))
    while view.status() in (QQuickView.Status.Null, QQuickView.Status.Loading):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def parse_size(text: str) -> QSize:
    """'1080x1920' as a size in logical pixels; ValueError says what is allowed."""
    match = re.fullmatch(r"(\d{3,4})[x×](\d{3,4})", text.strip())
    if not match or not all(SMALLEST <= int(n) <= LARGEST for n in match.groups()):
        raise ValueError(
            f"size {text!r}: expected WIDTHxHEIGHT in pixels, each {SMALLEST} to {LARGEST}, like 1080x1920"
        )
    return QSize(int(match[1]), int(match[2]))


def open_window(
    qml: Path,
    properties: Mapping[str, object],
    *,
    size: QSize,
    title: str = "",
    fullscreen: bool = False,
) -> QQuickView:
    """Shows `qml`, whose root is an Item that fills the window; `properties` fill its required properties.

    QObjects among them that have no parent become the window's: they live until its QML is gone. WindowError if it
    will not load.
    """
    view = QQuickView()
    engine = view.engine()
    assert engine is not None
    engine.addImportPath(str(QML))
    given: dict[str | None, object] = dict(properties.items())
    for thing in properties.values():
        if isinstance(thing, QObject) and thing.parent() is None:
            thing.setParent(view)
    view.setInitialProperties(given)
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.setTitle(title)
    view.resize(size)
    _load(view, QUrl.fromLocalFile(str(qml)))
    if view.status() != QQuickView.Status.Ready or view.rootObject() is None:
        raise WindowError(
            "; ".join(error.toString() for error in view.errors()) or f"{qml}: has no root item"
        )
    view.showFullScreen() if fullscreen else view.show()
    return view
