"""Touches and types as a person does, through Qt's own test events: what is in the way is in the way."""

from PyQt6.QtCore import Q_ARG, QMetaObject, QObject, Qt, QUrl
from PyQt6.QtGui import QKeySequence
from PyQt6.QtQml import QQmlComponent, QQmlEngine
from PyQt6.QtQuick import QQuickItem, QQuickWindow
from PyQt6.QtTest import QTest

from ui.automation.finder import middle, windows

_FINGER = b"""
import QtQuick
import QtTest
TestEvent {
    function tap(item: Item) {
        let touch = touchEvent(item)
        touch.press(0, item, item.width / 2, item.height / 2).commit()
        touch.release(0, item, item.width / 2, item.height / 2).commit()
    }
}
"""


class Finger:
    """A finger on the window's touch screen; where Qt's QML test module is missing, a mouse."""

    def __init__(self) -> None:
        self._engine = QQmlEngine()
        component = QQmlComponent(self._engine)
        component.setData(_FINGER, QUrl())
        self._event: QObject | None = component.create() if component.isReady() else None

    def tap(self, item: QQuickItem) -> None:
        if self._event is not None:
            QMetaObject.invokeMethod(self._event, "tap", Q_ARG(QQuickItem, item))
        else:
            click(item)


def click(item: QQuickItem) -> None:
    """A mouse click on the middle of the item."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(item.window(), left, none, middle(item).toPoint())  # type: ignore[call-overload]


def press_key(key: str) -> None:
    """Presses a key or shortcut by Qt's name. ValueError for a name Qt doesn't know."""
    sequence = QKeySequence(key)
    if sequence.count() == 0 or sequence[0].key() == Qt.Key.Key_unknown:
        raise ValueError(f"no such key: {key!r}; use Qt's names, like Space, F5, Ctrl+N")
    _press(sequence[0].key(), sequence[0].keyboardModifiers())


def type_text(text: str) -> None:
    """Types plain ASCII; ValueError for anything a keyboard of the test has no key for."""
    if not text.isascii() or not text.isprintable():
        raise ValueError(f"only plain ASCII can be typed, not {text!r}")
    for letter in text:
        _press(letter, Qt.KeyboardModifier.NoModifier)


def _press(key: Qt.Key | str, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(front_window(), key, modifiers)  # type: ignore[call-overload]


def front_window() -> QQuickWindow:
    shown = windows()
    if not shown:
        raise ValueError("no window is open")
    window = next((w for w in shown if w.isActive()), shown[0])
    if not window.isActive():
        window.requestActivate()
    return window
