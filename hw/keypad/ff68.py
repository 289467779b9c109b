"""The `FF 68` frame of Chinese pads and evaluators: bytes to frames and back, pure.

    FF 68 | len | len | 68 | addr func data… | sum | 16

`len` counts addr to the last data byte, `sum` is their sum's lowest eight bits. Three independent sources agree on it
(facts of the field: two vendors' protocol sheets and an open-source host). An 8-bit sum misses one two-bit error in
twenty: who acts on a frame checks its address and its key too.
"""

from dataclasses import dataclass

_HEAD = b"\xff\x68"
_TAIL = 0x16
_AROUND = 7
"""Bytes of a frame besides addr to the last data byte."""
LEAST, MOST = 2, 32
"""Of `len`: what is longer is no pad's, and waiting for it would hold up what is."""


@dataclass(frozen=True)
class Frame:
    """One frame; `body` is all between the address and the sum."""

    address: int
    body: bytes


def encode(frame: Frame) -> bytes:
    """Its bytes. Raises ValueError if it is too long to be one."""
    inner = bytes((frame.address,)) + frame.body
    if not LEAST <= len(inner) <= MOST:
        raise ValueError(f"{len(inner)} bytes from address to data, must be {LEAST} to {MOST}")
    size = bytes((len(inner), len(inner), 0x68))
    return _HEAD + size + inner + bytes((sum(inner) & 0xFF, _TAIL))


class Decoder:
    """Finds frames in whatever comes, in pieces of any size. What turns out to be none costs one byte, not a frame."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self.senseless = 0
        """Bytes that belonged to no frame, since the start."""

    @property
    def waits(self) -> bool:
        """Something that may be a frame has begun."""
        return bool(self._buffer)

    def feed(self, data: bytes) -> list[Frame]:
        """The frames that these bytes complete."""
        self._buffer += data
        return self._frames(whole=False)

    def settle(self) -> list[Frame]:
        """The line has been silent for longer than a pad pauses within a frame: what has begun is none."""
        return self._frames(whole=True)

    def _frames(self, *, whole: bool) -> list[Frame]:
        found = []
        while self._buffer:
            frame = _at_start(self._buffer)
            if isinstance(frame, Frame):
                found.append(frame)
                del self._buffer[: _AROUND + 1 + len(frame.body)]
            elif frame is None and not whole:
                break
            else:
                self._skip()
        return found

    def _skip(self) -> None:
        """To the next byte that may begin a frame."""
        next_head = self._buffer.find(_HEAD[0], 1)
        size = next_head if next_head > 0 else len(self._buffer)
        self.senseless += size
        del self._buffer[:size]


def _at_start(data: bytearray) -> Frame | bool | None:
    """The frame that begins here; False if none can, None if more must come to tell."""
    if not _HEAD.startswith(bytes(data[:2])):
        return False
    if len(data) > 2 and not LEAST <= data[2] <= MOST:
        return False
    if (len(data) > 3 and data[3] != data[2]) or (len(data) > 4 and data[4] != 0x68):
        return False
    if len(data) < 5 or len(data) < data[2] + _AROUND:
        return None
    inner = bytes(data[5 : 5 + data[2]])
    if data[5 + data[2]] != sum(inner) & 0xFF or data[6 + data[2]] != _TAIL:
        return False
    return Frame(inner[0], inner[1:])
