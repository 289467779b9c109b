"""The board as QML sees it: the parts of the picture as properties. Lives on Qt's thread and never waits."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from display.board import HallBoard
from display.words import Pair
from runtime import Delivery
from ui.properties import qproperty

TICK_MS = 200
"""How late a highlight may change; the clock shows no seconds."""


class Screen(QObject):
    """One hall screen for its window. `drawn` tells the `seq` of the new calls that the window was just given."""

    headChanged = pyqtSignal()  # noqa: N815 - Qt's way
    closedChanged = pyqtSignal()  # noqa: N815
    newestChanged = pyqtSignal()  # noqa: N815
    callsChanged = pyqtSignal()  # noqa: N815
    missedChanged = pyqtSignal()  # noqa: N815
    tilesChanged = pyqtSignal()  # noqa: N815
    figuresChanged = pyqtSignal()  # noqa: N815
    closingChanged = pyqtSignal()  # noqa: N815
    noticesChanged = pyqtSignal()  # noqa: N815
    announcementChanged = pyqtSignal()  # noqa: N815
    offlineChanged = pyqtSignal()  # noqa: N815
    alarmChanged = pyqtSignal()  # noqa: N815
    staleChanged = pyqtSignal()  # noqa: N815
    labelsChanged = pyqtSignal()  # noqa: N815
    drawn = pyqtSignal(object)

    def __init__(
        self, board: HallBoard, *, now_ms: Callable[[], int], monotonic: Callable[[], float]
    ) -> None:
        """`now_ms`: the dispatcher's time as far as known; `monotonic` in seconds."""
        super().__init__()
        self._board, self._now_ms, self._monotonic = board, now_ms, monotonic
        self._parts: dict[str, Any] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)
        self._timer.start(TICK_MS)
        self.refresh()

    def take(self, delivery: Delivery) -> None:
        """Something came from the hall."""
        new = self._board.take(delivery, self._now_ms())
        self.refresh()
        if new:
            self.drawn.emit(new)

    def refresh(self) -> None:
        """Draws all parts; a window is told only of those that changed."""
        picture = self._board.picture(self._now_ms(), self._monotonic())
        parts = plain(picture) | {"labels": plain(self._board.words.labels())}
        before, self._parts = self._parts, parts
        for name, part in parts.items():
            if before.get(name) != part:
                getattr(self, f"{name}Changed").emit()

    @qproperty("QVariant", notify=headChanged)
    def head(self) -> object:
        return self._parts["head"]

    @qproperty("QVariant", notify=closedChanged)
    def closed(self) -> object:
        return self._parts["closed"]

    @qproperty("QVariant", notify=newestChanged)
    def newest(self) -> object:
        return self._parts["newest"]

    @qproperty("QVariant", notify=callsChanged)
    def calls(self) -> object:
        return self._parts["calls"]

    @qproperty("QVariant", notify=missedChanged)
    def missed(self) -> object:
        return self._parts["missed"]

    @qproperty("QVariant", notify=tilesChanged)
    def tiles(self) -> object:
        return self._parts["tiles"]

    @qproperty("QVariant", notify=figuresChanged)
    def figures(self) -> object:
        return self._parts["figures"]

    @qproperty("QVariant", notify=closingChanged)
    def closing(self) -> object:
        return self._parts["closing"]

    @qproperty("QVariant", notify=noticesChanged)
    def notices(self) -> object:
        return self._parts["notices"]

    @qproperty(str, notify=announcementChanged)
    def announcement(self) -> object:
        return self._parts["announcement"]

    @qproperty("QVariant", notify=offlineChanged)
    def offline(self) -> object:
        return self._parts["offline"]

    @qproperty("QVariant", notify=alarmChanged)
    def alarm(self) -> object:
        return self._parts["alarm"]

    @qproperty(bool, notify=staleChanged)
    def stale(self) -> object:
        return self._parts["stale"]

    @qproperty("QVariant", notify=labelsChanged)
    def labels(self) -> object:
        return self._parts["labels"]


def plain(value: Any) -> Any:
    """Parts and pairs as the dicts and lists that QML reads."""
    if isinstance(value, Pair):
        return value._asdict()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value
