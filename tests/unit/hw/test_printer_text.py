"""Texts in the printer's own letters: what its font has, the bytes, and what the simulated printer makes of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from hw.link import Deadline
from hw.printer import EscPosPrinter, Gap, Line, Raster, Run, Side, Style, Symbol, TextSheet
from hw.printer.letters import columns, encoded, plain, printable
from hw.printer.text import bands, size
from hw.sim.printer import SimPrinter
from hw.sim.printer_faults import SetFaults
from hw.sim.printer_place import SimPrinterPlace
from tests.support.escpos_tokens import take_apart


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("A012 x", True), ("医保大病登记", True), ("□？“”—", True), ("é", True), ("", True), ("朱镕基", True),
        ("\U00020bb7野家", False), ("\u3400", False), ("ئۇ", False), ("ལྷ", False), ("\ue000", False), ("\x1b@", False),
        ("\ud800", False), ("\n", False),
    ],
)  # fmt: skip
def test_what_a_chinese_printer_has_in_its_font(words: str, there: bool) -> None:
    assert printable(words) is there


def test_what_looks_alike_is_written_with_what_the_font_has() -> None:
    assert plain("15–25\u00a0min\u2002x−y") == "15-25 min x-y"


def test_each_chinese_stretch_is_switched_on_and_off() -> None:
    assert encoded("A号B") == b"A\x1c&\xba\xc5\x1c.B"
    assert encoded("号") == b"\x1c&\xba\xc5\x1c."
    assert encoded("A") == b"A"
    assert columns("A号B") == 4


def test_a_letter_that_no_font_has_is_refused_not_sent_as_four_bytes() -> None:
    with pytest.raises(ValueError, match="no printer's font"):
        encoded("\u3400")


@given(st.text(max_size=40))
def test_whatever_is_printable_comes_back(words: str) -> None:
    if printable(words):
        job = take_apart(encoded(words) + b"\n")
        assert ("".join(job.lines), job.eaten) == (words, [])


def test_the_bytes_of_each_part() -> None:
    sheet = TextSheet(
        384,
        (
            Line((Run("号", Style(2, 6, bold=True)), Run("x")), Side.MIDDLE),
            Gap(300),
            Symbol("https://h/t/1", 5),
            Raster(8, 1, b"\xf0"),
        ),
    )
    assert list(bands(sheet)) == [
        b"\x1ba\x01\x1b3\x98\x1d!\x15\x1bE\x01\x1dB\x00\x1c&\xba\xc5\x1c.\x1d!\x00\x1bE\x00\x1dB\x00x\n\x1ba\x00",
        b"\x1bJ\xff\x1bJ\x2d",
        b"\x1ba\x01\x1bJ\x14\x1d(k\x04\x001A2\x00\x1d(k\x03\x001C\x05\x1d(k\x03\x001E1\x1d(k\x10\x001P0https://h/t/1"
        b"\x1d(k\x03\x001Q0\x1bJ\x14\x1ba\x00",
        b"\x1dv0\x00\x01\x00\x01\x00\xf0",
    ]
    assert size(sheet) == sum(map(len, bands(sheet)))


def test_letters_are_at_most_eight_times_as_large() -> None:
    with pytest.raises(ValueError, match="9 by 1"):
        Style(wide=9)


def _print(folder: Path, *parts: Line | Gap | Symbol | Raster, chinese: bool = True) -> Image.Image:
    sim = SimPrinter(folder, width_dots=384, faults=SetFaults(), chinese=chinese)
    EscPosPrinter(SimPrinterPlace(sim), 384).print(TextSheet(384, parts), Deadline.after(5))
    assert sim.odd == []
    with Image.open(sim.tickets[0]) as image:
        return image.convert("L").point(lambda dot: 255 - dot)


def _ink(picture: Image.Image) -> tuple[int, int, int, int]:
    box = picture.getbbox()
    assert box is not None
    return box


def test_the_number_of_a_text_ticket_is_12_mm_high(tmp_path: Path) -> None:
    left, top, right, bottom = _ink(
        _print(tmp_path, Line((Run("012", Style(5, 6, bold=True)),), Side.MIDDLE))
    )
    assert bottom - top >= 96
    assert abs((left + right) / 2 - 192) < 12


def test_a_line_stands_where_it_should(tmp_path: Path) -> None:
    left, middle, right = (
        _ink(_print(tmp_path / side.name, Line((Run("号号"),), side)))[0]
        for side in (Side.LEFT, Side.MIDDLE, Side.RIGHT)
    )
    assert left < 12
    assert 165 <= middle <= 180
    assert right > 330


def test_white_letters_stand_on_black(tmp_path: Path) -> None:
    black = _print(tmp_path / "a", Line((Run("号", Style(white=True)),)))
    usual = _print(tmp_path / "b", Line((Run("号"),)))
    dark, light = black.histogram()[255], usual.histogram()[255]
    assert dark + light == 24 * 24


def test_a_printer_that_starts_without_chinese_letters_gets_them_switched_on(tmp_path: Path) -> None:
    line = Line((Run("A 三号窗口"),))
    assert _print(tmp_path / "on", line).tobytes() == _print(tmp_path / "off", line, chinese=False).tobytes()


def test_more_than_fits_goes_on_in_the_next_line(tmp_path: Path) -> None:
    assert _ink(_print(tmp_path, Line((Run("号" * 20),))))[3] > 40
