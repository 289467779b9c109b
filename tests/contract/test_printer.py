"""Every way to a printer, one suite: what is said about paper is never better than what is known."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from hw.link import Deadline, Endpoint, endpoint
from hw.printer import EscPosPrinter, Printer, PrinterState, open_printer
from hw.printer.job import Confirm
from hw.printer.spooled import SpooledPrinter
from hw.sim.printer import SimPrinter
from hw.sim.printer_faults import Fault, SetFaults
from hw.sim.printer_place import SimPrinterPlace
from hw.sim.printer_server import SimPrinterPty, SimPrinterServer
from tests.support.printers import Patience, noise, printed
from tests.support.usb_tree import UsbTree

TICKET = noise(576, 130)
STOPS = {
    Fault.PAPER_OUT: PrinterState.PAPER_OUT,
    Fault.COVER_OPEN: PrinterState.COVER,
    Fault.CUTTER: PrinterState.CUTTER,
}

Maker = Callable[..., SimPrinter]
"""Makes the printer, with a clock of the way's own."""


@dataclass
class Bench:
    """A simulated printer, the switch for its faults, and the way a driver reaches it."""

    sim: SimPrinter
    faults: SetFaults
    place: Endpoint
    deadline: Callable[[float], Deadline]
    silent_when_off: bool = False

    def printer(self, confirm: Confirm = "auto") -> EscPosPrinter:
        return EscPosPrinter(self.place, confirm=confirm, mark=lambda: b"A012")


def _memory(make: Maker, faults: SetFaults, rooms: ExitStack) -> Bench:
    del rooms
    patience = Patience()
    sim = make(clock=lambda: patience.now)
    return Bench(sim, faults, SimPrinterPlace(sim), patience.deadline)


def _tcp(make: Maker, faults: SetFaults, rooms: ExitStack) -> Bench:
    sim = make()
    return Bench(sim, faults, endpoint(rooms.enter_context(SimPrinterServer(sim)).url), Deadline.after)


def _serial(make: Maker, faults: SetFaults, rooms: ExitStack) -> Bench:
    sim = make()
    url = rooms.enter_context(SimPrinterPty(sim)).url
    return Bench(sim, faults, endpoint(url), Deadline.after, silent_when_off=True)


def _usb(make: Maker, faults: SetFaults, rooms: ExitStack) -> Bench:
    sim = make()
    wire = rooms.enter_context(SimPrinterPty(sim)).wire
    ports = UsbTree(Path(rooms.enter_context(TemporaryDirectory())))
    ports.plug("lp1", "04b8:0e15", wire)
    return Bench(sim, faults, ports.place(), Deadline.after, silent_when_off=True)


WAYS = {"memory": _memory, "tcp": _tcp, "serial": _serial, "usb": _usb}


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def bench(way: str, tmp_path: Path) -> Iterator[Bench]:
    faults = SetFaults()
    with ExitStack() as rooms:
        yield WAYS[way](partial(SimPrinter, tmp_path, paper=6, faults=faults), faults, rooms)


@pytest.fixture
def clone(way: str, tmp_path: Path) -> Iterator[Bench]:
    faults = SetFaults()
    with ExitStack() as rooms:
        yield WAYS[way](partial(SimPrinter, tmp_path, faults=faults, clone=True), faults, rooms)


def test_a_ready_printer_prints_to_the_very_dot_and_proves_it(bench: Bench) -> None:
    printer = bench.printer()
    assert printer.status(bench.deadline(5)).state is PrinterState.READY
    outcome = printer.print(TICKET, bench.deadline(10))
    assert outcome.result == "printed"
    assert outcome.status.state is PrinterState.READY
    assert [printed(path) for path in bench.sim.tickets] == [TICKET]
    assert bench.sim.odd == []


def test_one_after_the_other(bench: Bench) -> None:
    printer = bench.printer()
    tickets = [noise(576, 40 + n, n) for n in range(3)]
    assert [printer.print(t, bench.deadline(10)).result for t in tickets] == ["printed"] * 3
    assert [printed(path) for path in bench.sim.tickets] == tickets


