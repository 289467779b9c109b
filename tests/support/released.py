"""Databases as earlier versions left them, brought to either home. Each was written by the program of its time."""

import sqlite3
from pathlib import Path

from alembic import command
from sqlalchemy import text

from dispatcher.store import Home, home_of, parse_database
from dispatcher.store.migrate import alembic_config

SAMPLES = sorted((Path(__file__).parent.parent / "unit" / "dispatcher" / "released").glob("*.sql"))


def bring(sample: Path, database: str) -> None:
    """As the file it was, or as that version would have made it on PostgreSQL."""
    if "://" not in database:
        _load(sample, database).close()
        return
    rows = _load(sample, ":memory:")
    home = home_of(parse_database(database))
    home.take()
    try:
        _fill(home, sample.stem, rows)
    finally:
        home.release()
        rows.close()


def _load(sample: Path, path: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.executescript(sample.read_text(encoding="utf-8"))
    return connection


def _fill(home: Home, version: str, rows: sqlite3.Connection) -> None:
    with home.writes.connect() as connection, connection.begin():
        command.upgrade(alembic_config(connection), version)
        for table in _tables(rows):
            cursor = rows.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            marks = ", ".join(f":{name}" for name in names)
            for row in cursor:
                values = dict(zip(names, row, strict=True))
                connection.execute(text(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"), values)


def _tables(rows: sqlite3.Connection) -> list[str]:
    found = rows.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return [name for (name,) in found if name != "alembic_version"]
