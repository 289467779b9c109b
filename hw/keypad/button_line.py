"""The driver of MQTT buttons: hears a broker of their own, outside the hall's topics; kept and stale presses never act.

The connection is passed in: only runtime speaks MQTT.
"""

import queue
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from hw.keypad.button import Preset, Said, read
from hw.keypad.census import Census
from hw.keypad.pad import Action, FaultKind, PadFault, Press, Shown
from hw.link import Deadline, LinkUnavailableError

STALE_S = 5.0
"""A press whose button says that it was so long ago does nothing."""
AHEAD_S = 60.0
REPEATED_S = 0.3
"""The very same message again so soon is the network's doing, where the button counts nothing."""
ASLEEP_S = 1.5
DEAF_S = 0.3
"""After a sleep of our own, for so long whatever comes may be old."""


@dataclass(frozen=True)
class Heard:
    """A message, as it came."""

    topic: str
    payload: bytes
    retained: bool


@dataclass(frozen=True)
class Lost:
    """The connection is gone."""

    reason: str


class Ear(Protocol):
    """A connection that hears."""

    def close(self) -> None:
        """Hears no more. Never raises; closing twice is fine."""


Connect = Callable[[str, Sequence[str], Callable[[Heard | Lost], None]], Ear]
"""From the broker's URL, topics, and where to put what is heard, to a connection. Raises LinkUnavailableError."""


class ButtonLine:
    """All buttons of one topic. `clock` in monotonic seconds, `wall` in seconds since 1970."""

    def __init__(
        self, url: str, shown: str, topic: str, preset: Preset, connect: Connect, address: str = "1",
        clock: Callable[[], float] = time.monotonic, wall: Callable[[], float] = time.time,
    ) -> None:  # fmt: skip
        """`shown` is the URL without the password."""
        self.address = address
        self.census = Census(clock)
        self._url, self._shown, self._topic, self._preset = url, shown, topic, preset
        self._connect, self._clock, self._wall = connect, clock, wall
        self._ear: Ear | None = None
        self._inbox: queue.SimpleQueue[tuple[float, Heard | Lost]] = queue.SimpleQueue()
        self._expected: frozenset[str] = frozenset()
        self._read_at = self._deaf_until = float("-inf")
        self._counts: dict[tuple[str, str], int] = {}
        self._last: dict[tuple[str, str], float] = {}

    def __str__(self) -> str:
        return self._shown

    def expect(self, addresses: Iterable[str]) -> None:
        self._expected = frozenset(addresses)

    def open(self, deadline: Deadline) -> None:
        del deadline  # the connection has a time-out of its own
        self.close()
        inbox = self._inbox = queue.SimpleQueue()
        clock = self._clock
        topics = [self._preset.pattern(self._topic)]
        self._ear = self._connect(self._url, topics, lambda message: inbox.put((clock(), message)))
        self._read_at = clock()

    def read(self, deadline: Deadline) -> list[Press]:
        if self._ear is None:
            raise LinkUnavailableError(f"{self}: is not open")
        before, self._read_at = self._read_at, self._clock()
        if self._read_at - before > ASLEEP_S:  # what comes now has waited in the system meanwhile
            self._deaf_until = self._read_at + DEAF_S
        try:
            at, message = self._inbox.get(timeout=max(deadline.left(), 0.001))
        except queue.Empty:
            return []
        if isinstance(message, Lost):
            raise LinkUnavailableError(f"{self}: {message.reason}")
        if message.retained or self._clock() - at > ASLEEP_S or self._clock() < self._deaf_until:
            return []  # a broker keeps it for whoever comes: nobody has pressed anything
        address = self._preset.address(self._topic, message.topic)
        return [] if address is None else self._presses(address or self.address, message)

    def show(self, address: str, what: Shown) -> None:
        """It has no digits."""

    def beep(self, address: str, times: int = 1) -> None:
        """It has no voice."""

    def faults(self) -> tuple[PadFault, ...]:
        return self.census.faults()

    def close(self) -> None:
        ear, self._ear = self._ear, None
        if ear is not None:
            ear.close()

    def _presses(self, address: str, message: Heard) -> list[Press]:
        said = read(self._preset, message.payload)
        if said is None:
            self.census.noise(len(message.payload))
            return []
        if not said or not self._expected:
            return []
        if address not in self._expected:
            for _ in range(2):  # there is no noise that could have made it up
                self.census.note(FaultKind.UNKNOWN_PAD, address)
            return []
        return [press for one in said if (press := self._press(address, message, one)) is not None]

    def _press(self, address: str, message: Heard, said: Said) -> Press | None:
        if self._is_repeated(message, said):
            return None
        action = self._preset.keys.meaning(said.code)
        if action is None:
            self.census.note(FaultKind.UNKNOWN_KEY, address, said.code[:40])
            return None
        if action is Action.IGNORE:
            return None
        if said.at_s is not None and not -AHEAD_S <= self._wall() - said.at_s <= STALE_S:
            self.census.note(FaultKind.STALE, address)
            return None
        return Press(address, action)

    def _is_repeated(self, message: Heard, said: Said) -> bool:
        """By the button's own count; where it has none, by what was said just before."""
        key, now = (message.topic, said.code), self._clock()
        before = self._last.get(key)
        self._last[key] = now
        if said.count is not None:
            counted = (message.topic, "")
            is_old = self._counts.get(counted) == said.count
            self._counts[counted] = said.count
            return is_old
        return before is not None and now - before < REPEATED_S
