"""The raw tables of a hall file by section, and the ids in their values; what has the wrong type is passed over."""

from typing import Any, NamedTuple


class Entry(NamedTuple):
    """One table, and where it stands: `service[3]`, counted from 1, or `hall`."""

    path: str
    table: dict[str, Any]


def entries(raw: dict[str, Any], section: str) -> list[Entry]:
    """The tables of a section."""
    found = raw.get(section, [])
    if isinstance(found, dict):
        return [Entry(section, found)]
    tables = found if isinstance(found, list) else []
    return [Entry(f"{section}[{i}]", table) for i, table in enumerate(tables, 1) if isinstance(table, dict)]


def named(value: Any) -> list[tuple[str, str]]:
    """The ids in a value, each with where it stands in there."""
    if isinstance(value, str):
        return [("", value)]
    if isinstance(value, list):
        return [(f"[{i}]", name) for i, name in enumerate(value, 1) if isinstance(name, str)]
    if isinstance(value, dict):
        return [(f".{key}", name) for key, name in value.items() if isinstance(name, str)]
    return []


def languages(raw: dict[str, Any]) -> list[tuple[str, str]]:
    """The hall's languages, each with where it stands in `hall.languages`."""
    return [found for _, table in entries(raw, "hall") for found in named(table.get("languages"))]
