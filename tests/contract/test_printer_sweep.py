"""A printer that stops at any byte, and a kiosk that dies there: what is said of the paper and shown to the resident is
never better than the truth, the number stays, the next slip is whole and says that it is a reprint."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hw.link import Deadline, Endpoint, Link, endpoint
from hw.printer import EscPosPrinter, PrinterState, Raster
from hw.sim.printer import SimPrinter, Trip
from hw.sim.printer_faults import Fault, SetFaults
from hw.sim.printer_place import SimPrinterPlace
from hw.sim.printer_server import SimPrinterPty, SimPrinterServer
from kiosk.flow import Paper, Screen
from kiosk.printing.news import after
from tests.support.kiosk_resident import Resident
from tests.support.printers import KeptPaper, Patience, noise
from tests.support.shares import Share

TICKET, REPRINT = noise(576, 400, 1), noise(576, 20, 2)
BYTES = 28_933
"""On the way to a printer for TICKET, the questions before and after it included; a test holds it to that."""
START = 4_400
"""On the way before the first dot after a start."""
SHARE = 2_500
STATES = {
    Fault.PAPER_OUT: {PrinterState.PAPER_OUT},
    Fault.COVER_OPEN: {PrinterState.COVER},
    Fault.CUTTER: {PrinterState.CUTTER},
    Fault.OFFLINE: {PrinterState.OFFLINE},
    Fault.STUCK: {PrinterState.OFFLINE, PrinterState.UNKNOWN},
    Fault.MUTE: {PrinterState.UNKNOWN},
}
"""What staff are told; never "ready" or "confirmed" when it isn't."""
CLONE = pytest.mark.parametrize("clone", [False, True], ids=["epson", "clone"])
EVERY = pytest.mark.full(BYTES, "byte positions", short=-(-BYTES // 97), share=SHARE)


class Hall:
    """A printer, the kiosk's driver of it, a resident at the screen."""

    def __init__(self, clone: bool, trip: Trip | None, first: bool = False) -> None:
        """`first`: it is the kiosk's first ticket since it was started."""
        self.patience, self.faults, self.paper = Patience(), SetFaults(), KeptPaper()
        self.sim = SimPrinter(
            Path("nowhere"), faults=self.faults, clone=clone, trip=trip, comes_out=self.paper,
            clock=lambda: self.patience.now,
        )  # fmt: skip
        self.place = SimPrinterPlace(self.sim, look_s=0.25)
        self.printer = EscPosPrinter(self.place, torn=first)
        self.resident = Resident()

    def print(self, raster: Raster) -> PrinterState:
        """What becomes of it reaches the screen; what staff are told."""
        begun = self.patience.now
        outcome = self.printer.print(raster, self.patience.deadline(15))
        assert self.patience.now - begun < 15.3
        self.resident.paper_came(outcome)
        news = after(outcome)
        assert (news.state in ("confirmed", "ready", "paper_low")) <= (outcome.result == "printed")
        return news.status.state

    def check_slips(self) -> None:
        """One beginning of the ticket without the word, at most; the reprint whole, and last; no letters."""
        heads = [cut for cut in self.paper.cuts if cut.rows[: 3 * 72] == TICKET.data[: 3 * 72]]
        assert len(heads) <= 1
        assert self.paper.whole()[-1] == REPRINT.data
        assert self.paper.whole().count(REPRINT.data) == 1
        assert self.sim.junk == b""

    def note(self, share: Share, shown: Paper) -> None:
        """For the table of `make soak`."""
        lost = shown is Paper.PRINTED and not self.is_out
        more = self.resident.asked - 1
        share.add(**{"positions": 1, "silent_losses": lost, "second_numbers": more, shown.value: 1})

    @property
    def is_out(self) -> bool:
        """The ticket, to the last dot."""
        return TICKET.data in self.paper.whole()


@CLONE
def test_so_many_bytes_are_a_ticket(clone: bool) -> None:
    hall = Hall(clone, None)
    hall.print(TICKET)
    assert hall.is_out
    assert hall.sim.bytes_seen == BYTES


@EVERY
@CLONE
@pytest.mark.parametrize("fault", STATES)
def test_a_printer_stops_at_any_byte(fault: Fault, clone: bool, share: Share) -> None:
    for at in share.places(BYTES, SHARE):
        _stop_at(Trip(at, fault), clone, share)


@pytest.mark.full(START, "byte positions", short=-(-START // 97), share=SHARE)
@CLONE
@pytest.mark.parametrize("fault", STATES)
def test_it_stops_before_the_first_ticket_of_a_start(fault: Fault, clone: bool, share: Share) -> None:
    for at in share.places(START, SHARE):
        _stop_at(Trip(at, fault), clone, share, first=True)


def _stop_at(trip: Trip, clone: bool, share: Share, first: bool = False) -> None:
    hall = Hall(clone, trip, first)
    state, shown = hall.print(TICKET), hall.resident.paper
    struck = trip.fault in hall.faults.active()
    hall.note(share, shown)
    if shown is Paper.PRINTED:
        assert hall.is_out, trip
    else:
        assert struck, trip
        assert state in STATES[trip.fault], trip
    hall.resident.check_screen()
    hall.faults.remove(trip.fault)
    if shown is not Paper.PRINTED:
        hall.resident.ask_again()
        hall.print(REPRINT)
        assert hall.resident.paper is not Paper.FAILED, trip
        hall.resident.check_screen()
        hall.check_slips()


class DyingError(Exception):
    """The kiosk's power is cut."""


class DyingPlace:
    """A place whose link takes so many bytes and then has no kiosk any more."""

    bytes_per_s = 1_000_000.0

    def __init__(self, place: Endpoint, bytes_left: int) -> None:
        self._place, self._left = place, bytes_left
        self._link: Link

    def open(self, deadline: Deadline) -> "DyingPlace":
        self._link = self._place.open(deadline)
        return self

    two_way = True

    def write(self, data: bytes, deadline: Deadline) -> int:
        if not self._left:
            raise DyingError
        taken = self._link.write(data[: self._left], deadline)
        self._left -= taken
        return taken

    def read(self, deadline: Deadline) -> bytes:
        return self._link.read(deadline)

    def close(self) -> None:
        self._link.close()


@EVERY
@CLONE
def test_a_kiosk_dies_at_any_byte(clone: bool, share: Share) -> None:
    for at in share.places(BYTES, SHARE):
        _die_at(at, clone, share)


def _die_at(at: int, clone: bool, share: Share) -> None:
    hall = Hall(clone, None)
    dying = EscPosPrinter(DyingPlace(hall.place, at), torn=False)
    try:
        hall.resident.paper_came(dying.print(TICKET, hall.patience.deadline(15)))
        assert at >= BYTES - 60, at
    except DyingError:
        hall.resident.power_cut()
        hall.printer = EscPosPrinter(hall.place)
    hall.note(share, hall.resident.paper)
    assert hall.resident.paper is not Paper.PRINTED or hall.is_out, at
    hall.resident.check_screen()
    if hall.resident.paper is not Paper.PRINTED:
        hall.resident.ask_again()
        hall.print(REPRINT)
        assert hall.resident.paper is not Paper.FAILED, at
        hall.check_slips()


WIRES = [(SimPrinterServer, 3), (SimPrinterServer, 5000), (SimPrinterServer, 28_400), (SimPrinterPty, 97)]


@pytest.mark.parametrize(("server", "at"), WIRES)
@pytest.mark.parametrize("fault", [Fault.PAPER_OUT, Fault.OFFLINE, Fault.STUCK])
def test_over_real_wires(server: Callable[[SimPrinter], SimPrinterServer], at: int, fault: Fault) -> None:
    faults, paper = SetFaults(), KeptPaper()
    sim = SimPrinter(Path("nowhere"), faults=faults, trip=Trip(at, fault), comes_out=paper)
    with server(sim) as served:
        printer = EscPosPrinter(endpoint(served.url))
        began = time.monotonic()
        assert printer.print(TICKET, Deadline.after(1)).result != "printed"
        assert time.monotonic() - began < 9
        faults.remove(fault)
        assert printer.print(REPRINT, Deadline.after(10)).result != "failed"
    assert paper.whole()[-1] == REPRINT.data


def test_the_screen_of_each_outcome() -> None:
    """That the judge above can tell: a screen that forgets the number is found."""
    resident = Resident()
    assert resident.flow.state.screen is Screen.TICKET
    resident.number = "A013"
    with pytest.raises(AssertionError):
        resident.check_screen()
