"""A disk that forgets what was not synced: the contents and names that survive a power cut at this instant."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.support.power.trace import Call, Traced

_PAGE = 4096
_SKIPPED = ("-shm", ".lock", ".pid", ".opts")
_WRITES = ("write", "pwrite64", "writev", "pwritev", "pwritev2")
_SYNCS = ("fsync", "fdatasync")
_NAMES = ("rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir", "rmdir")
_STRANGE = ("copy_file_range", "msync", "truncate")


@dataclass(frozen=True)
class Change:
    """Bytes at an offset, or a new length of the file."""

    offset: int
    data: bytes | None

    def apply(self, content: bytearray) -> None:
        if self.data is None:
            del content[self.offset :]
            content.extend(bytes(self.offset - len(content)))
            return
        if len(content) < self.offset:
            content.extend(bytes(self.offset - len(content)))
        content[self.offset : self.offset + len(self.data)] = self.data


@dataclass
class Content:
    """A file's bytes: those that are synced, and what was written since."""

    origin: Path | None = None
    """The file that it was when the trace began. Read only when it is written to."""
    pending: list[Change] = field(default_factory=list)
    end: int = 0
    _durable: bytearray | None = None

    @property
    def durable(self) -> bytearray:
        if self._durable is None:
            self._durable = bytearray(self.origin.read_bytes() if self.origin is not None else b"")
        return self._durable

    @property
    def touched(self) -> bool:
        return self.origin is None or self._durable is not None or bool(self.pending)

    def write(self, offset: int, data: bytes) -> None:
        self.pending.append(Change(offset, data))
        self.end = max(self.end, offset + len(data))

    def resize(self, length: int) -> None:
        self.pending.append(Change(length, None))
        self.end = length

    def sync(self, count: int) -> None:
        """The first so many changes are durable."""
        for change in self.pending[:count]:
            change.apply(self.durable)
        del self.pending[:count]

    def survives(self, chance: random.Random | None) -> bytearray | Path:
        """What a power cut leaves: the durable bytes alone, or with any of the pages written since; a file of which
        nothing was changed is named."""
        if self.origin is not None and not self.touched:
            return self.origin
        content = bytearray(self.durable)
        for change in _some(self.pending, chance):
            change.apply(content)
        return content


def _some(pending: list[Change], chance: random.Random | None) -> Iterator[Change]:
    """Any of the changes, and of a long one any of its pages. A new length is kept or lost as a whole."""
    if chance is None:
        return
    share = chance.choice((0.1, 0.5, 0.9, 1.0))
    for change in pending:
        if change.data is None:
            if chance.random() < share:
                yield change
            continue
        for begin in range(0, len(change.data), _PAGE):
            if chance.random() < share:
                yield Change(change.offset + begin, change.data[begin : begin + _PAGE])


Names = dict[str, Content]


