"""Thirty days of 10,000 tickets on one database: is day 30 as quick as day 1, and does memory stay flat?
`python -m bench month`."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.pads import hall_file
from bench.place import both, resident_mb
from dispatcher.bootstrap import Settings, new_token, open_body
from dispatcher.planfile import PlanFile
from runtime import Arrived, BrokerUrl, LinkUp
from tests.support.dispatcher import TurnedClock
from wire.instant import format_instant

_DAYS, _TICKETS, _WAITING, _COUNTERS = 30, 10_000, 500, 40
_PRESSES, _TURN = 6000, 50
_DAY_S = timedelta(days=1).total_seconds()
_STEP_S = 9 * 3600 / _TICKETS
_BURST = 100
WANTED = "p99 on day 30 at most 1.2 times that of day 1; memory under 150 MB after a day, and flat."


class _Ear:
    """A link that is always up, and knows when a call was last said."""

    called = 0.0
    connection: object = 1

    def publish(self, topic: str, payload: str, *, retain: bool = False) -> bool:
        if topic.endswith("/ticket_called"):
            self.called = perf_counter()
        return True

    def flush(self, timeout_s: float) -> bool:
        return True

    def receipt(self) -> Callable[[], bool]:
        return lambda: True


class _Hall:
    """A dispatcher that is real but for its link; its clock is turned by hand."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        (folder / "hall.toml").write_text(hall_file(_COUNTERS), encoding="utf-8")
        file = PlanFile(folder / "hall.toml")
        broker = BrokerUrl("dispatcher", "", "127.0.0.1", 1, "little")
        self.folder, self.clock, self.ear = folder, TurnedClock(), _Ear()
        self._number = 0
        self._body = open_body(Settings(file, file.read(), broker, folder / "hall.db"), self.clock, new_token)
        self._loop = self._body.loop(self.ear, lambda: None)
        self._loop.step([LinkUp()])
        self._morning = self.clock.seconds

    def open(self) -> None:
        """All counters open, and half a thousand wait."""
        self._morning = self.clock.seconds
        counters = [str(n) for n in range(1, _COUNTERS + 1)]
        self._loop.step([self._asked(f"pad-{c}", "open_counter", counter=c) for c in counters])
        for _ in range(0, _WAITING, _BURST):
            self.issue(_BURST)

    def issue(self, count: int) -> None:
        """So many tickets more, in one round, after the time in which so many come."""
        self.clock.pass_time(_STEP_S * count)
        some = range(self._number, self._number + count)
        self._loop.step([self._asked("kiosk-1", "issue_ticket", services=[f"s{n % 40}"]) for n in some])

    def press(self, count: int) -> list[float]:
        """So many presses, one after the other: the seconds from each to its event being said."""
        taken = []
        for n in range(count):
            press = self._next(n)
            begin = perf_counter()
            self._loop.step([press])
            taken.append(self.ear.called - begin)
        self._loop.step([])  # what is done when nobody presses
        return taken

    def day(self) -> None:
        """A whole day, in rounds as large as they come."""
        self.open()
        for _ in range(_WAITING, _TICKETS, _BURST):
            self.issue(_BURST)
            self._loop.step([self._next(n) for n in range(_BURST)])
            self._loop.step([])
        self.clock.pass_time(_DAY_S - (self.clock.seconds - self._morning))

    def size_mb(self) -> float:
        """Of the database's files."""
        return round(sum(path.stat().st_size for path in self.folder.glob("hall.db*")) / 1e6, 1)

    def close(self) -> None:
        """Ends it."""
        self._loop.end_checks()
        self._body.store.close()

    def _next(self, n: int) -> Arrived:
        counter = str(n % _COUNTERS + 1)
        return self._asked(f"pad-{counter}", "next", counter=counter)

    def _asked(self, device: str, kind: str, **fields: Any) -> Arrived:
        self._number += 1
        at = format_instant(self.clock.wall)
        body = {"id": f"c{self._number}", "at": at, "type": kind, **fields}
        return Arrived(f"hall/little/command/{device}", json.dumps(body).encode(), False)


def run() -> dict[str, Any]:
    """In a process of its own, so that its memory is the dispatcher's; some minutes."""
    words = [sys.executable, "-m", "bench.month"]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def lines(result: dict[str, Any]) -> list[str]:
    """Day 30 against day 1."""
    first, last = result["days"][0], result["days"][-1]
    one, thirty = result["day_1_ms"], result["day_30_ms"]
    return [
        f"from a press with {result['waiting']} waiting to its event, on disk: day 1 p50 {one['p50']} ms, "
        f"p99 {one['p99']} ms; day 30 p50 {thirty['p50']} ms, p99 {thirty['p99']} ms; "
        f"ratio of p50 {result['ratio_p50']}, of p99 {result['ratio_p99']}",
        f"memory after day 1 {first['memory_mb']} MB, after day {last['day']} {last['memory_mb']} MB; "
        f"database {last['database_mb']} MB",
    ]


def measure(folder: Path, told: Callable[[str], None]) -> dict[str, Any]:
    """One hall lives for 29 days; then its 30th and another one's first take turns, fifty presses at a time: a
    machine's mood changes within seconds."""
    old = _Hall(folder / "old")
    rows = []
    for day in range(1, _DAYS):
        old.day()
        rows.append({"day": day, "memory_mb": resident_mb(os.getpid()), "database_mb": old.size_mb()})
        told(str(rows[-1]))
    new = _Hall(folder / "new")
    taken = _take_turns(old, new)
    old.close()
    new.close()
    thirty, one = (both(times) for times in taken)
    return {
        "benchmark": "month", "tickets_a_day": _TICKETS, "waiting": _WAITING, "days": rows, "presses": _PRESSES,
        "day_1_ms": one, "day_30_ms": thirty,
        "ratio_p50": round(thirty["p50"] / one["p50"], 2), "ratio_p99": round(thirty["p99"] / one["p99"], 2),
    }  # fmt: skip


def _take_turns(*halls: _Hall) -> list[list[float]]:
    for hall in halls:
        hall.open()
    taken: list[list[float]] = [[] for _ in halls]
    for _ in range(_PRESSES // _TURN):
        for hall, times in zip(halls, taken, strict=True):
            hall.issue(_TURN)
            times.extend(hall.press(_TURN))
    return taken


def _main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        result = measure(Path(folder), lambda line: print(line, file=sys.stderr))
    print(json.dumps(result))


if __name__ == "__main__":
    _main()
