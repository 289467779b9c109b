"""Pads that are things beside a window of the same counter: both press through one `Presses`, both show one truth."""

import time
from collections.abc import Callable, Sequence

from PyQt6.QtCore import QObject, QTimer

from caller.assignment import WrongDeviceError
from caller.backend import Pad
from caller.pads.app import TICK_S
from caller.pads.bank import Bank
from caller.pads.faults import UNPLUGGED, Complaint
from caller.presses import Presses
from hw.keypad import Faulty, Keeper, PadLine, Plugged, Pressed
from ui.bridge import Inbox


class Things(QObject):
    """On Qt's thread; the lines have threads of their own and meet it at the window's inbox."""

    def __init__(
        self, lines: Sequence[PadLine], pad: Pad, presses: Presses,
        complain: Callable[[tuple[Complaint, ...]], None], inbox: Inbox,
    ) -> None:  # fmt: skip
        super().__init__()
        self._pad, self._presses, self._report = pad, presses, complain
        self._keepers = [Keeper(line, number, inbox.put) for number, line in enumerate(lines)]
        self._bank = Bank(
            presses.device, self._keepers, lambda _: presses, self._complain, pad.reasons, feeds=False
        )  # fmt: skip
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self._bank.tick(time.monotonic()))
        if lines:
            inbox.arrived.connect(self._take)

    def start(self) -> None:
        """Begin to listen."""
        for keeper in self._keepers:
            keeper.start()
        if self._keepers:
            self._timer.start(int(TICK_S * 1000))

    def stop(self) -> None:
        """Let go of all lines."""
        self._timer.stop()
        for keeper in self._keepers:
            keeper.stop()

    def _complain(self, complaints: tuple[Complaint, ...]) -> None:
        self._presses.keypad_away = any(complaint.code == UNPLUGGED for complaint in complaints)
        self._pad.refresh()
        self._report(complaints)

    def _take(self, item: object) -> None:
        now = time.monotonic()
        match item:
            case Pressed() | Plugged() | Faulty():
                if self._bank.news(item, now):
                    self._pad.sent()
            case _:
                try:
                    self._bank.take(item, now)  # type: ignore[arg-type]  # what a station delivers
                except WrongDeviceError:
                    return  # the window has said so, and ends
