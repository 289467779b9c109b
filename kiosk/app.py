"""The kiosk's process: station, printer, flow and window, joined by queues; Qt's thread never waits for any of them."""

import sys
import time
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

import structlog
from PyQt6.QtCore import QSize, QTimer

from hw.printer import Printer, PrinterState
from kiosk.aloud import Aloud, CannotRead
from kiosk.flow import (
    Flow,
    IndexCame,
    Input,
    Patience,
    PrinterChanged,
    ReadingChanged,
    Restarted,
    Tick,
    Touch,
)
from kiosk.flow.state import Known, State
from kiosk.flow.view import Teller
from kiosk.hands import Hands
from kiosk.hearing import heard
from kiosk.keeping import Keeper
from kiosk.printing import JobDone, Layout, PrinterNews, TicketPrinter
from kiosk.qr import qr_picture
from kiosk.reading import Voice, open_voice
from kiosk.reading.opening import NONE
from kiosk.slip import ticket_address
from kiosk.spelling import Speller
from kiosk.window import LANGUAGES, KioskWindow
from runtime import BrokerUrl, Online, Station, SystemClock, command_id, log_to_stderr
from ui.app import leave, make_app
from ui.automation.server import AutomationServer
from ui.bridge import Inbox
from ui.languages import Texts
from wire.states import Catalog, Fault
from wire.terms import DeviceKind

WRONG_INPUT = 2

_log = structlog.get_logger("kiosk")

_MINUTES_MS = 10_000
"""The welcome says how many minutes are left before the hall closes; so often it is looked at again."""


@dataclass(frozen=True)
class Options:
    """How this kiosk is to be. `state` is the folder for what must outlive a kill."""

    printer: Printer
    state: Path
    size: QSize
    fullscreen: bool = False
    language: str = "zh"
    automation: Path | None = None
    speech: str = NONE
    """`loud:`, `sim:FOLDER` or `none`"""
    idle_s: float = 60.0
    attract_s: float = 180.0


def run(url: BrokerUrl, version: str, options: Options) -> int:
    """The kiosk until its window closes or a signal ends it; the exit code. BrokerError, SocketError, OSError."""
    log_to_stderr()
    app = make_app(["greenwindow-kiosk"])
    with open_voice(options.speech) as voice:
        kiosk = Kiosk(url, version, options, voice)
        server = AutomationServer(options.automation) if options.automation else None
        try:
            kiosk.start()
            return app.run()
        finally:
            kiosk.close()
            if server is not None:
                server.close()


