"""A station as a process of its own, without a window: `python -m tests.support.station_process URL KIND`.

It prints a line for whatever its screen would be told of being online and of alarms. SIGUSR1 sets its own wall clock
five seconds ahead, as somebody would with `date`; SIGUSR2 seventy.
"""

import contextlib
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial

from runtime import (
    Alarms,
    Delivery,
    Online,
    Station,
    SystemClock,
    command_id,
    log_to_stderr,
    parse_broker_url,
)


class _SetClock(SystemClock):
    """The machine's, until somebody sets it."""

    ahead_ms = 0

    def now_ms(self) -> int:
        return super().now_ms() + self.ahead_ms


def main(url: str, kind: str) -> None:
    """Until it is killed."""
    log_to_stderr()  # a log line must not come between the words that are listened for
    clock, told = _SetClock(), queue.SimpleQueue[Delivery]()

    def set_clock(number: int, _frame: object) -> None:
        clock.ahead_ms = 5_000 if number == signal.SIGUSR1 else 70_000

    signal.signal(signal.SIGUSR1, set_clock)
    signal.signal(signal.SIGUSR2, set_clock)
    new_id = partial(command_id, SystemClock())
    station = Station(
        parse_broker_url(url), kind=kind, version="1", deliver=told.put, clock=clock, new_id=new_id
    )
    station.start()
    while True:
        with contextlib.suppress(queue.Empty):
            match told.get(timeout=0.2):
                case Online(online):
                    print("online" if online else "offline", flush=True)
                case Alarms(standing):
                    print("alarms", *sorted(standing), flush=True)


class StationProcess:
    """What the test holds of it."""

    def __init__(self, url: str, kind: str = "pad") -> None:
        self.lines: list[str] = []
        self._news = threading.Condition()
        words = [sys.executable, "-m", "tests.support.station_process", url, kind]
        self._process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def says(self, line: str, patience_s: float = 5.0) -> bool:
        """Whether it has said so, or does in time."""
        with self._news:
            return self._news.wait_for(lambda: line in self.lines, patience_s)

    def signal(self, number: signal.Signals) -> float:
        """When that was, by the monotonic clock."""
        self._process.send_signal(number)
        return time.monotonic()

    def close(self) -> None:
        """kill -9, if it lives."""
        self._process.kill()
        self._process.wait(5)
        self._thread.join(5)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with self._news:
                self.lines.append(line.strip())
                self._news.notify_all()


@contextlib.contextmanager
def station_process(url: str, kind: str = "pad") -> Iterator[StationProcess]:
    """One that runs, killed at the end."""
    found = StationProcess(url, kind)
    try:
        yield found
    finally:
        found.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
