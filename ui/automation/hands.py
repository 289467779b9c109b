"""Touches and types as a person does, through Qt's own test events: what is in the way is in the way."""

from collections.abc import Sequence

from PyQt6.QtCore import Q_ARG, QMetaObject, QPointF, Qt, QUrl
from PyQt6.QtGui import QKeySequence
from PyQt6.QtQml import QQmlComponent, QQmlEngine
from PyQt6.QtQuick import QQuickItem, QQuickWindow
from PyQt6.QtTest import QTest

from ui.automation.finder import middle, windows

Step = tuple[str, int, float, float]
"""What a finger does: "press", "move", "stationary" or "release", which finger (0 to 9), and where, in pixels."""

FINGERS = 10
_DOES = ("press", "move", "stationary", "release")

_FINGER = b"""
import QtQuick
import QtTest
TestEvent {
    function play(ground: Item, frames: var) {
        for (const frame of frames) {
            const touch = touchEvent(ground)
            for (const [what, finger, x, y] of frame) {
                if (what === "stationary") touch.stationary(finger)
                else touch[what](finger, ground, x, y)
            }
            touch.commit()
        }
    }
}
"""


def steps(frames: object) -> list[list[Step]]:
    """Frames as they come from outside. ValueError for what no finger does."""
    if not isinstance(frames, list) or not all(isinstance(frame, list) for frame in frames):
        raise ValueError("frames: expected a list of lists of [what, finger, x, y]")
    return [[_step(step) for step in frame] for frame in frames]


def _step(step: object) -> Step:
    match step:
        case [str(what), int(finger), float() | int() as x, float() | int() as y]:
            if what in _DOES and 0 <= finger < FINGERS:
                return what, finger, float(x), float(y)
    raise ValueError(f"{step!r}: expected [press, move, stationary or release, a finger from 0 to 9, x, y]")


class Finger:
    """A finger on the window's touch screen; where Qt's QML test module is missing, a mouse."""

    def __init__(self) -> None:
        self._engine = QQmlEngine()
        self._component = QQmlComponent(self._engine)
        self._component.setData(_FINGER, QUrl())

    def tap(self, item: QQuickItem, times: int = 1) -> None:
        """Touches where the item's middle is now, `times` in a row, whatever comes to lie there meanwhile."""
        window, place = item.window(), middle(item)
        for _ in range(times):
            if window is None or not self._component.isReady():
                _click(window, place)
            else:
                spot = (0, place.x(), place.y())
                self.play(window, [[("press", *spot)], [("release", *spot)]])

    def play(self, window: QQuickWindow, frames: Sequence[Sequence[Step]]) -> None:
        """Several fingers at places of the window, one touch event a frame. Each that is down must be in each frame."""
        event = self._component.create() if self._component.isReady() else None
        if event is None:
            raise ValueError("Qt's QML test module is missing: no touches at places")
        sent = [[list(step) for step in frame] for frame in frames]
        ground = window.contentItem()
        QMetaObject.invokeMethod(event, "play", Q_ARG(QQuickItem, ground), Q_ARG("QVariant", sent))
        event.deleteLater()  # it would keep every touch it ever made


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
