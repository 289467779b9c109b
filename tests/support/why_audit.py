"""What is printed about a call, read back and checked against the naive hall: every time, count, figure and reason."""

import re
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Any

from tests.support.naive_hall import NaiveHall
from tests.support.naive_rules import EPOCH, MS

_CLOCK = r"[-\d: ]+(?: \([-+]\d\d:\d\d\))?"
_DUE = re.compile(r"-([\d:.]+) \[due in ([\d:.]+) (h|min)\]")
_FIGURE = re.compile(
    r"(?:(?P<weight>[\d.]+) × )?(?P<terms>\([^)]*\)|[-\d:.]+ (?:waited|\[[^]]*\])(?: \+ [^=;,]*?)?)"
    r"(?: = (?P<total>-?[\d:.]+))?$"
)
_PASSED = re.compile(
    rf"  (\w+)(?: \(appointment for ({_CLOCK})\))?, (ready since|not due until) ({_CLOCK}), (.*)"
)
_WINDOW = re.compile(
    r'green window "(\w+)" \(begins above (\d+), ends below (\d+)'
    r"(?:, only ([^)[]*?)(?: \[of a time that comes twice the first\])?"
    r")?\) ([^;]*), (\d+) short tickets? waiting now"
)


@dataclass
class Then:
    """The naive hall just before a call."""

    hall: "Audited"
    now: int
    counter: str
    called: dict[str, Any]
    reason: str
    rule: str | None
    waiting: list[dict[str, Any]]
    greens: dict[str, dict[str, Any]]
    switches: dict[str, tuple[int, int]]
    choice: tuple[dict[str, Any], str, str | None] | None
    served: set[str]
    clerk: str | None


class Audited(NaiveHall):
    """A naive hall that remembers how it was at every call, and how its green windows were switched."""

    def __init__(self, hall_file: bytes) -> None:
        super().__init__(hall_file)
        self.calls: list[Then] = []
        self._switches: dict[str, tuple[int, int]] = {}

    def call(self, name: str, ticket: dict[str, Any], reason: str, rule: str | None = None) -> None:
        waiting = [dict(t, index=self.index(t)) for t in self.tickets if t["state"] == "waiting"]
        greens = {w: dict(g, count=self.short_waiting(w)) for w, g in self.greens.items()}
        (called,) = [t for t in waiting if t["number"] == ticket["number"]]
        self.calls.append(
            Then(
                self, self.now or 0, name, called, reason, rule, waiting, greens, dict(self._switches),
                self.choose(name), self.served(name), self.counters[name]["clerk"],
            )
        )  # fmt: skip
        super().call(name, ticket, reason, rule)

    def emit(self, kind: str, **fields: Any) -> None:
        if kind == "green_entered" and self.greens[fields["rule"]]["mode"] == "auto":
            self._switches[fields["rule"]] = (self.now or 0, fields["waiting"])
        super().emit(kind, **fields)

    def do_set_green(self, c: Any) -> None:
        if c.rule in self.windows and self.greens[c.rule]["mode"] != c.mode:
            self._switches[c.rule] = (self.now or 0, self.short_waiting(c.rule))
        super().do_set_green(c)

    def clock(self, moment: int, now: int) -> str:
        local, day = ((EPOCH + t * MS).astimezone(self.zone) for t in (moment, now))
        first, second = (local.replace(fold=fold).utcoffset() for fold in (0, 1))
        which = "" if first == second else f" ({local.isoformat()[-6:]})"
        return (
            f"{local:%H:%M:%S}{which}" if local.date() == day.date() else f"{local:%Y-%m-%d %H:%M:%S}{which}"
        )


def audit(then: Then, lines: list[str]) -> None:
    """The English lines about that call. Raises AssertionError."""
    _head(then, lines[0])
    earlier = sorted((t for t in then.waiting if _place(t) < _place(then.called)), key=_place)
    passed = [line for line in lines[1:-1] if "was passed over" in line]
    assert [line.split()[0].strip(",") for line in passed] == [t["number"] for t in earlier[:10]]
    more = [line for line in lines if re.search(r"more that (was|were) ready earlier$", line)]
    were = "was" if len(earlier) == 11 else "were"
    assert more == (
        [f"  and {len(earlier) - 10} more that {were} ready earlier"] if len(earlier) > 10 else []
    )
    for line, ticket in zip(passed, earlier[:10], strict=True):
        _passed(then, ticket, line)
    _next_largest(then, [line for line in lines[1:-1] if line not in passed and line not in more])
    _rules(then, lines[-1])


def _place(ticket: dict[str, Any]) -> tuple[int, int]:
    return ticket["ready"], ticket["order"]


def _eligible(then: Then) -> list[dict[str, Any]]:
    return [t for t in then.waiting if t["pin"] is None and set(t["needs"]) & then.served]


def _milliseconds(text: str) -> Fraction:
    minutes, seconds = text.removeprefix("-").split(":")
    return (int(minutes) * 60 + Fraction(seconds)) * 1000 * (-1 if text[0] == "-" else 1)


