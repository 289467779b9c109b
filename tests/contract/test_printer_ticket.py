"""A real ticket through every wire: the very dots come out, and a phone reads the code."""

import subprocess
from pathlib import Path

import pytest

from hw.link import Deadline, endpoint
from hw.printer import EscPosPrinter
from hw.sim.printer import SimPrinter
from hw.sim.printer_faults import SetFaults
from hw.sim.printer_server import SimPrinterServer
from kiosk.printing import layout_ticket
from kiosk.printing.sample import PLAIN, SAMPLES
from tests.support.printers import printed

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("width", [576, 512, 384])
def test_the_ticket_comes_out_dot_by_dot_and_its_code_reads(tmp_path: Path, width: int) -> None:
    sim = SimPrinter(tmp_path, width_dots=width, faults=SetFaults())
    raster = layout_ticket(PLAIN, width)
    with SimPrinterServer(sim) as server:
        outcome = EscPosPrinter(endpoint(server.url), width).print(raster, Deadline.after(10))
    assert outcome.result == "printed"
    assert printed(sim.tickets[0]) == raster.trimmed()
    seen = subprocess.run(
        ["zbarimg", "-q", "--raw", sim.tickets[0]], capture_output=True, text=True, check=True
    )
    assert seen.stdout == f"{PLAIN.qr_url}\n"


def test_without_an_address_there_is_no_code(tmp_path: Path) -> None:
    sim = SimPrinter(tmp_path, faults=SetFaults())
    with SimPrinterServer(sim) as server:
        EscPosPrinter(endpoint(server.url)).print(layout_ticket(SAMPLES["no-code"]), Deadline.after(10))
    seen = subprocess.run(
        ["zbarimg", "-q", "--raw", sim.tickets[0]], capture_output=True, text=True, check=False
    )
    assert (seen.returncode, seen.stdout) == (4, "")
