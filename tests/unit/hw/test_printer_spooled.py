"""Through CUPS: the bytes are given once, and nothing is claimed about them that nobody knows."""

from pathlib import Path

from hw.link import Deadline
from hw.printer import PrinterState
from hw.printer.spooled import SpooledPrinter
from hw.sim.printer import SimPrinter
from hw.sim.printer_faults import SetFaults
from tests.support.printers import noise, printed

TICKET = noise(576, 30)


def _lp(folder: Path, does: str) -> SpooledPrinter:
    """A queue `front` whose `lp` is a script of ours."""
    program = folder / "lp"
    program.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    program.chmod(0o755)
    return SpooledPrinter("front", lp=str(program))


def test_the_ticket_is_given_whole_and_stays_unconfirmed(tmp_path: Path) -> None:
    printer = _lp(tmp_path, f'echo "$@" > {tmp_path}/words; cat > {tmp_path}/bytes')
    outcome = printer.print(TICKET, Deadline.after(10))
    assert (outcome.result, outcome.status.state) == ("unconfirmed", PrinterState.UNKNOWN)
    assert (tmp_path / "words").read_text() == "-d front -o raw -s -\n"
    sim = SimPrinter(tmp_path / "seen", faults=SetFaults())
    data = (tmp_path / "bytes").read_bytes()
    assert sim.accept(data) == len(data)
    assert [printed(path) for path in sim.tickets] == [TICKET]
    assert sim.answers() == b""


def test_a_queue_that_takes_nothing_has_failed_in_lps_own_words(tmp_path: Path) -> None:
    outcome = _lp(tmp_path, 'echo "lp: the printer does not exist" >&2; exit 1').print(
        TICKET, Deadline.after(10)
    )
    assert (outcome.result, outcome.status.state) == ("failed", PrinterState.OFFLINE)
    assert "cups:front: lp: the printer does not exist" in outcome.detail
    assert _lp(tmp_path, "exit 3").print(TICKET, Deadline.after(10)).detail.endswith("lp ended with 3")


def test_no_cups_at_all_says_what_to_install(tmp_path: Path) -> None:
    outcome = SpooledPrinter("front", lp=str(tmp_path / "lp")).print(TICKET, Deadline.after(10))
    assert (outcome.result, outcome.status.state) == ("failed", PrinterState.OFFLINE)
    assert "install cups-client" in outcome.detail
    (tmp_path / "lp").write_text("")
    outcome = SpooledPrinter("front", lp=str(tmp_path / "lp")).print(TICKET, Deadline.after(10))
    assert "Permission denied" in outcome.detail


def test_one_that_hangs_is_ended_at_the_deadline_and_nobody_knows(tmp_path: Path) -> None:
    outcome = _lp(tmp_path, "exec sleep 60").print(TICKET, Deadline.after(0.2))
    assert outcome.result == "unconfirmed"


def test_its_state_is_never_better_than_unknown() -> None:
    how = SpooledPrinter("front").status(Deadline.after(1))
    assert (how.state, how.stopped) == (PrinterState.UNKNOWN, False)
