"""The strip's process: station and strip, joined by one queue; no window, no Qt."""

import queue
import signal
from functools import partial

from display.kind import KindCheck
from display.places import LANGUAGES
from display.reports import Reports
from display.strip.board import StripBoard
from display.strip.keeper import StripKeeper
from hw.panel import Strip
from runtime import BrokerUrl, Delivery, Station, SystemClock, command_id
from ui.languages import Texts
from wire.terms import DeviceKind, ShownPart

_TICK_S = 0.25


def run_strip(url: BrokerUrl, strip: Strip, version: str) -> int:
    """The strip until SIGTERM or SIGINT. Raises BrokerError, WrongDeviceError."""
    inbox: queue.SimpleQueue[Delivery | None] = queue.SimpleQueue()
    clock = SystemClock()
    station = Station(
        url, kind="strip", version=version, deliver=inbox.put, clock=clock, new_id=partial(command_id, clock)
    )
    board, reports = StripBoard(url.device, Texts.load(LANGUAGES)), Reports(station)
    keeper = StripKeeper(
        strip,
        board,
        shown=partial(reports.shown, ShownPart.STRIP),
        faults=partial(reports.faults, ShownPart.STRIP),
    )
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: inbox.put(None))
    try:
        station.start()
        _follow(url.device, inbox, board, keeper, station, clock)
    finally:
        station.stop()
        strip.close()
    return 0


def _follow(
    device: str, inbox: "queue.SimpleQueue[Delivery | None]", board: StripBoard, keeper: StripKeeper,
    station: Station, clock: SystemClock,
) -> None:  # fmt: skip
    kind = KindCheck(device, DeviceKind.STRIP)
    while True:
        try:
            delivery = inbox.get(timeout=_TICK_S)
        except queue.Empty:
            keeper.step(clock.monotonic(), station.now_ms())
            continue
        if delivery is None:
            return
        kind.check(delivery)
        board.take(delivery, station.now_ms())
        if inbox.empty():  # states come in bursts; only the last of them is worth drawing
            keeper.step(clock.monotonic(), station.now_ms())
