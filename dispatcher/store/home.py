"""What SQLite and PostgreSQL do each in their own way; everything else of a store is the same for both."""

from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine

from dispatcher.errors import DatabaseError
from dispatcher.store.address import DatabaseAddress, SqliteFile

BUSY_S = 0.5
"""How long a write waits for somebody else's lock before the round is given up."""


class Home(Protocol):
    """A database: how it is reached, locked and made, and what it says when something is wrong."""

    @property
    def name(self) -> str:
        """For lines that people read; never with a password."""
        ...

    @property
    def writes(self) -> Engine:
        """The one connection that writes. It can't be used before `take`, nor after it was lost."""
        ...

    @property
    def reads(self) -> Engine:
        """A connection that can't write; needs no lock."""
        ...

    def take(self) -> None:
        """Keeps every other dispatcher out. Raises InUseError if one is there; DatabaseError."""
        ...

    def prepare(self, hall: str) -> None:
        """Makes the database, whole or not at all, if there is none yet. After `take`. Raises DatabaseError."""
        ...

    def keep(self) -> None:
        """Says that we are still there, each half second: who falls silent loses the lock. Raises StoreFailure."""
        ...

    def regain(self) -> None:
        """New connections after an error. Raises StoreFailure; TermOver if somebody else has the lock by now."""
        ...

    def settle(self) -> None:
        """What was written goes where it stays, which takes room too. Raises SQLAlchemyError if there is none."""
        ...

    def release(self) -> None:
        """Lets the next one in."""
        ...

    def check_readable(self) -> None:
        """For those who only read: raises DatabaseError unless it is ours and up to date."""
        ...

    def unusable(self, fault: BaseException | str) -> DatabaseError:
        """The error for what the database said of itself."""
        ...


def home_of(address: DatabaseAddress | Path, busy_s: float = BUSY_S) -> Home:
    """Nothing is opened yet."""
    if isinstance(address, Path):
        address = SqliteFile(address)
    if isinstance(address, SqliteFile):
        from dispatcher.store.sqlite_home import SqliteHome  # noqa: PLC0415 - one of them is enough

        return SqliteHome(address.path, busy_s)
    from dispatcher.store.postgres_home import PostgresHome  # noqa: PLC0415

    return PostgresHome(address, busy_s)
