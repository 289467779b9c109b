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


class KindCheck:
    """One device's. Once the hall file has named it, one without it is no reason to end: it may be back in a moment,
    and until then the station's alarm says so on the screen."""

    def __init__(self, device: str, kind: DeviceKind) -> None:
        self._device, self._kind = device, kind
        self._named = False

    def check(self, delivery: Delivery) -> None:
        """Raises WrongDeviceError for a catalog in which this device isn't of that kind, or a strip has no counter."""
        if not isinstance(delivery, Catalog):
            return
        info = next((known for known in delivery.devices if known.id == self._device), None)
        if info is not None:
            _check(info, self._kind)
            self._named = True
        elif not self._named:
            raise WrongDeviceError(f"device {self._device}: is not in the hall file; ask who keeps it")


def _check(info: DeviceInfo, kind: DeviceKind) -> None:
    if info.kind is not kind:
        advice = _ADVICE.get(info.kind, f"use the device id of a {kind.value}")
        raise WrongDeviceError(f"device {info.id}: is a {info.kind.value} in the hall file; {advice}")
    if kind is DeviceKind.STRIP and info.counter is None:
        raise WrongDeviceError(f'device {info.id}: has no counter in the hall file; add counter = "…" to it')
