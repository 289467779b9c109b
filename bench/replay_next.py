"""What one `next` costs at 10, 100, 1,000 and 5,000 waiting: `python -m bench next`."""

from statistics import median, quantiles
from time import perf_counter_ns
from typing import Any

from bench.replay_day import LARGE, hall_file
from hall import State, advance, apply, decide, new_state
from hall.plan import load_plan
from wire.codec import command_from_fields
from wire.commands import Command
from wire.instant import format_instant, parse_instant

_BEGIN = parse_instant("2026-11-21T00:00:00Z")
_WAITING = (10, 100, 1000, 5000)
_PRESSES = 3000
_WARMING = 200
WANTED = "at most twice the cost at 10 waiting when 1,000 wait."


def _command(kind: str, at: int, **fields: Any) -> Command:
    return command_from_fields({"at": format_instant(at), "type": kind, **fields})


def _do(state: State, command: Command) -> None:
    for event in advance(state, command.at):
        apply(state, event)
    events = decide(state, command, command.at, "console")
    assert isinstance(events, list)
    for event in events:
        apply(state, event)


def _issue(state: State, at: int, i: int) -> None:
    _do(state, _command("issue_ticket", at, services=[f"s{i * 7 % LARGE.services}"]))


def measure(waiting: int) -> list[float]:
    """Microseconds of each press of `next`, decided and applied, at a hall where that many wait."""
    state = new_state(load_plan(hall_file(LARGE)))
    for i in range(waiting):
        _issue(state, _BEGIN + i, i)
    for counter in range(1, LARGE.counters + 1):
        _do(state, _command("open_counter", _BEGIN + waiting, counter=str(counter)))
    times = []
    for i in range(_PRESSES):
        at = _BEGIN + waiting + i * 1000
        _issue(state, at, waiting + i)
        press = _command("next", at, counter=str(i % LARGE.counters + 1))
        begin = perf_counter_ns()
        _do(state, press)
        times.append((perf_counter_ns() - begin) / 1000)
    return times[_WARMING:]


def run() -> dict[str, Any]:
    """Medians and p99, and as ratios to those at the fewest waiting: at most 2 at 1,000."""
    rows = []
    for waiting in _WAITING:
        times = min((measure(waiting) for _ in range(3)), key=median)
        rows.append(
            {"waiting": waiting, "median_us": round(median(times), 1), "p99_us": quantiles(times, n=100)[98]}
        )
    first = rows[0]
    for row in rows:
        row["median_ratio"] = round(row["median_us"] / first["median_us"], 2)
        row["p99_ratio"] = round(row["p99_us"] / first["p99_us"], 2)
        row["p99_us"] = round(row["p99_us"], 1)
    return {"benchmark": "next", "counters": LARGE.counters, "services": LARGE.services, "rows": rows}


def lines(result: dict[str, Any]) -> list[str]:
    """A line for each number of waiting tickets."""
    return [
        f"{row['waiting']:>6} waiting: median {row['median_us']:.0f} µs (× {row['median_ratio']}), "
        f"p99 {row['p99_us']:.0f} µs (× {row['p99_ratio']})"
        for row in result["rows"]
    ]
