"""Whether this device is what it was started as, once the hall says what it is."""

from runtime import Delivery
from wire.states import Catalog, DeviceInfo
from wire.terms import DeviceKind


class WrongDeviceError(Exception):
    """The hall file knows this device as something else; the text says what to do."""


_ADVICE = {
    DeviceKind.STRIP: "name the strip with --strip, for instance --strip sim:DIR",
    DeviceKind.DISPLAY: "leave --strip out",
}


def check_kind(delivery: Delivery, device: str, kind: DeviceKind) -> None:
    """Raises WrongDeviceError for a catalog in which this device isn't of that kind, or a strip has no counter."""
    if not isinstance(delivery, Catalog):
        return
    info = next((known for known in delivery.devices if known.id == device), None)
    if info is None:
        raise WrongDeviceError(f"device {device}: is no longer in the hall file; ask who keeps it")
    _check(info, kind)


def _check(info: DeviceInfo, kind: DeviceKind) -> None:
    if info.kind is not kind:
        advice = _ADVICE.get(info.kind, f"use the device id of a {kind.value}")
        raise WrongDeviceError(f"device {info.id}: is a {info.kind.value} in the hall file; {advice}")
    if kind is DeviceKind.STRIP and info.counter is None:
        raise WrongDeviceError(f'device {info.id}: has no counter in the hall file; add counter = "…" to it')
