"""What the naive hall knows of files, time, green windows and the order; its commands stand in `naive_hall`."""

import json
import tomllib
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from wire.instant import format_instant

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MS = timedelta(milliseconds=1)
WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
HEAD = [
    "seq",
    "at",
    "epoch",
    "command",
    "type",
    "ticket",
    "counter",
    "services",
    "reason",
    "rule",
    "call",
    "waited_s",
]


class NaiveRules:
    def __init__(self, hall_file: bytes) -> None:
        file = tomllib.loads(hall_file.decode(), parse_float=Fraction)
        self.hall = file["hall"]
        self.queue = file.get("queue", {})
        self.services = {s["id"]: s for s in file.get("service", [])}
        self.places = {c["id"]: c for c in file.get("counter", [])}
        self.windows = {g["id"]: g for g in file.get("green_window", [])}
        self.clerks = {c["id"]: c for c in file.get("clerk", [])}
        self.devices = {d["id"]: d for d in file.get("device", [])}
        self.zone = ZoneInfo(self.hall["timezone"])
        self.now: int | None = None
        self.seq = 0
        self.seen: set[tuple[str, str]] = set()
        self.tickets: list[dict[str, Any]] = []
        self.bookings: dict[str, dict[str, Any]] = {}
        self.counters: dict[str, dict[str, Any]] = {
            name: {"state": "closed", "clerk": None, "ticket": None} for name in self.places
        }
        self.greens: dict[str, dict[str, Any]] = {
            name: {"mode": "auto", "on": False} for name in self.windows
        }
        self.out: list[str] = []
        self.command: str | None = None
        self.device = ""

    def emit(self, kind: str, **fields: Any) -> None:
        self.seq += 1
        whole = {"seq": self.seq, "at": format_instant(self.now or 0), "epoch": 0, "type": kind, **fields}
        if self.command is not None:
            whole["command"] = self.command
        names = [n for n in HEAD if n in whole] + sorted(n for n in whole if n not in HEAD)
        self.out.append(
            json.dumps(
                {n: whole[n] for n in names if whole[n] is not None},
                ensure_ascii=False,
                separators=(",", ":"),
            )
        )
        if kind not in ("green_entered", "green_left"):
            self.count_greens()

    # --- time --------------------------------------------------------------------------------------------------

    def local_date(self, t: int) -> date:
        return (EPOCH + t * MS).astimezone(self.zone).date()

    def instant(self, day: date, clock: str) -> int:
        hours, minutes = map(int, clock.split(":"))
        if hours == 24:
            day, hours = day + timedelta(days=1), 0
        return (datetime(day.year, day.month, day.day, hours, minutes, tzinfo=self.zone) - EPOCH) // MS

    def spans(
        self, day: date, weekly: list[str], extra: list[str], closed: list[str]
    ) -> list[tuple[int, int]]:
        found = []
        for text in weekly if str(day) not in closed else []:
            days, clock = text.split() if " " in text else ("Mon-Sun", text)
            hit = False
            for part in days.split(","):
                a, b = (part.split("-") * 2)[:2]
                hit |= WEEK.index(a) <= day.weekday() <= WEEK.index(b)
            if hit:
                found.append(clock)
        found += [text.split()[1] for text in extra if text.split()[0] == str(day)]
        return [(self.instant(day, c.split("-")[0]), self.instant(day, c.split("-")[1])) for c in found]

    def around(self, t: int) -> list[date]:
        return [self.local_date(t) + timedelta(days=i) for i in (-1, 0, 1)]

    def inside(self, t: int, weekly: list[str], extra: list[str] = [], closed: list[str] = []) -> bool:  # noqa: B006
        return any(s <= t < e for d in self.around(t) for s, e in self.spans(d, weekly, extra, closed))

    def hall_is_open(self, t: int) -> bool:
        h = self.hall
        return "open" not in h or self.inside(t, h["open"], h.get("extra", []), h.get("closed", []))

    def pass_time(self, at: int) -> None:
        if self.now is None:
            self.now = at
            self.open = self.hall_is_open(at)
            return
        edges = set()
        day = self.local_date(self.now) - timedelta(days=1)
        while day <= self.local_date(at) + timedelta(days=1):
            edges.add(self.instant(day, "00:00"))
            hours = self.spans(
                day, self.hall.get("open", []), self.hall.get("extra", []), self.hall.get("closed", [])
            )
            for window in self.windows.values():
                hours += self.spans(day, window.get("when", []), [], [])
            edges |= {edge for span in hours for edge in span}
            day += timedelta(days=1)
        begin = self.now
        for edge in sorted(e for e in edges if begin < e <= at):
            self.now = edge
            self.count_greens()
            if self.hall_is_open(edge) != self.open:
                self.open = not self.open
                self.emit("hall_opened" if self.open else "hall_closed")
            if edge == self.instant(self.local_date(edge), "00:00"):
                self.midnight()
        self.now = at

    def midnight(self) -> None:
        for ticket in list(self.tickets):
            if ticket["state"] not in ("finished", "cancelled"):
                ticket["state"] = "expired"
                ticket["pin"] = None
                self.emit("ticket_expired", ticket=ticket["number"])
        for name, counter in self.counters.items():
            if counter["state"] != "closed":
                counter.update(state="closed", clerk=None, ticket=None)
                self.emit("counter_closed", counter=name)
        self.tickets = []

    # --- green windows -----------------------------------------------------------------------------------------

    def short_waiting(self, name: str) -> int:
        return sum(
            t["state"] == "waiting"
            and t["pin"] is None
            and set(t["needs"]) <= set(self.windows[name]["services"])
            for t in self.tickets
        )

    def count_greens(self) -> None:
        for name in self.windows:
            self.count_green(name, self.greens[name]["on"])

    def count_green(self, name: str, was: bool) -> None:
        window, green, count = self.windows[name], self.greens[name], self.short_waiting(name)
        if green["mode"] != "auto":
            wanted = green["mode"] == "on"
        elif "when" in window and not self.inside(self.now or 0, window["when"]):
            wanted = False
        elif was:
            wanted = not count < window["leave_below"]
        else:
            wanted = count > window["enter_above"]
        if wanted != green["on"]:
            green["on"] = wanted
            self.emit("green_entered" if wanted else "green_left", rule=name, waiting=count)

    # --- the order ---------------------------------------------------------------------------------------------

    def served(self, name: str) -> set[str]:
        services = set(self.places[name].get("services", self.services))
        clerk = self.counters[name]["clerk"]
        return services & set(self.clerks[clerk].get("services", self.services)) if clerk else services

    def minutes(self, table: dict[str, Any], key: str, default: int) -> int:
        return int(Fraction(table.get(key, default)) * 60000)

    def index(self, t: dict[str, Any]) -> Fraction:
        needs = [self.services[n] for n in t["needs"]]
        weight: Fraction = min(Fraction(s.get("weight", 1)) for s in needs)
        ready: int = t["ready"]
        head = min(self.minutes(s, "head_start_minutes", 0) for s in needs)
        if t["priority"] != "none":
            head += self.minutes(self.queue, "priority_head_start_minutes", 0)
        return weight * ((self.now or 0) - ready + head)

    def choose(self, name: str) -> tuple[dict[str, Any], str, str | None] | None:  # noqa: C901 - five rules
        now = self.now or 0

        def by_ready(ticket: dict[str, Any]) -> tuple[int, int]:
            return ticket["ready"], ticket["order"]

        waiting = [t for t in self.tickets if t["state"] == "waiting"]
        pinned = [t for t in waiting if t["pin"] == name]
        if pinned:
            return min(pinned, key=by_ready), "pinned", None
        eligible = sorted(
            (t for t in waiting if t["pin"] is None and set(t["needs"]) & self.served(name)), key=by_ready
        )
        if not eligible:
            return None
        limit = self.queue.get("max_wait_minutes")
        if limit is not None and now - eligible[0]["ready"] > int(Fraction(limit) * 60000):
            return eligible[0], "overdue", None
        if self.places[name].get("priority"):
            for t in eligible:
                if t["priority"] != "none":
                    return t, "priority", None
        for rule, window in self.windows.items():
            if self.greens[rule]["on"] and name in window["counters"]:
                for t in eligible:
                    if set(t["needs"]) <= set(window["services"]):
                        return t, "green", rule
        return max(eligible, key=lambda t: (self.index(t), -t["order"])), "order", None
