"""A hall in a few words and a day in it, line by line: tests of the rules read like the contract."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hall import State, new_state
from hall.plan import Plan, load_plan
from hall.replay import Replay

Table = dict[str, Any]
_DEVICES: Table = {
    "kiosk": {"kind": "kiosk"},
    "console": {"kind": "console"},
    "guide": {"kind": "guide"},
    "display": {"kind": "display"},
    "strip": {"kind": "strip", "counter": "1"},
    "eval": {"kind": "evaluator", "counter": "1"},
    "pad-1": {"kind": "pad", "counter": "1"},
    "pad-23": {"kind": "pad", "addresses": {"1": "2", "2": "3"}},
}


def toml(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(k)} = {toml(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _tables(section: str, entries: Table, **defaults: Any) -> list[str]:
    lines = []
    for name, keys in entries.items():
        lines += [f"[[{section}]]", f"id = {toml(name)}"]
        lines += [f"{key} = {toml(value)}" for key, value in {**defaults, **keys}.items()]
    return lines


def hall_file(
    services: Table | None = None,
    counters: Table | None = None,
    green: Table | None = None,
    clerks: Table | None = None,
    queue: Table | None = None,
    hall: Table | None = None,
) -> bytes:
    """A hall file: unless said otherwise services a, b, c (prefixes A, B, C) and counters 1, 2, 3 for all of them."""
    top = {
        "id": "h", "name": {"zh": "厅"}, "timezone": "Asia/Shanghai", "languages": ["zh", "en"], **(hall or {}),
    }  # fmt: skip
    lines = ["[hall]", *(f"{key} = {toml(value)}" for key, value in top.items())]
    lines += ["[queue]", *(f"{key} = {toml(value)}" for key, value in (queue or {}).items())]
    for name, keys in {"a": {}, "b": {}, "c": {}, **(services or {})}.items():
        lines += _tables("service", {name: {"prefix": name[0].upper(), "name": {"zh": name}, **keys}})
    known = {"1": {}, "2": {}, "3": {}, **(counters or {})}
    lines += _tables("counter", known)
    lines += _tables(
        "green_window", green or {}, services=["a"], counters=["1"], enter_above=2, leave_below=2
    )
    lines += _tables("clerk", {name: {"name": name, **keys} for name, keys in (clerks or {}).items()})
    return "\n".join(lines + _tables("device", _DEVICES)).encode()


def hall_plan(**parts: Table) -> Plan:
    """The plan of such a hall file."""
    return load_plan(hall_file(**parts))


class HallDay:
    """A hall and what happens in it. Times are the hall's own, on 2026-11-20 (a Friday) unless a date is written."""

    def __init__(self, plan: Plan | None = None, **parts: Table) -> None:
        self.plan = plan or hall_plan(**parts)
        self.replay = Replay(new_state(self.plan))
        self.line = 0

    @property
    def state(self) -> State:
        return self.replay.state

    def at(self, clock: str) -> str:
        day, time = clock.split(" ") if " " in clock else ("2026-11-20", clock)
        local = datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZoneInfo(self.plan.hall.timezone))
        return local.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def moment(self, clock: str) -> int:
        """The same in milliseconds."""
        return (datetime.fromisoformat(self.at(clock)) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(
            milliseconds=1
        )

    def raw(self, line: bytes) -> list[str]:
        """What that line brings, as JSON."""
        self.line += 1
        return self.replay.take(self.line, line)

    def do(self, clock: str, words: str, **fields: Any) -> list[str]:
        """`do("09:00", "pad-1 next 1")`: device, command, counter or ticket; the rest by name. In brief."""
        device, kind, *subject = words.split()
        if kind == "issue_ticket":
            fields["services"] = subject
        elif subject:
            names = {"set_green": "rule", "check_in": "appointment", "book_appointment": "appointment"}
            about_ticket = kind in ("requeue", "resume", "cancel_ticket", "rate", "report_print", "reprint")
            fields[names.get(kind, "ticket" if about_ticket else "counter")] = subject[0]
        line = {"at": self.at(clock), "device": device, "type": kind, **fields}
        return [brief(text) for text in self.raw(json.dumps(line).encode())]

    def issue(self, clock: str, *needs: str, **fields: Any) -> str:
        """A ticket's number."""
        last = self.do(clock, f"kiosk issue_ticket {' '.join(needs)}", **fields)
        return next(line.split()[1] for line in last if line.startswith("ticket_issued"))

    def open(self, clock: str, *counters: str) -> None:
        for counter in counters:
            assert self.do(clock, f"console open_counter {counter}")[-1] == f"counter_opened {counter}"


def brief(line: str) -> str:
    """`ticket_called A001 1 green short`: what a test of the order wants to know of an event."""
    fields = json.loads(line)
    if "refused" in fields:
        return f"refused {fields['refused']}"
    kind = fields["type"]
    shown = {
        "ticket_called": ("ticket", "counter", "reason", "rule"),
        "service_finished": ("ticket", "counter", "services"),
        "ticket_transferred": ("ticket", "services", "to_counter", "position"),
        "ticket_requeued": ("ticket", "position"),
    }.get(kind, ("ticket", "counter", "rule", "waiting"))
    values = (fields[name] for name in shown if name in fields)
    return " ".join([kind, *("+".join(v) if isinstance(v, list) else str(v) for v in values)])
