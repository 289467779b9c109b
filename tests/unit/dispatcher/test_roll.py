"""Who is there: by what devices say, what they no longer say, and what the dispatcher may conclude from it."""

from dataclasses import dataclass

import pytest

from dispatcher.roll import Roll
from wire.states import DeviceState, Fault, Presence

AT = 1_000_000


@dataclass
class Time:
    """Both clocks of a dispatcher, turned together."""

    seconds: float = 50.0

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> int:
        return AT + round((self.seconds - 50) * 1000)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def roll(time: Time) -> Roll:
    found = Roll(time.monotonic, time.now)
    found.expect(["pad", "kiosk"])
    found.link(up=True)
    found.changed()
    return found


def here(instance: str = "a", offset: int | None = None, *faults: Fault) -> Presence:
    return Presence(online=True, instance=instance, clock_offset_ms=offset, faults=faults)


def gone(instance: str = "a") -> Presence:
    return Presence(online=False, instance=instance)


def wait(roll: Roll, time: Time, seconds: float, *said: Presence) -> bool:
    """Time passes as in the loop, which looks ten times a second; the pad says these again and again."""
    changed = False
    for _ in range(round(seconds * 10)):
        time.seconds += 0.1
        for presence in said:
            roll.hear("pad", presence)
        changed = roll.changed() or changed
    return changed


def pad(roll: Roll) -> DeviceState:
    return roll.states()["pad"]


def test_at_first_nothing_is_said_of_who_was_not_heard(roll: Roll, time: Time) -> None:
    wait(roll, time, 2.8)
    assert pad(roll) == DeviceState()
    assert wait(roll, time, 0.3)
    assert pad(roll) == DeviceState(online=False)


def test_who_is_heard_is_there_and_since_when(roll: Roll, time: Time) -> None:
    time.seconds += 1
    roll.hear("pad", here())
    assert roll.changed()
    assert pad(roll) == DeviceState(online=True, since=AT + 1000)
    wait(roll, time, 3, here())  # the kiosk is missed
    assert not wait(roll, time, 30, here())
    assert pad(roll).since == AT + 1000


def test_silence_is_offline_within_three_seconds(roll: Roll, time: Time) -> None:
    roll.hear("pad", here())
    roll.changed()
    assert not wait(roll, time, 2.4)
    assert wait(roll, time, 0.2)
    assert pad(roll) == DeviceState(online=False, since=AT + 2500)


def test_the_loop_is_told_when_to_look(roll: Roll, time: Time) -> None:
    roll.hear("kiosk", here("k"))
    roll.hear("pad", here())
    roll.changed()
    assert roll.left(time.seconds) == pytest.approx(2.5)
    time.seconds += 1
    roll.hear("pad", here())
    assert not roll.changed()
    assert roll.left(time.seconds) == pytest.approx(1.5)  # the kiosk
    roll.link(up=False)
    assert roll.left(time.seconds) == float("inf")


def test_the_last_will_is_offline_at_once(roll: Roll, time: Time) -> None:
    roll.hear("pad", here())
    roll.changed()
    roll.hear("pad", gone())
    assert roll.changed()
    assert pad(roll).online is False


def test_the_will_of_a_machine_that_was_replaced_says_nothing(roll: Roll) -> None:
    roll.hear("pad", here("old"))
    roll.hear("pad", here("new"))
    roll.hear("pad", gone("old"))
    assert pad(roll).online
    roll.hear("pad", Presence(online=False))  # from before there were instances
    assert pad(roll).online is False


def test_strangers_are_ignored(roll: Roll) -> None:
    roll.hear("nobody", here())
    assert not roll.changed()
    assert list(roll.states()) == ["pad", "kiosk"]


def test_faults_come_and_go_and_are_cut(roll: Roll) -> None:
    roll.hear("pad", here("a", None, *[Fault(code="c" * 99, text="t" * 999)] * 9))
    assert roll.changed()
    assert pad(roll).faults == (Fault(code="c" * 40, text="t" * 200),) * 5
    roll.hear("pad", here())
    assert roll.changed()
    assert pad(roll).faults is None


def test_of_one_that_is_away_nothing_is_known_to_be_wrong(roll: Roll) -> None:
    roll.hear("pad", here("a", 5000, Fault(code="c", text="t")))
    roll.hear("pad", gone())
    assert pad(roll).faults is None
    assert pad(roll).clock_offset_ms is None


@pytest.mark.parametrize(
    ("offset", "told"),
    [(None, None), (499, None), (-450, None), (1000, 1000), (-1020, -1000), (10**15, 10**12)],
)
def test_a_clock_that_is_off(roll: Roll, offset: int | None, told: int | None) -> None:
    roll.hear("pad", here("a", offset))
    assert pad(roll).clock_offset_ms == told


def test_a_trembling_clock_changes_nothing(roll: Roll) -> None:
    roll.hear("pad", here("a", 1000))
    roll.changed()
    for offset in (1400, 600, 1499, 501):
        roll.hear("pad", here("a", offset))
        assert not roll.changed()
    roll.hear("pad", here("a", 80))
    assert roll.changed()
    assert pad(roll).clock_offset_ms is None


def test_a_restart_is_one_machine(roll: Roll, time: Time) -> None:
    for instance in "abcdefghijklm":
        roll.hear("pad", here(instance))
        time.seconds += 0.2
    assert pad(roll).twice is None


@pytest.mark.logs("two machines go by one device's name")
def test_two_machines_of_one_name_throw_each_other_out(roll: Roll, time: Time) -> None:
    for _ in range(3):
        for instance in ("a", "b"):
            roll.hear("pad", here(instance))
            wait(roll, time, 1)
            roll.hear("pad", gone(instance))
    assert pad(roll).twice
    roll.hear("pad", here("b"))
    wait(roll, time, 8, here("b"))
    assert wait(roll, time, 2, here("b"))
    assert pad(roll) == DeviceState(online=True, since=pad(roll).since)


def test_one_that_comes_back_after_a_minute_was_repaired(roll: Roll, time: Time) -> None:
    roll.hear("pad", here("a"))
    roll.hear("pad", here("b"))
    wait(roll, time, 61, here("b"))
    roll.hear("pad", here("c"))
    roll.hear("pad", here("a"))
    assert pad(roll).twice is None


def test_while_our_own_link_is_down_nobody_is_missed(roll: Roll, time: Time) -> None:
    roll.hear("pad", here())
    roll.changed()
    roll.link(up=False)
    assert not wait(roll, time, 20)
    roll.link(up=True)
    wait(roll, time, 2.4)
    assert pad(roll).online
    assert wait(roll, time, 0.2)
    assert pad(roll).online is False


def test_what_passes_while_we_sleep_is_nobodys_silence(roll: Roll, time: Time) -> None:
    roll.hear("pad", here())
    roll.changed()
    time.seconds += 60
    assert not roll.changed()
    assert not wait(roll, time, 2.3)
    assert wait(roll, time, 0.3)


def test_a_new_hall_file_keeps_who_stays(roll: Roll, time: Time) -> None:
    roll.hear("pad", here())
    roll.expect(["pad", "display"])
    assert roll.changed()
    assert roll.states() == {"pad": DeviceState(online=True, since=AT), "display": DeviceState()}
