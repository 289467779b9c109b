"""Staff know within two seconds: the real thread that asks the printer, a printer over real wires, each thing that
can befall it, idle and in the middle of a ticket."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from queue import Empty, Queue

import pytest

from hw.link import endpoint
from hw.printer import EscPosPrinter
from hw.sim.printer import SimPrinter, Trip
from hw.sim.printer_faults import Fault, SetFaults
from hw.sim.printer_server import SimPrinterPty, SimPrinterServer
from kiosk.printing import PrinterNews, PrintJob, TicketPrinter
from kiosk.printing.sample import PLAIN
from tests.support.printers import noise

WITHIN_S = 2.0
SERVERS = {"tcp": SimPrinterServer, "serial": SimPrinterPty}


class Watched:
    """A printer with its thread, and what is told of it."""

    def __init__(self, folder: Path, way: str, rooms: ExitStack, trip: Trip | None = None) -> None:
        self.faults = SetFaults()
        self.sim = SimPrinter(folder, faults=self.faults, trip=trip, paper=50)
        self.server = SERVERS[way](self.sim)
        self._told: Queue[PrinterNews] = Queue()
        self.thread = TicketPrinter(
            EscPosPrinter(endpoint(self.server.url)),
            done=lambda _: None,
            how=self._told.put,
            layout=lambda _paper, profile: noise(profile.width_dots, 300),
        )
        rooms.callback(self.thread.close)
        rooms.enter_context(self.server)  # it goes first: nobody waits for a printer that is gone
        self.thread.start()
        self.until("ready")

    def until(self, state: str) -> tuple[float, PrinterNews]:
        """Seconds until it is told; what was told. The faults' code is the printer's own state."""
        begun = time.monotonic()
        while True:
            try:
                news = self._told.get(timeout=2 * WITHIN_S)
            except Empty:
                raise AssertionError(f"{state} was not told") from None
            if state in (news.state, news.status.state):
                return time.monotonic() - begun, news

    def print(self) -> None:
        assert self.thread.submit(PrintJob("1", PLAIN))


@pytest.fixture
def rooms() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


IDLE = [
    ("tcp", Fault.PAPER_OUT, "paper_out"), ("tcp", Fault.COVER_OPEN, "cover"), ("tcp", Fault.CUTTER, "cutter"),
    ("tcp", Fault.OFFLINE, "offline"), ("tcp", Fault.MUTE, "unknown"), ("tcp", Fault.STUCK, "unknown"),
    ("serial", Fault.COVER_OPEN, "cover"), ("serial", Fault.OFFLINE, "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("way", "fault", "state"), IDLE)
def test_while_it_is_idle(tmp_path: Path, rooms: ExitStack, way: str, fault: Fault, state: str) -> None:
    printer = Watched(tmp_path, way, rooms)
    printer.faults.add(fault)
    assert printer.until(state)[0] < WITHIN_S
    printer.faults.remove(fault)
    assert printer.until("ready")[0] < WITHIN_S


MIDDLE = [
    ("tcp", Fault.PAPER_OUT, "paper_out"), ("tcp", Fault.COVER_OPEN, "cover"), ("tcp", Fault.OFFLINE, "offline"),
    ("tcp", Fault.MUTE, "unknown"), ("tcp", Fault.STUCK, "unknown"),
    ("serial", Fault.CUTTER, "cutter"), ("serial", Fault.OFFLINE, "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("way", "fault", "state"), MIDDLE)
def test_in_the_middle_of_a_ticket(
    tmp_path: Path, rooms: ExitStack, way: str, fault: Fault, state: str
) -> None:
    printer = Watched(tmp_path, way, rooms, Trip(15_000, fault))
    printer.print()
    printer.until("printing")
    assert printer.until(state)[0] < WITHIN_S


def test_a_ticket_from_printing_to_confirmed_to_ready(tmp_path: Path, rooms: ExitStack) -> None:
    printer = Watched(tmp_path, "tcp", rooms)
    printer.print()
    for state in ("printing", "confirmed", "ready"):
        assert printer.until(state)[0] < WITHIN_S


def test_one_that_cannot_say_is_unconfirmed_and_unknown(tmp_path: Path, rooms: ExitStack) -> None:
    printer = Watched(tmp_path, "tcp", rooms)
    printer.faults.add(Fault.MUTE)
    printer.until("unknown")
    printer.print()
    printer.until("printing")
    _, news = printer.until("unconfirmed")
    assert news.last == "unconfirmed"


def test_paper_running_low_is_told(tmp_path: Path, rooms: ExitStack) -> None:
    printer = Watched(tmp_path, "tcp", rooms)
    printer.sim.use_up(46)
    assert printer.until("paper_low")[0] < WITHIN_S


@pytest.mark.parametrize("way", SERVERS)
def test_pulled_out_and_put_back(tmp_path: Path, rooms: ExitStack, way: str) -> None:
    """The wire itself goes away: over TCP the port, of a serial line the device's file."""
    printer = Watched(tmp_path, way, rooms)
    printer.server.close()
    assert printer.until("offline")[0] < WITHIN_S
