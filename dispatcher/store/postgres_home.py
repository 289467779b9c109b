"""A hall's database on a PostgreSQL server: locked by an advisory lock of the very session that writes.

Whoever falls silent for two seconds loses that session to the server's own timers, and the lock with it. A lost
session is never replaced behind anybody's back: only `take` and `regain` make a new one, under the lock.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import psycopg
from sqlalchemy import Engine, create_engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from dispatcher.errors import AwayError, DatabaseError, InUseError, StoreFailure, TermOver
from dispatcher.store.address import PostgresUrl
from dispatcher.store.database import HEAD
from dispatcher.store.postgres_make import make, there_already
from dispatcher.store.postgres_session import Impatient as Session
from dispatcher.store.postgres_session import Silent
from dispatcher.store.postgres_words import lost_words, problem, said
from dispatcher.store.schema import APPLICATION_ID

SILENT_S = 2.0
"""A dispatcher that isn't heard of for so long loses the lock; a server that doesn't answer so long is given up."""
_STARTING_S = 60.0
"""Not yet while there is a schema to bring up to date, or a full day to be read."""
_OLDEST = 140000
_CONNECT: dict[str, Any] = {
    "connect_timeout": 2, "application_name": "greenwindow", "client_encoding": "utf8",
    "keepalives_idle": 1, "keepalives_interval": 1, "keepalives_count": 2, "tcp_user_timeout": 2000,
}  # fmt: skip
_LOCK = "SELECT pg_try_advisory_lock(%s, 1)"
_FROM_HOLDER = """
FROM pg_locks l JOIN pg_stat_activity a USING (pid)
WHERE l.locktype = 'advisory' AND l.granted AND l.classid::bigint = %s AND l.objid = 1
AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
_HOLDER = f"SELECT coalesce(host(client_addr), 'this machine'), a.pid {_FROM_HOLDER}"
_DECIDES = "greenwindow decides"
"""What a session is called once its two seconds have begun."""
# None of the server's timers runs between two messages of one write: whoever waits looks at the clock itself.
_END_SILENT = f"""
SELECT pg_terminate_backend(a.pid) {_FROM_HOLDER}
AND a.application_name = '{_DECIDES}' AND a.wait_event = 'ClientRead'
AND clock_timestamp() - a.state_change > interval '{SILENT_S} seconds'
"""
_PATIENCE = f"""
SELECT set_config('idle_session_timeout', %(ms)s, false), set_config('statement_timeout', %(ms)s, false),
set_config('idle_in_transaction_session_timeout', %(ms)s, false),
set_config('application_name', '{_DECIDES}', false)
"""


