"""Linux input events (`struct input_event`, 24 bytes on 64 bits) to keys: pure. As the kernel's documentation has it.

What comes is from the kernel and well formed; where something else writes (a pipe), whatever can be no event costs one
byte.
"""

import struct
from dataclasses import dataclass

_EVENT = struct.Struct("llHHi")
SIZE = _EVENT.size
_SYN, _KEY = 0x00, 0x01
_SYN_DROPPED = 3
_PRESSED = 1
_LAST_TYPE, _LAST_CODE = 0x1F, 0x2FF
_USEC = 1_000_000

CODES = {
    "ESC": 1, "1": 2, "2": 3, "3": 4, "4": 5, "5": 6, "6": 7, "7": 8, "8": 9, "9": 10, "0": 11, "MINUS": 12,
    "EQUAL": 13, "BACKSPACE": 14, "TAB": 15, "Q": 16, "W": 17, "E": 18, "R": 19, "T": 20, "Y": 21, "U": 22, "I": 23,
    "O": 24, "P": 25, "ENTER": 28, "A": 30, "S": 31, "D": 32, "F": 33, "G": 34, "H": 35, "J": 36, "K": 37, "L": 38,
    "Z": 44, "X": 45, "C": 46, "V": 47, "B": 48, "N": 49, "M": 50, "COMMA": 51, "DOT": 52, "SLASH": 53,
    "KPASTERISK": 55, "SPACE": 57, "F1": 59, "F2": 60, "F3": 61, "F4": 62, "F5": 63, "F6": 64, "F7": 65, "F8": 66,
    "F9": 67, "F10": 68, "NUMLOCK": 69, "KP7": 71, "KP8": 72, "KP9": 73, "KPMINUS": 74, "KP4": 75, "KP5": 76,
    "KP6": 77, "KPPLUS": 78, "KP1": 79, "KP2": 80, "KP3": 81, "KP0": 82, "KPDOT": 83, "F11": 87, "F12": 88,
    "KPENTER": 96, "KPSLASH": 98, "HOME": 102, "UP": 103, "PAGEUP": 104, "LEFT": 105, "RIGHT": 106, "END": 107,
    "DOWN": 108, "PAGEDOWN": 109, "INSERT": 110, "DELETE": 111, "KPEQUAL": 117, "KPCOMMA": 121, "KPLEFTPAREN": 179,
    "KPRIGHTPAREN": 180,
}  # fmt: skip
"""Names of keys (linux/input-event-codes.h, without KEY_). Any other key goes by its number."""

_NAMES = {code: name for name, code in CODES.items()}


@dataclass(frozen=True)
class Lost:
    """The kernel had to throw events away: what was typed before is incomplete."""


def encode(kind: int, code: int, value: int, seconds: int = 0) -> bytes:
    """An event's bytes."""
    return _EVENT.pack(seconds, 0, kind, code, value)


def key_down(name: str) -> bytes:
    """A key pressed and released, as a keyboard says it."""
    code = CODES.get(name) or int(name)
    report = encode(_SYN, 0, 0)
    return encode(_KEY, code, _PRESSED) + report + encode(_KEY, code, 0) + report


class EventDecoder:
    """Finds events in whatever comes, in pieces of any size."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.senseless = 0
        """Bytes that belonged to no event, since the start."""

    def settle(self) -> None:
        """Nothing more comes: the kernel writes whole events, so a part of one is none."""
        self.senseless += len(self._buffer)
        self._buffer.clear()

    def feed(self, data: bytes) -> list[str | Lost]:
        """The names of the keys that went down; repeats of a held key and releases say nothing."""
        self._buffer += data
        found: list[str | Lost] = []
        while len(self._buffer) >= SIZE:
            seconds, usec, kind, code, value = _EVENT.unpack_from(self._buffer)
            if seconds < 0 or not 0 <= usec < _USEC or not _sensible(kind, code, value):
                self.senseless += 1
                del self._buffer[0]
                continue
            del self._buffer[:SIZE]
            if (kind, value) == (_KEY, _PRESSED):
                found.append(_NAMES.get(code, str(code)))
            elif (kind, code) == (_SYN, _SYN_DROPPED):
                found.append(Lost())
        return found


def _sensible(kind: int, code: int, value: int) -> bool:
    return kind <= _LAST_TYPE and code <= _LAST_CODE and (kind != _KEY or value in (0, 1, 2))
