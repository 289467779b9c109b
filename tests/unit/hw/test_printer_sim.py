"""The simulated printer behaves: paper, faults as files, a buffer that fills, and pictures nobody overwrites."""

from pathlib import Path

import pytest

from hw.link import Deadline
from hw.printer import PrinterState, open_printer
from hw.sim.printer import BUFFER_BYTES, SimPrinter
from hw.sim.printer_faults import Fault, SetFaults
from tests.support.printers import noise, printed

TICKET = b"\x1b@\x1dv0\x00\x02\x00\x02\x00\xff\xff\x80\x01\x1dVB\x18"


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.png"))


def _print(url: str, times: int = 1) -> list[str]:
    printer = open_printer(url)
    return [printer.print(noise(16, 4, n), Deadline.after(5)).result for n in range(times)]


def test_pictures_are_numbered_on_after_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "ticket-0041-partial.png").touch()
    (tmp_path / "ticket-x.png").touch()
    _print(f"sim:{tmp_path}")
    _print(f"sim:{tmp_path}")
    assert _names(tmp_path)[:3] == ["ticket-0041-partial.png", "ticket-0042.png", "ticket-0043.png"]
    assert printed(tmp_path / "ticket-0043.png").width == 576


def test_a_roll_ends_and_removing_the_file_puts_in_a_new_one(tmp_path: Path) -> None:
    url = f"sim:{tmp_path}?paper=2"
    printer = open_printer(url)
    assert [printer.print(noise(16, 4), Deadline.after(5)).result for _ in range(3)] == ["printed"] * 2 + [
        "failed"
    ]
    (tmp_path / "faults" / "paper-out").unlink()
    assert printer.status(Deadline.after(5)).state is PrinterState.READY
    assert [printer.print(noise(16, 4), Deadline.after(5)).result for _ in range(3)] == ["printed"] * 2 + [
        "failed"
    ]


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        ("paper-out", PrinterState.PAPER_OUT),
        ("cover-open", PrinterState.COVER),
        ("cutter", PrinterState.CUTTER),
        ("mute", PrinterState.UNKNOWN),
        ("stuck", PrinterState.OFFLINE),
        ("offline", PrinterState.OFFLINE),
    ],
)
def test_a_file_is_a_fault_while_it_is_there(tmp_path: Path, fault: str, state: PrinterState) -> None:
    printer = open_printer(f"sim:{tmp_path}")
    assert printer.status(Deadline.after(5)).state is PrinterState.READY
    (tmp_path / "faults" / fault).touch()
    assert printer.status(Deadline.after(0.2)).state is state
    (tmp_path / "faults" / fault).unlink()
    assert printer.status(Deadline.after(5)).state is PrinterState.READY


def test_a_folder_that_cannot_be_written_is_an_unreachable_printer(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    printer = open_printer(f"sim:{tmp_path}/file/folder")
    assert printer.status(Deadline.after(5)).state is PrinterState.OFFLINE
    outcome = printer.print(noise(16, 4), Deadline.after(5))
    assert (outcome.result, outcome.status.state) == ("failed", PrinterState.OFFLINE)
    assert "Not a directory" in outcome.detail


def test_what_hangs_out_when_the_host_leaves_is_a_partial_picture(tmp_path: Path) -> None:
    sim = SimPrinter(tmp_path, faults=SetFaults())
    sim.accept(TICKET[:13])
    sim.hang_up()
    assert _names(tmp_path) == ["ticket-0001-partial.png"]
    sim.accept(TICKET[13:])
    assert _names(tmp_path)[1] == "ticket-0002-partial.png"
    sim.accept(TICKET)
    assert _names(tmp_path)[2] == "ticket-0003.png"


def test_a_power_cut_forgets_what_was_in_memory(tmp_path: Path) -> None:
    faults = SetFaults()
    sim = SimPrinter(tmp_path, faults=faults)
    sim.accept(TICKET[:11])
    faults.add(Fault.OFFLINE)
    assert not sim.connected
    assert sim.accept(b"lost") == 0
    faults.remove(Fault.OFFLINE)
    sim.accept(TICKET)
    assert _names(tmp_path) == ["ticket-0001.png"]
    assert sim.odd == []


def test_a_stopped_printer_fills_up_and_goes_on_when_it_can(tmp_path: Path) -> None:
    faults = SetFaults(Fault.COVER_OPEN)
    sim = SimPrinter(tmp_path, faults=faults)
    assert sim.accept(TICKET * 1000) == BUFFER_BYTES
    assert sim.accept(TICKET) == 0
    assert sim.tickets == []
    faults.remove(Fault.COVER_OPEN)
    sim.answers()
    assert len(sim.tickets) == BUFFER_BYTES // len(TICKET)


def test_it_tells_changes_by_itself_once_asked_to(tmp_path: Path) -> None:
    faults = SetFaults()
    sim = SimPrinter(tmp_path, faults=faults)
    sim.accept(b"\x1da\xff")
    assert sim.answers() == bytes.fromhex("10 00 00 00")
    assert sim.answers() == b""
    faults.add(Fault.COVER_OPEN)
    assert sim.answers() == bytes.fromhex("38 00 00 00")
    faults.remove(Fault.COVER_OPEN)
    sim.accept(b"\x1b@")
    faults.add(Fault.PAPER_OUT)
    sim.answers()
    assert sim.answers() == b""


@pytest.mark.parametrize("cut", range(1, 3))
def test_a_question_in_two_pieces_is_answered_once(tmp_path: Path, cut: int) -> None:
    sim = SimPrinter(tmp_path, faults=SetFaults())
    sim.accept(b"\x10\x04\x04"[:cut])
    sim.accept(b"\x10\x04\x04"[cut:])
    sim.accept(b"\x00")
    assert sim.answers() == b"\x12"


def test_text_is_junk_once_its_line_ends(tmp_path: Path) -> None:
    sim = SimPrinter(tmp_path, faults=SetFaults())
    sim.accept(b"A012\x1b@B")
    assert sim.junk == b""
    sim.accept(b"\n")
    assert sim.junk == b"B"


def test_a_file_gets_the_ticket_and_no_questions(tmp_path: Path) -> None:
    printer = open_printer(f"file:{tmp_path}/out.bin")
    assert printer.status(Deadline.after(1)).state is PrinterState.UNKNOWN
    assert not (tmp_path / "out.bin").exists() or not (tmp_path / "out.bin").read_bytes()
    assert printer.print(noise(576, 30), Deadline.after(5)).result == "unconfirmed"
    sim = SimPrinter(tmp_path / "seen", faults=SetFaults())
    data = (tmp_path / "out.bin").read_bytes()
    assert sim.accept(data) == len(data)
    assert [printed(path) for path in sim.tickets] == [noise(576, 30)]
    assert sim.answers() == b""
