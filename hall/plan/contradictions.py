"""What contradicts itself: a list that names something twice, a language that the hall hasn't, a notice that ends
before it begins, an address of something that has none. They look at the raw tables, as `checks` does."""

from collections.abc import Iterator
from typing import Any

from hall.plan.entries import Entry, entries, languages, named
from hall.plan.faults import PlanFault
from hall.plan.fields import moment, shown
from wire.terms import DeviceKind

_LISTS = (
    ("hall", "languages"), ("counter", "services"), ("green_window", "services"), ("green_window", "counters"),
    ("clerk", "services"),
)  # fmt: skip
_ALONE = (DeviceKind.KIOSK, DeviceKind.DISPLAY, DeviceKind.CONSOLE, DeviceKind.GUIDE)
"""Devices of which no several share a line."""


def contradictions(raw: dict[str, Any]) -> Iterator[PlanFault]:
    """Every one of them."""
    for section, key in _LISTS:
        for entry in entries(raw, section):
            yield from _listed_twice(entry, key)
    for entry in entries(raw, "device"):
        yield from _language(entry, [code for _, code in languages(raw)])
        yield from _addresses(entry)
    for entry in entries(raw, "notice"):
        yield from _over_before(entry)


def _listed_twice(entry: Entry, key: str) -> Iterator[PlanFault]:
    seen: set[str] = set()
    for where, name in named(entry.table.get(key)):
        if name in seen:
            yield PlanFault(
                f"{entry.path}.{key}{where}", f'"{name}" is there twice; each may be there once, leave it out'
            )
        seen.add(name)


def _language(entry: Entry, known: list[str]) -> Iterator[PlanFault]:
    code = entry.table.get("language")
    if isinstance(code, str) and known and code not in known:
        words = f'"{code}" is not one of hall.languages; allowed are {", ".join(known)}'
        yield PlanFault(f"{entry.path}.language", words)


def _addresses(entry: Entry) -> Iterator[PlanFault]:
    kind = entry.table.get("kind")
    if kind in _ALONE and "addresses" in entry.table:
        words = f"a {kind} has none; they are for several pads on one line, leave them out"
        yield PlanFault(f"{entry.path}.addresses", words)


def _over_before(entry: Entry) -> Iterator[PlanFault]:
    begin, end = entry.table.get("from"), entry.table.get("until")
    if begin is None or end is None:
        return
    try:
        first, last = moment(begin), moment(end)
    except ValueError:
        return  # named already
    if (last if "T" in last else f"{last}T24:00") <= first:  # a day is meant to its end
        words = f"{shown(end)} is not after from, {shown(begin)}; a later date or time is allowed"
        yield PlanFault(f"{entry.path}.until", words)
