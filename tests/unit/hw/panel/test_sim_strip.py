"""The simulated strip: its address, its pictures, their history, and how it blinks."""

from pathlib import Path

import pytest
from PIL import Image

from hw.link import BadAddressError
from hw.panel import StripContent, Tone
from hw.panel.opening import open_strip
from hw.sim.strip import BLINK_MS, SimStrip


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("bx5+tcp://10.0.0.20:5005", "unknown kind of strip 'bx5\\+tcp'; known: sim:DIR"),
        ("strips", "no kind"),
        ("sim:", "must be sim:DIR"),
        ("sim://host/strips", "must be sim:DIR"),
        ("sim:strips?colour=red", "unknown option 'colour'"),
        ("sim:/proc/nothing/here", "the folder can't be made"),
    ],
)
def test_an_address_that_cannot_be_meant_is_one_clear_line(url: str, words: str) -> None:
    with pytest.raises(BadAddressError, match=words) as fault:
        open_strip(url, "strip-1")
    assert "\n" not in str(fault.value)


def test_every_picture_is_kept_and_the_last_has_the_plain_name(tmp_path: Path) -> None:
    strip = SimStrip(tmp_path / "new", "strip-1")
    for number in ("A001", "A002"):
        strip.show(StripContent(number))
    names = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert names == ["strip-1-0001.png", "strip-1-0002.png", "strip-1.png"]
    assert (tmp_path / "new/strip-1.png").read_bytes() == (tmp_path / "new/strip-1-0002.png").read_bytes()


def test_numbers_go_on_after_a_restart_and_devices_keep_apart(tmp_path: Path) -> None:
    SimStrip(tmp_path, "strip-1").show(StripContent("A001"))
    SimStrip(tmp_path, "strip-1").show(StripContent("A002"))
    SimStrip(tmp_path, "strip").show(StripContent("A003"))
    names = sorted(path.name for path in tmp_path.glob("*-000*.png"))
    assert names == ["strip-0001.png", "strip-1-0001.png", "strip-1-0002.png"]


def test_a_call_blinks_three_times_under_3_hz_and_stands_still_lit(tmp_path: Path) -> None:
    SimStrip(tmp_path, "s").show(StripContent("A001", tone=Tone.CALL, blink=True))
    with Image.open(tmp_path / "s.png") as picture:
        frames = []
        for frame in range(getattr(picture, "n_frames", 1)):
            picture.seek(frame)
            frames.append(picture.convert("RGB").tobytes())
    lit, dark = frames[0], frames[1]
    assert frames == [lit, *[dark, lit] * 3]
    assert lit != dark
    assert 1000 / (2 * BLINK_MS) < 3


def test_a_call_is_amber_and_the_rest_green(tmp_path: Path) -> None:
    strip = SimStrip(tmp_path, "s")
    brightest = []
    for tone in Tone:
        strip.show(StripContent("A001", tone=tone))
        with Image.open(tmp_path / "s.png") as picture:
            brightest.append([_brightest(band) for band in picture.convert("RGB").split()])
    assert [red > green > blue for red, green, blue in brightest] == [True, False]


def _brightest(band: Image.Image) -> int:
    return max(level for level, count in enumerate(band.histogram()) if count)


def test_a_full_disk_is_a_state(tmp_path: Path) -> None:
    strip = SimStrip(tmp_path / "s", "s")
    (tmp_path / "s").rmdir()
    status = strip.show(StripContent("A001"))
    assert not status.online
    assert "can't be written" in status.detail
