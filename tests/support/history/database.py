"""Reads the rows of a database, SQLite or PostgreSQL, with nothing of the product's own code."""

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.support.history.records import JournalLine, ReplyLine, Rows, TicketLine

_Ask = Callable[[str], Sequence[Sequence[Any]]]


def read_rows(database: Path | str) -> Rows:
    """A path is SQLite's, a `postgresql://` URL PostgreSQL's. All of it is of one moment."""
    return _of_sqlite(Path(database)) if "://" not in str(database) else _of_postgres(str(database))


def _of_sqlite(path: Path) -> Rows:
    with closing(
        sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10, isolation_level=None)
    ) as found:
        found.execute("BEGIN")
        return _rows(lambda words: found.execute(words).fetchall())


def _of_postgres(url: str) -> Rows:
    import psycopg

    plain = url.replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(plain, connect_timeout=10) as found:
        found.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        return _rows(lambda words: found.execute(words.encode()).fetchall())


def _rows(ask: _Ask) -> Rows:
    meta: dict[str, str] = {row[0]: row[1] for row in ask("SELECT name, value FROM meta")}
    plans = ask(
        "SELECT in_force.journal, plan.text FROM in_force JOIN plan ON plan.version = in_force.version "
        "ORDER BY in_force.journal"
    )
    return Rows(
        epoch=int(meta.get("epoch", 0)),
        journal=[
            JournalLine(number, seq, day, device, json.loads(text))
            for number, seq, day, device, text in ask(
                "SELECT id, seq, day, device, json FROM journal ORDER BY id"
            )
        ],
        tickets=[
            TicketLine(*row) for row in ask("SELECT day, number, state, services, counter, token FROM ticket")
        ],
        replies=[
            ReplyLine(device, command, json.loads(text))
            for device, command, text in ask("SELECT device, command, json FROM reply")
        ],
        plans=[(journal, text) for journal, text in plans],
    )
