"""Which part of the hall a device looks after."""

from wire.states import Catalog


def device_zone(catalog: Catalog | None, device: str) -> str | None:
    """The zone of this device in the hall file; None: the whole hall."""
    return next((d.zone for d in catalog.devices if d.id == device), None) if catalog else None


def concerns(zone: str | None, of: str | None) -> bool:
    """Whether what happens in zone `of` concerns a device of `zone`; what has no zone concerns everybody."""
    return zone is None or of is None or zone == of


def counter_zone(catalog: Catalog | None, counter: str) -> str | None:
    return next((c.zone for c in catalog.counters if c.id == counter), None) if catalog else None
