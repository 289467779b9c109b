"""A network printer whose cable is pulled, and one that is a process of its own, over TCP and a pseudo-terminal."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from hw.link import Deadline, endpoint
from hw.printer import EscPosPrinter, PrinterState, PrinterStatus
from hw.sim.printer_faults import Fault
from tests.support.cable import cable
from tests.support.printers import noise, printed
from tests.support.sim_process import sim_process

TICKET = noise(576, 1200)


def test_pulled_in_the_middle_it_is_offline_at_once_and_comes_back(tmp_path: Path) -> None:
    """Nobody is told: the kernel would wait for a quarter of an hour."""
    with cable() as one, sim_process(tmp_path, "--tcp", f"{one.there}:9100", run=one.run) as sim:
        printer = EscPosPrinter(endpoint(sim.url))
        assert printer.status(Deadline.after(5)).state is PrinterState.READY
        sim.add(Fault.SLOW)
        told: list[PrinterStatus] = []
        pulling = threading.Timer(1.0, one.pull)
        pulling.start()
        begun = time.monotonic()
        outcome = printer.print(TICKET, Deadline.after(20), told.append)
        assert time.monotonic() - begun < 1.0 + 3.5
        pulling.join()
        assert outcome.result != "printed"
        assert outcome.status.state is PrinterState.OFFLINE
        assert printer.status(Deadline.after(0.9)).state is PrinterState.OFFLINE
        one.plug()
        sim.remove(Fault.SLOW)
        assert printer.print(TICKET, Deadline.after(20)).result == "printed"


@pytest.mark.parametrize("options", [("--tcp", "127.0.0.1:0"), ()], ids=["tcp", "pty"])
def test_a_process_prints(tmp_path: Path, options: tuple[str, ...]) -> None:
    with sim_process(tmp_path, *options) as sim:
        small = noise(576, 30)
        assert EscPosPrinter(endpoint(sim.url)).print(small, Deadline.after(10)).result == "printed"
        assert printed(tmp_path / "ticket-0001.png") == small
        sim.add(Fault.COVER_OPEN)
        assert EscPosPrinter(endpoint(sim.url)).status(Deadline.after(5)).state is PrinterState.COVER


def test_a_port_that_is_no_port_is_said_in_a_line(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "hw.sim", str(tmp_path), "--tcp", "here"]
    ended = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)
    assert "--tcp here" in ended.stderr
