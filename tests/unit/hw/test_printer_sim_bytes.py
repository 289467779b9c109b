"""The simulated printer's reader: each command whole, however the bytes are cut up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hw.sim.printer_bytes import (
    AskDone,
    AskPaper,
    Command,
    CommandReader,
    Cut,
    Feed,
    Letter,
    Odd,
    Reset,
    Row,
    Watch,
)
from hw.sim.printer_text import CodePart, EndLine, Setting

CASES: list[tuple[bytes, list[Command]]] = [
    (b"\x1b@", [Reset()]),
    (b"\x1dv0\x00\x02\x00\x03\x00abcdef", [Row(b"ab"), Row(b"cd"), Row(b"ef")]),
    (b"\x1dv0\x00\x00\x00\x03\x00\x1b@", [Reset()]),
    (b"\x1dVB\x18\x1dV\x00\x1bi\x1bm", [Cut(24), Cut(0), Cut(0), Cut(0)]),
    (b"\x1dr\x01", [AskPaper()]),
    (b"\x1d(H\x06\x00\x30\x30A012", [AskDone(b"A012")]),
    (b"\x1da\xff", [Watch(255)]),
    (b"\n\x1bJ\x10\x1bd\x02", [EndLine(), Feed(16), Feed(60)]),
    (b"\x1ba\x01\x1b3\x20\x1bE\x01", [Setting("ESC a", 1), Setting("ESC 3", 32), Setting("ESC E", 1)]),
    (b"\x1d!\x11\x1dB\x01\x1b2", [Setting("GS !", 0x11), Setting("GS B", 1), Setting("ESC 2")]),
    (b"\x1c&\xb0\xa1\x1c.", [Setting("FS &"), Letter(0xB0), Letter(0xA1), Setting("FS .")]),
    (b"\x1cZA", [Odd(b"\x1cZ"), Letter(0x41)]),
    (b"\x1d(k\x03\x00\x31\x43\x05", [CodePart(67, b"\x05")]),
    (b"\x1d(k\x01\x00\x31\x1b@", [Odd(b"\x1d(k\x01\x00\x31"), Reset()]),
    (b"\x00\x00\x10\x04\x01", []),
    (b"A\x10\x03\x02", [Letter(0x41), Odd(b"\x03"), Odd(b"\x02")]),
    (b"\x1bZ\x1dZ\x00\x1dV\x09", [Odd(b"\x1bZ"), Odd(b"\x1dZ"), Odd(b"\x1dV\x09")]),
    (b"\x1d(k\x03\x00\x31\x51\x30\x1b@", [CodePart(81, b"0"), Reset()]),
]


def _all(reader: CommandReader, buffer: bytearray) -> list[Command]:
    found = []
    while (command := reader.take(buffer)) is not None:
        found.append(command)
    return found


@pytest.mark.parametrize(("data", "commands"), CASES)
def test_each_command(data: bytes, commands: list[Command]) -> None:
    assert _all(CommandReader(), bytearray(data)) == commands


@given(st.lists(st.sampled_from(CASES), max_size=5), st.integers(1, 7))
def test_pieces_make_no_difference(parts: list[tuple[bytes, list[Command]]], size: int) -> None:
    data = b"".join(part for part, _ in parts)
    reader, buffer, found = CommandReader(), bytearray(), []
    for at in range(0, len(data), size):
        buffer += data[at : at + size]
        found += _all(reader, buffer)
    assert found == [command for _, commands in parts for command in commands]


@given(st.binary(max_size=300))
def test_any_bytes_come_to_an_end(data: bytes) -> None:
    _all(CommandReader(), bytearray(data))


def test_it_remembers_that_it_is_inside_a_picture() -> None:
    reader = CommandReader()
    _all(reader, bytearray(b"\x1dv0\x00\x02\x00\x02\x00ab"))
    assert reader.inside_picture
    assert _all(reader, bytearray(b"\x1b@")) == [Row(b"\x1b@")]
    assert not reader.inside_picture
