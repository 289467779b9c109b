"""The driver of USB number pads: raw events from any descriptor that Linux gives, grabbed where it is a real device.

A number pad has no digits to show and nothing to beep with: its clerk looks at the window, or at the strip.
"""

import errno
import fcntl
import os
import stat
import time
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from hw.keypad.census import Census
from hw.keypad.events import CODES, EventDecoder, Lost
from hw.keypad.keymap import KeyMap, MapFile
from hw.keypad.pad import Action, FaultKind, PadFault, Press, Shown
from hw.link import Deadline, LinkUnavailableError
from hw.link.waiting import readable

EVIOCGRAB = 0x40044590
"""Nobody else gets the keys: a number pad must not type into the clerk's other programs."""
FORGET_S = 8.0
"""Digits without a key are forgotten: the clerk has gone away."""
BOUNCE_S = 0.04
"""A contact's tremble; a finger is slower."""
LATE_S = 1.5
MOST_DIGITS = 8
_READ = 4096


@dataclass(frozen=True)
class EvdevMap:
    """One keypad's: keys by name, digits by key, and the key that takes the last digit back."""

    keys: KeyMap
    digits: Mapping[str, str]
    back: str = ""


class EvdevLine:
    """One keypad. `clock` in monotonic seconds."""

    def __init__(
        self, path: Path, table: EvdevMap, address: str = "1", clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.address = address
        self.census = Census(clock)
        self._path, self._map, self._clock = path, table, clock
        self._decoder = EventDecoder()
        self._fd = -1
        self._expected: frozenset[str] = frozenset()
        self._typed, self._typed_at = "", 0.0
        self._last: dict[str, float] = {}
        self._read_at = 0.0
        self._senseless = 0

    def __str__(self) -> str:
        return f"evdev:{self._path}"

    def expect(self, addresses: Iterable[str]) -> None:
        self._expected = frozenset(addresses)

    def open(self, deadline: Deadline) -> None:
        del deadline  # opening an input device does not wait
        self.close()
        try:
            self._fd = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
            if stat.S_ISCHR(os.fstat(self._fd).st_mode):
                fcntl.ioctl(self._fd, EVIOCGRAB, 1)
        except OSError as fault:
            self.close()
            raise LinkUnavailableError(f"{self}: {_words(fault)}") from fault
        self._decoder, self._senseless = EventDecoder(), 0
        self._typed = ""
        self._forget_waiting()

    def read(self, deadline: Deadline) -> list[Press]:
        if self._fd < 0:
            raise LinkUnavailableError(f"{self}: is not open")
        got = self._get(deadline)
        now = self._clock()
        before, self._read_at = self._read_at, now
        if now - before > LATE_S:
            self._forget_waiting()
            self._decoder, self._senseless, self._typed = EventDecoder(), 0, ""
            return []
        keys = self._decoder.feed(got)
        if not got:
            self._decoder.settle()
        self.census.noise(self._decoder.senseless - self._senseless)
        self._senseless = self._decoder.senseless
        if self._typed and now - self._typed_at > FORGET_S:
            self._typed = ""
        return [press for key in keys if (press := self._key(key, now)) is not None]

    def show(self, address: str, what: Shown) -> None:
        """It has no digits."""

    def beep(self, address: str, times: int = 1) -> None:
        """It has no voice."""

    def faults(self) -> tuple[PadFault, ...]:
        return self.census.faults()

    def close(self) -> None:
        fd, self._fd = self._fd, -1
        if fd >= 0:
            with suppress(OSError):
                os.close(fd)

    def _get(self, deadline: Deadline) -> bytes:
        try:
            if not readable(self._fd, deadline):
                return b""
            got = os.read(self._fd, _READ)
        except BlockingIOError:
            return b""
        except OSError as fault:
            raise LinkUnavailableError(f"{self}: {_words(fault)}") from fault
        if not got:
            raise LinkUnavailableError(f"{self}: nothing writes to it any more")
        return got

    def _forget_waiting(self) -> None:
        """What was pressed before somebody listened."""
        with suppress(OSError):
            while len(os.read(self._fd, _READ)) == _READ:
                pass
        self._read_at = self._clock()

    def _key(self, key: str | Lost, now: float) -> Press | None:
        if isinstance(key, Lost):
            self._typed = ""
            return None
        bounced = now - self._last.get(key, float("-inf")) < BOUNCE_S
        self._last[key] = now
        if key in self._map.digits:
            self._digit(key, now, bounced)
            return None
        if key == self._map.back:
            self._typed = "" if bounced else self._typed[:-1]
            return None
        digits, self._typed = self._typed, ""
        return None if bounced else self._press(key, digits)

    def _digit(self, key: str, now: float, bounced: bool) -> None:
        if not bounced:
            self._typed = (self._typed + self._map.digits[key])[-MOST_DIGITS:]
            self._typed_at = now

    def _press(self, key: str, digits: str) -> Press | None:
        if not self._expected:
            return None  # the hall isn't known yet
        if self.address not in self._expected:
            self.census.note(FaultKind.UNKNOWN_PAD, self.address)
            self.census.note(
                FaultKind.UNKNOWN_PAD, self.address
            )  # there is no noise that could have made it up
            return None
        action = self._map.keys.meaning(key, digits)
        if action is None:
            self.census.note(FaultKind.UNKNOWN_KEY, self.address, f"{digits} {key}".strip())
            return None
        return None if action is Action.IGNORE else Press(self.address, action, digits)


def read_map(name: str) -> EvdevMap:
    """A map that comes with the program, by its name, or one in a file. Raises MapError."""
    file = MapFile(name, "evdev")
    file.only("digits", "back")
    digits, keys, back = file.texts("digits"), file.key_map(), file.text("back", "")
    for key in (*digits, *(text.rpartition(" ")[2] for text in keys.keys), *([back] if back else [])):
        if key not in CODES and not key.isdigit():
            raise file.bad(
                key, "is no key; write a name of linux/input-event-codes.h without KEY_, or its number"
            )
    for key, digit in digits.items():
        if len(digit) != 1 or not digit.isdigit():
            raise file.bad(f'digits."{key}"', f'is {digit!r}, must be "0" to "9"')
    return EvdevMap(keys, digits, back)


def _words(fault: OSError) -> str:
    match fault.errno:
        case errno.EBUSY:
            return "another program holds it; is it in two --pad options?"
        case errno.EACCES:
            return "no right to read it; put the user into the group `input`, or use the udev rule"
        case errno.ENOENT | errno.ENODEV | errno.ENXIO:
            return "is unplugged"
    return fault.strerror or str(fault)
