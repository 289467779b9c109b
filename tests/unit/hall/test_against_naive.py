"""The rules and a second, naive implementation of the contract print the same bytes for random days."""

from collections.abc import Iterator

import pytest

from hall.plan import load_plan
from hall.replay import ReplayError, replay
from tests.support.random_days import RandomDay, random_day

_BLOCK = 100


def _printed(day: RandomDay) -> Iterator[str]:
    try:
        yield from replay(load_plan(day.hall), day.lines)
    except ReplayError as fault:
        yield f"ended at {fault.line}"


@pytest.mark.parametrize("block", range(3))
def test_a_random_day_is_the_same_by_both(block: int) -> None:
    for seed in range(block * _BLOCK, (block + 1) * _BLOCK):
        day = random_day(seed)
        assert list(_printed(day)) == day.printed, f"seed {seed}"


@pytest.mark.soak
@pytest.mark.parametrize("block", range(100, 200))
def test_ten_thousand_longer_days_are_the_same_by_both(block: int) -> None:
    for seed in range(block * _BLOCK, (block + 1) * _BLOCK):
        day = random_day(seed, length=200)
        assert list(_printed(day)) == day.printed, f"seed {seed}"
