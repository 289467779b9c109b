"""A SQLite file: whether it is ours and whole, and a connection to it as the dispatcher needs it."""

import shutil
import sqlite3
import struct
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import StaticPool

from dispatcher.errors import DatabaseError
from dispatcher.store.schema import APPLICATION_ID

HEAD = "0003"
"""The last migration: a database that has it needs no Alembic to start with, which saves half a second."""
SCHEMA_VERSION = int(HEAD)
"""The `user_version` of a SQLite file: seen without reading a table."""

WRITER_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
"""With synchronous=NORMAL nearly every power cut loses something acknowledged; the benchmark shows what FULL costs."""

_MAGIC = b"SQLite format 3\0"
_CHECKED_WHOLE = 64 * 1024 * 1024
_LEAST_ROOM = 1024 * 1024
_ASIDE = "move it away (with its -wal and -shm files) and put a backup in its place"


def check_file(path: Path) -> None:
    """Raises DatabaseError unless the file is a whole database of this program. Only reads."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        words = "is not there; name another with --dir or --database, or start the dispatcher once, which makes it"
        raise DatabaseError(f"{path}: {words}") from None
    except IsADirectoryError:
        raise DatabaseError(f"{path}: is a folder; name the database file in it") from None
    except OSError as fault:
        raise DatabaseError(f"{path}: cannot be read: {fault.strerror}") from None
    if len(header) < 100 or header[:16] != _MAGIC:
        raise DatabaseError(f"{path}: not a database of Green Window; give another with --database")
    ours, version = (struct.unpack(">I", header[at : at + 4])[0] for at in (68, 60))
    if ours != APPLICATION_ID:
        raise DatabaseError(f"{path}: a database of another program; give another with --database")
    if version > SCHEMA_VERSION:
        raise DatabaseError(
            f"{path}: written by a newer version of Green Window (schema {version}, this one knows "
            f"{SCHEMA_VERSION}); install that version"
        )
    _check_pages(path)


def _check_pages(path: Path) -> None:
    """The whole of a file that is not too large; a larger one shows its damage where it is read."""
    if path.stat().st_size > _CHECKED_WHOLE:
        return
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=2.0)
        try:
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.Error as fault:
        found = str(fault)
    if found != "ok":
        raise unusable(path, str(found))


def unusable(path: Path, words: str) -> DatabaseError:
    """The error for what the database says of itself: locked, no room, or content that can't be trusted."""
    if "locked" in words:
        return DatabaseError(f"{path}: is locked by another program; end that one and start again")
    if "full" in words or "readonly" in words:
        return DatabaseError(
            f"{path}: cannot be written ({words}); make room for it, or give it the right to"
        )
    if (
        "disk I/O" in words
    ):  # also what a full disk says when nothing is written yet: no damage, so nothing to replace
        room = "" if _has_room(path) else ": there is no room on its disk; make some"
        return DatabaseError(f"{path}: cannot be used ({words}){room or '; look at its disk'}")
    told = " ".join(words.replace("*** in database main ***", "").split())[:120]
    return DatabaseError(f"{path}: is damaged ({told}); {_ASIDE}")


def _has_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.absolute().parent).free >= _LEAST_ROOM
    except OSError:
        return True


def writer_engine(path: Path, busy_s: float) -> Engine:
    """The one connection that writes: WAL, a commit is on disk when it returns, no transaction upgrades its lock."""
    return _engine(path, busy_s, WRITER_PRAGMAS, "BEGIN IMMEDIATE")


def reader_engine(path: Path, busy_s: float) -> Engine:
    """A connection that can't write."""
    return _engine(path, busy_s, ("query_only=ON",), None)


def _engine(path: Path, busy_s: float, pragmas: tuple[str, ...], begin: str | None) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": busy_s, "isolation_level": None, "check_same_thread": False},
        poolclass=StaticPool,
    )

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: object) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    if begin is not None:

        @event.listens_for(engine, "begin")
        def _begin(connection: Any) -> None:
            connection.exec_driver_sql(begin)

    return engine