class Kiosk:
    """Where all of it meets, on Qt's thread."""

    def __init__(self, url: BrokerUrl, version: str, options: Options, voice: Voice | None = None) -> None:
        self._url = url
        clock = SystemClock()
        new_id = partial(command_id, clock)
        self._inbox = Inbox()
        self._inbox.arrived.connect(self._hear)
        self._keeper = Keeper(options.state)
        self._station = Station(
            url, kind="kiosk", version=version, deliver=self._inbox.put, clock=clock, new_id=new_id
        )
        texts = Texts.load(LANGUAGES)
        self._printer = TicketPrinter(
            options.printer, Layout(texts).sheet, done=self._inbox.put, how=self._inbox.put
        )
        self._hands = Hands(self._station, self._printer, self._keeper, self._inbox.put)
        patience = Patience(idle=options.idle_s, rest=options.attract_s)
        self._flow = Flow(new_id, self._station.now_ms, options.language, patience)
        self._speller = Speller(self._inbox.put)
        self._faults: dict[str, Fault] = {}
        self._details: dict[str, str] = {}
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self._take(Tick()))
        self._minutes = QTimer()
        self._minutes.timeout.connect(self._show)
        self._teller = Teller(texts, _qr)
        self._window = KioskWindow(
            self._teller.texts,
            self._view(),
            self._touched,
            options.size,
            options.fullscreen,
            device=url.device,
        )
        self._aloud = Aloud(self._window, voice, self._inbox.put)

    def start(self) -> None:
        """Takes up what a killed kiosk was doing, then meets the hall. Raises BrokerError."""
        self._hands.start()
        self._printer.start()
        self._take(self._aloud.start())
        pending = self._keeper.load(time.time())
        if pending is not None:
            self._take(Restarted(pending))
        self._station.start()
        self._minutes.start(_MINUTES_MS)

    def close(self) -> None:
        self._minutes.stop()
        self._aloud.close()
        self._window.close()
        self._printer.close()
        self._hands.close()
        self._station.stop()

    def _touched(self, what: str, which: str) -> None:
        self._take(Touch(what, which))

    def _hear(self, news: object) -> None:
        if isinstance(news, PrinterNews):
            self._printer_is(news)
        elif isinstance(news, CannotRead):
            self._report("reading", news.text, news.code)
            self._take(ReadingChanged(news.code))
        elif isinstance(news, IndexCame):
            self._take(news)
        elif isinstance(news, str):
            self._report("state_dir", news)
        else:
            self._log_offline(news)
            self._sheet_is(news)
            for given in heard(news):
                self._take(given)
        if isinstance(news, Catalog):
            self._check_kind(news)
            self._speller.spell(news)

    def _log_offline(self, news: object) -> None:
        if isinstance(news, Online) and self._flow.known.online and not news.online:
            _log.info("offline", why=self._url.silence(news.reason))

    def _take(self, given: Input) -> None:
        """The one way in: the flow decides, the hands do, the window shows."""
        for effect in self._flow.take(given, time.monotonic()):
            self._hands.do(effect, self._flow.known.catalog)
        deadline = self._flow.deadline
        if deadline is None:
            self._timer.stop()
        else:
            self._timer.start(max(0, int((deadline - time.monotonic()) * 1000) + 1))
        self._show()

    def _show(self) -> None:
        view = self._view()
        self._window.show(view)
        self._aloud.follow(view)

    def _view(self) -> dict[str, object]:
        return self._teller.view(self._flow.state, self._flow.known, self._station.now_ms(), self._flow.help)

    def _printer_is(self, news: PrinterNews) -> None:
        """In the presence at once, for staff; on the welcome, for who comes next."""
        status = news.status
        self._details["printer"] = news.state
        if news.last:
            self._details["last_paper"] = news.last
        self._report(
            "printer",
            "" if status.state is PrinterState.READY else status.detail,
            f"printer_{status.state.value}",
        )
        self._take(PrinterChanged(stopped=status.stopped))

    def _sheet_is(self, news: object) -> None:
        """What a counter asked for and did not come out stands in the presence until the next one does."""
        if isinstance(news, JobDone) and news.job.for_counter:
            failed = news.outcome.result == "failed"
            words = f"a paper for counter {news.job.for_counter} was not printed: {news.outcome.detail}"
            self._report("sheet", words if failed else "", "sheet_failed")
            if failed:
                _log.info("sheet not printed", counter=news.job.for_counter, why=news.outcome.detail)

    def _report(self, part: str, words: str, code: str = "") -> None:
        self._faults.pop(part, None)
        if words:
            self._faults[part] = Fault(code=code or part, text=words)
        self._station.report_faults(tuple(self._faults.values()), dict(self._details))

    def _check_kind(self, catalog: Catalog) -> None:
        mine = next((d.kind for d in catalog.devices if d.id == self._station.device), None)
        if mine not in (None, DeviceKind.KIOSK):
            text = (
                f"device {self._station.device}: is a {mine} in the hall file, not a kiosk; start it as that"
            )
            print(text, file=sys.stderr)
            leave(WRONG_INPUT)


def _qr(state: State, known: Known) -> str:
    token = state.reply.token if state.reply is not None else None
    return _picture(ticket_address(known.catalog, token))


@lru_cache(maxsize=4)
def _picture(address: str) -> str:
    return qr_picture(address)
