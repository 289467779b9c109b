"""From the touch on "confirm" to the first dot at the printer, with 200 tickets waiting: `python -m bench slip`.

A real kiosk at 1080×1920, drawn by software, a printer over TCP that notes when the first byte of each ticket's picture
comes. Beside it, in the same run and by turns: how long the dispatcher takes to answer a ticket's request, and how long
the very paper takes to be laid out, alone in a process. What remains is the kiosk's own: screens, threads, and the
questions to the printer, whose answers are waited for before a dot is sent.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.pads import HEAD, command, connect
from bench.place import both, dispatcher_process, hall, percentile
from bench.press import fill
from bench.raw import RawClient
from hw.sim.printer import SimPrinter
from hw.sim.printer_faults import SetFaults
from hw.sim.printer_server import SimPrinterServer
from tests.support.dispatcher_process import Place
from tests.support.kiosk_process import KioskProcess, kiosk_process

_TICKETS, _WAITING = 60, 200
WANTED = "300 ms at p99."
_PICTURE = b"\x1dv0"


class _Watched(SimPrinter):
    """Notes when the first bytes of a ticket, and its first dots, are there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, faults=SetFaults())
        self.first_dot: float | None = None

    def accept(self, data: bytes) -> int:
        if self.first_dot is None and _PICTURE in data:
            self.first_dot = perf_counter()
        return super().accept(data)


def run() -> dict[str, Any]:
    """About three minutes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with hall() as where, dispatcher_process(where):
        fill(where, _WAITING, _WAITING)
        sim = _Watched(where.folder / "seen")
        with (
            SimPrinterServer(sim) as server,
            kiosk_process(where, "--printer", server.url, "--size", "1080x1920") as machine,
        ):
            return {
                "benchmark": "slip",
                "tickets": _TICKETS,
                "waiting": _WAITING,
                **_measure(where, sim, machine),
            }


def _measure(where: Place, sim: _Watched, machine: KioskProcess) -> dict[str, Any]:
    guide = connect(where, "console-1", "reply/console-1")
    lay_out, numbers = _layout(), count()
    taken, trips, layouts = [], [], []
    for _ in range(_TICKETS):
        taken.append(_take_one(sim, machine))
        begin = perf_counter()
        number = _ask(guide, "issue_ticket", {"services": ["s0"]}, next(numbers))["ticket"]["number"]
        trips.append(perf_counter() - begin)
        layouts.append(lay_out())
        _ask(guide, "cancel_ticket", {"ticket": number}, next(numbers))  # as many wait as before
        _ask(guide, "cancel_ticket", {"ticket": _before(number)}, next(numbers))
    guide.close()
    beside = [trip + layout for trip, layout in zip(trips, layouts, strict=True)]
    return {
        "first_dot_ms": both(taken), "round_trip_ms": both(trips), "layout_ms": both(layouts),
        "over_p50_ms": round(percentile(taken, 0.5) - percentile(beside, 0.5), 2),
        "ratio_p50": round(percentile(taken, 0.5) / percentile(beside, 0.5), 2),
        "ratio_p99": round(percentile(taken, 0.99) / percentile(beside, 0.99), 2),
    }  # fmt: skip


def _take_one(sim: _Watched, machine: KioskProcess) -> float:
    """Seconds from the touch to the first dot; the resident then takes the slip and goes."""
    screen = machine.screen
    screen.wait("screen-welcome")
    for touch in ("language-zh", "service-s0", "priority-none"):
        screen.tap(touch)
    screen.wait("confirm")
    time.sleep(0.6)  # the screen has come to rest, and a finger takes that long
    sim.first_dot, begin = None, perf_counter()
    screen.tap("confirm")
    screen.tap("take", timeout_s=20)
    assert sim.first_dot is not None
    return sim.first_dot - begin


def _layout() -> Callable[[], float]:
    """A function that lays out such a ticket and says how long that took."""
    from PyQt6.QtGui import QGuiApplication  # noqa: PLC0415

    from kiosk.printing import Layout  # noqa: PLC0415
    from kiosk.printing.sample import PLAIN  # noqa: PLC0415
    from kiosk.window import LANGUAGES  # noqa: PLC0415
    from ui.languages import Texts  # noqa: PLC0415

    layout = Layout(Texts.load(LANGUAGES))
    app = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])

    def lay_out() -> float:
        assert app is not None  # it lives as long as this
        begin = perf_counter()
        layout.raster(PLAIN, 576)
        return perf_counter() - begin

    lay_out()
    return lay_out


def _ask(client: RawClient, kind: str, fields: dict[str, Any], n: int) -> dict[str, Any]:
    name = f"{client.device}-slip-{n}"
    client.publish(f"{HEAD}command/{client.device}", command(name, kind, fields))
    while (reply := json.loads(client.wait())).get("command") != name:
        pass
    assert reply["ok"], reply
    found: dict[str, Any] = reply
    return found


def _before(number: str) -> str:
    """The resident's own: the console's was the next of the same service."""
    return f"{number[0]}{int(number[1:]) - 1:03d}"


def lines(result: dict[str, Any]) -> list[str]:
    """Both sides."""
    dot, trip, layout = result["first_dot_ms"], result["round_trip_ms"], result["layout_ms"]
    return [
        f"confirm to first dot, {result['waiting']} waiting: p50 {dot['p50']} ms, p99 {dot['p99']} ms; "
        f"the dispatcher's answer: p50 {trip['p50']} ms, p99 {trip['p99']} ms; "
        f"the layout: p50 {layout['p50']} ms, p99 {layout['p99']} ms; "
        f"over both together at p50 {result['over_p50_ms']} ms, p99 × {result['ratio_p99']}"
    ]
