"""A trace of `strace`: every write, sync and name of a file, and everything sent, in order, byte for byte."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

_CALLS = (
    "openat", "creat", "write", "pwrite64", "writev", "pwritev", "pwritev2", "fsync", "fdatasync", "ftruncate",
    "truncate", "fallocate", "rename", "renameat", "renameat2", "unlink", "unlinkat", "mkdir", "rmdir", "link",
    "linkat", "copy_file_range", "msync", "sendto", "sendmsg",
)  # fmt: skip
_LINE = re.compile(r"(\d+) +(\d+\.\d+) (.*)\n?", re.DOTALL)
_RESUMED = re.compile(r"<\.\.\. (\w+) resumed>(.*)", re.DOTALL)
_FINISHED = re.compile(r"(\w+)\((.*)\) += (-?\d+|\?).*?(?:<(\d+\.\d+)>)?", re.DOTALL)
_UNFINISHED = " <unfinished ...>"
_HEX = re.compile(r"(?:\\x[0-9a-f]{2})+")


def traced_command(command: Sequence[str], output: Path) -> list[str]:
    """That command under `strace`, which writes to that file. Processes that run already: `-p` and their ids."""
    strace = shutil.which("strace")
    if strace is None:
        raise AssertionError("strace is not installed: apt-get install strace")
    return [
        strace, "-f", "-y", "-xx", "-ttt", "-T", "-s", "33554432", "--seccomp-bpf", "-e", f"trace={','.join(_CALLS)}",
        "-e", "signal=none", "-o", str(output), *command,
    ]  # fmt: skip


def why_not() -> str | None:
    """Why nothing can be traced here: some containers forbid it."""
    tried = subprocess.run(
        traced_command(["true"], Path("/dev/null")), capture_output=True, text=True, check=False
    )  # fmt: skip
    return f"strace may not trace here: {tried.stderr.strip()[:120]}" if tried.returncode else None


@dataclass(frozen=True)
class Call:
    """One call of the system, with its arguments as `strace` writes them."""

    name: str
    words: str
    result: int
    task: str = ""
    """The process or thread."""

    @property
    def descriptor(self) -> str:
        """The number of the open file that it is about."""
        return self.words.partition("<")[0]

    def path(self) -> str:
        """The file of its first argument."""
        return _decoded(self.words[self.words.index("<") + 1 : self.words.index(">")]).decode()

    def strings(self) -> list[bytes]:
        """All texts in it, in order; of `-y`'s file names none."""
        return [_decoded(found) for found in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', self.words)]

    def last_number(self) -> int:
        """Its last argument."""
        return int(self.words.rpartition(", ")[2])


@dataclass(frozen=True)
class Traced:
    """A call begins or ends. Whoever waited for another thread has a time in between."""

    at: float
    """Seconds since 1970."""
    ends: bool
    call: Call
    key: tuple[str, int]
    """The same for a call's beginning and end."""
    source: str = ""
    """Which trace it is from, if there are several."""


def read_trace(file: TextIO, source: str = "") -> Iterator[Traced]:
    """In the order of the trace. A call whose end is missing never ended: only its beginning is known."""
    open_calls: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(file):
        match = _LINE.fullmatch(line)
        if match is None:
            continue
        task, at, rest = match[1], float(match[2]), match[3].rstrip("\n")
        if rest.endswith(_UNFINISHED):
            words = rest.removesuffix(_UNFINISHED)
            open_calls[task] = (number, words)
            name, _, arguments = words.partition("(")
            yield Traced(at, False, Call(name, arguments, 0, task), (source, number), source)
            continue
        resumed = _RESUMED.fullmatch(rest)
        begun = open_calls.pop(task, None) if resumed is not None else None
        if resumed is not None:
            rest = "" if begun is None else begun[1] + resumed[2]
        finished = _FINISHED.fullmatch(rest)
        if finished is None or finished[3] == "?":
            continue
        call = Call(finished[1], finished[2], int(finished[3]), task)
        key = (source, number if begun is None else begun[0])
        if begun is None:
            yield Traced(at, False, call, key, source)
            at += float(finished[4] or 0)
        yield Traced(at, True, call, key, source)


def _decoded(text: str) -> bytes:
    """Its name of a file may have ` (deleted)` after it, unescaped."""
    found = _HEX.match(text)
    return bytes.fromhex(found[0].replace("\\x", "")) if found else b""
