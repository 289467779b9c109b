"""When a link counts as dead: by ticks, so that one's own pauses are not blamed on it."""

from runtime.round_trip import RoundTrip


def test_silence_is_no_fault_while_nothing_was_said() -> None:
    trip = RoundTrip(2)
    assert not any(trip.tick() for _ in range(10))


def test_what_is_not_acknowledged_in_time_is_dead() -> None:
    trip = RoundTrip(2)
    trip.tick()
    trip.said()
    assert [trip.tick() for _ in range(3)] == [False, False, True]


def test_each_acknowledgement_is_a_sign_of_life_though_more_is_awaited() -> None:
    trip = RoundTrip(2)
    for _ in range(10):
        trip.said()
    for _ in range(9):
        assert not trip.tick()
        trip.acknowledged()
    assert [trip.tick() for _ in range(3)] == [False, False, True]


def test_saying_more_does_not_lengthen_the_wait() -> None:
    trip = RoundTrip(2)
    trip.said()
    assert not trip.tick()
    trip.said()
    assert not trip.tick()
    trip.said()
    assert trip.tick()


def test_an_acknowledgement_of_nothing_counts_for_nothing() -> None:
    trip = RoundTrip(1)
    trip.acknowledged()
    trip.said()
    assert [trip.tick(), trip.tick()] == [False, True]
