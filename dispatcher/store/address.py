"""Where a hall's database is: a SQLite file or a PostgreSQL server. What is printed of it never has a password."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from dispatcher.errors import DatabaseError

_FORMS = "give a path, sqlite:///PATH or postgresql+psycopg://USER:PASSWORD@HOST/NAME"
_DRIVERS = ("postgresql", "postgresql+psycopg")


@dataclass(frozen=True)
class SqliteFile:
    """A file of this machine."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)


@dataclass(frozen=True)
class PostgresUrl:
    """A database of a PostgreSQL server; its driver is psycopg."""

    url: URL

    def __str__(self) -> str:
        """Without password and options."""
        shown = URL.create(
            "postgresql", self.url.username, None, self.url.host, self.url.port, self.url.database
        )
        return shown.render_as_string()

    __repr__ = __str__


DatabaseAddress = SqliteFile | PostgresUrl


def parse_database(text: str) -> DatabaseAddress:
    """A path or a URL. Raises DatabaseError for what can't be the address of a journal."""
    if "://" not in text:
        return SqliteFile(Path(text))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):  # a port that is no number
        raise DatabaseError(f"database: not a URL; {_FORMS}") from None
    backend = url.get_backend_name()
    if backend != "sqlite" and text.count("@") > 1:  # the part after the first one would be shown as the host
        raise DatabaseError(
            "database: there is more than one @ in the URL; write an @ of the password as %40"
        )
    if backend == "postgresql":
        return _postgres(url)
    if backend != "sqlite":
        raise DatabaseError(f"database: {backend} is none that a hall can have; {_FORMS}")
    if not url.database or url.database == ":memory:":
        raise DatabaseError("database: give a path or sqlite:///PATH; a journal has to be on disk")
    return SqliteFile(Path(url.database))


def _postgres(url: URL) -> PostgresUrl:
    if url.drivername not in _DRIVERS:
        raise DatabaseError(f"database: {url.drivername} is not known; write postgresql+psycopg://")
    if not url.database:
        raise DatabaseError(
            "database: the URL names none; write postgresql+psycopg://USER:PASSWORD@HOST/NAME"
        )
    return PostgresUrl(url.set(drivername="postgresql+psycopg"))
