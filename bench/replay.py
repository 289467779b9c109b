"""How many commands of a recorded day the pure rules take a second: `python -m bench replay`."""

from hashlib import sha256
from time import perf_counter
from typing import Any

from bench.replay_day import LARGE, SMALL, Size, day, hall_file
from hall.plan import load_plan
from hall.replay import replay

WANTED = "a whole day of 60,000 commands in 6 s or less on one core, and the same bytes each time."


def measure(size: Size) -> dict[str, Any]:
    """Three runs of one day: the best one's speed, and whether all printed the same bytes."""
    plan, lines = load_plan(hall_file(size)), day(size)
    seconds, prints = [], set()
    for _ in range(3):
        begin = perf_counter()
        printed = list(replay(plan, lines))
        seconds.append(perf_counter() - begin)
        prints.add(sha256("\n".join(printed).encode()).hexdigest())
    refused = sum(line.startswith('{"refused"') for line in printed)
    return {
        "hall": size.name, "commands": len(lines), "lines_printed": len(printed), "refused": refused,
        "seconds": round(min(seconds), 3), "commands_per_second": round(len(lines) / min(seconds)),
        "same_bytes": len(prints) == 1, "sha256": min(prints),
    }  # fmt: skip


def run() -> dict[str, Any]:
    """Both halls; a day of 60,000 commands must take 6 s or less on one core."""
    return {"benchmark": "replay", "days": [measure(SMALL), measure(LARGE)]}


def lines(result: dict[str, Any]) -> list[str]:
    """A line a hall."""
    return [
        f"{row['hall']:>13}: {row['commands']} commands in {row['seconds']:.2f} s, "
        f"{row['commands_per_second']} a second, same bytes: {'yes' if row['same_bytes'] else 'NO'}"
        for row in result["days"]
    ]
