"""Who floods is not heard for a while; everybody else is, all the time."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from dispatcher.muzzle import Muzzle

pytestmark = pytest.mark.logs("a device floods the hall")
DEVICES = ["a", "b", "c"]


@dataclass
class Broker:
    """What the dispatcher is subscribed to; hearing nobody, even for a moment, would lose presses."""

    heard: set[str] = field(default_factory=lambda: {"+"})

    def hear(self, more: Sequence[str], less: Sequence[str]) -> None:
        self.heard |= set(more)
        assert self.heard >= set(less)
        self.heard -= set(less)


class Watch:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def broker() -> Broker:
    return Broker()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def devices() -> list[str]:
    return list(DEVICES)


@pytest.fixture
def muzzle(broker: Broker, watch: Watch, devices: list[str]) -> Muzzle:
    return Muzzle(broker, lambda device: device, lambda: devices, watch)


def flood(muzzle: Muzzle, device: str, count: int = 201) -> None:
    for _ in range(count):
        muzzle.dropped(device)


def test_a_little_too_much_mutes_nobody(muzzle: Muzzle, broker: Broker) -> None:
    flood(muzzle, "a", 200)
    assert broker.heard == {"+"}


def test_who_floods_is_not_heard_and_then_again(muzzle: Muzzle, broker: Broker, watch: Watch) -> None:
    flood(muzzle, "a")
    assert broker.heard == {"b", "c"}
    watch.seconds = 9.9
    muzzle.look()
    assert broker.heard == {"b", "c"}
    watch.seconds = 10
    muzzle.look()
    assert broker.heard == {"+"}


def test_two_at_once(muzzle: Muzzle, broker: Broker, watch: Watch) -> None:
    flood(muzzle, "a")
    watch.seconds = 5
    flood(muzzle, "b")
    assert broker.heard == {"c"}
    watch.seconds = 10
    muzzle.look()
    assert broker.heard == {"a", "c"}
    watch.seconds = 15
    muzzle.look()
    assert broker.heard == {"+"}


def test_who_goes_on_is_muted_longer_up_to_a_minute(muzzle: Muzzle, broker: Broker, watch: Watch) -> None:
    lasted = []
    for _ in range(5):
        watch.seconds += 15
        begun = watch.seconds
        flood(muzzle, "a", 2000)
        while "+" not in broker.heard:
            watch.seconds += 1
            muzzle.look()
        lasted.append(watch.seconds - begun)
    assert lasted == [10, 20, 40, 60, 60]
    watch.seconds += 61
    begun = watch.seconds
    flood(muzzle, "a", 2000)
    watch.seconds += 10
    muzzle.look()
    assert broker.heard == {"+"}


def test_a_new_hall_files_devices_are_heard(muzzle: Muzzle, broker: Broker, devices: list[str]) -> None:
    flood(muzzle, "a")
    devices.append("d")
    muzzle.look()
    assert broker.heard == {"b", "c", "d"}


def test_a_new_connection_hears_everybody(muzzle: Muzzle, broker: Broker, watch: Watch) -> None:
    flood(muzzle, "a")
    broker.heard = {"+"}
    muzzle.linked()
    watch.seconds = 100
    muzzle.look()
    flood(muzzle, "b", 2000)
    assert broker.heard == {"a", "c"}


def test_without_a_broker_nobody_can_be_muted(watch: Watch) -> None:
    muzzle = Muzzle(None, lambda device: device, lambda: DEVICES, watch)
    flood(muzzle, "a", 2000)
    muzzle.look()
