"""Opens the hall: broker, dispatcher, then every station, each waited for until it answers."""

import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from greenwindow.demo.arrange import Stage
from greenwindow.demo.processes import Process, Processes

_READY_S = 30.0
_LOOPBACK = "127.0.0.1"


class OpeningError(Exception):
    """A process of the hall did not come up; the text says which and what it said."""


@dataclass(frozen=True)
class Sizes:
    """Windows in pixels."""

    kiosk: str = "1080x1920"
    pad: str = "1024x768"
    display: str = "1920x1080"


ON_SCREEN = Sizes(kiosk="540x960", pad="480x800", display="1120x630")
"""So that all of them have room on an ordinary monitor."""


def open_hall(
    stage: Stage, processes: Processes, port: int, sizes: Sizes, say: Callable[[str], None]
) -> None:
    """Starts everything. Raises OpeningError."""
    say("opening the hall: broker, dispatcher")
    here = [stage.hall_file, "--dir", stage.var]
    broker = processes.start("broker", ["broker", *here, "--port", port], stage.log("broker"))
    _until(lambda: _listens(port), broker)
    dispatcher = processes.start("dispatcher", ["dispatcher", *here], stage.log("dispatcher"))
    _until(lambda: "ready" in stage.log("dispatcher").read_text(errors="replace").split("\n"), dispatcher)
    stations = [*_kiosks(stage, sizes), *_displays(stage, sizes), *_strips(stage), *_pads(stage, sizes)]
    say(f"opening the hall: {len(stations)} stations")
    started = [processes.start(name, words, stage.log(name)) for name, words in stations]
    for process in started:
        path = stage.socket(process.name)
        if process.name not in stage.strips:
            _until(path.exists, process)


def free_port() -> int:
    """A loopback port nobody listens on."""
    with socket.socket() as probe:
        probe.bind((_LOOPBACK, 0))
        return int(probe.getsockname()[1])


def printer_folder(stage: Stage, kiosk: str) -> Path:
    """Where that kiosk's simulated printer draws its paper."""
    return stage.out / "tickets" / kiosk


Start = tuple[str, list[object]]


def _kiosks(stage: Stage, sizes: Sizes) -> list[Start]:
    return [(k, ["kiosk", *_who(stage, k), *_devices(stage, k), "--size", sizes.kiosk]) for k in stage.kiosks]


def _devices(stage: Stage, kiosk: str) -> list[object]:
    """Its paper is drawn, and what it reads aloud is kept."""
    return [
        "--printer",
        f"sim:{printer_folder(stage, kiosk)}",
        "--speech",
        f"sim:{stage.out / 'read' / kiosk}",
    ]


def _displays(stage: Stage, sizes: Sizes) -> list[Start]:
    return [
        (d, ["display", *_who(stage, d), "--sound", stage.out / "sound" / d, "--size", sizes.display])
        for d in stage.displays
    ]


def _strips(stage: Stage) -> list[Start]:
    return [
        (s, ["display", "--dir", stage.var, "--device", s, "--strip", f"sim:{stage.out / 'strips'}"])
        for s in stage.strips
    ]


def _pads(stage: Stage, sizes: Sizes) -> list[Start]:
    return [(pad, ["caller", *_who(stage, pad), "--size", sizes.pad]) for pad in stage.pads.values()]


def _who(stage: Stage, device: str) -> list[object]:
    return ["--dir", stage.var, "--device", device, "--automation", stage.socket(device)]


def _until(come: Callable[[], bool], process: Process) -> None:
    deadline = time.monotonic() + _READY_S
    while not come():
        popen = process.running
        if popen is None or popen.poll() is not None or time.monotonic() > deadline:
            raise OpeningError(f"{process.name}: {_last_line(process.log)}")
        time.sleep(0.05)


def _last_line(log: Path) -> str:
    lines = [line for line in log.read_text(errors="replace").splitlines() if line.strip()]
    return lines[-1] if lines else f"did not come up within {_READY_S:.0f} s and said nothing"


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.2)
        return probe.connect_ex((_LOOPBACK, port)) == 0
