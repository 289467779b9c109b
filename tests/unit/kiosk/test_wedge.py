"""A scanner is told from hands by its speed."""

import pytest

from kiosk.wedge import Wedge


class _Keys:
    def __init__(self) -> None:
        self.now = 100.0
        self.wedge = Wedge(lambda: self.now)

    def type(self, text: str, gap: float) -> None:
        for letter in text:
            self.now += gap
            self.wedge.typed(letter)

    def enter(self, gap: float) -> str | None:
        self.now += gap
        return self.wedge.entered()


@pytest.mark.parametrize(
    ("text", "gap", "enter", "scanned"),
    [
        ("2026-1147", 0.005, 0.005, "2026-1147"),
        ("2026-1147", 0.045, 0.045, "2026-1147"),
        ("2026-1147", 0.06, 0.005, None),
        ("2026-1147", 0.005, 0.06, None),
        ("123", 0.005, 0.005, None),
        ("", 0.005, 0.005, None),
    ],
)
def test_only_keys_faster_than_hands_are_a_scan(
    text: str, gap: float, enter: float, scanned: str | None
) -> None:
    keys = _Keys()
    keys.type(text, gap)
    assert keys.enter(enter) == scanned


def test_what_hands_typed_before_is_no_part_of_it_and_one_scan_is_told_once() -> None:
    keys = _Keys()
    keys.type("99", 0.3)
    keys.now += 1
    keys.type("a-17", 0.002)
    assert keys.enter(0.002) == "a-17"
    assert keys.enter(0.002) is None
    keys.type("b" * 500, 0.001)
    assert keys.enter(0.001) == "b" * 200
