"""Database files as they come back from bad disks and clumsy hands: every kind of damage, from a seed."""

import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

_PAGE = 4096
_PARTS = ("", "-wal", "-shm")


def bring(files: Path, folder: Path) -> Path:
    """A copy of the database and what belongs to it, in that folder; its path."""
    for part in _PARTS:
        source = files / f"hall.db{part}"
        if source.exists():
            shutil.copy(source, folder / source.name)
    return folder / "hall.db"


def damage(path: Path, chance: random.Random) -> str:
    """Does something to the file, or to its log; what."""
    log = path.with_name("hall.db-wal")
    targets = [path, path, log] if log.exists() and log.stat().st_size else [path]
    target = chance.choice(targets)
    how = chance.choice(_WAYS)
    data = bytearray(target.read_bytes())
    how(data, chance)
    target.write_bytes(bytes(data))
    return f"{target.name}: {how.__name__.strip('_')}"


def _cut_off(data: bytearray, chance: random.Random) -> None:
    near = chance.choice((0, 16, 99, 100, 512, _PAGE, 2 * _PAGE, len(data) - 1))
    del data[chance.choice((near, chance.randrange(len(data)))) :]


def _zeroed_pages(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(data)) // _PAGE * _PAGE
        size = min(_PAGE, len(data) - at)
        data[at : at + size] = bytes(size)


def _flipped_bits(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 3, 50, 2000))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _header(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(min(100, len(data)))
    data[at] = chance.randrange(256)


def _swapped_pages(data: bytearray, chance: random.Random) -> None:
    one, other = (chance.randrange(len(data)) // _PAGE * _PAGE for _ in range(2))
    size = min(_PAGE, len(data) - max(one, other))
    data[one : one + size], data[other : other + size] = data[other : other + size], data[one : one + size]


def _overwritten(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    words = "某人的文件 somebody's file\n".encode() * chance.randint(1, 500)
    data[at : at + len(words)] = words[: len(data) - at]


def _shifted(data: bytearray, chance: random.Random) -> None:
    """A byte lost or too many: what a transfer as text does."""
    at = chance.randrange(len(data))
    if chance.random() < 0.5:
        del data[at]
    else:
        data[at:at] = b"\r"


def _grown(data: bytearray, chance: random.Random) -> None:
    data += chance.randbytes(chance.choice((1, 100, _PAGE, 5000)))


_WAYS: Sequence[Callable[[bytearray, random.Random], None]] = (
    _cut_off, _zeroed_pages, _flipped_bits, _flipped_bits, _header, _swapped_pages, _overwritten, _shifted, _grown,
)  # fmt: skip
