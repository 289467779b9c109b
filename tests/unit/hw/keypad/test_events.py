"""Input events to keys, and a number pad's digits, Enter, bounces and silence."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from hw.keypad import Action, FaultKind, MapError, Press
from hw.keypad.evdev_line import BOUNCE_S, FORGET_S, LATE_S, EvdevLine, _words, read_map
from hw.keypad.events import SIZE, EventDecoder, Lost, encode, key_down
from hw.keypad.keymap import MAPS
from hw.link import Deadline, LinkUnavailableError
from hw.sim.number_pad import SimNumberPad


def test_an_event_is_24_bytes_as_the_kernel_writes_it() -> None:
    assert SIZE == 24
    assert encode(1, 96, 1, 5).hex() == "0500000000000000" + "0000000000000000" + "0100" + "6000" + "01000000"


@pytest.mark.parametrize("size", [1, 7, 24, 100])
def test_keys_come_in_pieces_of_any_size(size: int) -> None:
    data, decoder = key_down("KP1") + key_down("KPENTER") + key_down("600"), EventDecoder()
    pieces = [data[i : i + size] for i in range(0, len(data), size)]
    assert [key for piece in pieces for key in decoder.feed(piece)] == ["KP1", "KPENTER", "600"]
    assert decoder.senseless == 0


def test_repeats_and_releases_say_nothing_and_losses_are_told() -> None:
    decoder = EventDecoder()
    assert decoder.feed(encode(1, 96, 2) + encode(1, 96, 0) + encode(4, 4, 96)) == []
    assert decoder.feed(encode(0, 3, 0)) == [Lost()]


def test_what_can_be_no_event_costs_bytes_and_a_part_is_dropped_in_silence() -> None:
    decoder = EventDecoder()
    assert decoder.feed(b"\xff" * 24) == []
    assert decoder.feed(key_down("KP1")[:10]) == []
    decoder.settle()
    assert decoder.feed(key_down("KP2")) == ["KP2"]
    assert decoder.senseless == 34


class Bench:
    def __init__(self, folder: Path) -> None:
        self.now = 100.0
        self.pad = SimNumberPad(folder)
        self.pad.plug()
        self.line = EvdevLine(self.pad.path, read_map("number-pad"), "3", lambda: self.now)
        self.line.expect({"3"})
        self.line.open(Deadline(0))

    def read(self) -> list[Press]:
        return self.line.read(Deadline.after(0.001))

    def press(self, *keys: str) -> list[Press]:
        found = []
        for key in keys:
            self.now += 0.2
            self.pad.press(key)
            found += self.read()
        return found


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    found = Bench(tmp_path)
    yield found
    found.line.close()
    found.pad.unplug()


@pytest.mark.parametrize(
    ("keys", "press"),
    [
        (["KPENTER"], Press("3", Action.NEXT)),
        (["KP1", "KP2", "KPENTER"], Press("3", Action.CALL, "12")),
        (["KP1", "KP2", "BACKSPACE", "KPENTER"], Press("3", Action.CALL, "1")),
        (["KP5", "KPDOT"], Press("3", Action.SIGN_IN, "5")),
        (["KP0", "KPDOT"], Press("3", Action.PAUSE_OR_RESUME, "0")),
        (["KPDOT"], Press("3", Action.DONE)),
        (["KP1"] * 12 + ["KPENTER"], Press("3", Action.CALL, "11111111")),
    ],
)
def test_digits_and_a_key(bench: Bench, keys: list[str], press: Press) -> None:
    assert bench.press(*keys) == [press]


def test_a_trembling_contact_is_one_press(bench: Bench) -> None:
    bench.pad.press("KP1", "KPENTER", trembling=True)
    assert bench.read() == [Press("3", Action.CALL, "1")]
    bench.now += BOUNCE_S * 2
    bench.pad.press("KPENTER")
    assert bench.read() == [Press("3", Action.NEXT)]


def test_digits_of_somebody_who_went_away_are_forgotten(bench: Bench) -> None:
    bench.press("KP1", "KP2")
    for _ in range(10):
        bench.now += FORGET_S / 9
        bench.read()
    assert bench.press("KPENTER") == [Press("3", Action.NEXT)]


def test_digits_are_forgotten_where_the_kernel_lost_some(bench: Bench) -> None:
    bench.press("KP1")
    bench.pad.write(encode(0, 3, 0))
    assert bench.press("KPENTER") == [Press("3", Action.NEXT)]


def test_after_a_sleep_what_waited_is_too_old(bench: Bench) -> None:
    bench.pad.press("KPENTER")
    bench.now += LATE_S + 1
    assert bench.read() == []
    assert bench.press("KPENTER") == [Press("3", Action.NEXT)]


def test_what_was_pressed_before_it_was_opened_is_forgotten(bench: Bench) -> None:
    bench.line.close()
    bench.pad.press("KPENTER")
    bench.line.open(Deadline(0))
    assert bench.read() == []


def test_unknown_keys_and_a_place_that_the_hall_file_lacks(bench: Bench) -> None:
    assert bench.press("KP1", "F7", "NUMLOCK", "600") == []
    bench.line.expect({"4"})
    assert bench.press("KPENTER") == []
    assert {(f.kind, f.address) for f in bench.line.faults()} == {
        (FaultKind.UNKNOWN_KEY, "3"),
        (FaultKind.UNKNOWN_PAD, "3"),
    }
    assert "sends 1 F7" in str(bench.line.faults())


def test_pulled_out_it_says_so(bench: Bench) -> None:
    bench.pad.unplug()
    with pytest.raises(LinkUnavailableError, match="nothing writes to it"):
        bench.read()
    with pytest.raises(LinkUnavailableError, match="is unplugged"):
        bench.line.open(Deadline(0))
    with pytest.raises(LinkUnavailableError, match="is not open"):
        bench.read()
    bench.pad.plug()
    bench.line.open(Deadline(0))
    assert bench.press("KPENTER") == [Press("3", Action.NEXT)]


def test_a_device_that_cannot_be_grabbed_is_not_read() -> None:
    line = EvdevLine(Path("/dev/null"), read_map("number-pad"))
    with pytest.raises(LinkUnavailableError, match="evdev:/dev/null: "):
        line.open(Deadline(0))


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.EBUSY, "another program"),
        (errno.EACCES, "no right"),
        (errno.ENODEV, "unplugged"),
        (errno.EIO, "output"),
    ],
)
def test_faults_of_the_system_in_words(number: int, says: str) -> None:
    assert says in _words(OSError(number, os.strerror(number)))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[keys]\n"KPFOO" = "next"', "KPFOO: is no key"),
        ('[keys]\n"KPENTER" = "next"\n[digits]\n"KP1" = "x"', "digits.\"KP1\": is 'x', must be"),
        ('back = "NO"\n[keys]\n"KPENTER" = "next"', "NO: is no key"),
        ("", 'keys: is missing; write e.g. "0C" = "next"'),
    ],
)
def test_a_wrong_map_is_named(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('family = "evdev"\n' + text, encoding="utf-8")
    with pytest.raises(MapError) as fault:
        read_map(str(path))
    assert says in str(fault.value)


def test_every_map_that_comes_along_can_be_read() -> None:
    names = [path.stem.removeprefix("evdev-") for path in MAPS.glob("evdev-*.toml")]
    assert names
    assert all(read_map(name).digits for name in names)
