"""What a machine sees wrong with a window: cut text, things off the edge, small targets, no names, overlaps."""

from PyQt6.QtCore import QPointF, QRectF
from PyQt6.QtQuick import QQuickItem, QQuickWindow

from ui.automation.finder import accessible_name, text_of, walk

TOUCH = 60.0
SLACK = 1.0


def faults(window: QQuickWindow, smallest_text: int = 24, touch: float = TOUCH) -> list[str]:
    """Every fault found, in words. Text sizes and touch targets in logical pixels."""
    frame = QRectF(0, 0, window.width(), window.height())
    shown = shown_items(window)
    texts = [i for i in shown if i.inherits("QQuickText") and i.property("text")]
    buttons = [i for i in shown if i.inherits("QQuickAbstractButton")]
    found = [f for t in texts for f in _text_faults(t, frame, smallest_text)]
    found += [f for b in buttons for f in _button_faults(b, frame, touch)]
    return found + _overlaps(texts, "texts") + _overlaps(buttons, "buttons")


def shown_items(window: QQuickWindow) -> list[QQuickItem]:
    """All that can be seen, the window's own order."""
    root = window.contentItem()
    assert root is not None
    return [i for i in walk(root) if i.isVisible() and i.width() > 0 and i.height() > 0 and not _clear(i)]


def place(item: QQuickItem) -> QRectF:
    """Where the item is in the window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _clear(item: QQuickItem | None) -> bool:
    while item is not None:
        if item.opacity() < 0.01:
            return True
        item = item.parentItem()
    return False


def _says(item: QQuickItem) -> str:
    return f"{item.objectName() or item.metaObject().className()} {text_of(item)[:40]!r}"  # type: ignore[union-attr]


def _text_faults(text: QQuickItem, frame: QRectF, smallest: int) -> list[str]:
    found = []
    if text.property("truncated"):
        found.append(f"{_says(text)}: cut off")
    for content, size in (("contentWidth", text.width()), ("contentHeight", text.height())):
        if text.property(content) > size + max(SLACK, size / 100):  # a wrapped line counts its last space
            found.append(f"{_says(text)}: {content} {text.property(content):.0f} in {size:.0f}")
    if not frame.adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(place(text)):
        found.append(f"{_says(text)}: reaches out of the window, {_rect(place(text))}")
    if text.property("font").pixelSize() < smallest and not _of_key_hint(text):
        found.append(f"{_says(text)}: {text.property('font').pixelSize()} px, smaller than {smallest}")
    return found + _out_of_parent(text)


def _of_key_hint(text: QQuickItem) -> bool:
    parent = text.parentItem()
    return parent is not None and parent.metaObject().className().startswith("GwKeyHint")  # type: ignore[union-attr]


def _out_of_parent(text: QQuickItem) -> list[str]:
    """A text that leaves the button, chip or card it stands in."""
    box = text.parentItem()
    while box is not None and not (box.inherits("QQuickAbstractButton") or box.inherits("QQuickRectangle")):
        box = box.parentItem()
    if box is None or place(box).adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(place(text)):
        return []
    return [f"{_says(text)}: leaves its box {_rect(place(box))}, {_rect(place(text))}"]


def _button_faults(button: QQuickItem, frame: QRectF, touch: float) -> list[str]:
    found = []
    if min(button.width(), button.height()) < touch:
        found.append(
            f"{_says(button)}: {button.width():.0f} x {button.height():.0f}, smaller than {touch:.0f}"
        )
    if not accessible_name(button):
        found.append(f"{_says(button)}: no accessible name")
    if not frame.contains(place(button).center()):
        found.append(f"{_says(button)}: out of the window")
    return found


def _overlaps(items: list[QQuickItem], what: str) -> list[str]:
    found = []
    for index, one in enumerate(items):
        for other in items[index + 1 :]:
            both = place(one).intersected(place(other))
            if both.width() > 2 and both.height() > 2 and not _related(one, other):
                found.append(f"{what} overlap: {_says(one)} and {_says(other)}")
    return found


def _related(one: QQuickItem, other: QQuickItem) -> bool:
    return one.isAncestorOf(other) or other.isAncestorOf(one)


def _rect(r: QRectF) -> str:
    corner: QPointF = r.topLeft()
    return f"{corner.x():.0f},{corner.y():.0f} {r.width():.0f}x{r.height():.0f}"
