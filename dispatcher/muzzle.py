"""Who floods is not heard for a while: the broker drops what nobody subscribes to, and no press waits behind it."""

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

import structlog

from dispatcher.rate import Limit, Rate

_PATIENCE = Limit(50, 200)
"""Messages that were dropped unread."""
_MUTE_S = (10.0, 60.0)
"""At first, and at most: each time again within a minute it is twice as long."""


class Ear(Protocol):
    """The part of `runtime.Session` that is needed here."""

    def hear(self, more: Sequence[str], less: Sequence[str]) -> None:
        """Subscribes and unsubscribes, for this connection; the next one begins as the first."""
        ...


class Muzzle:
    """Over one kind of topic, such as commands. Normally all devices are heard by one wildcard; while somebody is
    muted, every other one by its own topic."""

    def __init__(
        self, ear: Ear | None, topic: Callable[[str], str], devices: Callable[[], Collection[str]],
        monotonic: Callable[[], float],
    ) -> None:  # fmt: skip
        """`topic` gives a device's, or the wildcard's for `+`; `devices` those of the hall file now."""
        self._ear = ear
        self._topic = topic
        self._devices = devices
        self._monotonic = monotonic
        self._patience = Rate(_PATIENCE, monotonic)
        self._muted: dict[str, float] = {}
        """Until when."""
        self._last: dict[str, tuple[float, float]] = {}
        """When it was heard again last, and after how long."""
        self._heard = {topic("+")}
        self._log = structlog.get_logger("dispatcher")

    def linked(self) -> None:
        """A new connection hears everybody."""
        self._muted.clear()
        self._heard = {self._topic("+")}

    def dropped(self, device: str) -> None:
        """Something that it said was not even read."""
        if self._ear is None or device in self._muted or self._patience.allows(device):
            return
        now = self._monotonic()
        since, before = self._last.get(device, (float("-inf"), 0.0))
        lasts = min(_MUTE_S[1], max(_MUTE_S[0], 2 * before if now - since < _MUTE_S[1] else 0.0))
        self._muted[device] = now + lasts
        self._last[device] = (now + lasts, lasts)
        self._log.warning(
            "a device floods the hall and is not heard for a while", device=device, seconds=lasts
        )
        self._apply()

    def look(self) -> None:
        """Whose time is over is heard again; a new hall file's devices too."""
        if self._muted:
            now = self._monotonic()
            self._muted = {device: until for device, until in self._muted.items() if now < until}
            self._apply()

    def _apply(self) -> None:
        wanted = {self._topic(device) for device in self._devices() if device not in self._muted}
        wanted = wanted if self._muted else {self._topic("+")}
        more, less = wanted - self._heard, self._heard - wanted
        if self._ear is not None and (more or less):
            self._ear.hear(sorted(more), sorted(less))
        self._heard = wanted