class PostgresHome:
    """See `Home`."""

    def __init__(self, address: PostgresUrl, busy_s: float) -> None:
        self.name = str(address)
        self._password = str(address.url.password or "")
        self._parameters = _parameters(address.url)
        self._busy_s = busy_s
        self._asking: Session | None = None
        """Connected, without the lock so far."""
        self._holder: Session | None = None
        """Has the lock, as long as it lives."""
        self._own = 0
        """The server's number of that session."""
        self._reads_by: Session | None = None
        self._fresh = False
        self.writes = _engine(self._hand_over)
        self.reads = _engine(self._reader, isolation_level="AUTOCOMMIT")

    def take(self) -> None:
        """By a session of its own, which is kept while it waits."""
        try:
            session = self._asking = self._asking or self._writer()
            locked = session.execute(_LOCK, (APPLICATION_ID,)).fetchone()
            if locked is None or not locked[0]:
                raise self._in_use(session)
            session.autocommit = False
            session.patience_s = _STARTING_S
        except psycopg.Error as fault:
            self._drop_asking()
            raise self._problem(fault) from None
        self._asking, self._holder, self._fresh = None, session, True
        self._own = session.info.backend_pid

    def prepare(self, hall: str) -> None:
        """In one transaction."""
        try:
            with self.writes.connect() as connection, connection.begin():
                if not there_already(connection, self.name):
                    make(connection, hall)
        except SQLAlchemyError as fault:
            raise self._problem(fault) from None

    def keep(self) -> None:
        """The first time it also begins the two seconds, for both sides."""
        try:
            self._keep()
        except psycopg.Error as fault:
            raise StoreFailure(said(fault, self._password)) from None

    def _keep(self) -> None:
        session = self._holder
        if session is None:
            raise psycopg.OperationalError(lost_words())
        session.patience_s = SILENT_S
        if self._reads_by is not None:
            self._reads_by.patience_s = SILENT_S
        session.autocommit = True
        try:
            session.execute(_PATIENCE, {"ms": f"{SILENT_S * 1000:.0f}"})
        finally:
            if not session.closed:
                session.autocommit = False

    def regain(self) -> None:
        """The session that has the lock stays, if it still lives. At most one wait for an answer at a time: the
        hall's heartbeat has to go on in between."""
        self.reads.dispose()
        try:
            return self._keep()
        except Silent as fault:
            raise StoreFailure(said(fault, self._password)) from None
        except psycopg.Error:
            self.writes.dispose()
        try:
            self.take()
        except InUseError as fault:
            raise TermOver(str(fault)) from None
        except DatabaseError as fault:
            raise StoreFailure(str(fault)) from None

    def settle(self) -> None:
        """Nothing: the tables took their room when they were written to."""

    def release(self) -> None:
        """The lock at once; a session takes a moment to end."""
        self._drop_asking()
        self.reads.dispose()
        if self._holder is not None:
            _unlock(self._holder)
        self.writes.dispose()
        self._holder, self._fresh = None, False

    def check_readable(self) -> None:
        """A dispatcher may be writing at this moment."""
        try:
            with self.reads.connect() as connection:
                if not there_already(connection, self.name):
                    raise DatabaseError(f"{self.name}: has no hall in it yet; start its dispatcher first")
                at = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or ""
        except SQLAlchemyError as fault:
            raise self._problem(fault) from None
        if at != HEAD:
            older = at < HEAD
            words = "an older" if older else "a newer"
            todo = (
                "start its dispatcher once, which brings it up to date" if older else "install that version"
            )
            raise DatabaseError(f"{self.name}: was written by {words} version of Green Window; {todo}")

    def unusable(self, fault: BaseException | str) -> DatabaseError:
        """By the server's code, if there is one behind it."""
        if isinstance(fault, str):
            fault = DatabaseError(fault)
        return self._problem(fault.__cause__ if isinstance(fault.__cause__, DBAPIError) else fault)

    def _hand_over(self) -> Session:
        """To SQLAlchemy, once: a session that it has lost was lost with its lock."""
        if self._holder is None or not self._fresh:
            raise psycopg.OperationalError(lost_words())
        self._fresh = False
        return self._holder

    def _writer(self) -> Session:
        timers = dict.fromkeys(("idle_session_timeout", "idle_in_transaction_session_timeout"), _STARTING_S)
        session = self._connect(timers | {"lock_timeout": self._busy_s})
        if _ask(session, "SELECT pg_is_in_recovery()"):
            session.close()
            words = "is a copy that can't be written (a replica); name the server that is written to"
            raise AwayError(f"{self.name}: {words}")
        if _ask(session, "SHOW synchronous_commit") == "off":
            session.execute("SET synchronous_commit TO on")  # what is acknowledged is on disk
        return session

    def _reader(self) -> Session:
        timers = {"lock_timeout": self._busy_s, "statement_timeout": _STARTING_S}
        session = self._reads_by = self._connect(timers)
        session.execute("SET default_transaction_read_only TO on")
        session.autocommit = False
        session.patience_s = _STARTING_S
        return session

    def _connect(self, timers: dict[str, float]) -> Session:
        session = Session.connect(**(_CONNECT | self._parameters), autocommit=True)
        try:
            session.patience_s = SILENT_S
            version = session.info.server_version
            if version < _OLDEST:
                words = f"its PostgreSQL is version {version // 10000}; 14 or newer is needed"
                raise DatabaseError(f"{self.name}: {words}")
            for timer, seconds in timers.items():
                session.execute(f"SET {timer} TO {seconds * 1000:.0f}")
        except BaseException:
            session.close()
            raise
        return session

    def _problem(self, fault: BaseException) -> DatabaseError:
        return problem(self.name, fault.orig if isinstance(fault, DBAPIError) else fault, self._password)

    def _in_use(self, session: Session) -> DatabaseError:
        # Of another user's session the server's own timers must do.
        with suppress(psycopg.errors.InsufficientPrivilege):
            session.execute(_END_SILENT, (APPLICATION_ID,))
        row = session.execute(_HOLDER, (APPLICATION_ID,)).fetchone()
        where, number = row or ("somewhere", 0)
        if number and number == self._own:
            return AwayError(f"{self.name}: the server hasn't ended our own lost session yet")
        words = f"in use by another dispatcher (from {where}, session {number})"
        return InUseError(f"{self.name}: {words}", "stop it first")

    def _drop_asking(self) -> None:
        if self._asking is not None:
            self._asking.close()
        self._asking = None


def _engine(creator: Callable[[], Session], **options: Any) -> Engine:
    return create_engine(
        "postgresql+psycopg://", creator=creator, poolclass=StaticPool, use_native_hstore=False, **options
    )


def _parameters(url: URL) -> dict[str, Any]:
    """As libpq wants them."""
    parameters = url.translate_connect_args(username="user", database="dbname")
    return parameters | {name: value for name, value in url.query.items() if isinstance(value, str)}


def _ask(session: Session, question: str) -> Any:
    row = session.execute(question).fetchone()
    return None if row is None else row[0]


def _unlock(session: Session) -> None:
    with suppress(psycopg.Error):
        session.rollback()
        session.autocommit = True
        session.execute("SELECT pg_advisory_unlock_all()")
    session.close()
