"""The kiosk: from a touch to its answer, from its start to the first screen, and its memory: `python -m bench kiosk`.

Drawn in software at 1080×1920, off-screen: what the slowest kiosk's computer would do. Beside it an empty window that
answers the same finger, and an empty window's start.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.place import both, dispatcher_process, percentile
from tests.support.dispatcher import HALL
from tests.support.dispatcher_process import Place, place
from tests.support.kiosk_process import KioskProcess, screen_of

_STARTS = 7
_SCREENS = ("welcome", "categories", "services", "priority")
_DRAWN = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
WANTED = (
    "a visible answer within 100 ms and the next screen's first frame too; the first screen within 3 s; memory flat; "
    "no step of the moving picture over 50 ms."
)


def run() -> dict[str, Any]:
    """All of it: about five minutes."""
    touched, empty = _told("touches"), _told("empty")
    turned = [seconds for screen in _SCREENS for seconds in touched[screen]]
    return {
        "benchmark": "kiosk",
        "press_ms": both(touched["press"]),
        "empty_press_ms": both(empty["press"]),
        "ratio_press_p50": _ratio(touched["press"], empty["press"]),
        "screen_ms": both(turned),
        "empty_release_ms": both(empty["release"]),
        "ratio_screen_p50": _ratio(turned, empty["release"]),
        "by_screen_ms": {f"from {screen}": both(touched[screen]) for screen in _SCREENS},
        **_starts(),
        "memory": _told("residents"),
        "picture": _told("attract"),
    }


def lines(result: dict[str, Any]) -> list[str]:
    """Both sides of each ratio."""
    memory, picture = result["memory"], result["picture"]
    return [
        f"touch to its visible answer: {_said(result['press_ms'])}; "
        f"an empty window {_said(result['empty_press_ms'])} (× {result['ratio_press_p50']})",
        f"touch to the next screen's first frame: {_said(result['screen_ms'])}; "
        f"an empty window {_said(result['empty_release_ms'])} (× {result['ratio_screen_p50']})",
        f"start of the process to the first screen: {_said(result['start_ms'])}; "
        f"an empty window's first frame {_said(result['empty_start_ms'])} (× {result['ratio_start_p50']})",
        f"memory: {memory['start_mb']} MB with the first screen, {memory['after_100_mb']} MB after 100 residents, "
        f"{memory['after_1000_mb']} MB after 1,000, a slip printed for each",
        f"the moving picture: slowest of {picture['steps']} steps {picture['slowest_ms']} ms, "
        f"{picture['cpu_percent']} % of a core",
    ]


def _said(figures: dict[str, float]) -> str:
    return f"p50 {figures['p50']} ms, p99 {figures['p99']} ms"


def _ratio(ours: list[float], theirs: list[float]) -> float:
    return round(percentile(ours, 0.5) / percentile(theirs, 0.5), 2)


def _told(what: str) -> Any:
    words = [sys.executable, "-m", "bench.kiosk_window", what]
    return json.loads(subprocess.run(words, env=_DRAWN, text=True, capture_output=True, check=True).stdout)


def _starts() -> dict[str, Any]:
    """Kiosk and empty window by turns: a machine's mood changes within seconds."""
    ours: list[float] = []
    theirs: list[float] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        place(Path(folder), HALL) as where,
        dispatcher_process(where),
    ):
        for _ in range(_STARTS):
            ours.append(_start(where, Path(folder)))
            theirs.append(_empty_start())
    return {
        "start_ms": both(ours), "empty_start_ms": both(theirs), "ratio_start_p50": _ratio(ours, theirs),
        "starts": _STARTS,
    }  # fmt: skip


def _start(where: Place, folder: Path) -> float:
    """Until the welcome stands there, ready for a finger."""
    begun = perf_counter()
    kiosk = KioskProcess(where, platform=screen_of(folder, 1080, 1920))
    try:
        kiosk.screen.wait("screen-welcome", 30)
        return perf_counter() - begun
    finally:
        kiosk.close()


def _empty_start() -> float:
    begun = perf_counter()
    words = [sys.executable, "-m", "bench.kiosk_window", "first"]
    with subprocess.Popen(words, env=_DRAWN, text=True, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        return perf_counter() - begun
