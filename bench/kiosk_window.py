"""What the kiosk's benchmark measures in a process of its own: `python -m bench.kiosk_window touches|empty|first|
residents|attract`. Prints JSON; times in seconds."""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from PyQt6.QtCore import QCoreApplication, QEvent, QEventLoop, QPointF, QSize, QTimer
from PyQt6.QtQuick import QQuickView

from bench.place import resident_mb
from hw.printer import open_printer
from kiosk import sample
from kiosk.flow import Answered, Flow, Input, PaperCame, Print, Screen, Tick, Touch
from kiosk.flow.view import Teller
from kiosk.printing import JobDone, Layout, PrintJob, TicketPrinter
from kiosk.qr import qr_picture
from kiosk.slip import slip
from kiosk.window import LANGUAGES, KioskWindow
from ui.app import make_app
from ui.automation.finder import find_visible, items, middle
from ui.automation.hands import Finger, Step
from ui.languages import Texts
from ui.window import open_window
from wire.terms import PrintResult

SIZE = QSize(1080, 1920)
WAY = ["language-zh", "category-medical", "service-medical-register", "priority-none"]
_ROUNDS = 12
_RESIDENTS = 1000
_EMPTY = """
import QtQuick
Rectangle {
    property bool down: false
    color: down ? "green" : "white"
    MultiPointTouchArea {
        objectName: "ground"
        anchors.fill: parent
        onPressed: parent.down = true
        onReleased: parent.down = false
    }
}
"""


class Frames:
    """When the window has last shown a frame."""

    def __init__(self, view: QQuickView) -> None:
        self.at = 0.0
        view.frameSwapped.connect(self._note)

    def _note(self) -> None:
        self.at = time.perf_counter()

    def after(self, do: Callable[[], object], done: Callable[[], bool] = lambda: True) -> float:
        """From `do` to the first frame in which it is `done`."""
        since = begun = time.perf_counter()
        do()
        while not done():
            _turn()
            since = time.perf_counter()
        while self.at <= since:
            _turn()
        return self.at - begun


