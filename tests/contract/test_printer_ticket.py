"""Every paper through a wire: the very dots come out, a phone reads the code, a text says what a picture says."""

import re
import subprocess
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from hw.link import Deadline, endpoint
from hw.printer import EscPosPrinter, Profile, Raster, Sheet, TextSheet
from hw.printer.letters import plain, printable
from hw.printer.text import size
from hw.sim.printer import SimPrinter, Trip
from hw.sim.printer_faults import Fault, SetFaults
from hw.sim.printer_place import SimPrinterPlace
from hw.sim.printer_server import SimPrinterPty, SimPrinterServer
from kiosk.printing import Layout
from kiosk.printing.blocks import Said
from kiosk.printing.sample import PAPERS, PLAIN, SAMPLES, WIDTHS
from kiosk.window import LANGUAGES
from tests.support.escpos_tokens import Job, pixels, take_apart
from tests.support.printers import Patience, printed
from ui.languages import Texts

pytestmark = pytest.mark.usefixtures("qapp")

LAYOUT = Layout(Texts.load(LANGUAGES))


@pytest.fixture(params=WIDTHS)
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def _sent(folder: Path, sheet: Sheet, width: int) -> Job:
    """What stands in the file that the printer is."""
    place = folder / "printer.bin"
    EscPosPrinter(endpoint(f"file:{place}"), width).print(sheet, Deadline.after(10))
    return take_apart(place.read_bytes())


def _out(folder: Path, sheet: Sheet, width: int, *, chinese: bool = True) -> Path:
    """The picture of what a printer at the end of a network printed."""
    sim = SimPrinter(folder, width_dots=width, faults=SetFaults(), chinese=chinese)
    with SimPrinterServer(sim) as server:
        outcome = EscPosPrinter(endpoint(server.url), width).print(sheet, Deadline.after(10))
    assert (outcome.result, sim.odd) == ("printed", [])
    return sim.tickets[0]


def _read_code(picture: Path) -> str:
    seen = subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True, check=False)
    return seen.stdout


def _rows(raster: Raster) -> list[str]:
    wide = raster.stride * 8
    bits = f"{int.from_bytes(raster.data, 'big'):0{wide * raster.height}b}"
    return [bits[at : at + raster.width] for at in range(0, len(bits), wide)]