def work_out(text: str) -> Fraction:
    """A printed figure, worked out again from its parts: in milliseconds."""
    form = _FIGURE.search(text)
    assert form is not None, text
    terms = [_milliseconds(term.split()[0]) for term in form["terms"].strip("()").split(" + ")]
    total = Fraction(form["weight"] or 1) * sum(terms)
    assert form["total"] is None or _milliseconds(form["total"]) == total, text
    return total


def _figure(then: Then, ticket: dict[str, Any], text: str) -> None:
    assert work_out(text) == ticket["index"], f"{text}: it is {ticket['index']}"
    waited = re.search(r"(-?[\d:.]+) (?:waited|\[due in)", text)
    assert waited is not None
    assert _milliseconds(waited[1]) == then.now - ticket["ready"], text
    assert ("waited" in text) == (then.now >= ticket["ready"])
    due, left = _DUE.search(text), ticket["ready"] - then.now
    assert due is None or due[2] == (_in_hours(left) if due[3] == "h" else due[1])
    assert due is None or (due[3] == "h") == (left >= 3_600_000)


def _in_hours(milliseconds: int) -> str:
    said = str(timedelta(hours=0, minutes=0, seconds=milliseconds // 1000 % 3600))
    return f"{milliseconds // 3_600_000}{said[1:]}".removesuffix(":00")


def _head(then: Then, line: str) -> None:
    ticket, clock = then.called, then.hall.clock
    begin = f"{clock(then.now, then.now)} {ticket['number']} was called to counter {then.counter}, "
    assert line.startswith(begin)
    waited = then.now - ticket["issued"]
    assert line[len(begin) :].startswith(f"{waited // 60000}:{waited // 1000 % 60:02d} after its ")
    early, ready = ticket["ready"] > then.now, clock(ticket["ready"], then.now)
    assert line.endswith(f"{'not due until' if early else 'since'} {ready}."), line
    assert ("it is an appointment for" in line) or not early
    _HEADS[then.reason](then, line)


def _pinned(then: Then, line: str) -> None:
    assert "it was waiting for this very counter" in line
    assert then.called["pin"] == then.counter


def _overdue(then: Then, line: str) -> None:
    form = re.search(r"it had waited ([\d:.]+), longer than the limit of ([\d.]+) minutes, and longest", line)
    assert form is not None, line
    assert _milliseconds(form[1]) == then.now - then.called["ready"] > Fraction(form[2]) * 60_000
    assert min(_eligible(then), key=_place) == then.called


def _priority(then: Then, line: str) -> None:
    assert f"of them it ({then.called['priority']}) " in line.replace("with an infant", "infant")
    assert min((t for t in _eligible(then) if t["priority"] != "none"), key=_place) == then.called


def _green(then: Then, line: str) -> None:
    form = re.search(r'green window "(\w+)" (.*), so short business went first', line)
    assert form is not None
    assert form[1] == then.rule
    short = [t for t in _eligible(then) if set(t["needs"]) <= set(then.hall.windows[form[1]]["services"])]
    assert min(short, key=_place) == then.called
    _switched(then, form[1], form[2])


def _switched(then: Then, rule: str, words: str) -> None:
    """`… since 09:04:00, when 3 short tickets waited …`."""
    at, count = then.switches[rule]
    form = re.search(rf"(?:since|at) ({_CLOCK}), when (\d+) short tickets? waited", words)
    assert form is not None, words
    assert (form[1], int(form[2])) == (then.hall.clock(at, then.now), count), words
    assert ("on by hand" in words) == (then.greens[rule]["mode"] == "on")
    assert ("off by hand" in words) == (then.greens[rule]["mode"] == "off")
    above = re.search(r"\(more than (\d+)\)", words)
    assert above is None or count > int(above[1]) == then.hall.windows[rule]["enter_above"]


def _order(then: Then, line: str) -> None:
    eligible, due = _eligible(then), [t for t in _eligible(then) if t["ready"] <= then.now]
    assert ("nobody whom this counter could call was due yet" in line) == (not due)
    if "largest figure" in line:
        _figure(then, then.called, line.split("largest figure: ")[1].split("; ", maxsplit=1)[0])
        assert max(eligible, key=lambda t: (t["index"], -t["order"])) == then.called
    else:
        assert "first come, first served" in line or "it is the next to be" in line
        assert min(eligible, key=_place) == then.called


def _manual(then: Then, line: str) -> None:
    assert "the clerk chose it by hand" in line
    ticket = then.called
    elsewhere = ticket["pin"] not in (None, then.counter)
    assert (f"though it was waiting for counter {ticket['pin']}" in line) == elsewhere
    assert ("was not served here" in line) == (ticket["pin"] is None and ticket not in _eligible(then))
    if then.choice is None:
        assert "the order had nobody to call here" in line
        return
    other, reason, rule = then.choice
    number = "it too" if other["number"] == ticket["number"] else other["number"]
    form = re.search(rf"the order would have called {number} \((.*)\); (?:it had been|it is)", line)
    assert form is not None, line
    due = [t for t in _eligible(then) if t["ready"] <= then.now]
    said = {
        "pinned": "it was waiting for this very counter",
        "overdue": "it was ready for longer than the limit",
        "priority": "this counter calls those with priority first",
        "green": f'green window "{rule}": short business first',
        "order": "first come, first served" if due else "nobody was due yet, and it is the next to be",
    }
    if form[1].startswith("the largest figure: "):
        (same,) = [t for t in then.waiting if t["number"] == other["number"]]
        _figure(then, same, form[1].removeprefix("the largest figure: "))
    else:
        assert form[1] == said[reason]


_HEADS = {
    "pinned": _pinned, "overdue": _overdue, "priority": _priority, "green": _green, "order": _order, "manual": _manual,
}  # fmt: skip


def _passed(then: Then, ticket: dict[str, Any], line: str) -> None:
    form = _PASSED.match(line)
    assert form is not None, line
    assert form[4] == then.hall.clock(ticket["ready"], then.now)
    assert (form[3] == "not due until") == (ticket["ready"] > then.now)
    why, place = form[5].removeprefix("was passed over: "), then.hall.places[then.counter]
    needs, eligible = set(ticket["needs"]), any(t["number"] == ticket["number"] for t in _eligible(then))
    serves = set(place.get("services", then.hall.services))
    if ticket["pin"] not in (None, then.counter):
        assert why == f"it waits for counter {ticket['pin']}"
    elif ticket["pin"] is None and not needs & serves:
        assert why == f"counter {then.counter} does not serve what it needs ({_names(ticket['needs'])})"
    elif ticket["pin"] is None and not eligible:
        assert then.clerk is not None
        named = _names([need for need in ticket["needs"] if need in serves])
        assert why == f"clerk {then.clerk} does not serve what it needs ({named})"
    elif then.reason == "order":
        _passed_by_figure(then, ticket, why)
    else:
        _passed_by_rule(then, ticket, why)


def _passed_by_rule(then: Then, ticket: dict[str, Any], why: str) -> None:
    if then.reason == "green" and then.rule is not None:
        long = [n for n in ticket["needs"] if n not in then.hall.windows[then.rule]["services"]]
        assert long
        assert why == f'what it needs ({_names(long)}) is not short business of "{then.rule}"'
    elif then.reason == "priority":
        assert (why, ticket["priority"]) == ("it has no priority class", "none")
    else:
        said = {
            "pinned": "tickets for this very counter go first",
            "manual": "the clerk chose another by hand",
        }
        assert why == said[then.reason]


def _passed_by_figure(then: Then, ticket: dict[str, Any], why: str) -> None:
    words, shown = why.split(": ")
    same = ticket["index"] == then.called["index"]
    assert words == ("it had the same figure but was issued later" if same else "it had a smaller figure")
    assert same or ticket["index"] < then.called["index"]
    assert not same or ticket["order"] > then.called["order"]
    _figure(then, ticket, shown)


def _names(needs: list[str]) -> str:
    return ", ".join(f"thing {need}" for need in needs)


def _next_largest(then: Then, lines: list[str]) -> None:
    assert len(lines) <= 1
    for line in lines:
        number, shown = line.split()[0].strip(","), line.split(": ")[1]
        others = [t for t in _eligible(then) if t is not then.called]
        best = max(others, key=lambda t: (t["index"], -t["order"]))
        assert best["number"] == number
        _figure(then, best, shown)


def _rules(then: Then, line: str) -> None:
    assert line.startswith("  rules in force: ")
    place, hall = then.hall.places[then.counter], then.hall
    assert ("priority counter" in line) == bool(place.get("priority"))
    assert ("longest wait" in line) == ("max_wait_minutes" in hall.queue)
    narrowed = then.served != set(place.get("services", hall.services))
    assert (f"clerk {then.clerk}, who serves " in line) == narrowed
    if narrowed:
        named = f"only {_names([s for s in hall.services if s in then.served])}" if then.served else "nothing"
        assert f"who serves {named} here" in line
    shown = _WINDOW.findall(line)
    assert [s[0] for s in shown] == [
        w for w, keys in hall.windows.items() if then.counter in keys["counters"]
    ]
    for rule, above, below, when, stood, count in shown:
        keys, green = hall.windows[rule], then.greens[rule]
        assert (int(above), int(below), int(count)) == (
            keys["enter_above"],
            keys["leave_below"],
            green["count"],
        )
        assert when == ", ".join(keys.get("when", [])).replace("Sat,Sun", "Sat-Sun")
        inside = "when" not in keys or hall.inside(then.now, keys["when"])
        if green["mode"] != "auto" or green["on"]:
            _switched(then, rule, stood)
        else:
            now = hall.clock(then.now, then.now)
            outside = f"outside its hours at {now}" if "(" in now else "outside its hours"
            assert stood == ("not engaged" if inside else f"{outside}, so not engaged")
        assert green["mode"] != "auto" or ("not engaged" in stood) == (not green["on"])
