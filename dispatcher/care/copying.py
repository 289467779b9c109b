"""A consistent copy of a database that a dispatcher may be writing at this moment: always a SQLite file."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from dispatcher.errors import DatabaseError
from dispatcher.store.database import unusable

Progress = Callable[[float], None]
"""Told how much is done, 0 to 1."""

_BUSY_S = 10.0
_OPERATIONS = 200_000
"""Of SQLite's machine between two looks at how far it is: a few milliseconds."""


def copy_sqlite(path: Path, draft: Path, progress: Progress) -> None:
    """One long read in WAL mode, which nobody waits for; free pages, and what was deleted in them, stay behind.

    Raises DatabaseError.
    """
    try:
        with closing(_reading(path)) as source:
            whole = max(1, _number(source, "page_count") * _number(source, "page_size"))
            source.set_progress_handler(lambda: progress(_share(draft, whole)), _OPERATIONS)
            source.execute("VACUUM INTO ?", (str(draft),))
        with closing(_reading(draft)) as copy:
            found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as fault:
        raise _words(path, draft, fault) from None
    if found != "ok":
        raise unusable(path, str(found))


def count_rows(copy: Path) -> dict[str, int]:
    """How many rows each table of a copy has."""
    with closing(_reading(copy)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        tables = [name for (name,) in names.fetchall() if name != "alembic_version"]
        return {name: _first(connection, f'SELECT COUNT(*) FROM "{name}"') for name in tables}


def read_meta(copy: Path) -> dict[str, str]:
    """The few single values of a copy, with its migration step as `schema` and its last moment as `last_at`."""
    with closing(_reading(copy)) as connection:
        meta = dict(connection.execute("SELECT name, value FROM meta").fetchall())
        step = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        last = _first(
            connection, "SELECT COALESCE(MAX(at), 0) FROM (SELECT at FROM journal ORDER BY id DESC LIMIT 1)"
        )
        return {**meta, "schema": step[0], "last_at": str(last)}


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_S)


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return _first(connection, f"PRAGMA {pragma}")


def _first(connection: sqlite3.Connection, statement: str) -> int:
    return int(connection.execute(statement).fetchone()[0])


def _share(draft: Path, whole: int) -> float:
    return min(1.0, draft.stat().st_size / whole) if draft.exists() else 0.0


def _words(path: Path, draft: Path, fault: sqlite3.Error) -> DatabaseError:
    """No room is the copy's trouble, anything else that of the database itself."""
    words = str(fault)
    if "full" in words or "disk I/O" in words:
        return DatabaseError(f"{draft.parent}: the copy cannot be written ({words}); make room, or give --to")
    return unusable(path, words)
