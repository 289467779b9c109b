"""Whose pad this is, by the hall file."""

from wire.states import Catalog, DeviceInfo
from wire.terms import DeviceKind


class WrongDeviceError(Exception):
    """This device is no pad of this hall; one line that says what to do."""


def pad_of(catalog: Catalog, device: str) -> DeviceInfo:
    """The pad of that name. Raises WrongDeviceError."""
    info = next((d for d in catalog.devices if d.id == device), None)
    if info is None:
        raise WrongDeviceError(
            f"device {device}: is not in the hall file; add it as a [[device]] of kind pad"
        )
    if info.kind is not DeviceKind.PAD:
        raise WrongDeviceError(f"device {device}: is a {info.kind}, not a pad; start the station that it is")
    return info


def counter_of(catalog: Catalog, device: str) -> str:
    """The counter that this pad belongs to. Raises WrongDeviceError."""
    info = pad_of(catalog, device)
    if info.counter is None:
        raise WrongDeviceError(
            f'device {device}: has no counter in the hall file; give it one: counter = "1"'
        )
    return info.counter
