"""The display's process: station, board, announcer and window, joined by queues; Qt's thread never waits."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PyQt6.QtCore import QSize, QUrl
from PyQt6.QtQuick import QQuickView

from display.announcer import Announcer, Shelf, Voice
from display.backend import Screen
from display.board import HallBoard
from display.frames import FrameWitness
from display.kind import KindCheck, WrongDeviceError
from display.places import LANGUAGES, SCREENS
from display.relay import Relay
from display.reports import Reports
from hw.speech import Espeak, Studio, find_player
from runtime import BrokerUrl, Delivery, Station, SystemClock, command_id
from ui.app import leave, make_app
from ui.automation.server import AutomationServer
from ui.bridge import Inbox
from ui.languages import Texts
from ui.window import open_window
from wire.terms import DeviceKind, ShownPart

WRONG_INPUT = 2


@dataclass(frozen=True)
class Options:
    """How the screen is to be, and its voice: `sound` keeps what is said, `silent` says nothing aloud."""

    size: QSize
    fullscreen: bool = False
    automation: Path | None = None
    sound: Path | None = None
    silent: bool = False


def run(url: BrokerUrl, version: str, options: Options) -> int:
    """The display until its window closes or a signal ends it. Raises BrokerError, SocketError, OSError."""
    relay, clock = Relay(), SystemClock()
    shelf = Shelf(options.sound) if options.sound else None
    station = Station(
        url, kind="display", version=version, deliver=relay, clock=clock, new_id=partial(command_id, clock)
    )
    try:
        station.start()
        with _announcer(url.device, station, shelf, silent=options.silent) as announcer:
            return _show(url.device, station, relay, announcer, options)
    finally:
        station.stop()


def _show(device: str, station: Station, relay: Relay, announcer: Announcer, options: Options) -> int:
    app = make_app(["greenwindow-display"])
    automation = AutomationServer(options.automation) if options.automation else None
    board = HallBoard(device, Texts.load(LANGUAGES))
    screen = Screen(board, now_ms=station.now_ms, monotonic=time.monotonic)
    inbox = Inbox()
    inbox.arrived.connect(partial(_take, screen, KindCheck(device, DeviceKind.DISPLAY)))
    view = _window(screen, Reports(station), device, options)
    relay.connect(inbox.put, announcer.take)
    try:
        return app.run()
    finally:
        view.setSource(QUrl())  # the window goes before what it shows
        if automation is not None:
            automation.close()


def _window(screen: Screen, reports: Reports, device: str, options: Options) -> QQuickView:
    view = open_window(
        SCREENS / "HallScreen.qml", {"screen": screen}, size=options.size,
        title=f"Green Window 绿色窗口 · {device}", fullscreen=options.fullscreen,
    )  # fmt: skip
    witness = FrameWitness(view, partial(reports.shown, ShownPart.SCREEN))
    screen.drawn.connect(witness.expect)
    return view


@contextmanager
def _announcer(device: str, station: Station, shelf: Shelf | None, *, silent: bool) -> Iterator[Announcer]:
    """The voice, with a folder of its own for what it has rendered; silent at once at the end."""
    engine, reports = Espeak(), Reports(station)
    with TemporaryDirectory(prefix="greenwindow-voice-") as cache:
        voice = Voice(engine, Studio(engine, Path(cache), most=50), shelf, None if silent else find_player)
        announcer = Announcer(
            device, voice, now_ms=station.now_ms, shown=partial(reports.shown, ShownPart.VOICE),
            faults=partial(reports.faults, ShownPart.VOICE),
        )  # fmt: skip
        announcer.start()
        try:
            yield announcer
        finally:
            announcer.stop()


def _take(screen: Screen, kind: KindCheck, delivery: Delivery) -> None:
    try:
        kind.check(delivery)
    except WrongDeviceError as fault:
        print(fault, file=sys.stderr)
        leave(WRONG_INPUT)
        return
    screen.take(delivery)
