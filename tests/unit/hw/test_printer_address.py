"""--printer: good ones open nothing yet, bad ones say what is wrong in one line."""

from pathlib import Path

import pytest

from hw.link import BadAddressError, Deadline
from hw.printer import PrinterState, open_printer


@pytest.mark.parametrize(
    ("url", "width"),
    [
        ("tcp://10.255.255.1:9100", 576),
        ("tcp://printer.example:9100?width=512&confirm=status", 512),
        ("serial:///dev/ttyUSB9?baud=115200&width=384", 384),
        ("file:ticket.bin?confirm=none", 576),
        ("usb://04b8:0e15?serial=J001&width=512&confirm=status", 512),
        ("cups:front?width=384", 384),
        ("sim:out?paper=50&clone=1", 576),
    ],
)
def test_good_ones_open_nothing_yet(
    url: str, width: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert open_printer(url).width_dots == width
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "no kind"),
        ("lpt://1", "unknown kind of printer 'lpt'; known: tcp://HOST:PORT, .*sim:FOLDER"),
        ("usb://04b8", "must be usb://VVVV:PPPP, .* like usb://04b8:0e15"),
        ("usb://04b8:0e15/1", "must be usb://VVVV:PPPP"),
        ("usb://04b8:0e15?baud=1", "unknown option 'baud'; allowed: serial"),
        ("cups:", "must be cups:NAME"),
        ("cups:-o", "must be cups:NAME"),
        ("cups:a b", "must be cups:NAME"),
        ("cups:front?confirm=none", "unknown option 'confirm'; allowed: width"),
        ("tcp://h:9100?width=wide", "width is 'wide', must be a whole number from 256 to 832"),
        ("tcp://h:9100?width=500", "must be a multiple of 8"),
        ("tcp://h:9100?confirm=yes", "must be auto, status or none"),
        ("tcp://h:9100?profile=fax", "profile is 'fax', must be raster or text"),
        ("tcp://h:9100?code=no", "code is 'no', must be printer .* or picture"),
        ("tcp://h:9100?paper=3", "unknown option 'paper'; none is allowed here"),
        ("sim:", "must be sim:FOLDER"),
        ("sim:out?paper=0", "paper is '0'"),
        ("sim:out?faults=x", "unknown option 'faults'; allowed: paper, clone"),
    ],
)
def test_bad_ones_say_what_is_wrong(url: str, says: str) -> None:
    with pytest.raises(BadAddressError, match=says) as e:
        open_printer(url)
    assert "\n" not in str(e.value)


@pytest.mark.parametrize(
    ("url", "mode"),
    [
        ("serial:///dev/ttyUSB0?baud=9600", "text"),
        ("serial:///dev/ttyUSB0?baud=19200&width=384", "text"),
        ("serial:///dev/ttyUSB0?baud=9600&profile=raster", "raster"),
        ("serial:///dev/ttyUSB0?baud=38400", "raster"),
        ("serial:///dev/ttyUSB0?baud=115200&profile=text", "text"),
        ("tcp://h:9100", "raster"),
        ("sim:out?profile=text&code=picture", "text"),
        ("file:ticket.bin", "raster"),
        ("usb://04b8:0e15", "raster"),
        ("cups:front", "raster"),
    ],
)
def test_a_slow_line_gets_texts_unless_told_otherwise(url: str, mode: str) -> None:
    profile = open_printer(url).profile
    assert profile.mode == mode
    assert profile.own_code is ("code=picture" not in url)


def test_a_file_for_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    with pytest.raises(BadAddressError, match="must be sim:FOLDER"):
        open_printer(f"sim:{tmp_path}/x")


def test_a_slow_line_gets_more_patience() -> None:
    from tests.support.printers import noise

    ticket = noise(576, 760)
    quick, slow = open_printer("tcp://h:9100"), open_printer("serial:///dev/ttyS0?baud=9600")
    assert quick.patience_s(ticket) < 15
    assert slow.patience_s(ticket) > 57


def test_an_absent_device_is_a_status(tmp_path: Path) -> None:
    how = open_printer(f"serial://{tmp_path}/ttyUSB0").status(Deadline.after(1))
    assert how.state is PrinterState.OFFLINE
    assert "No such file" in how.detail
