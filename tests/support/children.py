"""Which processes a test left behind, its grandchildren included."""

import ctypes
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PR_SET_CHILD_SUBREAPER = 36
_KEEPERS = (
    "multiprocessing.resource_tracker",
    "multiprocessing.forkserver",  # Python's own; they end with us
    "tests.support.forks",  # a session's too
    "/tmp/greenwindow-postgres-",  # a session's server: it is stopped at the end of the tests
)


def adopt_orphans() -> None:
    """Makes this process the parent of every descendant whose own parent died, so that none is overlooked."""
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def running_children() -> dict[int, str]:
    """Process id → command line of the children of this process that still run; the dead don't count."""
    ids = " ".join(_children_of(task) for task in Path("/proc/self/task").glob("*")).split()
    lines = {int(pid): _command_line(int(pid)) for pid in ids if _is_alive(int(pid))}
    return {pid: line for pid, line in lines.items() if not any(name in line for name in _KEEPERS)}


def _children_of(task: Path) -> str:
    try:
        return (task / "children").read_text()
    except OSError:  # a thread that has just ended
        return ""


def _is_alive(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] not in {"Z", "X"}


def _command_line(pid: int) -> str:
    """Empty for a moment while a child turns into its program."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return ""


@contextmanager
def none_left_behind(grace_s: float = 1.0) -> Iterator[None]:
    """Fails if a child started inside still runs `grace_s` seconds after the end, and ends it."""
    before = running_children()
    yield
    left = _left_after(before, time.monotonic() + grace_s)
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert not left, f"left running: {left}"


def _left_after(before: dict[int, str], deadline: float) -> dict[int, str]:
    while True:
        left = {pid: line for pid, line in running_children().items() if pid not in before}
        if not left or time.monotonic() > deadline:
            return left
        time.sleep(0.02)
