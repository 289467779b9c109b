"""The dispatcher's time and its timers, by clocks that the test turns."""

import pytest

from dispatcher.timeline import Timeline
from dispatcher.timers import Every
from tests.support.dispatcher import NOON, TurnedClock

_HOUR = 3_600_000


def _midnight(_moment: int) -> int:
    return NOON + 12 * _HOUR


def test_time_follows_the_wall_clock() -> None:
    clock = TurnedClock()
    timeline = Timeline(clock, 0, _midnight)
    assert timeline.now() == NOON
    clock.pass_time(5)
    assert timeline.now() == NOON + 5000
    clock.wall += 3_600_000
    assert timeline.now() == NOON + 3_605_000
    assert timeline.behind_ms() == 0


def test_a_clock_that_is_set_back_slows_time_and_never_turns_it() -> None:
    clock = TurnedClock()
    timeline = Timeline(clock, 0, _midnight)
    start = timeline.now()
    clock.wall -= 10_000
    told = [timeline.now()]
    assert timeline.behind_ms() == 10_000
    for _ in range(40):
        clock.pass_time(1)
        told.append(timeline.now())
    assert told == sorted(told)
    assert told[4] == start + 2000
    assert told[-1] == clock.wall


@pytest.mark.parametrize("back_h", [1, 11, 36, 24 * 365])
def test_time_and_clock_come_to_the_end_of_the_day_together(back_h: int) -> None:
    """However far the clock was ahead, no hall day ends in the middle of a day."""
    clock = TurnedClock()
    timeline = Timeline(clock, NOON, _midnight)
    clock.wall -= back_h * _HOUR
    steps = 997
    told = []
    for _ in range(steps):
        clock.pass_time((12 + back_h) * 3600 / steps)
        told.append(timeline.now())
    assert told == sorted(told)
    assert told[-2] < _midnight(0)
    assert abs(told[-1] - _midnight(0)) < 1000  # the steps are whole milliseconds
    assert timeline.wall() <= told[-1]


def test_time_begins_where_the_last_run_ended() -> None:
    assert Timeline(TurnedClock(), NOON + 60_000, _midnight).now() == NOON + 60_000


def test_a_timer_is_due_once_a_period_and_makes_up_for_nothing() -> None:
    timer = Every(1.0)
    assert timer.due(10.0)
    assert not timer.due(10.9)
    assert timer.left(10.9) < 0.2
    assert timer.due(15.0)
    assert not timer.due(15.5)
    assert timer.left(20.0) == 0
