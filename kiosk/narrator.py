"""Reads the screen aloud: each new screen whole, then what changes, and the control that has the keyboard."""

from collections.abc import Callable, Iterator

from PyQt6.QtCore import QEvent, QObject, QTimer
from PyQt6.QtQuick import QQuickItem, QQuickView

from kiosk.flow.view import View
from kiosk.reading import Line, Passage
from ui.automation.finder import accessible_name, seen

SETTLE_MS = 150
"""A new screen has faded in by then, and its texts are in the new language."""


class Narrator(QObject):
    """On Qt's thread; `read` takes over at once, `add` follows what is being read; neither waits. It speaks only in a
    view that has `speech` on."""

    def __init__(
        self, window: QQuickView, read: Callable[[Passage], None], add: Callable[[Passage], None]
    ) -> None:
        super().__init__(window)
        self._window, self._read, self._add = window, read, add
        self._language, self._on, self._keyed = "", False, False
        self._place: tuple[object, ...] = ()
        self._told: set[str] = set()
        self._whole = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)
        window.activeFocusItemChanged.connect(self._focused)
        window.installEventFilter(self)

    def follow(self, view: View) -> None:
        """What the window shows now."""
        place = (view["screen"], view["page"], view["language"], view["category"], view["asking"])
        was_on, self._on = self._on, bool(view["modes"]["speech"])
        self._language = view["language"]
        if was_on and not self._on:
            self._read(())
        self._whole = self._whole or (self._on and (not was_on or place != self._place))
        self._place = place
        if self._on:
            self._timer.start(SETTLE_MS)

    def close(self) -> None:
        """Before the window goes."""
        self._on = False
        self._timer.stop()
        self._window.activeFocusItemChanged.disconnect(self._focused)
        self._window.removeEventFilter(self)

    def again(self) -> None:
        """The whole screen once more."""
        self._whole = True
        self._tell()

    def eventFilter(self, _watched: QObject | None, event: QEvent | None) -> bool:  # noqa: N802 - Qt's name
        kind = event.type() if event is not None else None
        if kind is QEvent.Type.KeyPress:
            self._keyed = True
        elif kind in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self._keyed = False
        if self._on and kind in (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self._read(())  # whoever acts has heard enough
        return False

    def _tell(self) -> None:
        """The whole of a new screen; else its words that have changed, and answers it did not have."""
        if not self._on:
            return
        items = list(self._lines())
        told, self._told = self._told, {_mark(item, line) for item, line in items}
        if self._whole:
            self._whole = False
            self._read(self._passage(items, set()))
        elif news := self._passage([one for one in items if _may_be_news(one[0])], told):
            self._add(news)

    def _passage(self, items: list[tuple[QQuickItem, Line]], told: set[str]) -> Passage:
        """What is not `told` yet: words, then answers, by their digits for whoever uses keys."""
        words: list[Line] = []
        answers: list[Line] = []
        number = 0
        for item, line in items:
            new = _mark(item, line) not in told
            if not item.inherits("QQuickAbstractButton"):
                words += [line] if new else []
            elif not item.property("aside"):
                number += 1
                digit = f"{number}, " if self._keyed else ""
                answers += [Line(line.language, digit + line.text)] if new else []
        return (*words, *answers)

    def _lines(self) -> Iterator[tuple[QQuickItem, Line]]:
        root = self._window.rootObject()
        for part in _children(root, ("offline-banner", "screen", "still-there")) if root is not None else ():
            yield from self._below(part, self._language)

    def _below(self, item: QQuickItem, language: str) -> Iterator[tuple[QQuickItem, Line]]:
        if not item.isVisible():
            return
        language = str(item.property("tongue") or language)
        name = _name(item)
        if name and seen(item):
            yield item, Line(language, name)
        if not item.inherits("QQuickAbstractButton") and not item.property("live"):
            for child in item.childItems():
                yield from self._below(child, language)

    def _focused(self) -> None:
        """Not while a whole screen is about to be read: its first control is in it."""
        item = self._window.activeFocusItem()
        if item is None or not self._on or self._whole or not item.property("visualFocus"):
            return
        if name := _name(item):
            self._read((Line(str(item.property("tongue") or self._language), name),))


def _may_be_news(item: QQuickItem) -> bool:
    """Figures of the hall change all the time: nobody wants to hear each."""
    return bool(item.property("live")) or item.inherits("QQuickAbstractButton")


def _mark(item: QQuickItem, line: Line) -> str:
    """A control is the same with another figure in it; words are what they say."""
    return item.objectName() if item.inherits("QQuickAbstractButton") else line.text


def _children(root: QQuickItem, names: tuple[str, ...]) -> Iterator[QQuickItem]:
    for child in root.childItems():
        if child.objectName() in names:
            yield child


def _name(item: QQuickItem) -> str:
    """As a screen reader has it; '' for what is ignored there."""
    for child in item.children():
        meta = child.metaObject()
        if meta is not None and meta.className() == "QQuickAccessibleAttached" and child.property("ignored"):
            return ""
    return accessible_name(item)
