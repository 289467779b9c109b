"""What a station says is wrong though its hall is there."""

import pytest

from runtime.deliveries import Alarm
from runtime.watch import Watch
from tests.support.display import catalog
from wire.states import DeviceInfo, DeviceState, DispatcherState, HallState
from wire.terms import DeviceKind


@pytest.fixture
def told() -> list[frozenset[Alarm]]:
    return []


@pytest.fixture
def watch(told: list[frozenset[Alarm]]) -> Watch:
    return Watch("pad", told.append)


def beat(watch: Watch, ahead_ms: int = 0, *, busy: bool | None = None) -> None:
    watch.heartbeat(DispatcherState(at=1_000_000, alive=True, busy=busy), 1_000_000 + ahead_ms)


def hall(watch: Watch, now: float, **devices: bool) -> None:
    states = {device: DeviceState(online=True, twice=twice) for device, twice in devices.items()}
    watch.hall(HallState(seq=1, open=True, devices=states), now)


@pytest.mark.parametrize("ahead_ms", [60_000, -60_000, 10**12])
def test_a_clock_a_minute_off(watch: Watch, told: list[frozenset[Alarm]], ahead_ms: int) -> None:
    beat(watch, ahead_ms)
    beat(watch, ahead_ms // abs(ahead_ms) * 50_000)  # not right before it is ten seconds better
    assert told == [{Alarm.CLOCK_OFF}]
    assert watch.faults()[0].code == "clock_off"
    beat(watch, 49_999)
    assert told[1:] == [frozenset()]
    assert watch.faults() == ()


def test_a_clock_less_than_a_minute_off_is_said_and_no_alarm(
    watch: Watch, told: list[frozenset[Alarm]]
) -> None:
    assert watch.clock_offset_ms is None
    beat(watch, -59_999)
    assert watch.clock_offset_ms == -59_999
    assert told == []


def test_not_being_able_to_save_is_no_fault_of_the_station(
    watch: Watch, told: list[frozenset[Alarm]]
) -> None:
    beat(watch, busy=True)
    beat(watch, busy=True)
    assert told == [{Alarm.CANNOT_SAVE}]
    assert watch.faults() == ()
    beat(watch)
    assert told[1:] == [frozenset()]


def test_a_hall_whose_clock_was_ahead(watch: Watch, told: list[frozenset[Alarm]]) -> None:
    """Its time is eight hours ahead of its clock, and ours is right."""
    hours = 8 * 3600
    watch.heartbeat(
        DispatcherState(at=1_000_000_000, alive=True, behind_s=hours), 1_000_000_000 - hours * 1000
    )
    assert told == [{Alarm.CLOCK_BEHIND}]
    assert (watch.clock_offset_ms, watch.faults()) == (0, ())
    beat(watch)
    assert told[1:] == [frozenset()]


def test_our_name_used_twice_and_nobody_elses(watch: Watch, told: list[frozenset[Alarm]]) -> None:
    hall(watch, 1.0, pad=False, other=True)
    assert told == []
    hall(watch, 2.0, pad=True)
    beat(watch, busy=True)
    assert told == [{Alarm.DUPLICATE_ID}, {Alarm.DUPLICATE_ID, Alarm.CANNOT_SAVE}]
    assert "另一台机器" in watch.faults()[0].text


def test_the_word_of_it_fades_when_nobody_repeats_it(watch: Watch, told: list[frozenset[Alarm]]) -> None:
    hall(watch, 2.0, pad=True)
    watch.tick(17.0)
    assert watch.standing
    watch.tick(17.1)
    watch.tick(99.0)
    assert told == [{Alarm.DUPLICATE_ID}, frozenset()]


def test_a_hall_file_without_us_until_we_are_in_it_again(watch: Watch, told: list[frozenset[Alarm]]) -> None:
    mine, other = (DeviceInfo(id=name, kind=DeviceKind.PAD, counter="1") for name in ("pad", "other"))
    watch.catalog(catalog(devices=(mine, other)))
    assert told == []
    watch.catalog(catalog(devices=(other,)))
    assert told == [{Alarm.NOT_IN_HALL_FILE}]
    assert "no longer in the hall file" in watch.faults()[0].text
    watch.catalog(catalog(devices=(mine,)))
    assert told[1:] == [frozenset()]


def test_a_hall_that_says_nothing_of_devices(watch: Watch, told: list[frozenset[Alarm]]) -> None:
    watch.hall(HallState(seq=1, open=True), 1.0)
    assert told == []