class Disk:
    """Files under one folder, by their path in it. Names last once their folder was synced; until then a power cut
    may forget the latest of them, never an older one alone."""

    def __init__(self, root: Path, origin: Path | None = None) -> None:
        """`origin` is a copy of the folder as it was when the trace began; without it the folder was empty."""
        self._root = PurePosixPath(root)
        self.names: Names = {}
        """As the running system sees them."""
        for path in sorted(origin.rglob("*")) if origin is not None else ():
            if path.is_file():
                self.names[str(path.relative_to(str(origin)))] = Content(path, [], path.stat().st_size)
        self._durable: Names = dict(self.names)
        self._renamed: list[Callable[[Names], None]] = []
        self._begun: dict[tuple[str, int], tuple[Content | None, int]] = {}
        self._positions: dict[tuple[str, str], int] = {}
        """Where a plain `write` of that process to that open file goes."""
        self.synced: Counter[str] = Counter()
        """How often each file was, or its folder."""

    def concerns(self, call: Call) -> bool:
        """Whether it may change what is on this disk."""
        if call.name in (*_SYNCS, *_WRITES, "ftruncate", "fallocate"):
            path = call.path() if "<" in call.words else ""
            return path.startswith("/") and (self._short(path) is not None or self._inside(path))
        return call.name in (*_NAMES, *_STRANGE, "openat", "creat")

    def take(self, traced: Traced) -> None:
        """A call that begins or ends."""
        call = traced.call
        if call.name in _SYNCS:
            self._sync(traced)
        elif traced.ends and call.result >= 0:
            self._change(call)

    def survives(self, chance: random.Random | None = None) -> dict[str, bytearray | Path]:
        """The files after a power cut now. Without a chance nothing survives that was not synced."""
        names = dict(self._durable)
        kept = 0 if chance is None else chance.randint(0, len(self._renamed))
        for change in self._renamed[:kept]:
            change(names)
        return {name: content.survives(chance) for name, content in names.items()}

    def _change(self, call: Call) -> None:
        if call.name in ("openat", "creat"):
            self._open(call)
        elif call.name in _NAMES:
            self._rename(call)
        elif call.name in (*_WRITES, "ftruncate", "fallocate", *_STRANGE):
            path = call.path() if "<" in call.words else ""
            name = self._short(path) if path.startswith("/") else None  # `pipe:[12]` is no file
            if name is not None:
                self._write(call, self.names[name])

    def _write(self, call: Call, content: Content) -> None:
        if call.name == "ftruncate":
            content.resize(call.last_number())
        elif call.name == "fallocate":
            length = sum(int(word) for word in call.words.split(", ")[-2:])
            content.resize(max(length, content.end))
        elif call.name in ("write", "writev"):
            opened = (call.task, call.descriptor)
            offset = self._positions.get(opened, content.end)
            content.write(offset, b"".join(call.strings())[: call.result])
            self._positions[opened] = offset + call.result
        elif call.name in _WRITES:
            offset = call.last_number() if call.name != "pwritev2" else int(call.words.split(", ")[-2])
            content.write(offset, b"".join(call.strings())[: call.result])
        else:
            raise AssertionError(f"{call.name} is not understood here")

    def _open(self, call: Call) -> None:
        name = self._short(_resulting_path(call))
        if name is None:
            return
        if name not in self.names and "O_CREAT" in call.words:
            content = Content()
            self._name(lambda names: names.__setitem__(name, content))
        elif "O_TRUNC" in call.words and name in self.names:
            self.names[name].resize(0)
        if name in self.names:
            appends = "O_APPEND" in call.words
            self._positions[call.task, str(call.result)] = self.names[name].end if appends else 0

    def _rename(self, call: Call) -> None:
        paths = [self._short(text.decode()) for text in call.strings()]
        if call.name in ("mkdir", "rmdir") or paths[0] is None:
            return
        old = paths[0]
        if call.name.startswith("unlink"):
            self._name(lambda names: names.pop(old, None))
            return
        new = paths[1]
        assert new is not None, call
        content = self.names[old]

        def rename(names: Names) -> None:
            if not call.name.startswith("link"):
                names.pop(old, None)
            names[new] = content

        self._name(rename)

    def _name(self, change: Callable[[Names], object]) -> None:
        def apply(names: Names) -> None:
            change(names)

        apply(self.names)
        self._renamed.append(apply)

    def _sync(self, traced: Traced) -> None:
        """What was written before it began is durable when it ends. A folder's makes all names so far durable."""
        if not traced.ends:
            path = traced.call.path()
            content = self.names.get(self._short(path) or "")
            is_folder = content is None and self._inside(path)
            waiting = self._renamed if is_folder else content.pending if content is not None else []
            self._begun[traced.key] = (content, len(waiting))
            return
        content, count = self._begun.pop(traced.key)
        if traced.call.result != 0:
            return
        self.synced[self._short(traced.call.path()) or ""] += 1
        if content is not None:
            content.sync(count)
        elif self._inside(traced.call.path()):
            for change in self._renamed[:count]:
                change(self._durable)
            del self._renamed[:count]

    def _inside(self, path: str) -> bool:
        return (self._root / path).is_relative_to(self._root)

    def _short(self, path: str) -> str | None:
        """Its path inside the folder, if it is one that counts."""
        whole = self._root / path
        if not whole.is_relative_to(self._root) or whole == self._root or path.endswith(_SKIPPED):
            return None
        return str(whole.relative_to(self._root))


def _resulting_path(call: Call) -> str:
    """A relative name is one in the working folder, which is the one that is looked at."""
    return call.strings()[0].decode()
