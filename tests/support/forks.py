"""`greenwindow dispatcher` forked from a process that has everything imported: a real process of its own, begun in a
tenth of the time, so that a thousand deaths take minutes. `python -m tests.support.forks` is that process."""

import importlib
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

_PRELOADED = (
    "greenwindow.cli", "greenwindow.commands.dispatcher", "dispatcher.terms", "dispatcher.bootstrap",
    "dispatcher.store.migrate", "dispatcher.store.sqlite_home", "dispatcher.store.postgres_home",
    "sqlalchemy.dialects.sqlite.pysqlite", "sqlalchemy.dialects.postgresql.psycopg", "tests.support.dying",
)  # fmt: skip


class Forks:
    """Starts dispatchers; one for all tests."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.forks"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )  # fmt: skip
        self._line()

    def start(self, words: list[str], folder: Path, doom: str | None = None) -> "Forked":
        """`greenwindow` with these words; what it says comes into new files of that folder. `doom` is a step and a
        count, as `tests.support.dying` has them."""
        place = Path(tempfile.mkdtemp(prefix="forked-", dir=folder))
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"words": words, "place": str(place), "doom": doom}) + "\n")
        self._process.stdin.flush()
        return Forked(int(self._line()), place)

    def close(self) -> None:
        self._process.communicate(timeout=10)

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the process that forks is gone"
        return line


class Forked:
    """Like `tests.support.dispatcher_process.Process`."""

    def __init__(self, pid: int, place: Path) -> None:
        self.pid = pid
        self._place = place

    def wait_ready(self, patience_s: float = 20.0) -> "Forked":
        if not self.is_ready(patience_s):
            self.kill()
            raise AssertionError(f"not ready within {patience_s:g} s: {self.said()}")
        return self

    def is_ready(self, patience_s: float = 0.0) -> bool:
        """Whether it has said so within that time."""
        _until(lambda: self._has_said_ready() or not self.alive(), patience_s)
        return self._has_said_ready()

    def alive(self) -> bool:
        return not (self._place / "code").exists()

    def signal(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        """Whatever it does, also if it has ended by itself."""
        if self.alive():
            with suppress(ProcessLookupError):
                self.signal(signal.SIGKILL)
            self.outcome()

    def outcome(self, patience_s: float = 20.0) -> tuple[int, str]:
        """When it ends by itself: its exit code and what it said on standard error. AssertionError if it does not."""
        if not _until(lambda: not self.alive(), patience_s):
            self.signal(signal.SIGKILL)
            raise AssertionError(f"still running after {patience_s:g} s: {self.said()}")
        return int((self._place / "code").read_text()), self.said()

    def said(self) -> str:
        """Everything on standard error so far."""
        return _text(self._place / "stderr")

    def _has_said_ready(self) -> bool:
        return "ready\n" in _text(self._place / "stdout")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def _until(condition: Callable[[], bool], patience_s: float) -> bool:
    deadline = time.monotonic() + patience_s
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.005)
    return True


class _Server:
    """Forks when it is asked to, and notes how each one ended. No thread of its own: it forks."""

    def __init__(self) -> None:
        self._places: dict[int, Path] = {}
        self._woken, wake = os.pipe()
        os.set_blocking(wake, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.set_wakeup_fd(wake)

    def run(self) -> None:
        buffered = b""
        while True:
            ready, _, _ = select.select([0, self._woken], [], [])
            if self._woken in ready:
                os.read(self._woken, 4096)
                self._note_ends()
            if 0 in ready:
                more = os.read(0, 65536)
                if not more:
                    return
                *lines, buffered = (buffered + more).split(b"\n")
                for line in lines:
                    self._fork(json.loads(line))

    def _fork(self, asked: dict[str, Any]) -> None:
        place = Path(asked["place"])
        pid = os.fork()
        if pid == 0:
            _become(asked["words"], place, asked["doom"])
        self._places[pid] = place
        print(pid, flush=True)

    def _note_ends(self) -> None:
        while self._places:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            draft = self._places[pid] / "code.new"
            draft.write_text(str(os.waitstatus_to_exitcode(status)))
            draft.rename(self._places.pop(pid) / "code")


def _become(words: list[str], place: Path, doom: str | None) -> None:
    """In the new process; does not return."""
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGCHLD, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for stream, name in ((1, "stdout"), (2, "stderr")):
        os.dup2(os.open(place / name, os.O_WRONLY | os.O_CREAT | os.O_APPEND), stream)
    for name in [name for name in os.environ if name.startswith("GREENWINDOW_")]:
        del os.environ[name]
    code = 1
    try:
        code = _run(words, doom)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _run(words: list[str], doom: str | None) -> int:
    from greenwindow.cli import main

    if doom is not None:
        from tests.support.dying import Doom, prepare

        step, _, count = doom.partition(":")
        prepare(step, Doom(int(count)))
    try:
        main(words)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0


if __name__ == "__main__":
    for _name in _PRELOADED:
        importlib.import_module(_name)
    print("ready", flush=True)
    _Server().run()
