"""A keyboard at the kiosk: letters go where a finger's would, a scanner's code straight to the check-in."""

from collections.abc import Callable

from PyQt6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtQuick import QQuickWindow

from kiosk.wedge import GAP_S, Wedge

_TYPED_ON = ("search", "appointment")
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Keyboard(QObject):
    """Looks at every key before the window does. `screen` names the one that is shown.

    A key that writes something waits for a moment on screens where nothing is typed: it may be the first of a code
    that a scanner types, and none of those must press a button.
    """

    def __init__(
        self,
        window: QQuickWindow,
        screen: Callable[[], str],
        touched: Callable[[str, str], None],
        monotonic: Callable[[], float],
    ) -> None:
        super().__init__(window)
        self._window, self._screen, self._touched = window, screen, touched
        self._wedge = Wedge(monotonic)
        self._typing = False
        """The last key was one that writes: then Enter ends what is typed, wherever the focus is."""
        self._held: list[QEvent | None] = []
        self._passing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._rest_over)
        window.installEventFilter(self)

    @property
    def holds(self) -> bool:
        """A key waits."""
        return bool(self._held)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:  # noqa: N802 - Qt's name
        """True: the key is dealt with."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if self._passing or not is_press or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in _ENTERS:
            return self._entered()
        if event.text().isprintable() and event.text().strip():
            return self._wrote(event)
        return self._other(event)

    def _wrote(self, event: QKeyEvent) -> bool:
        self._typing = self._screen() in _TYPED_ON
        if not self._wedge.typed(event.text()):
            self._let_go()
        if self._typing:
            self._touched("key", event.text())
        elif not event.isAutoRepeat():
            self._held.append(event.clone())
            self._timer.start(int(GAP_S * 1000))
        return True

    def _entered(self) -> bool:
        """Of keys that came as fast as a scanner's nothing is pressed, whatever they were."""
        scanned = self._wedge.entered()
        if scanned is not None:
            self._held.clear()
            self._touched("scan", scanned)
            return True
        self._let_go()
        if self._typing and self._screen() == "appointment":
            self._touched("enter", "")
            return True
        return False

    def _other(self, event: QKeyEvent) -> bool:
        self._let_go()
        typing, self._typing = self._typing, False
        if typing and self._screen() == "search" and event.text() == " ":
            self._typing = True
            self._touched("key", " ")
            return True
        if event.key() == Qt.Key.Key_Backspace and self._screen() in _TYPED_ON:
            self._typing = typing
            self._touched("rub-out", "")
            return True
        return False

    def _rest_over(self) -> None:
        """If the loop was busy the scanner's next key may be here already: it comes first."""
        if self._timer.interval():
            self._timer.start(0)
        else:
            self._let_go()

    def _let_go(self) -> None:
        """They were a hand's: what waits goes to the window, one key at a time."""
        self._timer.stop()
        held, self._held = self._held, []
        self._passing = True
        try:
            for event in held if len(held) == 1 else ():
                QCoreApplication.sendEvent(self._window, event)
        finally:
            self._passing = False
