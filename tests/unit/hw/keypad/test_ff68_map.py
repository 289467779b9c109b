"""Key maps of `FF 68` pads: what comes with the program, what an engineer writes, and what is wrong with it."""

from pathlib import Path

import pytest

from hw.keypad import Action, MapError, Shown
from hw.keypad.ff68_map import read_map
from hw.keypad.keymap import MAPS

STANDARD = read_map("standard")


@pytest.mark.parametrize(
    ("key", "digits", "action"),
    [
        ("0C", "", Action.NEXT),
        ("0C", "12", Action.CALL),
        ("0D", "", Action.RECALL),
        ("0D", "12", None),
        ("0F", "0", Action.PAUSE_OR_RESUME),
        ("0F", "05", Action.SIGN_IN),
        ("0F", "5", Action.NO_SHOW),
        ("0F", "", None),
        ("1C", "", None),
    ],
)
def test_what_the_common_keys_mean(key: str, digits: str, action: Action | None) -> None:
    assert STANDARD.keys.meaning(key, digits) is action


@pytest.mark.parametrize(
    ("body", "keyed"),
    [
        ("01 0C", ("0C", "")),
        ("01 01 02 0C", ("0C", "12")),
        ("01", None),
        ("01 05", None),
        ("01 0C 05", None),
        ("01 0C 0C", None),
        ("04 0C", None),
    ],
)
def test_a_press_is_digits_and_one_key(body: str, keyed: tuple[str, str] | None) -> None:
    assert STANDARD.keyed(bytes.fromhex(body)) == keyed


@pytest.mark.parametrize(
    ("shown", "cells"),
    [
        (Shown("A012", 5), "00 01 02 0A 0A 05"),
        (Shown("A012", 50), "00 01 02 0A 05 00"),
        (Shown("B1012", 500), "00 01 02 0A 09 09"),
        (Shown("", 3), "0A 0A 0A 0A 0A 03"),
        (Shown("A007"), "00 00 07 0A 0A 0A"),
        (Shown("A007", 3, trouble=True), "0A 0A 0A 0A 0A 0A"),
    ],
)
def test_what_six_digits_show(shown: Shown, cells: str) -> None:
    assert STANDARD.display(shown) == b"\x02" + bytes.fromhex(cells)


ACME = """
family = "ff68"
name = "Acme"
press_func = "none"
layout = "WW NNNN"
[keys]
"2A" = "next"
"# 2A" = "call"
[grades]
"01" = "5"
[glyphs]
"-" = "0B"
"""


def test_a_vendor_that_is_not_shipped_takes_one_file(tmp_path: Path) -> None:
    path = tmp_path / "acme.toml"
    path.write_text(ACME, encoding="utf-8")
    acme = read_map(str(path))
    assert acme.keyed(b"\x01\x02\x2a") == ("2A", "12")
    assert acme.keys.meaning("2A", "12") is Action.CALL
    assert acme.display(Shown("A012", 7)).hex(" ") == "02 0a 07 0a 0a 00 01 02"
    assert acme.display(Shown(trouble=True)) == b"\x02" + b"\x0b" * 7
    assert acme.grades == {1: 5}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('"next"', '"nxt"'), "keys.\"2A\": unknown action 'nxt'; known: next, call"),
        (('"next"', "3"), 'keys."2A": is 3, must be a text in quotes'),
        (("[keys]", "[kies]"), "kies: is unknown; known: "),
        (('"ff68"', '"evdev"'), "family: is 'evdev', must be 'ff68'"),
        (("WW NNNN", "XX"), "layout: is 'XX', must be up to 16 of N, W and spaces"),
        (('"none"', "256"), "press_func: is 256, must be a whole number from 0 to 255"),
        (('"01" = "5"', '"01" = "6"'), 'grades."01": is \'6\', must be "1" to "5"'),
        (('"0B"', '"0Z"'), "glyphs: '0Z' is no byte"),
        (('"-"', '"--"'), 'glyphs."--": must be one letter'),
        (("[keys]", "[keys"), "is no TOML"),
    ],
)
def test_a_wrong_file_is_named_with_its_place(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    path = tmp_path / "acme.toml"
    path.write_text(ACME.replace(*change), encoding="utf-8")
    with pytest.raises(MapError) as fault:
        read_map(str(path))
    assert str(fault.value).startswith(f"{path}: ")
    assert says in str(fault.value)
    assert "\n" not in str(fault.value)


def test_a_file_that_is_not_there_and_a_name_nobody_knows(tmp_path: Path) -> None:
    with pytest.raises(MapError, match="cannot be read: No such file"):
        read_map(str(tmp_path / "no.toml"))
    with pytest.raises(MapError, match="no map 'acme'; known: standard"):
        read_map("acme")


def test_every_map_that_comes_along_can_be_read() -> None:
    names = [path.stem.removeprefix("ff68-") for path in MAPS.glob("ff68-*.toml")]
    assert names
    assert all(read_map(name).keys.keys for name in names)
