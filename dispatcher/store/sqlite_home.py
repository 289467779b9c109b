"""A hall's database as a SQLite file: locked by a file beside it, made whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from dispatcher.errors import DatabaseError
from dispatcher.store.database import SCHEMA_VERSION, check_file, reader_engine, unusable, writer_engine
from dispatcher.store.lock import FileLock


class SqliteHome:
    """See `Home`. The lock is the operating system's: a frozen process keeps it, a dead one doesn't."""

    def __init__(self, path: Path, busy_s: float) -> None:
        self._path = path
        self._busy_s = busy_s
        self._lock: FileLock | None = None
        self._checked = False
        self._name_engines()

    def _name_engines(self) -> None:
        self.name = str(self._path)
        self.writes = writer_engine(self._path, self._busy_s)
        self.reads = reader_engine(self._path, self._busy_s)

    def take(self) -> None:
        """A file that is not ours stays untouched. By any of its names it is the same file."""
        if self._path != self._path.resolve():
            self._path = self._path.resolve()
            self._name_engines()
        if not self._path.parent.is_dir():
            words = "there is no such folder; make it, or run `greenwindow broker` first"
            raise DatabaseError(f"{self._path.parent}: {words}")
        if not self._checked and self._path.exists():
            check_file(self._path)
            self._checked = True  # those who wait ask four times a second
        self._lock = FileLock(self._path)
        self._close_to_others()

    def _close_to_others(self) -> None:
        """It holds secrets of tickets and hashes of PINs; an older version made it readable for everybody."""
        for suffix in ("", "-wal", "-shm"):
            with suppress(OSError):  # not there, or another user's who may see to it
                self._path.with_name(self._path.name + suffix).chmod(0o600)

    def prepare(self, hall: str) -> None:
        """Under another name until it is complete."""
        if self._path.exists():
            return
        from dispatcher.store.migrate import make_database  # noqa: PLC0415 - Alembic: only when it is needed

        with self._named():
            make_database(self._path, hall, self._busy_s)

    def keep(self) -> None:
        """Nothing: the lock is ours as long as the process lives."""

    def regain(self) -> None:
        """New connections, since the old ones may not have survived; the lock was never lost."""
        self.writes.dispose()
        self.reads.dispose()

    def settle(self) -> None:
        """From the log into the file: the next round then begins at the front of the log, in room that we have."""
        with self.reads.connect() as connection:  # the one that writes would begin a transaction
            connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")

    def release(self) -> None:
        """What was written is on disk already."""
        self.reads.dispose()
        self.writes.dispose()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def check_readable(self) -> None:
        """A dispatcher may be writing at this moment."""
        check_file(self._path)
        with self._named(), self.reads.connect() as connection:
            version = connection.exec_driver_sql("PRAGMA user_version").scalar() or 0
        if version < SCHEMA_VERSION:
            words = "start its dispatcher once, which brings it up to date"
            raise DatabaseError(f"{self.name}: was written by an older version of Green Window; {words}")

    def unusable(self, fault: BaseException | str) -> DatabaseError:
        """Locked, no room, or content that can't be trusted."""
        return unusable(self._path, str(fault))

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as fault:
            words = str(fault.orig) if isinstance(fault, DBAPIError) else type(fault).__name__
            raise self.unusable(words) from None
        except OSError as fault:
            raise DatabaseError(f"{self.name}: cannot be written: {fault.strerror}") from None
