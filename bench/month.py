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
from dispatcher.loop import Loop
from dispatcher.planfile import PlanFile
from runtime import Arrived, BrokerUrl, LinkUp
from tests.support.dispatcher import TurnedClock
from wire.instant import format_instant

_DAYS, _TICKETS, _WAITING, _COUNTERS = 30, 10_000, 500, 40
_DAY_S = timedelta(days=1).total_seconds()
_STEP_S = 9 * 3600 / _TICKETS
_BURST = 10
WANTED = "p99 on day 30 at most 1.2 times that of day 1; memory under 150 MB after a day, and flat."


class _Ear:
    """A link that is always up, and knows when a call was last said."""

    called = 0.0

    def publish(self, topic: str, payload: str, *, retain: bool = False) -> bool:
        if topic.endswith("/ticket_called"):
            self.called = perf_counter()
        return True

    def flush(self, timeout_s: float) -> bool:
        return True


def run() -> dict[str, Any]:
    """In a process of its own, so that its memory is the dispatcher's; some four minutes."""
    words = [sys.executable, "-m", "bench.month"]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def lines(result: dict[str, Any]) -> list[str]:
    """Day 30 against day 1."""
    first, last = result["days"][0], result["days"][-1]
    one, thirty = first["press_ms"], last["press_ms"]
    return [
        f"from a press with {result['waiting']} waiting to its event, on disk: day 1 p50 {one['p50']} ms, "
        f"p99 {one['p99']} ms; day {last['day']} p50 {thirty['p50']} ms, p99 {thirty['p99']} ms; "
        f"ratio of p99 {result['ratio_p99']} (of the medians of three days), of p50 {result['ratio_p50']}",
        f"memory after day 1 {first['memory_mb']} MB, after day {last['day']} {last['memory_mb']} MB; "
        f"database {last['database_mb']} MB",
    ]


def measure(folder: Path, days: int, told: Callable[[str], None]) -> dict[str, Any]:
    """So many days; the dispatcher is real but for its link, the clock is turned by hand."""
    (folder / "hall.toml").write_text(hall_file(_COUNTERS), encoding="utf-8")
    file, clock = PlanFile(folder / "hall.toml"), TurnedClock()
    broker = BrokerUrl("dispatcher", "", "127.0.0.1", 1, "little")
    body = open_body(Settings(file, file.read(), broker, folder / "hall.db"), clock, new_token)
    ear = _Ear()
    loop = body.loop(ear, lambda: None)
    loop.step([LinkUp()])
    rows: list[dict[str, Any]] = []
    for day in range(1, days + 1):
        begin = clock.seconds
        taken = _one_day(loop, ear, clock, day)
        size = sum(path.stat().st_size for path in folder.glob("hall.db*"))
        rows.append({
            "day": day, "press_ms": both(taken), "memory_mb": resident_mb(os.getpid()),
            "database_mb": round(size / 1e6, 1),
        })  # fmt: skip
        told(f"day {day}: {rows[-1]}")
        clock.pass_time(_DAY_S - (clock.seconds - begin))
    loop.end_checks()
    body.store.close()
    p99 = [row["press_ms"]["p99"] for row in rows]
    p50 = [row["press_ms"]["p50"] for row in rows]
    return {
        "benchmark": "month", "tickets_a_day": _TICKETS, "waiting": _WAITING, "days": rows,
        "ratio_p99": _ratio(p99), "ratio_p50": _ratio(p50),
    }  # fmt: skip


def _ratio(values: list[float]) -> float:
    """The last three days against the first three, by their medians: one busy second of the machine is no trend."""
    return round(sorted(values[-3:])[1] / sorted(values[:3])[1], 2)


def _one_day(loop: Loop, ear: _Ear, clock: TurnedClock, day: int) -> list[float]:
    """Half a thousand come first; then for each that is called another one comes. The seconds from each
    press to its event being said; what the dispatcher does after that nobody waits for."""
    number = 0

    def asked(device: str, kind: str, **fields: Any) -> Arrived:
        nonlocal number
        number += 1
        body = {"id": f"{day}-{number}", "at": format_instant(clock.wall), "type": kind, **fields}
        return Arrived(f"hall/little/command/{device}", json.dumps(body).encode(), False)

    def issue(n: int) -> Arrived:
        return asked("kiosk-1", "issue_ticket", services=[f"s{n % 40}"])

    loop.step([asked(f"pad-{n}", "open_counter", counter=str(n)) for n in range(1, _COUNTERS + 1)])
    for begin in range(0, _WAITING, 100):
        clock.pass_time(10)
        loop.step([issue(begin + n) for n in range(100)])
    taken = []
    for n in range(_WAITING, _TICKETS, _BURST):
        loop.step([issue(n + i) for i in range(_BURST)])
        for i in range(_BURST):
            clock.pass_time(_STEP_S)
            counter = (n + i) % _COUNTERS + 1
            press = asked(f"pad-{counter}", "next", counter=str(counter))
            begin_s = perf_counter()
            loop.step([press])
            taken.append(ear.called - begin_s)
        loop.step([])  # what is done when nobody presses
    return taken


def _main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        result = measure(Path(folder), _DAYS, lambda line: print(line, file=sys.stderr))
    print(json.dumps(result))


if __name__ == "__main__":
    _main()
