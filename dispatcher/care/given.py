"""Which numbers a hall day has given out already, as far as anything on this machine still tells."""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from wire.base import Frozen, Whole
from wire.instant import Instant

_FILE = "restored.json"
_UNREADABLE = (SQLAlchemyError, ValueError, TypeError, LookupError, AttributeError)
"""Whatever a damaged or older database brings: it then tells nothing, or only a part."""

Numbers = Mapping[str, int]
"""By prefix: the last one."""


class Promised(Frozen):
    """From where the last restoring let a day's numbers go on: nobody who restores again may begin below."""

    day: str
    at: Instant
    numbers: dict[str, Whole]


@dataclass(frozen=True)
class Known:
    """What is known of a day besides the backup."""

    given: Numbers = field(default_factory=dict)
    """By databases that are or were in this place."""
    certain: bool = False
    """Whether the one whose place the backup takes could be read: then nothing has been given that is not in it."""
    promised: Promised | None = None


def promised_here(folder: Path, day: str) -> Promised | None:
    """By an earlier restoring into that folder, if it was on that day."""
    try:
        found = Promised.model_validate_json((folder / _FILE).read_bytes())
    except (OSError, ValueError):
        return None
    return found if found.day == day else None


def promise(folder: Path, promised: Promised) -> None:
    """Remembers it, whatever becomes of the database. Raises OSError."""
    draft = folder / f"{_FILE}.new"
    draft.write_text(promised.model_dump_json(), encoding="utf-8")
    draft.rename(folder / _FILE)


def highest(numbers: Iterable[Numbers]) -> dict[str, int]:
    """The last of each prefix in all of them."""
    found: dict[str, int] = {}
    for one in numbers:
        for prefix, number in one.items():
            found[prefix] = max(number, found.get(prefix, 0))
    return found


def read_given(connection: Connection, hall: str, day: str, schema: str = "") -> tuple[dict[str, int], bool]:
    """The tickets of that day and what was leapt over on it, and whether all of it could be read; nothing of another
    hall's. In plain words that every version of the tables understands."""
    at = f'"{schema}".' if schema else ""
    found: dict[str, int] = {}
    with suppress(*_UNREADABLE):
        owner = connection.execute(text(f"SELECT value FROM {at}meta WHERE name = 'hall'")).scalar()
        if owner != hall:
            return {}, False
        tickets = text(f"SELECT number FROM {at}ticket WHERE day = :day")
        for (number,) in connection.execute(tickets, {"day": day}):
            prefix = number.rstrip("0123456789")
            found = highest([found, {prefix: int(number[len(prefix) :])}])
        notes = text(f"SELECT json FROM {at}journal WHERE day = :day AND type = 'hall_restored'")
        for (note,) in connection.execute(notes, {"day": day}):
            found = highest([found, json.loads(note).get("numbers", {})])
        return found, True
    return found, False
