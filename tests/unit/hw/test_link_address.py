"""Addresses are checked before use, and a wrong one says what is wrong in one line."""

from pathlib import Path

import pytest

from hw.link import BadAddressError, endpoint, parse_address
from hw.link.file import FileEndpoint
from hw.link.serial_line import SerialEndpoint
from hw.link.tcp import TcpEndpoint
from hw.link.usb import UsbEndpoint


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("tcp://10.0.0.9:9100", TcpEndpoint("10.0.0.9", 9100)),
        ("tcp://[::1]:9100/", TcpEndpoint("::1", 9100)),
        ("serial:///dev/ttyUSB0", SerialEndpoint("/dev/ttyUSB0", 9600)),
        ("serial:///dev/ttyUSB0?baud=115200", SerialEndpoint("/dev/ttyUSB0", 115200)),
        ("usb://04B8:0e15", UsbEndpoint("04b8", "0e15")),
        ("usb://04b8:0e15/?serial=J%2F1", UsbEndpoint("04b8", "0e15", "J/1")),
        ("file:ticket.bin", FileEndpoint(Path("ticket.bin"))),
        ("file:///var/out/a%20b.bin", FileEndpoint(Path("/var/out/a b.bin"))),
    ],
)
def test_good_addresses(text: str, place: object) -> None:
    assert endpoint(text) == place


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty address: no kind"),
        ("10.0.0.9", "no kind"),
        ("tcp://10.0.0.9", "must be tcp://HOST:PORT"),
        ("tcp://10.0.0.9:99999", "must be tcp://HOST:PORT"),
        ("tcp://10.0.0.9:9100/x", "must be tcp://HOST:PORT"),
        ("tcp://10.0.0.9:9100?baud=9600", "unknown option 'baud'; none is allowed here"),
        ("tcp://10.0.0.9:9100?baud", "name=value"),
        ("tcp://h:1?a=1&a=2", "twice"),
        ("serial://ttyUSB0", "three slashes"),
        ("serial:///dev/ttyUSB0?baud=9601", "must be one of 1200"),
        ("serial:///dev/ttyUSB0?baud=fast", "baud is 'fast', must be a whole number from 1200 to 230400"),
        ("serial:///dev/ttyUSB0?bauds=9600", "unknown option 'bauds'; allowed: baud"),
        ("usb:nowhere", "must be usb://VVVV:PPPP"),
        ("usb://4b8:e15", "must be usb://VVVV:PPPP"),
        ("file:", "must be file:PATH"),
        ("file:/", "not of a folder"),
        ("file://host/x", "must be file:PATH"),
        ("gopher://x", "unknown kind 'gopher'; known: tcp://HOST:PORT"),
    ],
)
def test_bad_addresses_say_what_is_wrong_in_one_line(text: str, says: str) -> None:
    with pytest.raises(BadAddressError) as e:
        endpoint(text)
    assert says in str(e.value)
    assert "\n" not in str(e.value)
    assert str(e.value).startswith(text)


def test_a_driver_takes_its_own_options_and_leaves_the_rest() -> None:
    mine, rest = parse_address("serial:///dev/x?baud=19200&width=384").split_off("width", "confirm")
    assert mine == {"width": "384"}
    assert endpoint(rest) == SerialEndpoint("/dev/x", 19200)
