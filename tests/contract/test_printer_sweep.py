"""A printer that stops at any byte: never "printed" unless it is, never a hang, and the next ticket is whole."""

import os
import time
from pathlib import Path

import pytest

from hw.link import Deadline, endpoint
from hw.printer import EscPosPrinter
from hw.sim.printer import SimPrinter, Trip
from hw.sim.printer_faults import Fault, SetFaults
from hw.sim.printer_place import SimPrinterPlace
from hw.sim.printer_server import SimPrinterPty, SimPrinterServer
from tests.support.printers import Patience, noise, printed

STEP = 1 if os.environ.get("GREENWINDOW_SOAK") else 97
TICKET, NEXT = noise(576, 150, 1), noise(576, 20, 2)
FAULTS = [Fault.PAPER_OUT, Fault.COVER_OPEN, Fault.CUTTER, Fault.OFFLINE, Fault.STUCK, Fault.MUTE]


def _whole(sim: SimPrinter) -> list[Path]:
    return [path for path in sim.tickets if not path.stem.endswith("-partial")]


def _bytes_of_a_ticket(folder: Path, clone: bool) -> int:
    sim = SimPrinter(folder, faults=SetFaults(), clone=clone)
    EscPosPrinter(SimPrinterPlace(sim)).print(TICKET, Patience().deadline(15))
    return sim.bytes_seen


@pytest.mark.timeout(900)
@pytest.mark.parametrize("clone", [False, True], ids=["epson", "clone"])
@pytest.mark.parametrize("fault", FAULTS)
def test_at_every_97th_byte(tmp_path: Path, fault: Fault, clone: bool) -> None:
    for at in range(0, _bytes_of_a_ticket(tmp_path / "whole", clone), STEP):
        _stop_at(tmp_path / str(at), Trip(at, fault), clone)


def _stop_at(folder: Path, trip: Trip, clone: bool) -> None:
    faults, patience = SetFaults(), Patience()
    sim = SimPrinter(folder, faults=faults, clone=clone, trip=trip)
    printer = EscPosPrinter(SimPrinterPlace(sim))
    began = patience.now
    outcome = printer.print(TICKET, patience.deadline(15))
    assert patience.now - began < 15.1, trip
    out = _whole(sim)
    if outcome.result == "printed":
        assert [printed(path) for path in out] == [TICKET], trip
    assert len(out) <= 1, trip
    assert trip.fault in faults.active(), trip
    faults.remove(trip.fault)
    _next_ticket_is_whole(sim, printer, patience, trip)


def _next_ticket_is_whole(sim: SimPrinter, printer: EscPosPrinter, patience: Patience, trip: Trip) -> None:
    before = len(_whole(sim))
    assert printer.print(NEXT, patience.deadline(15)).result != "failed", trip
    after = _whole(sim)
    assert printed(after[-1]) == NEXT, trip
    # At most the rest of the first ticket, whole, came before it.
    assert len(after) <= before + 2, trip
    # A command that was half sent may be nonsense in the end, but none of it may stand on paper.
    assert sim.junk == b"", trip


WIRES = [(SimPrinterServer, 3), (SimPrinterServer, 5000), (SimPrinterServer, 10700), (SimPrinterPty, 97)]


@pytest.mark.parametrize(("server", "at"), WIRES)
@pytest.mark.parametrize("fault", [Fault.PAPER_OUT, Fault.OFFLINE, Fault.STUCK])
def test_over_real_wires(
    tmp_path: Path, server: type[SimPrinterServer | SimPrinterPty], at: int, fault: Fault
) -> None:
    faults = SetFaults()
    sim = SimPrinter(tmp_path, faults=faults, trip=Trip(at, fault))
    with server(sim) as served:
        printer = EscPosPrinter(endpoint(served.url))
        began = time.monotonic()
        assert printer.print(TICKET, Deadline.after(1)).result != "printed"
        assert time.monotonic() - began < 9
        faults.remove(fault)
        assert printer.print(NEXT, Deadline.after(10)).result != "failed"
    assert printed(_whole(sim)[-1]) == NEXT
