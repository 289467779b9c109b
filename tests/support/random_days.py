"""Random halls and random days for them, from a seed: every command, every option of the hall file, and mistakes.

Each day is played through the naive hall while it is made, so that most commands make sense; what that hall printed
comes with it.
"""

import json
import random
from dataclasses import dataclass, field
from typing import Any

from tests.support.naive_hall import EndOfReplayError, NaiveHall
from wire.instant import format_instant, parse_instant

_ZONES = ("Asia/Shanghai", "Europe/Berlin", "Australia/Lord_Howe", "America/New_York", "Africa/Cairo", "UTC")
_DAYS = ("2026-11-20", "2026-03-29", "2026-10-25", "2026-04-04", "2026-10-03", "2024-02-29", "2026-04-23")
_WHEN = (
    "08:00-09:30",
    "Mon-Fri 08:00-12:00",
    "Sat,Sun 00:00-24:00",
    "10:00-24:00",
    "00:00-02:30",
    "Fri 12:00-12:01",
)
_OPEN = (
    ["Mon-Fri 08:30-16:30", "Sat 09:00-15:00"],
    ["07:00-12:00", "12:00-20:00"],
    ["00:00-24:00"],
    ["Sun 01:00-02:00"],
)
_PRESSES = {
    "closed": "open_counter open_counter open_counter next",
    "idle": "next next next next next call pause_counter close_counter done",
    "called": "next start start no_show no_show transfer hold recall done close_counter",
    "serving": "next next done done transfer transfer hold recall start no_show pause_counter",
    "paused": "resume_counter resume_counter resume_counter close_counter next hold",
}
_ABOUT = {
    "requeue": "no_show", "resume": "held", "cancel_ticket": "waiting held no_show", "rate": "finished",
    "report_print": "waiting",
}  # fmt: skip
_PRIORITY = ("none", "none", "none", "elderly", "ill", "pregnant")


@dataclass
class RandomDay:
    """A hall file, the lines of a day in it, and what the naive hall printed."""

    hall: bytes
    lines: list[bytes]
    printed: list[str]


def random_day(seed: int, length: int = 120) -> RandomDay:
    """The same seed gives the same day."""
    chance = random.Random(seed)
    hall = _Hall(chance)
    file = hall.toml().encode()
    day = _Day(chance, hall, NaiveHall(file))
    lines, printed = day.play(length)
    return RandomDay(file, lines, printed)


def _some(chance: random.Random, names: list[str], least: int = 1) -> list[str]:
    return chance.sample(names, chance.randint(min(least, len(names)), len(names)))


