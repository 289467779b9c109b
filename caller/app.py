"""The pad's process: station, presses and window, joined by queues; Qt's thread never waits for the hall."""

import os
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import structlog
from PyQt6.QtCore import QSize, QUrl

from caller.assignment import WrongDeviceError
from caller.backend import Pad
from caller.keeping import LastClerk, state_folder
from caller.pads.app import report
from caller.pads.beside import Things
from caller.presses import Presses
from caller.signing import Signing
from hw.keypad import PadLine
from runtime import BrokerUrl, Online, Station, SystemClock, command_id, log_to_stderr
from ui.app import leave, make_app
from ui.automation.server import AutomationServer
from ui.bridge import Inbox
from ui.languages import Texts
from ui.translator import Translator
from ui.window import open_window

ROOM = Path(__file__).parent
SCREENS = ROOM / "screens"
LANGUAGES = ROOM / "languages"
WRONG_INPUT = 2

_log = structlog.get_logger("caller")


@dataclass(frozen=True)
class Options:
    """How the window is to be."""

    size: QSize
    fullscreen: bool = False
    language: str = "zh"
    automation: Path | None = None
    state: Path | None = None
    """The folder for what must outlive a restart; None: below XDG_STATE_HOME."""
    lines: tuple[PadLine, ...] = ()
    """Pads that are things, at the same counter."""


def run(url: BrokerUrl, version: str, options: Options) -> int:
    """The pad until its window closes or a signal ends it; the exit code. Raises BrokerError, SocketError."""
    log_to_stderr()
    clock = SystemClock()
    inbox = Inbox()
    station = Station(
        url, kind="pad", version=version, deliver=inbox.put, clock=clock, new_id=partial(command_id, clock)
    )
    station.start()
    try:
        kept = LastClerk(options.state or state_folder(os.environ, url.hall, url.device))
        return _show(url, station, inbox, options, Signing(kept.load(), kept.save))
    finally:
        station.stop()


def _show(url: BrokerUrl, station: Station, inbox: Inbox, options: Options, signing: Signing) -> int:
    app = make_app(["greenwindow-caller"])
    texts = Texts.load(LANGUAGES)
    translator = Translator(texts, options.language)
    translator.install()
    presses = Presses(station.device, station.send, signing)
    pad = Pad(presses, texts, options.language, monotonic=time.monotonic, now_ms=station.now_ms)
    inbox.arrived.connect(partial(_take, pad, url))
    things = Things(options.lines, pad, presses, partial(report, station, texts), inbox)
    automation = AutomationServer(options.automation) if options.automation else None
    view = open_window(
        SCREENS / "Main.qml", {"pad": pad},
        size=options.size, title=f"Green Window 绿色窗口 · {station.device}", fullscreen=options.fullscreen,
    )  # fmt: skip
    engine = view.engine()
    assert engine is not None
    pad.languageChanged.connect(lambda: translator.use(pad.language, engine))
    try:
        things.start()
        return app.run()
    finally:
        things.stop()
        view.setSource(QUrl())  # the window goes before the pad that it shows
        if automation is not None:
            automation.close()


def _take(pad: Pad, url: BrokerUrl, delivery: object) -> None:
    if isinstance(delivery, Online) and pad.is_online and not delivery.online:
        _log.info("offline", why=url.silence(delivery.reason))
    try:
        pad.take(delivery)
    except WrongDeviceError as fault:
        print(fault, file=sys.stderr)
        leave(WRONG_INPUT)
