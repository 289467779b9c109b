"""How soon a dispatcher answers again that was killed late in a full day, and what it needs of memory:
`python -m bench restart`."""

import json
import subprocess
import sys
from time import perf_counter
from typing import Any

from bench.pads import HEAD, command, connect
from bench.place import dispatcher_process, hall, resident_mb
from bench.press import fill
from tests.support.dispatcher_process import Place

_TICKETS, _WAITING = 10_000, 500
_TIMES = 5
WANTED = "`ready` within 2 s, memory under 150 MB."


def run() -> dict[str, Any]:
    """A day of 10,000 tickets through a real dispatcher; then it is killed and started again, five times. Beside it a
    start on an empty database: most of either is Python itself."""
    with hall() as where:
        empty = min(_start(where)[0] for _ in range(3))
    with hall() as where:
        with dispatcher_process(where) as process:
            fill(where, _TICKETS, _WAITING)
            memory = resident_mb(process.pid)
            process.kill()
        starts = [_start(where) for _ in range(_TIMES)]
    ready = [seconds for seconds, _, _ in starts]
    return {
        "benchmark": "restart", "tickets": _TICKETS, "waiting": _WAITING, "memory_mb": memory,
        "ready_s": round(max(ready), 2), "empty_s": round(empty, 2), "ratio": round(max(ready) / empty, 2),
        "answer_s": round(max(answer for _, answer, _ in starts), 2), "all_starts_s": [round(s, 2) for s in ready],
        "memory_after_restart_mb": starts[-1][2],
    }  # fmt: skip


def lines(result: dict[str, Any]) -> list[str]:
    """Against a start with nothing to read."""
    return [
        f"killed late in a day of {result['tickets']} tickets: `ready` after {result['ready_s']} s (worst of "
        f"{len(result['all_starts_s'])}), on an empty database {result['empty_s']} s (× {result['ratio']}); "
        f"first press answered after {result['answer_s']} s",
        f"memory late in that day: {result['memory_mb']} MB; after the restart: {result['memory_after_restart_mb']} MB",
    ]


def _start(where: Place) -> tuple[float, float, float]:
    """Seconds until `ready`, seconds until a press is answered, megabytes then. Killed at the end."""
    words = [sys.executable, "-m", "greenwindow", "dispatcher", str(where.hall), "--dir", str(where.folder)]
    pad = connect(where, "console-1", "reply/console-1")
    begin = perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        ready = perf_counter() - begin
        name = f"console-1-{begin}"
        pad.publish(f"{HEAD}command/console-1", command(name, "issue_ticket", {"services": ["s0"]}))
        assert json.loads(pad.wait())["command"] == name
        return ready, perf_counter() - begin, resident_mb(process.pid)
    finally:
        process.kill()
        process.communicate()
        pad.close()