@dataclass
class _Hall:
    chance: random.Random
    services: list[str] = field(default_factory=list)
    counters: list[str] = field(default_factory=list)
    windows: list[str] = field(default_factory=list)
    clerks: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.services = [f"s{i}" for i in range(self.chance.randint(1, 5))]
        self.counters = [f"{i}" for i in range(1, self.chance.randint(1, 4) + 1)]
        self.windows = [f"g{i}" for i in range(self.chance.choice((0, 1, 1, 2)))]
        self.clerks = ["li", "wang"]
        self.zone = self.chance.choice(_ZONES)

    def toml(self) -> str:
        parts = [self._hall(), self._queue()]
        parts += [self._service(s) for s in self.services]
        served = {
            c: _some(self.chance, self.services) if self.chance.random() < 0.6 else None
            for c in self.counters
        }
        parts += [self._counter(c, served[c]) for c in self.counters]
        parts += [self._window(w, served) for w in self.windows]
        parts += [self._clerk(c) for c in self.clerks]
        parts += [
            f'[[device]]\nid = "{kind}"\nkind = "{kind}"' for kind in ("kiosk", "console", "guide", "display")
        ]
        parts += [f'[[device]]\nid = "eval"\nkind = "evaluator"\ncounter = "{self.counters[0]}"']
        parts += [f'[[device]]\nid = "pad-{c}"\nkind = "pad"\ncounter = "{c}"' for c in self.counters]
        both = ", ".join(f'"{i}" = "{c}"' for i, c in enumerate(self.counters[:2]))
        parts += [f'[[device]]\nid = "pads"\nkind = "pad"\naddresses = {{ {both} }}']
        return "\n".join(parts)

    def _hall(self) -> str:
        lines = [
            f'[hall]\nid = "h"\nname = {{ zh = "厅" }}\ntimezone = "{self.zone}"\nlanguages = ["zh", "en"]'
        ]
        if self.chance.random() < 0.5:
            lines.append(f"open = {json.dumps(self.chance.choice(_OPEN))}")
            day = self.chance.choice(_DAYS)
            if self.chance.random() < 0.3:
                lines.append(f'closed = ["{day}"]')
            if self.chance.random() < 0.3:
                lines.append(f'extra = ["{day} 06:00-22:00", "{day} 21:00-24:00"]')
        return "\n".join(lines)

    def _queue(self) -> str:
        lines = ["[queue]"]
        if self.chance.random() < 0.5:
            lines.append(f"max_wait_minutes = {self.chance.choice((1, 10, 30, 0.5))}")
        if self.chance.random() < 0.5:
            lines.append(f"priority_head_start_minutes = {self.chance.choice((0, 5, 0.25))}")
        if self.chance.random() < 0.5:
            lines.append(f"appointment_head_start_minutes = {self.chance.choice((0, 5, 30))}")
            lines.append(f"appointment_grace_minutes = {self.chance.choice((0, 5, 30))}")
        return "\n".join(lines)

    def _service(self, name: str) -> str:
        lines = [
            f'[[service]]\nid = "{name}"\nprefix = "{self.chance.choice("AAB")}"\nname = {{ zh = "事" }}'
        ]
        if self.chance.random() < 0.5:
            lines.append(f"weight = {self.chance.choice(('1', '1.1', '1.10', '0.3', '2', '3.3'))}")
        if self.chance.random() < 0.3:
            lines.append(f"head_start_minutes = {self.chance.choice((1, 2.5, 10))}")
        if self.chance.random() < 0.2:
            lines.append(f"daily_limit = {self.chance.randint(0, 6)}")
        return "\n".join(lines)

    def _counter(self, name: str, served: list[str] | None) -> str:
        lines = [
            f'[[counter]]\nid = "{name}"\npriority = {"true" if self.chance.random() < 0.3 else "false"}'
        ]
        if served is not None:
            lines.append(f"services = {json.dumps(served)}")
        return "\n".join(lines)

    def _window(self, name: str, served: dict[str, list[str] | None]) -> str:
        services = _some(self.chance, self.services)
        able = [c for c in self.counters if served[c] is None or set(services) & set(served[c] or ())]
        if not able:
            services, able = list(self.services), self.counters
        enter = self.chance.randint(0, 4)
        lines = [
            f'[[green_window]]\nid = "{name}"\nservices = {json.dumps(services)}',
            f"counters = {json.dumps(_some(self.chance, able))}",
            f"enter_above = {enter}\nleave_below = {self.chance.randint(0, enter + 1)}",
        ]
        if self.chance.random() < 0.5:
            lines.append(f"when = {json.dumps(_some(self.chance, list(_WHEN)))}")
        return "\n".join(lines)

    def _clerk(self, name: str) -> str:
        lines = [f'[[clerk]]\nid = "{name}"\nname = "{name}"']
        if self.chance.random() < 0.6:
            lines.append(f"services = {json.dumps(_some(self.chance, self.services))}")
        return "\n".join(lines)


