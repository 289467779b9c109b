"""From the URL on a command line to a line of pads."""

import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hw.keypad import evdev_line
from hw.keypad.button import ADDRESS, read_preset, topic_faults
from hw.keypad.button_line import ButtonLine, Connect
from hw.keypad.evdev_line import EvdevLine
from hw.keypad.ff68_line import Ff68Line
from hw.keypad.ff68_map import read_map
from hw.keypad.keymap import known_maps
from hw.keypad.pad import PadLine
from hw.keypad.wired import PARITIES, WiredEndpoint
from hw.link import Address, Endpoint, endpoint, parse_address
from hw.link.serial_line import SerialEndpoint
from hw.link.tcp import TcpEndpoint

FORMS = (
    "ff68+serial:///dev/ttyUSB1, ff68+socket://HOST:PORT, evdev:/dev/input/by-path/NAME, "
    "mqtt-button+mqtt://HOST?preset=NAME"
)


def open_pads(
    url: str, clock: Callable[[], float] = time.monotonic, connect: Connect | None = None
) -> PadLine:
    """The line at `url`, not opened yet. `connect` hears brokers. Raises BadAddressError, MapError."""
    at = parse_address(url)
    at = replace(at, text=re.sub("//[^@/?]*@", "//…@", url))  # what is said of it goes to logs
    family, _, way = at.kind.partition("+")
    if family == "ff68" and way:
        return _ff68(at, way, clock)
    if at.kind == "evdev":
        return _evdev(at, clock)
    if family == "mqtt-button" and way in ("mqtt", "mqtts") and connect is not None:
        return _buttons(url, at, way, connect, clock)
    raise at.bad(f"unknown kind of pad {at.kind!r}; known: {FORMS}")


def _evdev(at: Address, clock: Callable[[], float]) -> EvdevLine:
    at.only("map", "address")
    if at.host or not at.path.startswith("/"):
        raise at.bad(
            "must be evdev:/dev/input/by-path/NAME; `ls /dev/input/by-path` shows what is plugged in"
        )
    table = evdev_line.read_map(at.options.get("map", "number-pad"))
    return EvdevLine(Path(at.path), table, at.options.get("address", "1"), clock)


def _buttons(url: str, at: Address, way: str, connect: Connect, clock: Callable[[], float]) -> ButtonLine:
    at.only("preset", "topic", "address", "ca")
    if not at.host or at.path not in ("", "/"):
        raise at.bad("must be mqtt-button+mqtt://USER:PASSWORD@HOST:1883?preset=NAME&topic=TOPIC")
    if "preset" not in at.options:
        raise at.bad(
            f"preset is missing; known: {', '.join(known_maps('mqtt-button'))}, or the path of a file"
        )
    preset = read_preset(at.options["preset"])
    topic = at.options.get("topic", preset.topic)
    for fault in topic_faults(topic):
        raise at.bad(f"topic {fault}")
    if topic.startswith("hall/"):
        raise at.bad("topic begins with hall/: buttons live outside the hall's topics")
    if ADDRESS not in topic and topic.count("+"):
        raise at.bad("topic has a '+'; write {address} where the button's name stands")
    port = f":{at.port}" if at.port else ""
    shown = f"mqtt-button+{way}://{at.host}{port} {topic}"
    return ButtonLine(
        url.removeprefix("mqtt-button+"),
        shown,
        topic,
        preset,
        connect,
        at.options.get("address", "1"),
        clock,
    )


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
