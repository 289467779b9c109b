"""From `--pad` URLs to lines: what is right, and one clear line for what is wrong."""

import os
from collections.abc import Callable, Sequence

import pytest

from hw.keypad import open_pads
from hw.keypad.button_line import Ear, Heard, Lost
from hw.keypad.wired import WiredEndpoint
from hw.link import BadAddressError, Deadline, LinkUnavailableError


def deaf(url: str, topics: Sequence[str], put: Callable[[Heard | Lost], None]) -> Ear:
    raise LinkUnavailableError("nobody there")


@pytest.mark.parametrize(
    ("url", "shown", "address"),
    [
        ("ff68+serial:///dev/ttyUSB1", "serial:///dev/ttyUSB1", "1"),
        ("ff68+serial:///dev/ttyUSB1?baud=19200&address=7&rs485=1&parity=even", "serial:///dev/ttyUSB1", "7"),
        ("ff68+socket://10.0.0.9:4001?map=standard", "tcp://10.0.0.9:4001", "1"),
        ("evdev:/dev/input/by-path/x-event-kbd?address=4", "evdev:/dev/input/by-path/x-event-kbd", "4"),
        ("mqtt-button+mqtt://u:secret@h:1884?preset=shelly1",
         "mqtt-button+mqtt://h:1884 shellies/{address}/input_event/0", "1"),
        ("mqtt-button+mqtts://h?preset=zigbee2mqtt&topic=zigbee2mqtt/door&address=2&ca=ca.pem",
         "mqtt-button+mqtts://h zigbee2mqtt/door", "2"),
    ],
)  # fmt: skip
def test_good_urls(url: str, shown: str, address: str) -> None:
    line = open_pads(url, connect=deaf)
    assert (str(line), line.address) == (shown, address)
    assert "secret" not in str(line)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("ff69+serial:///dev/x", "unknown kind of pad 'ff69+serial'; known: ff68+serial:///dev/ttyUSB1"),
        ("ff68+usb://04b8:0e15", "unknown way 'usb'"),
        ("ff68+serial:///dev/x?map=nobody", "no map 'nobody'; known: standard"),
        ("ff68+serial:///dev/x?address=300", "address is '300', must be a whole number from 0 to 255"),
        ("ff68+serial:///dev/x?parity=x", "parity is 'x', must be one of none, even, odd"),
        ("ff68+serial:///dev/x?bd=9", "unknown option 'bd'"),
        ("ff68+socket://h", "must be tcp://HOST:PORT"),
        ("evdev:x", "must be evdev:/dev/input/by-path/NAME"),
        ("mqtt-button+mqtt://h", "preset is missing; known: shelly1, shelly2, tasmota, zigbee2mqtt"),
        ("mqtt-button+mqtt:///x?preset=shelly1", "must be mqtt-button+mqtt://USER:PASSWORD@HOST"),
        ("mqtt-button+mqtt://h?preset=shelly1&topic=hall/x/command/pad-1", "topic begins with hall/"),
        ("mqtt-button+mqtt://u:secret@h?preset=shelly1&topic=x{address}", "mqtt-button+mqtt://…@h?preset"),
        ("mqtt-button+mqtt://h?preset=shelly1&topic=a/%2B", "topic has a '+'"),
        ("mqtt-button+mqtt://h?preset=shelly1&topic=a/%23", "topic has a '#'"),
    ],
)
def test_bad_urls_say_what_is_wrong_in_one_line(url: str, says: str) -> None:
    with pytest.raises(BadAddressError) as fault:
        open_pads(url, connect=deaf)
    assert says in str(fault.value)
    assert "\n" not in str(fault.value)
    assert "secret" not in str(fault.value)


@pytest.mark.parametrize("place", [{"rs485": True}, {"parity": "even"}])
def test_settings_that_a_line_refuses_are_named(place: dict[str, object]) -> None:
    master, slave = os.openpty()
    try:
        path = os.ttyname(slave)
        WiredEndpoint(path).open(Deadline.after(1)).close()
        with pytest.raises(LinkUnavailableError, match="takes no rs485=1 or parity="):
            WiredEndpoint(path, **place).open(Deadline.after(1))  # type: ignore[arg-type]
    finally:
        os.close(master)
        os.close(slave)
