"""Where a restored database goes: what is there already is moved aside, by name, or left alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from dispatcher.care.archive import sync_folder
from dispatcher.care.copying import Progress, read_meta
from dispatcher.care.given import Known, highest, read_given
from dispatcher.care.tables import copy_rows
from dispatcher.errors import CareError, DatabaseError
from dispatcher.store.address import DatabaseAddress, PostgresUrl, SqliteFile
from dispatcher.store.database import check_file, reader_engine
from dispatcher.store.home import Home, home_of
from dispatcher.store.lock import FileLock
from dispatcher.store.postgres_make import make, there_already
from dispatcher.store.schema import META, METADATA

_BUSY_S = 10.0
ASIDE = "replaced-"
"""Begins the names of folders and schemas where a database lies that another took the place of."""
_MOVE_IT = "--replace moves it aside and puts the backup in its place"
_MOVED = text(
    "SELECT nspname FROM pg_namespace WHERE nspname LIKE :like"
    " AND to_regclass(quote_ident(nspname) || '.ticket') IS NOT NULL ORDER BY nspname"
)


class Place(Protocol):
    """A database's place, kept from every dispatcher while it is held."""

    def check_free(self, hall: str, *, replace: bool) -> None:
        """Raises CareError if something is there that may not go."""
        ...

    def known(self, hall: str, day: str) -> Known:
        """Which numbers of that day the database that is there has given, and those that were moved aside before."""
        ...

    def put(self, draft: Path, hall: str, aside: str, progress: Progress) -> str | None:
        """Puts a SQLite file's content there; the name under which what was there lies now."""
        ...


@contextmanager
def held_place(address: DatabaseAddress) -> Iterator[Place]:
    """Raises InUseError while a dispatcher runs; DatabaseError."""
    if isinstance(address, SqliteFile):
        path = address.path.resolve()
        lock = FileLock(path)
        try:
            yield _File(path)
        finally:
            lock.release()
        return
    home = home_of(address, _BUSY_S)
    try:
        home.take()
        yield _Server(home, address)
    except SQLAlchemyError as fault:
        raise home.unusable(str(getattr(fault, "orig", fault)).partition("\n")[0]) from None
    finally:
        home.release()


class _File:
    """A SQLite file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def check_free(self, hall: str, *, replace: bool) -> None:
        if not self._path.exists():
            return
        found = self._hall()
        if found is not None and found != hall:
            raise _other(str(self._path), found, hall)
        if not replace:
            raise CareError(f"{self._path}: is there already; {_MOVE_IT}")

    def known(self, hall: str, day: str) -> Known:
        earlier = sorted(self._path.parent.glob(f"{ASIDE}*/{self._path.name}"))
        given, certain = self._given(self._path, hall, day)
        return Known(highest([given, *(self._given(path, hall, day)[0] for path in earlier)]), certain)

    @staticmethod
    def _given(path: Path, hall: str, day: str) -> tuple[dict[str, int], bool]:
        if not path.exists():
            return {}, False
        engine = reader_engine(path, _BUSY_S)
        try:
            with engine.connect() as connection:
                return read_given(connection, hall, day)
        except SQLAlchemyError:
            return {}, False
        finally:
            engine.dispose()

    def put(self, draft: Path, hall: str, aside: str, progress: Progress) -> str | None:
        there = self._path.exists()
        goal = self._path.parent / aside / self._path.name
        for suffix in ("", "-wal", "-shm"):
            old = self._path.with_name(self._path.name + suffix)
            if old.exists():
                goal.parent.mkdir(mode=0o700, exist_ok=True)
                old.rename(goal.with_name(goal.name + suffix))
        draft.rename(self._path)
        sync_folder(self._path.parent)
        progress(1.0)
        return str(goal) if there else None

    def _hall(self) -> str | None:
        """Whose it is; None for what can't be read: that is what backups are for."""
        try:
            check_file(self._path)
            return read_meta(self._path).get("hall")
        except Exception:  # noqa: BLE001 - damaged in whatever way
            return None


class _Server:
    """A database of a PostgreSQL server."""

    def __init__(self, home: Home, address: PostgresUrl) -> None:
        self._home = home
        self._name = str(address)

    def check_free(self, hall: str, *, replace: bool) -> None:
        with self._home.writes.connect() as connection, connection.begin():
            if not there_already(connection, self._name):
                return
            found = connection.execute(META.select().where(META.c.name == "hall")).mappings().first()
            if found is not None and found["value"] != hall:
                raise _other(self._name, str(found["value"]), hall)
        if not replace:
            raise CareError(f"{self._name}: has a hall in it already; {_MOVE_IT}")

    def known(self, hall: str, day: str) -> Known:
        with self._home.writes.connect() as connection, connection.begin():
            schemas = connection.execute(_MOVED, {"like": f"{_schema(ASIDE)}%"}).scalars().all()
        given, certain = self._given(hall, day)
        return Known(highest([given, *(self._given(hall, day, schema)[0] for schema in schemas)]), certain)

    def _given(self, hall: str, day: str, schema: str = "") -> tuple[dict[str, int], bool]:
        """Each in a transaction of its own: a table that isn't there spoils it."""
        with self._home.writes.connect() as connection, connection.begin():
            if not schema and not there_already(connection, self._name):
                return {}, False
            return read_given(connection, hall, day, schema)

    def put(self, draft: Path, hall: str, aside: str, progress: Progress) -> str | None:
        """In one transaction: a crash leaves what was there."""
        source = reader_engine(draft, _BUSY_S)
        try:
            with self._home.writes.connect() as goal, goal.begin(), source.connect() as rows, rows.begin():
                moved = self._move(goal, aside) if there_already(goal, self._name) else None
                make(goal, hall)
                copy_rows(rows, goal, progress)
        finally:
            source.dispose()
        return moved

    def _move(self, connection: Connection, aside: str) -> str:
        schema = _schema(aside)
        connection.execute(text(f'CREATE SCHEMA "{schema}"'))
        for table in [*METADATA.tables, "alembic_version"]:
            connection.execute(text(f'ALTER TABLE IF EXISTS "{table}" SET SCHEMA "{schema}"'))
        return f"{self._name}, schema {schema}"


def _schema(aside: str) -> str:
    return aside.replace("-", "_")


def _other(name: str, found: str, hall: str) -> DatabaseError:
    return DatabaseError(
        f"{name}: belongs to hall {found}, the backup to {hall}; give another --dir or --database"
    )
