"""The way of the focus through a window: every control once, back to the start, beginning at the question."""

from PyQt6.QtCore import Qt
from PyQt6.QtQuick import QQuickItem, QQuickWindow
from PyQt6.QtTest import QTest

from tests.support.qml_checks import shown_items
from ui.automation.finder import walk

_NONE = Qt.KeyboardModifier.NoModifier


def controls(window: QQuickWindow) -> list[QQuickItem]:
    """What must be reached: every control one can see and use."""
    return [i for i in shown_items(window) if i.inherits("QQuickAbstractButton") and i.isEnabled()]


def focus_faults(window: QQuickWindow, first_within: QQuickItem | None = None) -> list[str]:
    """Walks by Tab from where nothing has the focus, then back; `first_within`: the item that holds the first one."""
    wanted = controls(window)
    if not wanted:
        return []
    window.requestActivate()
    _nowhere(window)
    way = _walk(window, Qt.Key.Key_Tab, len(wanted) + 1)
    names = [_name(i) for i in way]
    found = []
    if sorted(names[:-1]) != sorted(map(_name, wanted)):
        found.append(f"Tab reaches {names[:-1]}, but there are {[_name(i) for i in wanted]}")
    if names[0] != names[-1]:
        found.append(f"Tab begins at {names[0]} and doesn't come back to it, but to {names[-1]}")
    asked = set(walk(first_within)) if first_within is not None else set()
    if asked.intersection(wanted) and way[0] not in asked:
        found.append(f"Tab begins at {names[0]}, which is no part of the question")
    back = [_name(i) for i in _walk(window, Qt.Key.Key_Backtab, len(wanted))]
    if back != names[:-1][::-1]:
        found.append(f"Shift+Tab goes {back}, not the same way back")
    last = way[-1]
    if last is None or not last.property("visualFocus"):
        found.append(f"{_name(last)}: has the focus and shows no ring")
    return found


def _nowhere(window: QQuickWindow) -> None:
    """The window's root keeps it, or no key would reach anything."""
    item, top = window.activeFocusItem(), window.contentItem()
    while item is not None and item is not top and item.parentItem() is not top:
        item.setFocus(False)
        item = item.parentItem()


def _walk(window: QQuickWindow, key: Qt.Key, steps: int) -> list[QQuickItem | None]:
    way = []
    for _ in range(steps):
        QTest.keyClick(window, key, _NONE)  # type: ignore[call-overload]
        way.append(window.activeFocusItem())
    return way


def _name(item: QQuickItem | None) -> str:
    return (item.objectName() or repr(item)) if item is not None else "nothing"
