"""Calls of the system that fail on demand, in a process that runs: `strace` lets the n-th one return an error."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

CALLS = ("pwrite64", "fdatasync", "ftruncate")
"""What a database writes with."""


def injection(call: str, error: str, when: str) -> list[str]:
    """Words for strace: that call fails, the n-th time (`5`), or from then on (`5+`)."""
    return ["-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}"]


class Failing:
    """The processes that fail, while it lasts."""

    def __init__(self, said: Path) -> None:
        self._said = said

    @property
    def times(self) -> int:
        """How often a call has failed so far."""
        return self._said.read_text(errors="replace").count("INJECTED") if self._said.exists() else 0

    def wait(self, patience_s: float) -> bool:
        """Whether one has failed within that time."""
        deadline = time.monotonic() + patience_s
        while not self.times:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.01)
        return True


@contextmanager
def failing(processes: Sequence[int], call: str, error: str, when: str) -> Iterator[Failing]:
    """Until the end of this, in each of them by itself. The test is skipped where nobody may trace."""
    strace = strace_program()
    with tempfile.TemporaryDirectory() as folder:
        said = Path(folder) / "said"
        attached = [word for process in processes for word in ("-p", str(process))]
        words = [strace, "-f", "-q", "-o", str(said), *injection(call, error, when), *attached]
        tracer = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
        try:
            _until_attached(tracer, processes)
            yield Failing(said)
        finally:
            tracer.terminate()
            tracer.communicate(timeout=10)


def strace_program() -> str:
    """Where it is; skips without it, or without the right to trace."""
    strace = shutil.which("strace")
    if strace is None or os.geteuid() != 0:
        pytest.skip("needs strace and the right to trace: calls of the system that fail")
    return strace


def children(process: int) -> list[int]:
    """Its own, that live now."""
    path = Path(f"/proc/{process}/task/{process}/children")
    return [int(word) for word in path.read_text(encoding="ascii").split()]


def _until_attached(tracer: "subprocess.Popen[str]", processes: Sequence[int]) -> None:
    """Those that end meanwhile don't count."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and tracer.poll() is None:
        if all(_traced(process) for process in processes):
            return
        time.sleep(0.01)


def _traced(process: int) -> bool:
    with suppress(OSError):
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
        return "TracerPid:\t0" not in status
    return True
