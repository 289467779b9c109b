"""The demo's processes: started, watched, started again when they die, and stopped by their own process id."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_PATIENCE_S = 5.0
_RESTART_S = 1.0


@dataclass
class Process:
    """One process of the hall."""

    name: str
    command: Sequence[str]
    log: Path
    running: "subprocess.Popen[bytes] | None" = None
    starts: int = 0
    died_at: float | None = None
    wanted: bool = True


@dataclass
class Processes:
    """All of them, in the order of their start. Only the thread that made it may start processes: they end with it."""

    environment: Mapping[str, str] = field(default_factory=dict)
    all: dict[str, Process] = field(default_factory=dict)

    def start(self, name: str, words: Sequence[object], log: Path) -> Process:
        """Runs `greenwindow WORDS…`; what it says goes to its log."""
        command = [*_die_with_me(), sys.executable, "-m", "greenwindow", *map(str, words)]
        process = self.all.setdefault(name, Process(name, command, log))
        self._run(process)
        return process

    def kill(self, name: str) -> None:
        """SIGKILL, as a power cut would; it is not started again until `restart`."""
        process = self.all[name]
        process.wanted = False
        if process.running is not None:
            process.running.kill()
            process.running.wait(_PATIENCE_S)

    def restart(self, name: str) -> None:
        """Runs it again."""
        self.all[name].wanted = True
        self._run(self.all[name])

    def watch(self) -> list[str]:
        """Starts again what died by itself or by somebody's hand, a second later; the names of what was found dead."""
        found = []
        now = time.monotonic()
        for process in self.all.values():
            if not process.wanted or process.running is None or process.running.poll() is None:
                continue
            if process.died_at is None:
                process.died_at = now
                found.append(process.name)
            elif now - process.died_at > _RESTART_S:
                self._run(process)
        return found

    def dead(self) -> list[Process]:
        """Those that should run and don't."""
        return [
            p
            for p in self.all.values()
            if p.wanted and p.running is not None and p.running.poll() is not None
        ]

    def stop(self) -> None:
        """SIGTERM to all, stations first; SIGKILL to what is left after five seconds."""
        running = [p.running for p in reversed(self.all.values()) if p.running is not None]
        for process in self.all.values():
            process.wanted = False
        for popen in running:
            with contextlib.suppress(ProcessLookupError):
                popen.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + _PATIENCE_S
        for popen in running:
            _end(popen, max(0.1, deadline - time.monotonic()))

    def _run(self, process: Process) -> None:
        with process.log.open("ab") as log:
            process.running = subprocess.Popen(
                process.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env={**os.environ, **self.environment}, start_new_session=True,
            )  # fmt: skip
        process.starts += 1
        process.died_at = None


def _end(popen: "subprocess.Popen[bytes]", patience_s: float) -> None:
    try:
        popen.wait(patience_s)
    except subprocess.TimeoutExpired:
        popen.kill()
        popen.wait(_PATIENCE_S)


def _die_with_me() -> list[str]:
    """So that nothing is left running when the demo itself is killed."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "TERM", "--"] if setpriv else []
