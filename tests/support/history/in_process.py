"""A history without processes: a random day through the real dispatcher and its real database."""

import json
from pathlib import Path
from typing import Any

from runtime import Arrived
from tests.support.dispatcher import InProcess, TurnedClock, in_process
from tests.support.history.database import read_rows
from tests.support.history.records import History, Log
from tests.support.random_days import RandomDay
from wire.instant import parse_instant


def history_of(day: RandomDay, folder: Path) -> History:
    """Each line at its own moment; a listener hears everything. Both clocks are the day's."""
    commands = [fields for line in day.lines if (fields := _fields(line)) is not None]
    clock = TurnedClock(wall=parse_instant(commands[0]["at"]))
    logs: dict[str, Log] = {}
    with in_process(folder, clock, day.hall.decode()) as found:
        for number, fields in enumerate(commands):
            clock.pass_time(max(0.0, (parse_instant(fields["at"]) - clock.wall) / 1000))
            device = fields.pop("device")
            fields.setdefault("id", f"line-{number}")
            logs.setdefault(device, Log(device)).ask(clock.seconds, fields)
            found.step(Arrived(f"hall/h/command/{device}", json.dumps(fields).encode(), False))
        clock.pass_time(1.0)
        found.step()
        rows = read_rows(folder / "hall.db")
        listener = _distribute(found, logs)
    return History(rows, [*logs.values(), listener], all_answered=False)


def _fields(line: bytes) -> dict[str, Any] | None:
    """None for what is none of a dispatcher's: no JSON object, no device, no time."""
    try:
        fields = json.loads(line)
        parse_instant(fields["at"])
        return fields if isinstance(fields["device"], str) else None
    except (ValueError, TypeError, KeyError):
        return None


def _distribute(found: InProcess, logs: dict[str, Log]) -> Log:
    listener = Log("listener")
    for topic, payload in found.link.said:
        short = topic.removeprefix("hall/h/")
        kind, _, device = short.partition("/")
        log = logs.setdefault(device, Log(device)) if kind == "reply" else listener
        log.hear(0.0, short, json.loads(payload) if payload else {})
    return listener
