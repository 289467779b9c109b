"""The database of a hall, opened: one writer, one reader, and the lock that keeps a second dispatcher out."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, RowMapping, func, select, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from dispatcher.errors import DatabaseError, StoreFailure
from dispatcher.store.batch import AnnouncementRow, Batch, WrongPins
from dispatcher.store.database import HEAD, check_file, reader_engine, unusable, writer_engine
from dispatcher.store.lock import FileLock
from dispatcher.store.schema import (
    ANNOUNCEMENT,
    HELP,
    JOURNAL,
    META,
    PLAN,
    REPLY,
    SNAPSHOT,
    TICKET,
    WRONG_PIN,
)
from dispatcher.store.statements import Writer

BUSY_S = 0.5
"""How long a write waits for somebody else's lock before the round is given up."""


@dataclass(frozen=True)
class Saved:
    """What a start begins from: the last snapshot and what happened after it."""

    journal_id: int
    at: int
    """When the snapshot was taken."""
    plan: str
    plan_text: str
    snapshot: str
    journal: tuple[tuple[int, str], ...]
    announcements: tuple[AnnouncementRow, ...]
    help: dict[str, int]
    wrong_pins: dict[str, WrongPins]


class Store:
    """Everything that is on disk. Used by one thread."""

    def __init__(self, path: Path, lock: FileLock, busy_s: float = BUSY_S) -> None:
        self._path = path
        self._lock = lock
        self._writes = writer_engine(path, busy_s)
        self._reads = reader_engine(path, busy_s)
        self._writer = Writer(self._writes.dialect.name)
        self.journal_id = 0
        """The last entry of the journal that is on disk."""
        self.published = 0
        """The entry up to which everything is known to be published."""
        self.snapshot_id = 0
        """The entry after which the last snapshot was taken."""

    def bring_up_to_date(self) -> None:
        """Runs the migrations that are missing. Raises DatabaseError."""
        with self._reading() as connection:
            if connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEAD:
                return
        from dispatcher.store.migrate import upgrade_database  # noqa: PLC0415

        upgrade_database(self._writes, self._path)

    def begin_epoch(self) -> int:
        """One more than at the last start, on disk before it is told to anybody."""
        with self._writing() as connection:
            before = connection.execute(select(META.c.value).where(META.c.name == "epoch")).scalar()
            epoch = int(before or 0) + 1
            self._writer.meta(connection, "epoch", str(epoch))
        return epoch

    def last_at(self) -> int:
        """The last moment that anything was dated; 0 in a new database."""
        last = select(JOURNAL.c.at).order_by(JOURNAL.c.id.desc()).limit(1)
        with self._reading() as connection:
            return connection.execute(last).scalar() or 0

    def hall(self) -> str:
        """Which hall this database belongs to."""
        with self._reading() as connection:
            return str(connection.execute(select(META.c.value).where(META.c.name == "hall")).scalar())

    def day_begun(self) -> str | None:
        """The last hall day of which there is the state that it began with."""
        with self._reading() as connection:
            return connection.execute(select(func.max(SNAPSHOT.c.day))).scalar()

    def write(self, batch: Batch) -> int:
        """Writes a batch, whole or not at all; the journal's last id. Raises StoreFailure."""
        with self._writing() as connection:
            last = self._writer.write(connection, batch, self.journal_id)
        self.journal_id = last
        if batch.published is not None:
            self.published = batch.published
        if batch.snapshot is not None:
            self.snapshot_id = last
        return last

    def load(self) -> Saved | None:
        """What is on disk; None in a new database. Raises StoreFailure."""
        with self._reading() as connection:
            self.journal_id = connection.execute(select(func.max(JOURNAL.c.id))).scalar() or 0
            row = _last_snapshot(connection)
            return None if row is None else self._saved(connection, row)

    def _saved(self, connection: Connection, row: RowMapping) -> Saved:
        after = select(JOURNAL.c.id, JOURNAL.c.json).where(JOURNAL.c.id > row["journal"])
        entries = connection.execute(after.order_by(JOURNAL.c.id)).all()
        mark = connection.execute(select(META.c.value).where(META.c.name == "published")).scalar()
        self.snapshot_id, self.published = row["journal"], int(mark or 0)
        latest = select(ANNOUNCEMENT).order_by(ANNOUNCEMENT.c.number.desc()).limit(5)
        spoken = connection.execute(latest).mappings().all()
        calls = connection.execute(select(HELP.c.device, HELP.c.since)).all()
        tries = connection.execute(select(WRONG_PIN)).all()
        return Saved(
            journal_id=self.journal_id,
            at=row["at"],
            plan=row["plan"],
            plan_text=row["text"],
            snapshot=row["json"],
            journal=tuple((entry.id, entry.json) for entry in entries),
            announcements=tuple(AnnouncementRow(**found) for found in reversed(spoken)),
            help={row.device: row.since for row in calls},
            wrong_pins={row.clerk: WrongPins(row.tries, row.at) for row in tries},
        )

    def entries_after(self, journal_id: int, limit: int = 5000) -> list[tuple[int, str]]:
        """Entries of the journal, with their ids, in order."""
        wanted = select(JOURNAL.c.id, JOURNAL.c.json).where(JOURNAL.c.id > journal_id)
        with self._reading() as connection:
            return [
                (row.id, row.json) for row in connection.execute(wanted.order_by(JOURNAL.c.id).limit(limit))
            ]

    def replies(self, commands: Collection[str]) -> dict[tuple[str, str], str]:
        """(device, command id) → the reply that was given, of those command ids that are known."""
        wanted = select(REPLY.c.device, REPLY.c.command, REPLY.c.json).where(REPLY.c.command.in_(commands))
        with self._reading() as connection:
            return {(row.device, row.command): row.json for row in connection.execute(wanted)}

    def token(self, day: str, number: str) -> str | None:
        """The secret of a ticket's QR code."""
        wanted = select(TICKET.c.token).where(TICKET.c.day == day, TICKET.c.number == number)
        with self._reading() as connection:
            return connection.execute(wanted).scalar()

    def reopen(self) -> None:
        """New connections, after an error that the old ones may not have survived."""
        self._writes.dispose()
        self._reads.dispose()

    def close(self) -> None:
        """Ends it; what was written is on disk already."""
        self._reads.dispose()
        self._writes.dispose()
        self._lock.release()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._using(self._writes) as connection, connection.begin():
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._using(self._reads) as connection:
            yield connection

    @contextmanager
    def _using(self, engine: Engine) -> Iterator[Connection]:
        try:
            with engine.connect() as connection:
                yield connection
        except SQLAlchemyError as fault:
            raise StoreFailure(_words(fault)) from fault


