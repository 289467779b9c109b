"""Touches and types as a person does, through Qt's own test events: what is in the way is in the way."""

from PyQt6.QtCore import Q_ARG, QMetaObject, QObject, QPointF, Qt, QUrl
from PyQt6.QtGui import QKeySequence
from PyQt6.QtQml import QQmlComponent, QQmlEngine
from PyQt6.QtQuick import QQuickItem, QQuickWindow
from PyQt6.QtTest import QTest

from ui.automation.finder import middle, windows

_FINGER = b"""
import QtQuick
import QtTest
TestEvent {
    property point at
    function tap(ground: Item) {
        let touch = touchEvent(ground)
        touch.press(0, ground, at.x, at.y).commit()
        touch.release(0, ground, at.x, at.y).commit()
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

    def tap(self, item: QQuickItem, times: int = 1) -> None:
        """Touches where the item's middle is now, `times` in a row, whatever comes to lie there meanwhile."""
        window, place = item.window(), middle(item)
        for _ in range(times):
            if self._event is None or window is None:
                _click(window, place)
            else:
                self._event.setProperty("at", place)
                QMetaObject.invokeMethod(self._event, "tap", Q_ARG(QQuickItem, window.contentItem()))


def _click(window: QQuickWindow | None, place: QPointF) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(window, left, none, place.toPoint())  # type: ignore[call-overload]


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
