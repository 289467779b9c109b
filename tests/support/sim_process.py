"""The simulated printer as a process, on this machine or at the other end of a cable; its faults are files."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from hw.sim.printer_faults import Fault

Run = Callable[..., "subprocess.Popen[str]"]


class SimProcess:
    """`url` for a driver."""

    def __init__(self, folder: Path, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self._faults = folder / "faults"
        assert process.stdout is not None
        self.url = process.stdout.readline().strip()
        assert self.url, "it did not start"

    def add(self, fault: Fault) -> None:
        self._faults.mkdir(parents=True, exist_ok=True)
        (self._faults / fault).touch()

    def remove(self, fault: Fault) -> None:
        (self._faults / fault).unlink()


def _here(*command: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@contextmanager
def sim_process(folder: Path, *options: str, run: Run = _here) -> Iterator[SimProcess]:
    """One that runs. `run` starts it."""
    process = run(sys.executable, "-m", "hw.sim", str(folder), *options)
    try:
        yield SimProcess(folder, process)
    finally:
        process.terminate()
        process.communicate(timeout=10)
