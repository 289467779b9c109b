"""Every slip at every width: nothing clipped, nothing on top of anything else, the number large enough."""

from dataclasses import replace
from itertools import combinations
from threading import Thread

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtGui import QImage, QPainter

from hw.printer import Raster
from kiosk.printing import Layout
from kiosk.printing.lines import Align, Face, broken, even_width, lines_of
from kiosk.printing.page import Box, Page, Piece, black_and_white
from kiosk.printing.paper import Paper, TicketPaper
from kiosk.printing.sample import CHECKLIST, PLAIN, SAMPLES, SHEETS, WIDTHS

pytestmark = pytest.mark.usefixtures("qapp")

AROUND = 64
SWASH = 2
"""Dots by which an Arabic letter may reach beyond the end of its line; the margin is 10 and more."""


@pytest.fixture(params=SAMPLES)
def paper(request: pytest.FixtureRequest) -> TicketPaper:
    return SAMPLES[request.param]


@pytest.fixture(params=WIDTHS)
def width(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def _ink(piece: Piece) -> Box:
    """Where a piece painted alone, with room around it, leaves black dots."""
    box = piece.box
    image = QImage(box.width + 2 * AROUND, box.height + 2 * AROUND, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(AROUND - box.x, AROUND - box.y)
    piece.paint(painter, box)
    painter.end()
    return _black(black_and_white(image), box.x - AROUND, box.y - AROUND)


def _black(raster: Raster, x: int, y: int) -> Box:
    rows = list(raster.rows())
    inked = [n for n, row in enumerate(rows) if any(row)]
    across = int.from_bytes(bytes(len(rows[0])), "big")
    for row in rows:
        across |= int.from_bytes(row, "big")
    bits = raster.stride * 8
    first, last = bits - across.bit_length(), bits - (across & -across).bit_length()
    return Box(x + first, y + inked[0], last - first + 1, inked[-1] - inked[0] + 1)


def _inside(inner: Box, outer: Box) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )


def _apart(a: Box, b: Box) -> bool:
    return a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y


def _checked(page: Page) -> Page:
    for piece in page.pieces:
        assert _inside(piece.box, Box(0, 0, page.width, page.height)), piece.name
        room = replace(piece.box, x=piece.box.x - SWASH, width=piece.box.width + 2 * SWASH)
        assert _inside(_ink(piece), room), (piece.name, _ink(piece), piece.box)
    for one, other in combinations(page.pieces, 2):
        assert _apart(one.box, other.box), (one.name, other.name)
    return page


def test_every_piece_stays_in_its_own_place(layout: Layout, paper: TicketPaper, width: int) -> None:
    _checked(layout.page(paper, width))


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_every_piece_of_the_other_papers_does_too(layout: Layout, sheet: Paper, width: int) -> None:
    _checked(layout.page(sheet, width))


def test_a_checklist_without_errands_is_whole(layout: Layout, width: int) -> None:
    _checked(layout.page(replace(CHECKLIST, errands=()), width))


def test_the_number_is_at_least_12_mm_high(layout: Layout, paper: TicketPaper, width: int) -> None:
    number = next(piece for piece in layout.page(paper, width).pieces if piece.name == "number")
    assert _ink(number).height >= 96


def test_all_facts_are_there(layout: Layout, width: int) -> None:
    names = [piece.name for piece in layout.page(PLAIN, width).pieces]
    wanted = [
        "hall",
        "number",
        "ahead-figure",
        "wait-figure",
        "service-1",
        "code",
        "bring-3",
        "missed",
        "issued",
    ]
    assert [name for name in names if name in wanted] == wanted
    seconds = {
        "hall-second",
        "ahead-second",
        "wait-second",
        "bring-3-second",
        "missed-second",
        "issued-second",
    }
    assert seconds <= set(names)


def test_only_a_reprint_says_so_and_says_it_first(layout: Layout, width: int) -> None:
    assert layout.page(replace(PLAIN, reprint=True), width).pieces[0].name == "reprint"
    assert "reprint" not in {piece.name for piece in layout.page(PLAIN, width).pieces}


def test_one_language_leaves_nothing_of_a_second(layout: Layout, width: int) -> None:
    page = _checked(layout.page(replace(PLAIN, second=None), width))
    assert not [piece.name for piece in page.pieces if piece.name.endswith("-second")]


@pytest.mark.parametrize(
    "odd",
    [
        replace(PLAIN, language="ug", second="zh"),
        replace(PLAIN, language="zh", second="zh"),
        replace(PLAIN, hall={"en": "W" * 120}, services=({"en": "x" * 300},)),
        replace(PLAIN, ahead=None, wait_s=None, services=(), checklist=()),
        replace(PLAIN, ahead=123456, wait_s=(60_000, 600_000)),
        replace(
            PLAIN, services=({"zh": "𠮷野家㐀的登记"},) * 12, qr_url="https://hall.example/t/" + "a" * 150
        ),
        replace(PLAIN, number="ZZ99999", priority=True, reprint=True),
    ],
)
def test_odd_slips_are_whole_too(layout: Layout, odd: TicketPaper, width: int) -> None:
    _checked(layout.page(odd, width))


def test_an_address_too_long_for_any_code_is_left_out(layout: Layout) -> None:
    page = layout.page(replace(PLAIN, qr_url="https://hall.example/" + "a" * 1500), 384)
    assert "code" not in {piece.name for piece in page.pieces}


def test_it_works_in_a_thread_of_its_own(layout: Layout) -> None:
    made: list[Raster] = []
    thread = Thread(target=lambda: made.append(layout.raster(PLAIN, 576)))
    thread.start()
    thread.join()
    assert made == [layout.raster(PLAIN, 576)]


def test_nothing_is_grey_and_little_is_black(layout: Layout, width: int) -> None:
    raster = layout.raster(PLAIN, width)
    black = int.from_bytes(raster.data, "big").bit_count()
    assert 0.03 < black / (raster.width * raster.height) < 0.25


@pytest.mark.parametrize("words", ["مۆلچەردىكى ساقلاش", "Expected waiting time", "residence permits"])
def test_evening_out_two_lines_splits_no_word(words: str) -> None:
    face = Face(21, bold=True)
    wide = even_width(words, face, 178, Align.AlignHCenter)
    lines = lines_of(layout := broken(words, face, wide, Align.AlignHCenter))
    ends = [words[line.textStart() :][: line.textLength()].strip() for line in lines]
    assert layout.lineCount() == 2
    assert " ".join(ends) == words
