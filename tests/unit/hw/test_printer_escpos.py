"""The bytes we send: against python-escpos, which wrote them down without us, and against Epson's tables."""

import warnings

import pytest
from PIL import Image

from hw.printer import Raster, escpos
from tests.support.printers import noise


@pytest.mark.parametrize(("width", "height"), [(576, 1), (576, 56), (512, 57), (384, 300), (8, 9000)])
def test_pictures_equal_another_encoders(width: int, height: int) -> None:
    with warnings.catch_warnings(action="ignore"):
        from escpos.printer import Dummy
    raster = noise(width, height)
    other = Dummy()
    picture = Image.frombytes("1", (width, height), raster.data, "raw", "1;I")
    other.image(picture, fragment_height=max(1, escpos.BAND_BYTES // raster.stride))
    assert b"".join(escpos.picture(raster)) == other.output


def test_no_command_swallows_more_than_a_band() -> None:
    assert max(len(band) for band in escpos.picture(noise(576, 400))) <= escpos.BAND_BYTES + 8


def test_nothing_to_print_is_no_command() -> None:
    assert list(escpos.picture(Raster(576, 0, b""))) == []


def test_questions() -> None:
    assert escpos.ask_status(4) == bytes.fromhex("10 04 04")
    assert escpos.ask_done(b"A012") == bytes.fromhex("1D 28 48 06 00 30 30 41 30 31 32")
    assert bytes.fromhex("1D 72 01") == escpos.ASK_PAPER
    assert bytes.fromhex("1D 61 FF") == escpos.AUTO_STATUS_ON


@pytest.mark.parametrize("mark", [b"", b"ABC", b"ABCDE", b"AB\x1fC", b"ABC\x7f"])
def test_a_mark_no_printer_would_send_back_is_refused(mark: bytes) -> None:
    with pytest.raises(ValueError, match="mark"):
        escpos.ask_done(mark)
