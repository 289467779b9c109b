"""The kiosk's window: the one object its QML sees, and the language its texts are in."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PyQt6.QtCore import QEvent, QObject, QSize, QTimer, pyqtSignal, pyqtSlot
from PyQt6.QtGui import QKeyEvent
from PyQt6.QtQml import QQmlPropertyMap
from PyQt6.QtQuick import QQuickView

from kiosk.flow.view import View
from kiosk.keyboard import Keyboard
from ui.languages import Texts
from ui.lock import Lock
from ui.properties import qproperty
from ui.translator import Translator
from ui.window import open_window

ROOM = Path(__file__).parent
MAIN = ROOM / "screens" / "Kiosk.qml"
LANGUAGES = ROOM / "languages"


class Desk(QObject):
    """What the screens read (`view`, a key per thing shown) and tell (`touch`).

    Ten fingers that lift at one moment choose one thing at most: the first of an event counts, and nothing while the
    screen has just changed (`shield`), though it was pressed before.
    """

    keyed_changed = pyqtSignal()
    again_asked = pyqtSignal()

    def __init__(self, view: View, touched: Callable[[str, str], None]) -> None:
        super().__init__()
        self._touched = touched
        self._keyed = False
        self._shielded = self._taken = False
        self._view = QQmlPropertyMap(self)
        self._shown: View = {}
        self.show(view)

    @qproperty(QObject, constant=True)
    def view(self) -> QObject:
        return self._view

    @pyqtSlot(bool)
    def shield(self, up: bool) -> None:
        """The screen has just changed, or that is over."""
        self._shielded = up

    @pyqtSlot(str, str)
    def touch(self, what: str, which: str) -> None:
        if self._taken or (self._shielded and not self._keyed):
            return
        self._taken = True
        QTimer.singleShot(0, self._next_touch)
        self._touched(what, which)

    @qproperty(bool, notify=keyed_changed)
    def keyed(self) -> bool:
        """The last was a key, not a finger: then the focus shows, and is led."""
        return self._keyed

    def set_keyed(self, keyed: bool) -> None:
        if keyed != self._keyed:
            self._keyed = keyed
            self.keyed_changed.emit()

    @pyqtSlot()
    def again(self) -> None:
        """Read the screen once more."""
        self.again_asked.emit()

    def _next_touch(self) -> None:
        self._taken = False

    def screen(self) -> str:
        """The one that is shown."""
        return str(self._shown["screen"])

    def show(self, view: View) -> None:
        """Tells only what changed, the screen's name last: a new screen finds all its contents there."""
        for key in sorted(view, key=lambda name: name == "screen"):
            if self._shown.get(key, self) != view[key]:
                self._view.insert(key, view[key])
        self._shown = view


class KeyWatch(QObject):
    """Tells the desk whether keys or fingers are at work."""

    def __init__(self, desk: Desk, window: QQuickView) -> None:
        super().__init__(window)
        self._desk = desk
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject | None, event: QEvent | None) -> bool:  # noqa: N802 - Qt's name
        kind = event.type() if event is not None else None
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.isAutoRepeat():
            return True  # whoever leans on a key presses it once
        if kind in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self._desk.set_keyed(kind is QEvent.Type.KeyPress)
        return False


class KioskWindow:
    """The window and its language. `touched(what, which)` is told every touch on a control.

    One that fills the screen stands before residents: nothing but `close` or the end of the process takes it away.
    """

    def __init__(
        self,
        texts: Texts,
        view: View,
        touched: Callable[[str, str], None],
        size: QSize,
        fullscreen: bool = False,
        *,
        device: str = "",
        monotonic: Callable[[], float] = monotonic,
    ) -> None:
        self._translator = Translator(texts, view["language"])
        self._translator.install()
        self.desk = Desk(view, touched)
        self.quick: QQuickView = open_window(
            MAIN,
            {"kiosk": self.desk},
            size=size,
            title=f"Green Window 绿色窗口 · {device}",
            fullscreen=fullscreen,
        )
        self.keyboard = Keyboard(self.quick, self.desk.screen, touched, monotonic)
        self._watch = KeyWatch(self.desk, self.quick)  # looks first: a key that is held back is one too
        self._lock = Lock(self.quick) if fullscreen else None

    def close(self) -> None:
        if self._lock is not None:
            self._lock.open()
        self._translator.remove()
        self.quick.close()
        self.quick.deleteLater()

    def show(self, view: View) -> None:
        engine = self.quick.engine()
        assert engine is not None
        self._translator.use(view["language"], engine)
        self.desk.show(view)
