"""Finds what a person sees in the windows: items by object name, through Repeaters and Loaders alike."""

import difflib
from collections.abc import Iterator

from PyQt6.QtCore import QObject, QPointF, QRectF
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtQuick import QQuickItem, QQuickWindow


class NotFoundError(Exception):
    """No such object to see; the text names the near ones."""


def windows() -> list[QQuickWindow]:
    return [w for w in QGuiApplication.topLevelWindows() if isinstance(w, QQuickWindow) and w.isVisible()]


def walk(item: QQuickItem) -> Iterator[QQuickItem]:
    """The item and all below it. `findChild` would miss a Repeater's delegates."""
    yield item
    for child in item.childItems():
        yield from walk(child)


def items() -> Iterator[QQuickItem]:
    for window in windows():
        if (root := window.contentItem()) is not None:
            yield from walk(root)


def seen(item: QQuickItem) -> bool:
    """Visible, not see-through, and with its middle inside the window."""
    window = item.window()
    if window is None or not item.isVisible() or item.width() <= 0 or item.height() <= 0:
        return False
    if not QRectF(0, 0, window.width(), window.height()).contains(middle(item)):
        return False
    above: QQuickItem | None = item
    while above is not None and above.opacity() > 0.01:
        above = above.parentItem()
    return above is None


def visible() -> dict[str, QQuickItem]:
    """Named items one can see; where two have one name, the first counts."""
    found: dict[str, QQuickItem] = {}
    for item in items():
        if item.objectName() and seen(item):
            found.setdefault(item.objectName(), item)
    return found


def find_visible(name: str) -> QQuickItem:
    found = visible()
    if name not in found:
        raise NotFoundError(missing(name))
    return found[name]


def missing(name: str) -> str:
    """Says that it isn't there, and what is that has a similar name."""
    return f"no object {name!r} to see; {_near(name, list(visible()))}"


def shielded(item: QQuickItem) -> bool:
    """Something lies over the item's window that swallows touches for a moment."""
    return any(i.window() is item.window() and i.isVisible() and i.property("shieldsTouch") for i in items())


def find_any(name: str) -> QQuickItem:
    """The object by name, seen or not."""
    for item in items():
        if item.objectName() == name:
            return item
    raise NotFoundError(
        f"no object {name!r}; {_near(name, [i.objectName() for i in items() if i.objectName()])}"
    )


def text_of(item: QQuickItem) -> str:
    """What it says: its own text, its accessible name, or the texts inside it."""
    for said in (item.property("text"), accessible_name(item)):
        if said:
            return str(said)
    return " ".join(str(i.property("text")) for i in walk(item) if i.inherits("QQuickText") and i.isVisible())


def accessible_name(item: QObject) -> str:
    for child in item.children():
        meta = child.metaObject()
        if meta is not None and meta.className() == "QQuickAccessibleAttached":
            return str(child.property("name") or "")
    return ""


def middle(item: QQuickItem) -> QPointF:
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))


def _near(name: str, names: list[str]) -> str:
    near = difflib.get_close_matches(name, names, n=8, cutoff=0.3) or sorted(set(names))[:8]
    return f"near: {', '.join(near)}" if near else "nothing with a name is there"
