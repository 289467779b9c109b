"""What no single key can tell: references, ids used twice, hours that overlap, texts without the default language.

These look at the raw tables, so that they speak in the same run as the faults of single keys. Whatever has the
wrong type is passed over here: that is named already.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from hall.plan.closest import did_you_mean
from hall.plan.contradictions import contradictions
from hall.plan.entries import Entry, entries, languages, named
from hall.plan.faults import PlanFault
from hall.plan.hours import overlap, parse_day_span

_NAMED = ("service", "counter", "green_window", "clerk", "device", "category")
_REFERENCES = (  # section, key, what it names
    ("service", "category", "category"),
    ("counter", "services", "service"),
    ("green_window", "services", "service"),
    ("green_window", "counters", "counter"),
    ("clerk", "services", "service"),
    ("device", "counter", "counter"),
    ("device", "addresses", "counter"),
)
_TEXTS = (
    ("hall", "name"), ("service", "name"), ("service", "checklist"), ("service", "follow_up"), ("clerk", "name"),
    ("category", "name"), ("notice", "text"), ("paper", "greeting"), ("paper", "footer"),
)  # fmt: skip


def reference_faults(raw: dict[str, Any]) -> list[PlanFault]:
    """Every fault that concerns more than one key."""
    return [
        *_twice(raw),
        *_reserved(raw),
        *_unknown(raw),
        *_without_default(raw),
        *_overlaps(raw),
        *_green(raw),
        *_devices(raw),
        *_keep(raw),
        *contradictions(raw),
    ]


def _ids(raw: dict[str, Any], section: str) -> list[str]:
    """The ids of a section; a number without quotes counts, it is named already and who refers to it is right."""
    ids = (e.table.get("id") for e in entries(raw, section))
    return [str(name) for name in ids if isinstance(name, str | int)]


def _names(entry: Entry, key: str) -> list[str]:
    return [name for _, name in named(entry.table.get(key))]


def _twice(raw: dict[str, Any]) -> Iterator[PlanFault]:
    for section in _NAMED:
        first: dict[str, str] = {}
        for path, table in entries(raw, section):
            name = table.get("id")
            if not isinstance(name, str):
                continue
            if name in first:
                words = f'"{name}" is used twice, {first[name]} has it too; every {section} needs an id of its own'
                yield PlanFault(f"{path}.id", words)
            first.setdefault(name, path)


def _reserved(raw: dict[str, Any]) -> Iterator[PlanFault]:
    for path, table in entries(raw, "device"):
        name = table.get("id")
        if isinstance(name, str) and name.startswith("dispatcher"):
            yield PlanFault(
                f"{path}.id", f'"{name}" is reserved; choose an id that does not begin with dispatcher'
            )


def _unknown(raw: dict[str, Any]) -> Iterator[PlanFault]:
    for section, key, goal in _REFERENCES:
        known = list(dict.fromkeys(_ids(raw, goal)))
        listed = ", ".join(known[:20]) + (", …" if len(known) > 20 else "") or "none"
        for path, table in entries(raw, section):
            for where, name in named(table.get(key)):
                if name not in known:
                    words = f'there is no {goal} "{name}"{did_you_mean(name, known)}; there are: {listed}'
                    yield PlanFault(f"{path}.{key}{where}", words)


def _without_default(raw: dict[str, Any]) -> Iterator[PlanFault]:
    spoken = languages(raw)
    if not spoken:
        return
    default = spoken[0][1]
    for section, key in _TEXTS:
        for path, table in entries(raw, section):
            value = table.get(key)
            texts = enumerate(value, 1) if isinstance(value, list) else [(0, value)]
            for i, text in texts:
                if isinstance(text, dict) and default not in text:
                    where = f"{path}.{key}" + (f"[{i}]" if i else "")
                    words = f'has no text in "{default}", the first of hall.languages; add {default} = "…"'
                    yield PlanFault(where, words)


def _overlaps(raw: dict[str, Any]) -> Iterator[PlanFault]:
    for path, table in entries(raw, "hall"):
        spans = []
        for where, text in named(table.get("open")):
            try:
                spans.append((where, text, parse_day_span(text)))
            except ValueError:
                continue  # named already
        for (_, text, one), (where, other_text, other) in combinations(spans, 2):
            if overlap(one, other):
                words = f'"{other_text}" overlaps "{text}"; make one end before or when the other begins'
                yield PlanFault(f"{path}.open{where}", words)


def _green(raw: dict[str, Any]) -> Iterator[PlanFault]:
    limited = [e for e in entries(raw, "counter") if "services" in e.table]
    served = {e.table["id"]: _names(e, "services") for e in limited if isinstance(e.table.get("id"), str)}
    for entry in entries(raw, "green_window"):
        above, below = entry.table.get("enter_above"), entry.table.get("leave_below")
        if isinstance(above, int) and isinstance(below, int) and below > above + 1:
            words = f"{below} is more than enter_above + 1 = {above + 1}; allowed is up to {above + 1}"
            yield PlanFault(f"{entry.path}.leave_below", words)
        services = _names(entry, "services")
        for where, counter in named(entry.table.get("counters")):
            if services and counter in served and not set(services) & set(served[counter]):
                words = (
                    f'counter "{counter}" can serve none of the services of this green window; '
                    f"it serves {', '.join(served[counter]) or 'nothing'}"
                )
                yield PlanFault(f"{entry.path}.counters{where}", words)


def _devices(raw: dict[str, Any]) -> Iterator[PlanFault]:
    for path, table in entries(raw, "device"):
        if "counter" in table and "addresses" in table:
            yield PlanFault(f"{path}.addresses", "there is a counter too; give either counter or addresses")
        elif table.get("kind") == "pad" and not ("counter" in table or table.get("addresses")):
            yield PlanFault(
                f"{path}.counter", 'is missing; a pad needs counter = "1" or addresses = { "3" = "1" }'
            )


def _keep(raw: dict[str, Any]) -> Iterator[PlanFault]:
    for path, table in entries(raw, "keep"):
        personal, whole = table.get("personal_days", 30), table.get("journal_days", 400)
        if isinstance(personal, int) and isinstance(whole, int) and whole < personal:
            words = f"{whole} is less than personal_days, {personal}; what is personal is forgotten first"
            yield PlanFault(f"{path}.journal_days", words)
