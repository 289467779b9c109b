"""From the dispatcher's publish to pixels, at a hall screen and at a pad: `python -m bench pixels`.

The moment of publishing is when a bare client on the same broker has heard it; the moment of pixels is when the
window's own frame with that number was shown. Software drawing, off-screen: what the slowest hall PC would do.
"""

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.pads import HEAD, command, connect, hall_file
from bench.place import both, dispatcher_process
from bench.raw import RawClient
from tests.support.dispatcher_process import Place, place

_CALLS = 60
_COUNTERS = 5
_OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
WANTED = "no figure of ours to compare with but the frame of the screen itself; a resident sees no delay under 100 ms."


def run() -> dict[str, Any]:
    """A call each third of a second, to both windows."""
    with (
        tempfile.TemporaryDirectory() as folder,
        place(Path(folder), hall_file(_COUNTERS)) as where,
        dispatcher_process(where),
        _window("display", where, "display-1") as screen,
        _window("caller", where, "pad-1") as pad,
    ):
        return {"benchmark": "pixels", "calls": _CALLS, **_measure(where, screen, pad)}


def lines(result: dict[str, Any]) -> list[str]:
    """The frame of 60 a second is the measure."""
    return [
        f"publish to pixels, {name}: p50 {result[key]['p50']} ms, p99 {result[key]['p99']} ms "
        f"({round(result[key]['p50'] / (1000 / 60), 1)} frames of 60 a second at p50)"
        for key, name in (("display_ms", "hall screen 1920×1080"), ("pad_ms", "pad 800×480"))
    ]


class _Window:
    """A station's process; when each number was seen in it."""

    def __init__(self, kind: str, where: Place, device: str) -> None:
        words = [sys.executable, "-m", "bench.pixels_window", kind, str(where.folder), device]
        self.process = subprocess.Popen(
            words,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, **_OFFSCREEN},
        )
        self._seen: queue.SimpleQueue[tuple[str, int]] = queue.SimpleQueue()
        threading.Thread(target=self._read, daemon=True).start()

    def seen(self, number: str) -> int:
        """When, in nanoseconds of the monotonic clock; waits for it."""
        while True:
            found, at = self._seen.get(timeout=10)
            if found == number:
                return at

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            number, at = line.split()
            self._seen.put((number, int(at)))


@contextmanager
def _window(kind: str, where: Place, device: str) -> Iterator[_Window]:
    window = _Window(kind, where, device)
    try:
        yield window
    finally:
        window.process.terminate()
        window.process.communicate()


def _measure(where: Place, screen: _Window, pad: _Window) -> dict[str, Any]:
    console = connect(where, "console-1", "reply/console-1", "device/display-1", "device/pad-1")
    events = connect(where, "kiosk-1", "event/ticket_called")
    _ask(console, "open_counter", {"counter": "1"})
    _wait_for_windows(console)
    shown: list[float] = []
    padded: list[float] = []
    for _ in range(_CALLS):
        _ask(console, "issue_ticket", {"services": ["s0"]})
        time.sleep(0.3)  # the waiting count is drawn, and the screens are still again
        _say(console, "next", {"counter": "1"})
        number = json.loads(events.wait())["ticket"]
        published = time.monotonic_ns()
        shown.append((screen.seen(number) - published) / 1e9)
        padded.append((pad.seen(number) - published) / 1e9)
    console.close()
    events.close()
    return {"display_ms": both(shown), "pad_ms": both(padded)}


def _say(console: RawClient, kind: str, fields: dict[str, Any]) -> str:
    name = f"console-1-{time.monotonic_ns()}"
    console.publish(f"{HEAD}command/console-1", command(name, kind, fields))
    return name


def _ask(console: RawClient, kind: str, fields: dict[str, Any]) -> None:
    name = _say(console, kind, fields)
    while json.loads(console.wait()).get("command") != name:
        pass


def _wait_for_windows(console: RawClient) -> None:
    """Until both have said that they are there, and a second more for their first picture."""
    there: set[str] = set()
    while len(there) < 2:
        said = json.loads(console.wait())
        if said.get("online"):
            there.add(said["kind"])
    time.sleep(2)