def _last_snapshot(connection: Connection) -> RowMapping | None:
    newest = select(SNAPSHOT, PLAN.c.text).join(PLAN, PLAN.c.version == SNAPSHOT.c.plan)
    return connection.execute(newest.order_by(SNAPSHOT.c.journal.desc()).limit(1)).mappings().first()


def _words(fault: SQLAlchemyError) -> str:
    """The database's own words, without the statement and its values: those may hold what is nobody's business."""
    return str(fault.orig) if isinstance(fault, DBAPIError) else type(fault).__name__


def open_store(path: Path, hall: str, busy_s: float = BUSY_S) -> Store:
    """The database of that hall, made if there is none yet. Raises DatabaseError, InUseError; a file that is
    not ours stays untouched."""
    path = path.resolve()
    if not path.parent.is_dir():
        raise DatabaseError(
            f"{path.parent}: there is no such folder; make it, or run `greenwindow broker` first"
        )
    if path.exists():
        check_file(path)
    lock = FileLock(path)
    try:
        return _named(path, lambda: _open(path, hall, lock, busy_s))
    except BaseException:
        lock.release()
        raise


def _open(path: Path, hall: str, lock: FileLock, busy_s: float) -> Store:
    if not path.exists():
        from dispatcher.store.migrate import make_database  # noqa: PLC0415 - Alembic: only when it is needed

        make_database(path, hall, busy_s)
    store = Store(path, lock, busy_s)
    try:
        store.bring_up_to_date()
        found = store.hall()
        if found != hall:
            raise DatabaseError(f"{path}: belongs to hall {found}, not {hall}; give another with --database")
    except BaseException:
        store.reopen()
        raise
    return store


def _named(path: Path, work: Callable[[], Store]) -> Store:
    try:
        return work()
    except (DBAPIError, StoreFailure) as fault:
        words = str(fault.orig) if isinstance(fault, DBAPIError) else str(fault)
        raise unusable(path, words) from None
    except OSError as fault:
        raise DatabaseError(f"{path}: cannot be written: {fault.strerror}") from None
