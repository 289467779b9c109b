"""The kiosk's window: the one object its QML sees, and the language its texts are in."""

from collections.abc import Callable
from pathlib import Path

from PyQt6.QtCore import QEvent, QObject, QSize, pyqtSignal, pyqtSlot
from PyQt6.QtQml import QQmlPropertyMap
from PyQt6.QtQuick import QQuickView

from kiosk.flow.view import View
from ui.languages import Texts
from ui.properties import qproperty
from ui.translator import Translator
from ui.window import open_window

ROOM = Path(__file__).parent
MAIN = ROOM / "screens" / "Kiosk.qml"
LANGUAGES = ROOM / "languages"


class Desk(QObject):
    """What the screens read (`view`, a key per thing shown) and tell (`touch`)."""

    keyed_changed = pyqtSignal()
    again_asked = pyqtSignal()

    def __init__(self, view: View, touched: Callable[[str, str], None]) -> None:
        super().__init__()
        self._touched = touched
        self._keyed = False
        self._view = QQmlPropertyMap(self)
        self._shown: View = {}
        self.show(view)

    @qproperty(QObject, constant=True)
    def view(self) -> QObject:
        return self._view

    @pyqtSlot(str, str)
    def touch(self, what: str, which: str) -> None:
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
        if kind in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self._desk.set_keyed(kind is QEvent.Type.KeyPress)
        return False


class KioskWindow:
    """The window and its language. `touched(what, which)` is told every touch on a control."""

    def __init__(
        self,
        texts: Texts,
        view: View,
        touched: Callable[[str, str], None],
        size: QSize,
        fullscreen: bool = False,
        *,
        device: str = "",
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
        self._watch = KeyWatch(self.desk, self.quick)

    def close(self) -> None:
        self._translator.remove()
        self.quick.close()
        self.quick.deleteLater()

    def show(self, view: View) -> None:
        engine = self.quick.engine()
        assert engine is not None
        self._translator.use(view["language"], engine)
        self.desk.show(view)
