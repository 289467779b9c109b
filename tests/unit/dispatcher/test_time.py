"""The dispatcher's time and its timers, by clocks that the test turns."""

from dispatcher.timeline import Timeline
from dispatcher.timers import Every
from tests.support.dispatcher import NOON, TurnedClock


def test_time_follows_the_wall_clock() -> None:
    clock = TurnedClock()
    timeline = Timeline(clock, 0)
    assert timeline.now() == NOON
    clock.pass_time(5)
    assert timeline.now() == NOON + 5000
    clock.wall += 3_600_000
    assert timeline.now() == NOON + 3_605_000
    assert timeline.ahead_ms() == 0


def test_a_clock_that_is_set_back_slows_time_and_never_turns_it() -> None:
    clock = TurnedClock()
    timeline = Timeline(clock, 0)
    start = timeline.now()
    clock.wall -= 10_000
    told = [timeline.now()]
    assert timeline.ahead_ms() == 10_000
    for _ in range(40):
        clock.pass_time(1)
        told.append(timeline.now())
    assert told == sorted(told)
    assert told[4] == start + 2000
    assert told[-1] == clock.wall


def test_time_begins_where_the_last_run_ended() -> None:
    assert Timeline(TurnedClock(), NOON + 60_000).now() == NOON + 60_000


def test_a_timer_is_due_once_a_period_and_makes_up_for_nothing() -> None:
    timer = Every(1.0)
    assert timer.due(10.0)
    assert not timer.due(10.9)
    assert timer.left(10.9) < 0.2
    assert timer.due(15.0)
    assert not timer.due(15.5)
    assert timer.left(20.0) == 0
