"""`greenwindow kiosk` in a process of its own, and a finger on its screen."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.dispatcher_process import Place
from ui.automation import Automation

KIOSK = [sys.executable, "-m", "greenwindow", "kiosk"]


class KioskProcess:
    """One kiosk of that hall, with a simulated printer unless another is named. `screen` drives its window."""

    def __init__(self, where: Place, *options: str, platform: str | None = None) -> None:
        self.paper = where.folder / "paper"
        self.state = where.folder / "state"
        self.socket = where.folder / "kiosk.sock"
        words = [*KIOSK, "--dir", str(where.folder), "--device", "kiosk-1", "--automation", str(self.socket)]
        words += ["--state", str(self.state), "--size", "1024x768", *options]
        if "--printer" not in options:
            words += ["--printer", f"sim:{self.paper}"]
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GREENWINDOW_")}
        if platform is not None:
            clean["QT_QPA_PLATFORM"] = platform
        self._said = (where.folder / "kiosk.log").open("a+", encoding="utf-8")
        self.process = subprocess.Popen(words, env=clean, stderr=self._said, text=True)
        self.screen = Automation(self.socket)

    def to_confirm(self, service: str = "card", priority: str = "none") -> None:
        """From the welcome to the last question."""
        self.screen.wait("screen-welcome")
        self.screen.tap("language-en")
        self.screen.tap(f"service-{service}")
        self.screen.tap(f"priority-{priority}")
        self.screen.wait("confirm")

    def slips(self) -> int:
        """How many papers came out."""
        return len(list(self.paper.glob("*.png")))

    def fault(self, name: str, *, there: bool = True) -> None:
        """The printer goes wrong, or is put right."""
        file = self.paper / "faults" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch() if there else file.unlink(missing_ok=True)

    def kill(self) -> None:
        """As a power cut would."""
        self.screen.close()
        self.process.kill()
        self.process.wait()

    def end(self) -> str:
        """SIGTERM; what it said on standard error, in all its lives."""
        self.screen.close()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=10)
        said = self.said()
        assert self.process.returncode == 0, said
        assert not self.socket.exists()
        return said

    def said(self) -> str:
        """Everything on standard error so far."""
        self._said.seek(0)
        return self._said.read()

    def close(self) -> None:
        """Whatever state it is in."""
        if self.process.poll() is None:
            self.kill()
        self._said.close()


@contextmanager
def kiosk_process(where: Place, *options: str, platform: str | None = None) -> Iterator[KioskProcess]:
    """Ends it if it still runs; it has nothing to complain of."""
    running = KioskProcess(where, *options, platform=platform)
    try:
        yield running
        if running.process.poll() is None:
            said = running.end()
            assert complaints(said) == [], said
    finally:
        running.close()


def complaints(said: str) -> list[str]:
    """The lines of a log that tell of something wrong."""
    signs = ("[warning", "[error", "[critical", "Traceback")
    return [line for line in said.splitlines() if any(sign in line for sign in signs)]


def screen_of(folder: Path, width: int, height: int) -> str:
    """A screen of that size for Qt without a screen."""
    file = folder / f"screen-{width}x{height}.json"
    one = {"name": "kiosk", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    file.write_text(json.dumps({"screens": [one]}), encoding="utf-8")
    return f"offscreen:configfile={file}"
