"""What the rooms' galleries share: a moment for Qt to draw, and pictures of windows into a folder."""

import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PyQt6.QtCore import QCoreApplication, QElapsedTimer, QEventLoop
from PyQt6.QtQuick import QQuickView

from ui.app import make_app


def settle(ms: int) -> None:
    """Lets Qt draw for so long."""
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() <= ms:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


def save_pictures(
    arguments: Sequence[str], pictures: Callable[[Sequence[str]], Iterable[tuple[str, QQuickView]]]
) -> int:
    """`FOLDER [NAME…]`: a picture of each window that `pictures` shows for these names; the exit code."""
    if not arguments:
        print("gallery: name a folder for the pictures", file=sys.stderr)
        return 2
    app = make_app(["gallery"])
    out = Path(arguments[0])
    out.mkdir(parents=True, exist_ok=True)
    for name, view in pictures(arguments[1:]):
        view.grabWindow().save(str(out / f"{name}.png"))
    app.quit()
    return 0
