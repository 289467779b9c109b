"""Answers are told apart however they are cut up, and noise becomes no answer that proves anything."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hw.printer.replies import Automatic, Done, InOrder, RealTime, Reply, ReplyReader

AUTO = bytes((0x18, 0x00, 0x0C, 0x00))
DONE = b"\x37\x22A012\x00"


@pytest.mark.parametrize(
    ("data", "replies"),
    [
        (b"\x12", [RealTime(0x12)]),
        (b"\x16\x1a\x72", [RealTime(0x16), RealTime(0x1A), RealTime(0x72)]),
        (AUTO, [Automatic(AUTO)]),
        (b"\x00\x0f", [InOrder(0), InOrder(0x0F)]),
        (DONE, [Done(b"A012")]),
        (b"\x5fEPSON\x00", []),
        (b"\x37\x21\x40\x00", []),
        (b"\x11\x13", []),
        (
            b"\x13" + AUTO + b"\x12" + DONE + b"\x00",
            [Automatic(AUTO), RealTime(0x12), Done(b"A012"), InOrder(0)],
        ),
    ],
)
def test_each_kind(data: bytes, replies: list[Reply]) -> None:
    assert ReplyReader().feed(data) == replies
    reader = ReplyReader()
    assert [reply for byte in data for reply in reader.feed(bytes((byte,)))] == replies


@pytest.mark.parametrize("stale", [b"\x10", b"\x10\x00\x00", b"\x37", b"\x37\x22A0", b"\x5f", b"\x93\xff"])
def test_a_piece_of_something_stale_does_not_hide_a_status(stale: bytes) -> None:
    assert RealTime(0x12) in ReplyReader().feed(stale + b"\x12")


def test_a_block_without_an_end_is_given_up() -> None:
    assert RealTime(0x12) in ReplyReader().feed(b"\x37" + b"x" * 200 + b"\x12")


@given(st.lists(st.sampled_from([b"\x12", AUTO, DONE, b"\x00", b"\x11"])), st.data())
def test_pieces_make_no_difference(parts: list[bytes], data: st.DataObject) -> None:
    whole = b"".join(parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(whole)))))
    reader = ReplyReader()
    pieces = [whole[a:b] for a, b in zip([0, *cuts], [*cuts, len(whole)], strict=True)]
    assert [r for piece in pieces for r in reader.feed(piece)] == ReplyReader().feed(whole)


@given(st.binary())
def test_noise_is_no_proof(data: bytes) -> None:
    assert Done(b"A012") not in ReplyReader().feed(data) or DONE in data
