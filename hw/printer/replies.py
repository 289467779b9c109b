"""ESC/POS, the way back: pieces of bytes in, answers out, whatever way they were cut up or mixed with stale ones."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RealTime:
    """The one byte that answers DLE EOT. It doesn't say which kind was asked."""

    byte: int


@dataclass(frozen=True)
class Automatic:
    """The four bytes a printer sends by itself (GS a)."""

    frame: bytes


@dataclass(frozen=True)
class InOrder:
    """The one byte that answers GS r, sent when everything before was worked off."""

    byte: int


@dataclass(frozen=True)
class Done:
    """GS ( H: everything up to this mark is printed."""

    mark: bytes


Reply = RealTime | Automatic | InOrder | Done

_LONGEST_BLOCK = 96
_BLOCK_STARTS = (0x37, 0x5F)


class ReplyReader:
    """Takes bytes as they come. What belongs to no answer is dropped; at most one unfinished answer is kept."""

    def __init__(self) -> None:
        self._kept = bytearray()

    def feed(self, data: bytes) -> list[Reply]:
        """The answers that are complete now."""
        self._kept += data
        found: list[Reply] = []
        while self._kept:
            used, reply = _first(bytes(self._kept))
            if not used:
                break
            del self._kept[:used]
            if reply is not None:
                found.append(reply)
        return found


def _first(data: bytes) -> tuple[int, Reply | None]:
    """How many bytes the first thing in `data` takes (0: not all there yet), and what it is, if anything."""
    head = data[0]
    if head & 0x93 == 0x12:
        return 1, RealTime(head)
    if head & 0x93 == 0x10:
        return _automatic(data)
    if head in _BLOCK_STARTS:
        return _block(data)
    if head & 0x90 == 0:
        return 1, InOrder(head)
    return 1, None  # XON, XOFF, noise


def _automatic(data: bytes) -> tuple[int, Reply | None]:
    if any(b & 0x90 for b in data[1:4]):
        return 1, None
    return (4, Automatic(data[:4])) if len(data) >= 4 else (0, None)


def _block(data: bytes) -> tuple[int, Reply | None]:
    end = next((i for i in range(1, len(data)) if data[i] < 0x20), None)
    if end is None:
        return (0, None) if len(data) < _LONGEST_BLOCK else (1, None)
    if data[end] != 0:
        return 1, None  # its first byte was noise: inside a block all is printable
    is_done = data[0] == 0x37 and data[1] == 0x22 and end == 6
    return end + 1, Done(data[2:6]) if is_done else None
