"""Lines for a printer's own letters: none too wide, no letter lost, none begins with a closing mark."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hw.printer.letters import columns
from kiosk.printing.wrapping import wrapped


@pytest.mark.parametrize(
    ("words", "wide", "lines"),
    [
        ("请留意屏幕和广播。", 16, ["请留意屏幕和广", "播。"]),
        ("Watch the screens", 10, ["Watch the", "screens"]),
        ("Watch the", 9, ["Watch the"]),
        ("x" * 25, 10, ["x" * 10, "x" * 10, "x" * 5]),
        ("带 ID card 来", 8, ["带 ID", "card 来"]),
        ("", 10, []),
        ("   ", 10, []),
    ],
)
def test_lines(words: str, wide: int, lines: list[str]) -> None:
    assert wrapped(words, wide) == lines


@given(st.text(alphabet="ab号。， x！", max_size=60), st.integers(4, 40))
def test_nothing_is_lost_and_nothing_sticks_out(words: str, wide: int) -> None:
    lines = wrapped(words, wide)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", words)
    assert all(0 < columns(line) <= wide for line in lines)
