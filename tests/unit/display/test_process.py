"""What joins the display's parts: deliveries that wait for their listeners, and a device that is something else."""

import pytest

from display.kind import KindCheck, WrongDeviceError
from display.relay import Relay
from runtime import Delivery
from tests.support.display import ONLINE, board, catalog
from wire.states import DeviceInfo
from wire.terms import DeviceKind


def test_what_comes_before_anybody_listens_is_not_lost() -> None:
    relay, first, second = Relay(), list[Delivery](), list[Delivery]()
    relay(ONLINE)
    relay.connect(first.append, second.append)
    relay(board())
    assert first == second == [ONLINE, board()]


def test_a_device_that_is_what_it_was_started_as_goes_on() -> None:
    for delivery in (ONLINE, board(), catalog()):
        KindCheck("all", DeviceKind.DISPLAY).check(delivery)
        KindCheck("strip-1", DeviceKind.STRIP).check(delivery)


def test_a_device_that_the_hall_file_named_stays_when_it_is_taken_out() -> None:
    kind = KindCheck("all", DeviceKind.DISPLAY)
    kind.check(catalog())
    kind.check(catalog(devices=()))
    kind.check(catalog())
    with pytest.raises(WrongDeviceError, match="is a kiosk"):
        kind.check(catalog(devices=(DeviceInfo(id="all", kind=DeviceKind.KIOSK),)))


@pytest.mark.parametrize(
    ("device", "kind", "words"),
    [
        ("strip-1", DeviceKind.DISPLAY, "is a strip in the hall file; name the strip with --strip"),
        ("all", DeviceKind.STRIP, "is a display in the hall file; leave --strip out"),
        ("gone", DeviceKind.DISPLAY, "is not in the hall file"),
        ("pad-1", DeviceKind.DISPLAY, "is a pad in the hall file; use the device id of a display"),
        ("strip-2", DeviceKind.STRIP, "has no counter in the hall file"),
    ],
)
def test_a_device_that_is_something_else_is_told_what_to_do(
    device: str, kind: DeviceKind, words: str
) -> None:
    more = (DeviceInfo(id="pad-1", kind=DeviceKind.PAD), DeviceInfo(id="strip-2", kind=DeviceKind.STRIP))
    known = catalog(devices=(*catalog().devices, *more))
    with pytest.raises(WrongDeviceError, match=words):
        KindCheck(device, kind).check(known)