def test_a_clone_proves_it_by_having_worked_it_off(clone: Bench) -> None:
    assert clone.printer().print(TICKET, clone.deadline(10)).result == "printed"
    assert clone.printer("status").print(TICKET, clone.deadline(10)).result == "printed"


def test_a_printer_that_is_not_asked_is_unconfirmed(bench: Bench) -> None:
    assert bench.printer("none").print(TICKET, bench.deadline(10)).result == "unconfirmed"
    arrived = Deadline.after(5)
    while not (bench.sim.tickets or arrived.passed):
        arrived.pause(0.01)
    assert [printed(path) for path in bench.sim.tickets] == [TICKET]


@pytest.mark.parametrize("fault", STOPS)
def test_a_stop_is_named_before_anything_is_printed_and_passes(bench: Bench, fault: Fault) -> None:
    printer = bench.printer()
    bench.faults.add(fault)
    assert printer.status(bench.deadline(5)).state is STOPS[fault]
    outcome = printer.print(TICKET, bench.deadline(10))
    assert (outcome.result, outcome.status.state) == ("failed", STOPS[fault])
    assert bench.sim.tickets == []
    bench.faults.remove(fault)
    assert printer.status(bench.deadline(5)).state is PrinterState.READY
    assert printer.print(TICKET, bench.deadline(10)).result == "printed"
    assert [printed(path) for path in bench.sim.tickets] == [TICKET]


def _file(folder: Path) -> tuple[Printer, Path]:
    return open_printer(f"file:{folder}/bytes"), folder / "bytes"


def _cups(folder: Path) -> tuple[Printer, Path]:
    program = folder / "lp"
    program.write_text(f"#!/bin/sh\ncat >> {folder}/bytes\n", encoding="utf-8")
    program.chmod(0o755)
    return SpooledPrinter("front", lp=str(program)), folder / "bytes"


@pytest.mark.parametrize("one_way", [_file, _cups])
def test_where_nothing_comes_back_nothing_is_confirmed(
    one_way: Callable[[Path], tuple[Printer, Path]], tmp_path: Path
) -> None:
    printer, bytes_there = one_way(tmp_path)
    assert printer.status(Deadline.after(5)).state is PrinterState.UNKNOWN
    for _ in range(2):
        outcome = printer.print(TICKET, Deadline.after(10))
        assert (outcome.result, outcome.status.state) == ("unconfirmed", PrinterState.UNKNOWN)
    sim = SimPrinter(tmp_path / "seen", faults=SetFaults())
    sim.accept(bytes_there.read_bytes())
    assert [printed(path) for path in sim.tickets] == [TICKET, TICKET]
    assert sim.odd == []


def test_silence_is_unknown_and_its_ticket_unconfirmed(bench: Bench) -> None:
    bench.faults.add(Fault.MUTE)
    assert bench.printer().status(bench.deadline(5)).state is PrinterState.UNKNOWN
    outcome = bench.printer().print(TICKET, bench.deadline(10))
    assert (outcome.result, outcome.status.state) == ("unconfirmed", PrinterState.UNKNOWN)


def test_switched_off_is_offline_or_silent(bench: Bench) -> None:
    bench.faults.add(Fault.OFFLINE)
    off = PrinterState.UNKNOWN if bench.silent_when_off else PrinterState.OFFLINE
    assert bench.printer().status(bench.deadline(5)).state is off
    assert bench.printer().print(TICKET, bench.deadline(3)).result != "printed"
    assert bench.sim.tickets == []


def test_a_hanging_printer_is_unknown_and_never_waited_for_past_the_deadline(bench: Bench) -> None:
    bench.faults.add(Fault.STUCK)
    assert bench.printer().status(bench.deadline(1)).state in (PrinterState.UNKNOWN, PrinterState.OFFLINE)
    assert bench.printer().print(TICKET, bench.deadline(1)).result != "printed"


STALE = {
    "answers": b"\x12\x12\x12\x12\x12",
    "an automatic status": b"\x10\x00\x00\x00",
    "half an automatic status": b"\x10\x00",
    "answers in order": b"\x00\x00\x00",
    "somebody's mark": b"\x37\x22B999\x00",
    "half a mark": b"\x37\x22A0",
}


