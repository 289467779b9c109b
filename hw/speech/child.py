"""A child process that may hang and is then killed, with all it started."""

import os
import signal
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a child ended: exit code (negative: the signal), last complaint, and whether it hung."""

    code: int
    complaint: str
    hung: bool = False


class Child:
    """Runs one child at a time; `kill` from any thread ends the one that runs."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None

    def run(self, argv: Sequence[str], timeout_s: float, text: str = "") -> Outcome:
        """Feed `text` to the child, wait at most `timeout_s`. OSError when it can't be started."""
        with self._turn, self._started(argv) as process:
            self._running = process
            try:
                return self._finish(process, timeout_s, text)
            finally:
                self._running = None

    def kill(self) -> None:
        """End the running child at once; nothing to do is fine."""
        process = self._running
        if process is not None:
            _kill_group(process)

    @staticmethod
    def _started(argv: Sequence[str]) -> subprocess.Popen[bytes]:
        pipe = subprocess.PIPE
        return subprocess.Popen(
            argv, stdin=pipe, stdout=subprocess.DEVNULL, stderr=pipe, start_new_session=True
        )

    @staticmethod
    def _finish(process: subprocess.Popen[bytes], timeout_s: float, text: str) -> Outcome:
        try:
            _, complaint = process.communicate(text.encode(), timeout_s)
            return Outcome(process.returncode, _last_line(complaint))
        except subprocess.TimeoutExpired:
            _kill_group(process)
            _, complaint = process.communicate()
            return Outcome(process.returncode, _last_line(complaint), hung=True)


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    # The group, since an engine may be a script whose own child holds the sound device.
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _last_line(output: bytes) -> str:
    lines = output.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""
