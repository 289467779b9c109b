"""The `FF 68` frame: bytes to frames and back, through noise, in pieces of any size."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hw.keypad.ff68 import Decoder, Frame, encode

GOLDEN = {
    "FF 68 03 03 68 03 01 0C 10 16": Frame(3, b"\x01\x0c"),
    "FF 68 06 06 68 03 02 01 02 0A 05 17 16": Frame(3, b"\x02\x01\x02\x0a\x05"),
    "FF 68 03 03 68 03 11 04 18 16": Frame(3, b"\x11\x04"),
}


@pytest.mark.parametrize("text", GOLDEN)
def test_golden_frames_both_ways(text: str) -> None:
    assert encode(GOLDEN[text]) == bytes.fromhex(text)
    decoder = Decoder()
    assert decoder.feed(bytes.fromhex(text)) == [GOLDEN[text]]
    assert decoder.senseless == 0
    assert not decoder.waits


@given(st.integers(0, 255), st.binary(min_size=1, max_size=31), st.integers(1, 8))
def test_every_frame_comes_back_in_pieces(address: int, body: bytes, size: int) -> None:
    data, decoder = encode(Frame(address, body)), Decoder()
    pieces = [data[i : i + size] for i in range(0, len(data), size)]
    assert [frame for piece in pieces for frame in decoder.feed(piece)] == [Frame(address, body)]


@pytest.mark.parametrize("body", [b"", bytes(32)])
def test_what_can_be_no_frame_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match="must be 2 to 32"):
        encode(Frame(1, body))


@pytest.mark.parametrize("place", range(10))
def test_a_damaged_byte_is_no_frame(place: int) -> None:
    data = bytearray(encode(Frame(3, b"\x01\x0c")))
    data[place] ^= 0x21
    decoder = Decoder()
    assert decoder.feed(bytes(data)) + decoder.settle() == []
    assert decoder.senseless == 10


def test_a_frame_begun_and_left_does_not_hide_the_one_behind_it() -> None:
    decoder = Decoder()
    assert decoder.feed(bytes.fromhex("FF 68 1E 1E 68 03") + encode(Frame(3, b"\x01\x0c"))) == []
    assert decoder.waits
    assert decoder.settle() == [Frame(3, b"\x01\x0c")]


@given(st.lists(st.one_of(st.binary(max_size=20), st.just(b"\xff\x68\x03\x03\x68"), st.just(b"\xff" * 9))))
def test_nothing_of_the_noise_hides_a_frame(noise: list[bytes]) -> None:
    decoder, wanted = Decoder(), Frame(9, b"\x01\x09\x0d")
    found = [frame for piece in noise for frame in decoder.feed(piece)]
    found += decoder.settle() + decoder.feed(encode(wanted)) + decoder.settle()
    assert found[-1] == wanted


def test_memory_stays_flat_in_endless_noise() -> None:
    decoder, chance = Decoder(), random.Random(5)
    for _ in range(2000):
        decoder.feed(chance.randbytes(50))
        assert len(decoder._buffer) < 64
