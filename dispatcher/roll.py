"""Who of the hall's devices is there. Kept in memory only: a dispatcher that begins hears it anew within seconds."""

from collections.abc import Callable, Collection, Iterable

import structlog

from dispatcher.device import Device
from wire.states import DeviceState, Presence

_ASLEEP_S = 1.5
"""The loop looks at least once a second: after a longer sleep of ours, others' silence proves nothing."""


class Roll:
    """Fed with presences, asked for states. Says nothing of devices while our own link is down."""

    def __init__(self, monotonic: Callable[[], float], now: Callable[[], int]) -> None:
        """`monotonic` in seconds; `now` is the dispatcher's time in milliseconds."""
        self._monotonic = monotonic
        self._now = now
        self._devices: dict[str, Device] = {}
        self._linked = False
        self._looked = monotonic()
        self._next = 0.0
        self._said: dict[str, DeviceState] = {}
        self._log = structlog.get_logger("dispatcher")

    def expect(self, devices: Iterable[str]) -> None:
        """These are the hall's; presences of others are ignored."""
        now = self._monotonic()
        self._devices = {name: self._devices.get(name) or Device(now) for name in devices}
        self._next = now

    def link(self, *, up: bool) -> None:
        """Our own: everybody's silence is counted anew when it is back."""
        self._linked = up
        if up:
            self._forgive(float("inf"))

    def hear(self, device: str, said: Presence) -> None:
        """A live presence; a retained one proves nothing."""
        found = self._devices.get(device)
        if found is None:
            return
        twice = found.twice_until is not None
        found.hear(said, self._monotonic(), self._now())
        if found.twice_until is not None and not twice:
            self._log.warning("two machines go by one device's name; stop one of them", device=device)
        if found.state() != self._said.get(device):
            self._next = self._monotonic()

    def changed(self) -> bool:
        """Whether any device's state is another than when this was asked last. Looks only when something is due."""
        now = self._monotonic()
        slept, self._looked = now - self._looked, now
        if slept > _ASLEEP_S:
            self._forgive(slept)
        if not self._linked or now < self._next:
            return False
        at = self._now()
        for device in self._devices.values():
            device.look(now, at)
        self._next = min((device.next for device in self._devices.values()), default=float("inf"))
        before, self._said = self._said, self.states()
        self._tell(before)
        return before != self._said

    def left(self, now: float) -> float:
        """Seconds until `changed` may have something."""
        return max(0.0, self._next - now) if self._linked else float("inf")

    def names(self) -> Collection[str]:
        """The hall's devices."""
        return self._devices.keys()

    def state(self, name: str) -> DeviceState | None:
        """How that device is; None for one the hall doesn't have, and while our own link is down."""
        device = self._devices.get(name)
        return device.state() if device is not None and self._linked else None

    def states(self) -> dict[str, DeviceState]:
        """Every device of the hall file, in its order."""
        return {name: device.state() for name, device in self._devices.items()}

    def _forgive(self, slept: float) -> None:
        now = self._monotonic()
        for device in self._devices.values():
            device.heard = min(now, device.heard + slept)
        self._next = now

    def _tell(self, before: dict[str, DeviceState]) -> None:
        """In the log, for whoever looks after the hall."""
        for name, state in self._said.items():
            was = before.get(name)
            if was is not None and was.online and state.online is False:
                self._log.info("a device is gone", device=name)
            elif was is not None and was.online is False and state.online:
                self._log.info("a device is back", device=name)
