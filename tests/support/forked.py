"""`greenwindow dispatcher` forked from a process that has everything imported: a real process of its own, begun in a
tenth of the time, so that a thousand deaths take minutes."""

import multiprocessing
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from tests.support.dispatcher_process import Place, words_of

_PRELOADED = [__name__, "greenwindow.cli", "greenwindow.commands", "greenwindow.commands.dispatcher",
    "dispatcher.terms", "dispatcher.bootstrap", "dispatcher.store.migrate", "dispatcher.store.sqlite_home",
    "dispatcher.store.postgres_home", "sqlalchemy.dialects.sqlite.pysqlite", "sqlalchemy.dialects.postgresql.psycopg",
    "tests.support.dying"]  # fmt: skip
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(_PRELOADED)


class Forked:
    """Like `Process`."""

    def __init__(self, where: Place, *options: str, doom: str | None = None) -> None:
        """`doom` is a step and a count, as `tests.support.dying` has them."""
        folder = Path(tempfile.mkdtemp(prefix="forked-", dir=where.hall.parent))
        self._told, self._said = folder / "stdout", folder / "stderr"
        words = [*words_of(where), *options]
        self.process: ForkServerProcess = _FORKS.Process(
            target=_run, args=(words, self._told, self._said, doom)
        )
        self.process.start()

    @property
    def pid(self) -> int:
        assert self.process.pid is not None
        return self.process.pid

    def wait_ready(self, patience_s: float = 20.0) -> "Forked":
        if not self.is_ready(patience_s):
            self.kill()
            raise AssertionError(f"not ready within {patience_s:g} s: {self.said()}")
        return self

    def is_ready(self, patience_s: float = 0.0) -> bool:
        """Whether it has said so within that time."""
        return _until(lambda: "ready\n" in _text(self._told), patience_s, self.alive)

    def alive(self) -> bool:
        return self.process.is_alive()

    def signal(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            self.signal(signal.SIGKILL)
        self.process.join(10)

    def end(self) -> tuple[int, str]:
        """SIGTERM; the exit code and what it said on standard error."""
        self.signal(signal.SIGTERM)
        return self.outcome()

    def outcome(self, patience_s: float = 20.0) -> tuple[int, str]:
        """When it ends by itself. Raises AssertionError if it does not."""
        self.process.join(patience_s)
        code = self.process.exitcode
        if code is None:
            self.kill()
            raise AssertionError(f"still running after {patience_s:g} s: {self.said()}")
        return code, self.said()

    def said(self) -> str:
        """Everything on standard error so far."""
        return _text(self._said)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def _until(condition: Callable[[], bool], patience_s: float, alive: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + patience_s
    while not condition():
        if time.monotonic() > deadline or not alive():
            return condition()
        time.sleep(0.005)
    return True


def _run(words: list[str], told: Path, said: Path, doom: str | None) -> None:
    """In the new process."""
    for stream, path in ((1, told), (2, said)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND), stream)
    for name in [name for name in os.environ if name.startswith("GREENWINDOW_")]:
        del os.environ[name]
    if doom is not None:
        from tests.support.dying import Doom, prepare

        step, _, count = doom.partition(":")
        prepare(step, Doom(int(count)))
    from greenwindow.cli import main

    sys.argv = ["greenwindow", *words]
    main()
