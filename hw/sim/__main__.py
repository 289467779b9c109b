"""A simulated printer as a process of its own, until it is ended: `python -m hw.sim FOLDER --tcp 127.0.0.1:9100`.

Its address for `greenwindow kiosk --printer` is printed first. Faults are files in FOLDER/faults (docs/devices.md).
"""

import argparse
import signal
import sys
from pathlib import Path

from hw.sim.printer import SimPrinter
from hw.sim.printer_server import SimPrinterPty, SimPrinterServer


def main(words: list[str]) -> int:
    """The exit code: 0 when it was ended, 2 for wrong words."""
    asked = _parser().parse_args(words)
    sim = SimPrinter(asked.folder, width_dots=asked.width, paper=asked.paper, clone=asked.clone)
    try:
        served = _server(sim, asked.tcp)
    except (OSError, ValueError) as e:
        print(f"hw.sim: --tcp {asked.tcp}: {e}; write HOST:PORT of this machine", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with served:
        print(served.url, flush=True)
        try:
            signal.pause()
        except KeyboardInterrupt:
            return 0
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m hw.sim", description="A simulated receipt printer.")
    parser.add_argument("folder", type=Path, help="where its pictures go; faults in FOLDER/faults")
    parser.add_argument(
        "--tcp", metavar="HOST:PORT", help="listens there; port 0 is any; else a pseudo-terminal"
    )
    parser.add_argument("--width", type=int, default=576, help="dots")
    parser.add_argument("--paper", type=int, help="tickets on a roll; endless without")
    parser.add_argument("--clone", action="store_true", help="knows no GS ( H and sees no paper end coming")
    return parser


def _server(sim: SimPrinter, tcp: str | None) -> SimPrinterServer | SimPrinterPty:
    if tcp is None:
        return SimPrinterPty(sim)
    host, _, port = tcp.rpartition(":")
    return SimPrinterServer(sim, int(port), host or "127.0.0.1")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
