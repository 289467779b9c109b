"""What status bytes mean, and that silence is never ready."""

import pytest

from hw.printer import PrinterState as State
from hw.printer.status import from_automatic, from_real_time

FINE = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        (FINE, State.READY),
        (FINE | {1: 0x16}, State.READY),
        (FINE | {4: 0x1E}, State.PAPER_LOW),
        (FINE | {1: 0x1A}, State.OFFLINE),
        (FINE | {1: 0x1A, 2: 0x16}, State.COVER),
        (FINE | {1: 0x1A, 2: 0x16, 4: 0x72}, State.COVER),
        (FINE | {1: 0x1A, 2: 0x52, 3: 0x1A}, State.CUTTER),
        (FINE | {1: 0x1A, 2: 0x32}, State.PAPER_OUT),
        (FINE | {4: 0x72}, State.PAPER_OUT),
        (FINE | {3: 0x32}, State.ERROR),
        (FINE | {3: 0x52}, State.ERROR),
        (FINE | {1: 0x32}, State.ERROR),
        ({}, State.UNKNOWN),
        ({1: 0x12}, State.UNKNOWN),
        ({1: 0x12, 2: 0x12, 3: 0x12}, State.UNKNOWN),
        ({1: 0x1A, 2: 0x16}, State.COVER),
    ],
)
def test_real_time(answers: dict[int, int], state: State) -> None:
    how = from_real_time(answers)
    assert how.state is state
    assert how.detail
    assert "\n" not in how.detail


@pytest.mark.parametrize(
    ("frame", "state"),
    [
        ("10 00 00 00", State.READY),
        ("10 00 03 00", State.PAPER_LOW),
        ("18 00 0C 00", State.PAPER_OUT),
        ("38 00 00 00", State.COVER),
        ("38 00 0F 00", State.COVER),
        ("18 08 00 00", State.CUTTER),
        ("18 20 00 00", State.ERROR),
        ("18 40 00 00", State.ERROR),
        ("18 00 00 00", State.OFFLINE),
    ],
)
def test_automatic(frame: str, state: State) -> None:
    assert from_automatic(bytes.fromhex(frame)).state is state


def test_only_what_is_known_to_be_stopped_is_stopped() -> None:
    running = {State.READY, State.PAPER_LOW, State.UNKNOWN}
    assert not from_real_time({}).stopped
    assert not from_real_time(FINE).stopped
    assert from_real_time(FINE | {4: 0x72}).stopped
    assert len(running) + 5 == len(State)
