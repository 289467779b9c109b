"""Each call stands large for a while; many hurry; the dead are passed over."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from display.board import Highlights
from display.board.highlights import HURRIED_S


def always(_seq: int) -> bool:
    return True


def over(
    highlights: Highlights, seconds: float, worth: Callable[[int], bool] = always
) -> list[tuple[float, int]]:
    """(moment, seq) of each change, looked at every 50 ms."""
    found: list[tuple[float, int]] = []
    for step in range(int(seconds * 20)):
        seq = highlights.current(step / 20, worth)
        if not found or found[-1][1] != seq:
            found.append((step / 20, seq))
    return found


def test_nothing_stands_large_before_the_first() -> None:
    assert over(Highlights(), 1) == [(0, 0)]


def test_calls_of_one_second_get_their_time_each() -> None:
    highlights = Highlights()
    highlights.add([1, 2, 3])
    assert over(highlights, 10) == [(0, 1), (2.5, 2), (5.0, 3)]


def test_many_hurry_but_can_still_blink_three_times() -> None:
    highlights = Highlights()
    highlights.add(range(1, 31))
    changes = over(highlights, 60)
    assert [seq for _, seq in changes] == list(range(1, 31))
    assert changes[-1][0] < 45
    gaps = [later - sooner for (sooner, _), (later, _) in pairwise(changes)]
    assert min(gaps) >= HURRIED_S > 3 * (1 / 3)


def test_a_call_nobody_must_follow_any_more_is_passed_over_unless_it_is_the_last() -> None:
    highlights = Highlights()
    highlights.add([1, 2, 3, 4])
    assert [seq for _, seq in over(highlights, 20, lambda seq: seq == 3)] == [3, 4]


@pytest.mark.parametrize(("now", "busy"), [(0, True), (2.4, True), (2.6, False)])
def test_the_last_has_its_time_and_then_yields(now: float, busy: bool) -> None:
    highlights = Highlights()
    highlights.add([1])
    highlights.current(0, always)
    assert highlights.busy(now) is busy