@pytest.mark.parametrize("name", PAPERS)
def test_the_bytes_hold_the_very_pixels(tmp_path: Path, name: str, width: int) -> None:
    raster = LAYOUT.raster(PAPERS[name], width)
    job = _sent(tmp_path, raster, width)
    assert pixels(job, width) == _rows(raster.trimmed())
    assert {wide for wide, _ in job.pictures} == {width // 8}
    assert (job.lines, job.commands[-1]) == ([], b"\x1dV")


def test_the_ticket_comes_out_dot_by_dot_and_its_code_reads(tmp_path: Path, width: int) -> None:
    raster = LAYOUT.raster(PLAIN, width)
    picture = _out(tmp_path, raster, width)
    assert printed(picture) == raster.trimmed()
    assert _read_code(picture) == f"{PLAIN.qr_url}\n"


@pytest.mark.parametrize("own_code", [True, False], ids=["the printer's code", "a drawn code"])
def test_the_code_of_a_text_reads_too(tmp_path: Path, width: int, own_code: bool) -> None:
    sheet = LAYOUT.text(PLAIN, Profile(width, "text", own_code))
    assert _read_code(_out(tmp_path, sheet, width)) == f"{PLAIN.qr_url}\n"


def test_without_an_address_there_is_no_code(tmp_path: Path) -> None:
    assert _read_code(_out(tmp_path, LAYOUT.raster(SAMPLES["no-code"], 576), 576)) == ""


@pytest.mark.parametrize("serve", [SimPrinterServer, SimPrinterPty])
def test_a_text_comes_out_the_same_over_every_wire(
    tmp_path: Path, serve: type[SimPrinterServer] | type[SimPrinterPty]
) -> None:
    sheet = LAYOUT.text(PLAIN, Profile(384, "text"))
    sim = SimPrinter(tmp_path / "far", width_dots=384, faults=SetFaults())
    with serve(sim) as server:
        outcome = EscPosPrinter(endpoint(server.url), 384).print(sheet, Deadline.after(20))
    near = SimPrinter(tmp_path / "near", width_dots=384, faults=SetFaults())
    EscPosPrinter(SimPrinterPlace(near), 384).print(sheet, Deadline.after(5))
    assert outcome.result == "printed"
    assert printed(sim.tickets[0]) == printed(near.tickets[0])


@pytest.mark.parametrize("fault", [Fault.PAPER_OUT, Fault.COVER_OPEN, Fault.OFFLINE])
def test_a_text_that_breaks_off_leaves_nothing_on_the_next_ticket(tmp_path: Path, fault: Fault) -> None:
    """Wherever in its bytes that happens: in the middle of a Chinese letter too."""
    sheet = LAYOUT.text(PLAIN, Profile(384, "text"))
    whole = SimPrinter(tmp_path / "whole", width_dots=384, faults=SetFaults())
    assert EscPosPrinter(SimPrinterPlace(whole), 384).print(sheet, Patience().deadline(5)).result == "printed"
    # The text comes last, but for the knife and the questions behind it.
    for at in range(whole.bytes_seen - size(sheet), whole.bytes_seen - 60, 307):
        folder, faults = tmp_path / str(at), SetFaults()
        sim = SimPrinter(folder, width_dots=384, faults=faults, trip=Trip(at, fault))
        printer = EscPosPrinter(SimPrinterPlace(sim), 384)
        patience = Patience()
        first = printer.print(sheet, patience.deadline(2))
        faults.remove(fault)
        assert printer.print(sheet, patience.deadline(5)).result == "printed", at
        assert first.result != "printed" or len(sim.tickets) == 2, at
        assert printed(sim.tickets[-1]) == printed(whole.tickets[0]), at


def test_a_text_looks_the_same_whether_the_printer_starts_with_chinese_on_or_off(tmp_path: Path) -> None:
    sheet = LAYOUT.text(PLAIN, Profile(384, "text"))
    on, off = (_out(tmp_path / str(chinese), sheet, 384, chinese=chinese) for chinese in (True, False))
    assert printed(on) == printed(off)


@pytest.mark.parametrize("name", PAPERS)
def test_a_text_says_all_that_the_picture_says(tmp_path: Path, name: str, width: int) -> None:
    paper = PAPERS[name]
    sheet = LAYOUT.text(paper, Profile(width, "text"))
    job = _sent(tmp_path, sheet, width)
    said = _bare("".join(job.lines))
    missing = [words for words in _words(LAYOUT.blocks(paper)) if _bare(plain(words)) not in said]
    url = getattr(paper, "qr_url", None)
    assert job.codes == ([url.encode()] if url else [])
    assert [words for words in missing if printable(plain(words))] == _drawn_with_others(
        paper.language, missing
    )
    drawn = [part for part in sheet.parts if isinstance(part, Raster)]
    assert bool(missing) is (len(drawn) > (paper.design.logo is not None))
    assert job.eaten == []


@pytest.mark.parametrize("name", PAPERS)
def test_no_line_of_a_text_is_wider_than_the_paper(name: str, width: int) -> None:
    sheet = LAYOUT.text(PAPERS[name], Profile(width, "text"))
    assert isinstance(sheet, TextSheet)
    for part in sheet.parts:
        if isinstance(part, Raster):
            assert part.width <= width
        elif hasattr(part, "runs"):
            cells = sum(
                len(letter.encode("gb18030")) * run.style.wide for run in part.runs for letter in run.words
            )
            assert cells * 12 <= width, part


def _words(thing: object) -> list[str]:
    """Every text a resident reads, however deep it stands."""
    if isinstance(thing, Said):
        return list(thing.both)
    if is_dataclass(thing):
        return [word for f in fields(thing) for word in _words(getattr(thing, f.name))]
    return [word for part in thing for word in _words(part)] if isinstance(thing, list | tuple) else []


def _bare(words: str) -> str:
    """Without white: where lines break makes no difference."""
    return re.sub(r"\s", "", words)


def _drawn_with_others(language: str, missing: list[str]) -> list[str]:
    """In a right-to-left paper an entry is drawn whole, its second language with it."""
    return [words for words in missing if printable(plain(words))] if language == "ug" else []
