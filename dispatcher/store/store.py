"""The database of a hall, opened: one writer, one reader, and the lock that keeps a second dispatcher out."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, RowMapping, delete, func, select, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from dispatcher.errors import AwayError, DatabaseError, InUseError, StoreFailure, TermOver
from dispatcher.store.address import DatabaseAddress
from dispatcher.store.batch import AnnouncementRow, Batch, PhoneRow, WrongPins
from dispatcher.store.database import HEAD
from dispatcher.store.home import BUSY_S, Home, home_of
from dispatcher.store.schema import (
    ANNOUNCEMENT,
    BOOKING_PHONE,
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
from dispatcher.store.trial import large_text

_TRIAL = "trial"
_NO_TRIAL = delete(META).where(META.c.name == _TRIAL)


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
    phones: tuple[PhoneRow, ...]


class Store:
    """Everything that is on disk. Used by one thread."""

    def __init__(self, home: Home) -> None:
        """A home that was taken and prepared."""
        self.home = home
        self._writes = home.writes
        self._reads = home.reads
        self._writer = Writer(self._writes.dialect.name)
        self.journal_id = 0
        """The last entry of the journal that is on disk."""
        self.published = 0
        """The entry up to which everything is known to be published."""
        self.snapshot_id = 0
        """The entry after which the last snapshot was taken."""

    def bring_up_to_date(self) -> None:
        """Runs the migrations that are missing. Raises DatabaseError, StoreFailure."""
        with self._reading() as connection:
            if connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == HEAD:
                return
        from dispatcher.store.migrate import upgrade_database  # noqa: PLC0415 - Alembic: only when it is needed

        with self._named():
            upgrade_database(self._writes, self.home.name)

    def begin_epoch(self, above: int = 0) -> int:
        """One more than at the last start, and than what was heard of; on disk before it is told to anybody."""
        with self._writing() as connection:
            epoch = max(_epoch(connection), above) + 1
            self._writer.meta(connection, "epoch", str(epoch))
        return epoch

    def keep(self) -> None:
        """Each half second: see `Home.keep`. Raises StoreFailure."""
        self.home.keep()

    def regain(self, epoch: int) -> None:
        """New connections, after an error that the old ones may not have survived. Raises StoreFailure; TermOver if
        another dispatcher works, or has worked since that epoch began."""
        self.home.regain()
        with self._reading() as connection:
            now = _epoch(connection)
        if now != epoch:
            raise TermOver(f"epoch {now} has begun meanwhile")

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

    def try_out(self) -> None:
        """Writes as much as a large round, and takes it away again: less might find room on a full disk, and a value
        that is there already is not written at all. Raises StoreFailure."""
        with self._writing() as connection:
            connection.execute(_NO_TRIAL)
            self._writer.meta(connection, _TRIAL, large_text())
        with self._writing() as connection:
            connection.execute(_NO_TRIAL)
        with self._named():
            self.home.settle()

    def tidy(self, work: Callable[[Connection], int]) -> int:
        """Does something in a transaction of its own that no round depends on. Raises StoreFailure."""
        with self._writing() as connection:
            return work(connection)

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
        phones = connection.execute(select(BOOKING_PHONE)).all()
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
            phones=tuple(PhoneRow(row.appointment, row.digits, row.day) for row in phones),
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

    def close(self) -> None:
        """Ends it; what was written is on disk already."""
        self.home.release()

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
        with self._named(), engine.connect() as connection:
            yield connection

    @contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as fault:
            raise StoreFailure(_words(fault)) from fault


def _last_snapshot(connection: Connection) -> RowMapping | None:
    newest = select(SNAPSHOT, PLAN.c.text).join(PLAN, PLAN.c.version == SNAPSHOT.c.plan)
    return connection.execute(newest.order_by(SNAPSHOT.c.journal.desc()).limit(1)).mappings().first()


def _words(fault: SQLAlchemyError) -> str:
    """The database's own words, without the statement and its values: those may hold what is nobody's business."""
    return str(fault.orig).partition("\n")[0] if isinstance(fault, DBAPIError) else type(fault).__name__


def _epoch(connection: Connection) -> int:
    return int(connection.execute(select(META.c.value).where(META.c.name == "epoch")).scalar() or 0)


def open_store(
    address: DatabaseAddress | Path,
    hall: str,
    busy_s: float = BUSY_S,
    waiting: Callable[[DatabaseError], None] | None = None,
) -> Store:
    """The database of that hall, made if there is none yet.

    Raises DatabaseError; a database that is not ours stays untouched. If another dispatcher has it: InUseError, or,
    with `waiting`, it is asked for again after each call of that; so is a server that went away meanwhile.
    """
    home = home_of(address, busy_s)
    try:
        _take(home, waiting)
        home.prepare(hall)
        return _of_hall(Store(home), hall)
    except StoreFailure as fault:
        home.release()
        raise home.unusable(fault) from None
    except BaseException:
        home.release()
        raise


def _take(home: Home, waiting: Callable[[DatabaseError], None] | None) -> None:
    waited = False
    while True:
        try:
            return home.take()
        except (InUseError, AwayError) as fault:
            if waiting is None or not (waited or isinstance(fault, InUseError)):
                raise
            waited = True
            waiting(fault)


def _of_hall(store: Store, hall: str) -> Store:
    found = store.hall()
    if found != hall:
        words = f"belongs to hall {found}, not {hall}; give another with --database"
        raise DatabaseError(f"{store.home.name}: {words}")
    store.bring_up_to_date()
    return store
