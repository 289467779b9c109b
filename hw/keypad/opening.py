"""From the URL on a command line to a line of pads."""

import time
from collections.abc import Callable
from dataclasses import replace

from hw.keypad.ff68_line import Ff68Line
from hw.keypad.ff68_map import read_map
from hw.keypad.pad import PadLine
from hw.keypad.wired import PARITIES, WiredEndpoint
from hw.link import Address, Endpoint, endpoint, parse_address
from hw.link.serial_line import SerialEndpoint
from hw.link.tcp import TcpEndpoint

FORMS = "ff68+serial:///dev/ttyUSB1, ff68+socket://HOST:PORT"


def open_pads(url: str, clock: Callable[[], float] = time.monotonic) -> PadLine:
    """The line at `url`, not opened yet. Raises BadAddressError, MapError."""
    at = parse_address(url)
    family, _, way = at.kind.partition("+")
    if family == "ff68" and way:
        return _ff68(at, way, clock)
    raise at.bad(f"unknown kind of pad {at.kind!r}; known: {FORMS}")


def _ff68(at: Address, way: str, clock: Callable[[], float]) -> Ff68Line:
    mine, rest = at.split_off("map", "address")
    table = read_map(mine.get("map", "standard"))
    address = mine.get("address", "1")
    at.number({"address": address}, "address", 1, 0, 255)
    return Ff68Line(_place(replace(rest, kind=way)), table, address, clock)


def _place(at: Address) -> Endpoint:
    """A serial line, or one behind a TCP port, at the speed that such lines have."""
    mine, rest = at.split_off("baud") if at.kind == "socket" else at.split_off("rs485", "parity")
    if at.kind == "socket":
        place = endpoint(replace(rest, kind="tcp"))
        assert isinstance(place, TcpEndpoint)
        return replace(place, bytes_per_s=at.number(mine, "baud", 9600, 1200, 230400) / 10)
    if at.kind != "serial":
        raise at.bad(f"unknown way {at.kind!r}; known: {FORMS}")
    line = endpoint(rest)
    assert isinstance(line, SerialEndpoint)
    parity = mine.get("parity", "none")
    if parity not in PARITIES:
        raise at.bad(f"parity is {parity!r}, must be one of {', '.join(PARITIES)}")
    rs485 = bool(at.number(mine, "rs485", 0, 0, 1))
    return WiredEndpoint(line.path, line.baud, rs485=rs485, parity=parity)
