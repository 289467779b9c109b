"""A resident's patience: it is spent before a kiosk that works, hardly before one that is started again."""

from greenwindow.demo.patience import ANSWERED_S, AT_ALL_S, Patience


class Clock:
    """A clock that the test turns."""

    now = 100.0

    def monotonic(self) -> float:
        return self.now

    def now_ms(self) -> int:
        return int(self.now * 1000)


def looked(clock: Clock, patience: Patience, seconds: float, *, served: bool) -> bool:
    clock.now += seconds
    patience.looked(served=served)
    return patience.left


def test_it_ends_before_a_kiosk_that_works_and_gives_nothing() -> None:
    clock = Clock()
    patience = Patience(clock)
    assert looked(clock, patience, ANSWERED_S - 1, served=True)
    assert not looked(clock, patience, 1, served=True)


def test_the_time_of_a_restart_does_not_count() -> None:
    clock = Clock()
    patience = Patience(clock)
    assert looked(clock, patience, ANSWERED_S - 1, served=True)
    assert looked(clock, patience, 2 * ANSWERED_S, served=False)
    assert looked(clock, patience, 0.5, served=True)
    assert not looked(clock, patience, 0.5, served=True)


def test_nobody_waits_for_ever_for_a_kiosk_that_never_comes_back() -> None:
    clock = Clock()
    patience = Patience(clock)
    assert looked(clock, patience, AT_ALL_S - 1, served=False)
    assert not looked(clock, patience, 1, served=False)