def _turn() -> None:
    """As Qt's own loop does: what was left behind goes, too."""
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _rest(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end or any(i.isVisible() and i.property("shieldsTouch") for i in items()):
        _turn()


class _Living:
    """The kiosk's own window on its own flow, a finger, and no hall behind it."""

    def __init__(self) -> None:
        self.flow = Flow(lambda: sample.REQUEST, lambda: sample.AT)
        texts = Texts.load(LANGUAGES)
        self.teller = Teller(texts, lambda *_: qr_picture("https://hall.example/t/0123"))
        self.printed = 0
        self.printer = TicketPrinter(
            open_printer("file:/dev/null"), Layout(texts).sheet, done=self._printed, how=lambda _: None
        )
        for given in sample.situations("zh")["welcome"]:
            self.flow.take(given, 0.0)
        self.window = KioskWindow(self.teller.texts, self._view(), self._touched, SIZE)

    def take(self, given: Input) -> None:
        for effect in self.flow.take(given, 0.0):
            if isinstance(effect, Print):
                made = slip(effect.reply, None, self.flow.known.catalog, reprint=effect.reprint)
                self.printer.submit(PrintJob(f"{time.monotonic_ns()}", made))
        self.window.show(self._view())

    def _view(self) -> dict[str, Any]:
        return self.teller.view(self.flow.state, self.flow.known, sample.AT)

    def _touched(self, what: str, which: str) -> None:
        self.take(Touch(what, which))

    def _printed(self, _done: JobDone) -> None:
        self.printed += 1


def touches() -> Iterator[tuple[str, float]]:
    """From the press to its visible answer, and from the finger's leaving to the next screen's first frame."""
    living = _Living()
    hand = _Hand(living.window.quick)
    _rest(0.5)
    for _ in range(_ROUNDS):
        for name in WAY:
            spot = middle(find_visible(name))
            _rest(0.2)
            yield "press", hand.do("press", spot)
            screen = living.flow.state.screen
            yield screen.value, hand.do("release", spot, partial(_left, living.flow, screen))
            _rest(0.3)
        for _back in WAY:
            living.take(Touch("back"))
        _rest(0.3)


def _left(flow: Flow, screen: Screen) -> bool:
    return flow.state.screen is not screen


def empty() -> Iterator[tuple[str, float]]:
    """The same finger on a window that holds one rectangle."""
    with _empty_window() as view:
        hand = _Hand(view)
        _rest(0.5)
        for _ in range(_ROUNDS * len(WAY)):
            for what in ("press", "release"):
                yield what, hand.do(what, QPointF(500, 900))
                _rest(0.05)


class _Hand:
    """One finger, and the frames that follow what it does."""

    def __init__(self, view: QQuickView) -> None:
        self._view, self._frames, self._finger = view, Frames(view), Finger()

    def do(self, what: str, spot: QPointF, done: Callable[[], bool] = lambda: True) -> float:
        """From then to the first frame in which it is done."""
        frame: list[list[Step]] = [[(what, 0, spot.x(), spot.y())]]
        return self._frames.after(partial(self._finger.play, self._view, frame), done)


@contextmanager
def _empty_window() -> Iterator[QQuickView]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "Empty.qml"
        file.write_text(_EMPTY, encoding="utf-8")
        view = open_window(file, {}, size=SIZE)
        yield view
        view.close()


def first() -> None:
    """An empty window's first frame; the parent times it."""
    with _empty_window() as view:
        frames = Frames(view)
        while not frames.at:
            _turn()
        print("shown", flush=True)


def residents() -> dict[str, Any]:
    """Memory after the first screen, after a hundred residents and after a thousand, each with a slip printed."""
    living = _Living()
    living.printer.start()
    _rest(0.5)
    seen = {"start_mb": resident_mb(os.getpid())}
    begun = time.perf_counter()
    for number in range(1, _RESIDENTS + 1):
        for name in WAY:
            living.take(Touch(*name.split("-", 1)))
            _turn()
        living.take(Touch("confirm"))
        _turn()
        living.take(Answered(sample.REQUEST, sample.ticket(f"A{number:03d}")))
        while living.printed < number:
            _turn()
        living.take(PaperCame(f"A{number:03d}", PrintResult.PRINTED))
        _turn()
        living.take(Touch("take"))
        _turn()
        if number in (100, _RESIDENTS):
            seen[f"after_{number}_mb"] = resident_mb(os.getpid())
    living.printer.close()
    return {**seen, "residents": _RESIDENTS, "seconds": round(time.perf_counter() - begun, 1)}


def _attract() -> dict[str, Any]:
    """What the moving picture costs."""
    living = _Living()
    while living.flow.deadline is not None:
        living.flow.take(Tick(), living.flow.deadline)
    living.window.show(living._view())
    _rest(1)
    steps: list[float] = []
    began = [0.0]
    living.window.quick.beforeFrameBegin.connect(lambda: began.__setitem__(0, time.perf_counter()))
    living.window.quick.afterFrameEnd.connect(lambda: steps.append(time.perf_counter() - began[0]))
    cpu, wall = time.process_time(), time.perf_counter()
    loop = QEventLoop()  # Qt's own, which sleeps between two steps
    QTimer.singleShot(10_000, loop.quit)
    loop.exec()
    share = (time.process_time() - cpu) / (time.perf_counter() - wall)
    return {
        "steps": len(steps),
        "slowest_ms": round(max(steps) * 1000, 1),
        "cpu_percent": round(share * 100, 1),
    }


def _main(what: str) -> None:
    app = make_app([])
    match what:
        case "touches" | "empty":
            found: dict[str, list[float]] = {}
            for name, taken in touches() if what == "touches" else empty():
                found.setdefault(name, []).append(taken)
            print(json.dumps(found))
        case "first":
            first()
        case "residents":
            print(json.dumps(residents()))
        case "attract":
            print(json.dumps(_attract()))
    del app


if __name__ == "__main__":
    _main(sys.argv[1])
