"""The driver of `FF 68` lines, with a clock of its own: answers first, digits last, nothing old, two of one address."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from hw.keypad import Action, FaultKind, Press, Shown
from hw.keypad.ff68 import Decoder, Frame, encode
from hw.keypad.ff68_line import ASLEEP_S, OVERLAP_S, RESENT_S, SILENCE_S, Ff68Line
from hw.keypad.ff68_map import read_map
from hw.keypad.outbox import REFRESH_S
from hw.link import Deadline, Link, LinkUnavailableError


class Line:
    """Both ends of a line of 9600 baud: what the pads say is put in, what the host says is kept."""

    bytes_per_s = 960.0

    def __init__(self) -> None:
        self.now = 100.0
        self.coming = b""
        self.said = b""
        self.two_way = True

    def __str__(self) -> str:
        return "line"

    def open(self, deadline: Deadline) -> Link:
        return self

    def read(self, deadline: Deadline) -> bytes:
        got, self.coming = self.coming, b""
        if not got:
            self.now = max(self.now, deadline.at)
        return got

    def write(self, data: bytes, deadline: Deadline) -> int:
        self.said += data
        return len(data)

    def close(self) -> None:
        self.coming = b""


NEXT, RECALL = encode(Frame(3, b"\x01\x0c")), encode(Frame(3, b"\x01\x0d"))


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def pads(line: Line) -> Ff68Line:
    found = Ff68Line(line, read_map("standard"), clock=lambda: line.now)
    found.expect({"3", "4"})
    found.open(Deadline(0))
    found.read(Deadline(line.now + 0.01))
    return found


def step(pads: Ff68Line, line: Line, data: bytes = b"", seconds: float = 0.02) -> list[Press]:
    line.coming += data
    line.said = b""
    return pads.read(Deadline(line.now + seconds, lambda: line.now))


def frames(line: Line) -> list[Frame]:
    return Decoder().feed(line.said)


def test_a_press_is_answered_with_itself_at_once(pads: Ff68Line, line: Line) -> None:
    assert step(pads, line, NEXT) == [Press("3", Action.NEXT)]
    assert line.said == NEXT


def test_what_is_repeated_is_answered_and_does_nothing(pads: Ff68Line, line: Line) -> None:
    assert step(pads, line, NEXT) == [Press("3", Action.NEXT)]
    for _ in range(4):
        line.now += RESENT_S - 0.1
        assert step(pads, line, NEXT) == []
        assert line.said == NEXT
    line.now += RESENT_S + 0.1
    assert step(pads, line, NEXT) == [Press("3", Action.NEXT)]


def test_a_press_in_pieces_with_pauses_of_a_gateway(pads: Ff68Line, line: Line) -> None:
    for byte in NEXT[:-1]:
        assert step(pads, line, bytes((byte,))) == []
        line.now += SILENCE_S / 2
    assert step(pads, line, NEXT[-1:]) == [Press("3", Action.NEXT)]


def test_a_false_beginning_is_given_up_after_a_silence(pads: Ff68Line, line: Line) -> None:
    assert step(pads, line, bytes.fromhex("FF 68 1E 1E 68 03") + NEXT) == []
    assert step(pads, line, seconds=SILENCE_S + 0.01) == [Press("3", Action.NEXT)]


def test_digits_come_after_answers_and_beeps_and_at_the_lines_pace(pads: Ff68Line, line: Line) -> None:
    pads.show("3", Shown("A012", 5))
    pads.show("4", Shown("A013", 5))
    pads.beep("3")
    told: list[tuple[float, int]] = []
    assert step(pads, line, NEXT) == [Press("3", Action.NEXT)]
    assert line.said.startswith(NEXT)
    said = frames(line)
    for _ in range(80):
        told += [(line.now, frame.body[0]) for frame in said]
        step(pads, line, seconds=0.002)
        said = frames(line)
    assert [func for _, func in told] == [0x01, 0x03, 0x02, 0x02]
    gaps = [after[0] - before[0] for before, after in pairwise(told)]
    assert all(gap >= 9 / 960 for gap in gaps)


def test_digits_wait_while_somebody_speaks(pads: Ff68Line, line: Line) -> None:
    pads.show("3", Shown("A012", 5))
    step(pads, line, NEXT[:4])
    assert line.said == b""
    assert step(pads, line, NEXT[4:]) == [Press("3", Action.NEXT)]
    step(pads, line)
    assert line.said == b""  # the line is left to the pads for a moment
    step(pads, line, seconds=0.05)
    assert [frame.body[0] for frame in frames(line)] == [0x02]


def test_only_the_latest_digits_count_and_they_are_said_again(pads: Ff68Line, line: Line) -> None:
    pads.show("3", Shown("A012", 5))
    pads.show("3", Shown("A013", 4))
    step(pads, line)
    assert frames(line) == [Frame(3, bytes.fromhex("02 00 01 03 0A 0A 04"))]
    step(pads, line)
    assert line.said == b""
    step(pads, line, seconds=1.0)
    for _ in range(int(REFRESH_S)):
        step(pads, line, seconds=1.0)
        if line.said:
            break
    assert frames(line) == [Frame(3, bytes.fromhex("02 00 01 03 0A 0A 04"))]


def test_after_a_sleep_what_waited_is_too_old(pads: Ff68Line, line: Line) -> None:
    line.now += ASLEEP_S + 0.1
    assert step(pads, line, NEXT + RECALL) == []
    assert line.said == b""
    assert step(pads, line, NEXT) == [Press("3", Action.NEXT)]


def test_two_keys_of_one_address_at_once_are_two_pads(pads: Ff68Line, line: Line) -> None:
    assert step(pads, line, NEXT) == [Press("3", Action.NEXT)]
    line.now += OVERLAP_S / 2
    assert step(pads, line, RECALL) == []
    assert [(f.kind, f.address) for f in pads.faults()] == [(FaultKind.SAME_ADDRESS, "3")]
    line.now += OVERLAP_S * 2
    assert step(pads, line, encode(Frame(3, b"\x01\x0a"))) == [Press("3", Action.START)]


def test_other_pads_may_press_at_once(pads: Ff68Line, line: Line) -> None:
    assert len(step(pads, line, NEXT + encode(Frame(4, b"\x01\x0d")))) == 2
    assert pads.faults() == ()


def test_an_evaluator_gives_a_score(pads: Ff68Line, line: Line) -> None:
    assert step(pads, line, bytes.fromhex("FF 68 03 03 68 03 11 04 18 16")) == [Press("3", Action.RATE, "4")]
    assert frames(line) == [Frame(3, b"\x01\x04")]
    assert step(pads, line, encode(Frame(3, b"\x11\x09"))) == []
    assert [f.kind for f in pads.faults()] == [FaultKind.UNKNOWN_KEY]


def test_an_evaluator_of_its_pads_address_may_be_pressed_at_the_same_moment(
    pads: Ff68Line, line: Line
) -> None:
    assert step(pads, line, NEXT + encode(Frame(3, b"\x11\x05"))) == [
        Press("3", Action.NEXT),
        Press("3", Action.RATE, "5"),
    ]
    assert pads.faults() == ()


def test_a_stranger_is_not_answered_and_named_when_it_repeats_itself(pads: Ff68Line, line: Line) -> None:
    for expected in ((), (FaultKind.UNKNOWN_PAD,)):
        assert step(pads, line, encode(Frame(9, b"\x01\x0c"))) == []
        assert line.said == b""
        assert tuple(f.kind for f in pads.faults()) == expected
    line.now += 61
    assert pads.faults() == ()


def test_a_line_that_hears_itself_does_not_answer_for_ever(pads: Ff68Line, line: Line) -> None:
    pads.show("3", Shown("A012", 5))
    pads.beep("3")
    heard: list[Press] = []
    echo = NEXT
    for _ in range(50):
        heard += step(pads, line, echo)
        echo = line.said
    assert heard == [Press("3", Action.NEXT)]
    assert echo == b""
    assert pads.faults() == ()


def test_noise_is_counted_and_named(pads: Ff68Line, line: Line) -> None:
    step(pads, line, bytes(range(100)) * 3)
    step(pads, line, seconds=1)
    assert [f.kind for f in pads.faults()] == [FaultKind.NOISE]


def test_an_unopened_line_says_so(line: Line) -> None:
    pads = Ff68Line(line, read_map("standard"))
    with pytest.raises(LinkUnavailableError, match="is not open"):
        pads.read(Deadline(0))


@pytest.mark.parametrize("do", [lambda p: p.show("x", Shown()), lambda p: p.beep("300")])
def test_an_address_that_is_no_byte_shows_nothing(
    pads: Ff68Line, line: Line, do: Callable[[Ff68Line], None]
) -> None:
    do(pads)
    step(pads, line)
    assert line.said == b""