@pytest.mark.parametrize("stale", STALE.values(), ids=STALE)
def test_stale_bytes_make_no_faulty_printer_fine(bench: Bench, stale: bytes) -> None:
    bench.faults.add(Fault.PAPER_OUT)
    bench.sim.say(stale)
    assert bench.printer().status(bench.deadline(5)).state is PrinterState.PAPER_OUT
    bench.sim.say(stale)
    assert bench.printer().print(TICKET, bench.deadline(5)).result == "failed"


@pytest.mark.parametrize("stale", STALE.values(), ids=STALE)
def test_stale_bytes_do_not_disturb_a_ticket(bench: Bench, stale: bytes) -> None:
    bench.sim.say(stale)
    assert bench.printer().print(TICKET, bench.deadline(10)).result == "printed"
    assert [printed(path) for path in bench.sim.tickets] == [TICKET]


MANNERS = [Fault.SLOW, Fault.LATE, Fault.FRAGMENTS, Fault.CHATTER, Fault.STALE]


@pytest.mark.parametrize("manner", MANNERS)
def test_bad_manners_change_nothing(bench: Bench, manner: Fault) -> None:
    """Slow paper, late answers, answers in pieces, automatic statuses between them, bytes of somebody else's."""
    printer = bench.printer()
    bench.faults.add(manner)
    assert printer.status(bench.deadline(5)).state is PrinterState.READY
    assert printer.print(TICKET, bench.deadline(10)).result == "printed"
    assert [printed(path) for path in bench.sim.tickets] == [TICKET]
    assert bench.sim.odd == []


@pytest.mark.parametrize("manner", MANNERS)
def test_bad_manners_hide_no_fault(bench: Bench, manner: Fault) -> None:
    bench.faults.add(manner)
    bench.faults.add(Fault.PAPER_OUT)
    outcome = bench.printer().print(TICKET, bench.deadline(10))
    assert (outcome.result, outcome.status.state) == ("failed", PrinterState.PAPER_OUT)


@pytest.mark.parametrize("manner", MANNERS)
def test_bad_manners_make_no_clone_unproven(clone: Bench, manner: Fault) -> None:
    clone.faults.add(manner)
    assert clone.printer().print(TICKET, clone.deadline(10)).result == "printed"
    assert [printed(path) for path in clone.sim.tickets] == [TICKET]


def test_a_clone_without_a_sensor_is_ready_until_the_paper_is_out(clone: Bench) -> None:
    """Its near end is never reported: "not low" is no promise."""
    printer = clone.printer()
    assert printer.status(clone.deadline(5)).state is PrinterState.READY
    clone.faults.add(Fault.PAPER_OUT)
    assert printer.status(clone.deadline(5)).state is PrinterState.PAPER_OUT


def test_paper_low_is_a_warning_and_the_last_ticket_of_a_roll_counts(bench: Bench) -> None:
    printer, small = bench.printer(), noise(576, 2)
    seen = [printer.print(small, bench.deadline(10)) for _ in range(6)]
    assert {outcome.result for outcome in seen} == {"printed"}
    assert [o.status.state for o in seen[-4:]] == [
        PrinterState.READY, PrinterState.READY, PrinterState.PAPER_LOW, PrinterState.PAPER_OUT,
    ]  # fmt: skip
    assert printer.print(small, bench.deadline(10)).result == "failed"
    bench.faults.remove(Fault.PAPER_OUT)
    assert printer.print(small, bench.deadline(10)).status.state is PrinterState.READY


def test_dots_that_look_like_a_question_confuse_nobody(bench: Bench) -> None:
    rows = (b"\x10\x04\x01\x10\x04\x04" * 12) * 50
    tricky = TICKET.__class__(576, 50, rows)
    assert bench.printer().print(tricky, bench.deadline(10)).result == "printed"
    assert [printed(path) for path in bench.sim.tickets] == [tricky]


def test_too_wide_a_ticket_is_a_programming_error(bench: Bench) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        bench.printer().print(noise(584, 3), bench.deadline(5))