@dataclass
class _Day:
    chance: random.Random
    hall: _Hall
    naive: NaiveHall
    bookings: list[str] = field(default_factory=list)
    past: list[bytes] = field(default_factory=list)

    def play(self, length: int) -> tuple[list[bytes], list[str]]:
        day = self.chance.choice(_DAYS)
        clock = self.chance.choice(("08:00", "00:30", "15:30", "22:40", "13:29"))
        self.at = parse_instant(f"{day}T{clock}:00Z")
        self.pace = self.chance.choice((1000, 20_000, 240_000))
        lines: list[bytes] = []
        printed: list[str] = []
        for number in range(1, length + 1):
            lines.append(self._line(number))
            try:
                printed += self.naive.line(number, lines[-1])
            except EndOfReplayError:
                return lines, [*printed, f"ended at {number}"]
        return lines, printed

    def _line(self, i: int) -> bytes:
        chance = self.chance
        draw = chance.random()
        if draw < 0.03 and self.past:
            return chance.choice(self.past)  # an old press again, whatever its time
        if draw < 0.035:
            return b"  "
        self.at += chance.choice((0, 1, chance.randint(0, self.pace), chance.randint(0, self.pace), 60_000))
        if draw > 0.99:
            self.at += chance.choice((3, 9, 24, 50)) * 3_600_000
        line = {"at": format_instant(self.at), **self._command()}
        if draw < 0.4:
            line["id"] = f"{'x' if draw < 0.05 else i}"
        if 0.97 < draw <= 0.98:
            line[chance.choice(("colour", "services", "counter", "at"))] = chance.choice(([], "1", 5))
        raw = json.dumps(line).encode()
        if "id" in line:
            self.past.append(raw)
        return raw

    def _command(self) -> dict[str, Any]:
        makers = (
            [self._issue] * 6
            + [self._press] * 12
            + [self._about_ticket] * 5
            + [self._other] * 3
            + [self._book] * 2
        )
        return self.chance.choice(makers)()

    def _one_of(self, mostly: tuple[str, ...], rarely: tuple[str, ...]) -> str:
        return self.chance.choice(mostly if self.chance.random() < 0.95 else rarely)

    def _service(self) -> str:
        return "nothing" if self.chance.random() < 0.02 else self.chance.choice(self.hall.services)

    def _counter(self) -> str:
        return "99" if self.chance.random() < 0.02 else self.chance.choice(self.hall.counters)

    def _ticket(self, *states: str) -> tuple[str, str]:
        """A ticket, mostly in one of these states, and the counter it was last at."""
        fit = [t for t in self.naive.tickets if t["state"] in states]
        found = fit if fit and self.chance.random() < 0.85 else self.naive.tickets
        if not found or self.chance.random() < 0.02:
            return "Z999", self._counter()
        ticket = self.chance.choice(found)
        return ticket["number"], ticket["last"] or self._counter()

    def _needs(self) -> list[str]:
        return [self._service() for _ in range(self.chance.choice((1, 1, 1, 2, 3)))]

    def _issue(self) -> dict[str, Any]:
        fields: dict[str, Any] = {"type": "issue_ticket", "services": self._needs()}
        if self.chance.random() < 0.5:
            fields["priority"] = self.chance.choice(_PRIORITY)
        if self.chance.random() < 0.3:
            fields |= {"language": self.chance.choice(("en", None)), "help": "wheelchair"}
        return {"device": self._one_of(("kiosk", "guide", "console"), ("pad-1", "nobody")), **fields}

    def _press(self) -> dict[str, Any]:
        chance, counter = self.chance, self._counter()
        kind = chance.choice(_PRESSES[self.naive.counters.get(counter, {"state": "idle"})["state"]].split())
        if chance.random() < 0.1:
            kind = chance.choice(" ".join(_PRESSES.values()).split())
        fields: dict[str, Any] = {"type": kind, "counter": counter}
        if kind == "open_counter" and chance.random() < 0.5:
            fields["clerk"] = self._one_of(("li", "wang"), ("nobody",))
        if kind == "pause_counter" and chance.random() < 0.5:
            fields["reason"] = "茶"
        if kind == "call":
            fields["ticket"], _ = self._ticket("waiting")
        if kind == "transfer":
            fields |= chance.choice(({"to_service": self._service()}, {"to_counter": self._counter()}))
            if chance.random() < 0.4:
                fields["position"] = chance.choice(("keep", "back"))
        return {"device": self._one_of(("console", f"pad-{counter}"), ("pads", "pad-1")), **fields}

    def _about_ticket(self) -> dict[str, Any]:
        chance = self.chance
        kind = chance.choice(tuple(_ABOUT))
        ticket, last = self._ticket(*_ABOUT[kind].split())
        fields: dict[str, Any] = {"type": kind, "ticket": ticket}
        device = self._one_of(("console", f"pad-{last}"), ("pads", "guide", "pad-1"))
        if kind == "requeue" and chance.random() < 0.5:
            fields["position"] = chance.choice(("keep", "back"))
        if kind == "rate":
            fields |= {"score": chance.randint(0, 5), "reason": "好"}
            device = self._one_of(("eval", "console"), ("kiosk",))
        if kind == "report_print":
            fields |= {"result": chance.choice(("printed", "failed", "unconfirmed")), "detail": "paper_out"}
            device = "kiosk"
        return {"device": device, **fields}

    def _book(self) -> dict[str, Any]:
        chance = self.chance
        if self.bookings and chance.random() < 0.6:
            name = chance.choice(self.bookings) if chance.random() < 0.95 else "nothing"
            return {"device": "kiosk", "type": "check_in", "appointment": name}
        name = f"b{len(self.bookings) if chance.random() < 0.9 else 0}"
        self.bookings.append(name)
        away = chance.choice((-30, -15, -5, 0, chance.randint(-40, 40), 24 * 60))
        slot = format_instant(self.at + away * 60_000)
        fields = {
            "appointment": name,
            "services": self._needs(),
            "slot": slot,
            "priority": chance.choice(_PRIORITY),
        }
        return {"device": "console", "type": "book_appointment", **fields}

    def _other(self) -> dict[str, Any]:
        chance = self.chance
        if chance.random() < 0.6:
            rule = chance.choice([*self.hall.windows, "nothing"]) if self.hall.windows else "nothing"
            return {
                "device": "console",
                "type": "set_green",
                "rule": rule,
                "mode": chance.choice(("on", "off", "auto")),
            }
        return chance.choice(
            (
                {"device": "display", "type": "sync"},
                {"device": "display", "type": "report_shown", "seq": 1, "part": "screen"},
                {"device": "kiosk", "type": "ask_help"},
                {"device": "guide", "type": "reprint", "ticket": self._ticket()[0]},
                {"device": "console", "type": "announce", "text": "hello"},
                {"device": "eval", "type": "announce", "text": "hello"},
            )
        )
