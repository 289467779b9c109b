"""A station's real process that also says when a number is in a frame its window has shown:
`python -m bench.pixels_window display|caller DIR DEVICE`. Lines of number and CLOCK_MONOTONIC in nanoseconds."""

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from PyQt6.QtCore import QObject, QSize
from PyQt6.QtQuick import QQuickItem, QQuickView

from runtime import find_broker_url

_SIZES = {"display": QSize(1920, 1080), "caller": QSize(800, 480)}
_WHERE = {"display": "", "caller": "current-number"}
"""Which item of the window must show it; a pad shows the number before it is called, too."""


class _Eye(QObject):
    """Looks at every frame after it was shown."""

    def __init__(self, view: QQuickView, where: str) -> None:
        super().__init__(view)
        self._where = where
        self._view = view
        self._seen: set[str] = set()
        view.frameSwapped.connect(self._look)

    def _look(self) -> None:
        now = time.monotonic_ns()
        root = self._view.contentItem()
        for text in _texts(root, self._where) if root is not None else ():
            if len(text) == 4 and text[1:].isdigit() and text not in self._seen:
                self._seen.add(text)
                print(text, now, flush=True)


def _texts(item: QQuickItem, where: str) -> Iterator[str]:
    if not item.isVisible():
        return
    if item.inherits("QQuickText") and where in ("", item.objectName()):
        yield str(item.property("text"))
    for child in item.childItems():
        yield from _texts(child, where)


def _watched(app: ModuleType, where: str) -> None:
    """The app opens its window as ever, and an eye with it."""
    open_window = app.open_window

    def opened(*words: Any, **named: Any) -> QQuickView:
        view: QQuickView = open_window(*words, **named)
        _Eye(view, where)
        return view

    app.open_window = opened  # type: ignore[attr-defined]


def _main(kind: str, folder: str, device: str) -> int:
    url = find_broker_url(Path(folder), device, None)
    if kind == "display":
        from display import app as display  # noqa: PLC0415

        _watched(display, _WHERE[kind])
        return display.run(url, "bench", display.Options(_SIZES[kind], silent=True))
    from caller import app as caller  # noqa: PLC0415

    _watched(caller, _WHERE[kind])
    return caller.run(url, "bench", caller.Options(_SIZES[kind]))


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:4]))
