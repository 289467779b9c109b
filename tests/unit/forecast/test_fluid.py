"""The rough forecast: more work, longer; more counters, shorter; none open, no figure."""

from forecast.fluid import Fluid, wait_range
from wire.replies import WaitRange


def _fluid(busy_s: dict[int, float], *groups: tuple[int, float, int]) -> Fluid:
    """Groups of waiting tickets: counters, seconds of work each, how many."""
    fluid = Fluid(busy_s)
    for counters, work, count in groups:
        fluid.add(counters, count, work * count, work * work * count)
    return fluid


def test_an_idle_counter_means_no_wait() -> None:
    assert _fluid({1: 0.0, 2: 300.0}).wait(0b11) == WaitRange(low_s=0, high_s=0)


def test_no_open_counter_means_no_figure() -> None:
    assert _fluid({1: 0.0}).wait(0b10) is None


def test_the_work_ahead_is_shared_by_the_counters_that_can_do_it() -> None:
    one = _fluid({1: 0.0}, (0b11, 240.0, 10)).wait(0b11)
    two = _fluid({1: 0.0, 2: 0.0}, (0b11, 240.0, 10)).wait(0b11)
    assert one is not None
    assert two is not None
    assert (one.low_s, two.low_s) == (2400, 1200)
    assert one.low_s < one.high_s
    assert two.high_s < one.high_s


def test_work_at_other_counters_does_not_count() -> None:
    load = _fluid({1: 0.0, 2: 0.0}, (0b10, 600.0, 9))
    assert load.wait(0b01) == WaitRange(low_s=0, high_s=0)
    assert load.ahead(0b01) == 0
    assert load.ahead(0b10) == 9


def test_a_newcomer_waits_for_the_first_counter_that_is_free() -> None:
    found = _fluid({1: 120.0, 2: 600.0}).wait(0b11)
    assert found is not None
    assert found.low_s == 120
    assert found.high_s == 300


def test_those_ahead_are_counted_at_closed_counters_while_all_are_closed() -> None:
    assert _fluid({1: 0.0}, (0b110, 60.0, 4)).ahead(0b100) == 4
    assert _fluid({1: 0.0, 2: 0.0}, (0b100, 60.0, 4)).ahead(0b110) == 0


def test_one_more_makes_it_longer() -> None:
    load = _fluid({1: 0.0}, (1, 240.0, 1))
    before = load.wait(1)
    load.add(1, 1, 240.0, 240.0**2)
    after = load.wait(1)
    assert before is not None
    assert after is not None
    assert after.low_s == 2 * before.low_s


def test_edges_are_whole_minutes_outward() -> None:
    assert wait_range(119, 121) == WaitRange(low_s=60, high_s=180)
