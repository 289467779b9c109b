"""The statements a round is written with; the same for SQLite and PostgreSQL but for the spelling of an upsert."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from dispatcher.store.batch import Batch, JournalRow, WrongPins
from dispatcher.store.schema import (
    ANNOUNCEMENT,
    BOOKING_PHONE,
    HELP,
    IN_FORCE,
    JOURNAL,
    META,
    PLAN,
    REPLY,
    SHOWN,
    SNAPSHOT,
    TICKET,
    WRONG_PIN,
)

_TICKET_CHANGES = ("state", "services", "counter", "changed_at")
_OLD_SNAPSHOTS = delete(SNAPSHOT).where(SNAPSHOT.c.journal < bindparam("before"), SNAPSHOT.c.day.is_(None))
_RULES_NOW = select(IN_FORCE.c.version).order_by(IN_FORCE.c.journal.desc()).limit(1)
_LAST_SNAPSHOTS = select(SNAPSHOT.c.journal).order_by(SNAPSHOT.c.journal.desc()).limit(2)


SET_RIGHT = "set_right"
"""In `meta`: the entry by which the clock was set right last, and its hall day."""


class Writer:
    """Writes batches on one connection."""

    def __init__(self, dialect: str) -> None:
        make = postgresql.insert if dialect == "postgresql" else sqlite.insert
        self._ticket = _upsert(make(TICKET), TICKET, _TICKET_CHANGES)
        self._meta = _upsert(make(META), META, ("value",))
        self._help = _upsert(make(HELP), HELP, ("since",))
        self._wrong_pins = _upsert(make(WRONG_PIN), WRONG_PIN, ("tries", "at"))
        self._phone = _upsert(make(BOOKING_PHONE), BOOKING_PHONE, ("digits", "day"))
        self._in_force = _upsert(make(IN_FORCE), IN_FORCE, ("version",))
        self._shown = make(SHOWN).on_conflict_do_nothing()
        self._reply = make(REPLY).on_conflict_do_nothing()
        self._plan = make(PLAN).on_conflict_do_nothing()
        snapshot = make(SNAPSHOT)
        kept = {"day": func.coalesce(SNAPSHOT.c.day, snapshot.excluded.day)}
        self._snapshot = _upsert(snapshot, SNAPSHOT, ("at", "plan", "json"), kept)

    def write(self, connection: Connection, batch: Batch, journal_id: int) -> int:
        """Writes all of a batch after that entry of the journal; the id of the last one written."""
        last = self._journal(connection, batch.journal, journal_id)
        _many(connection, self._reply, [_fields(row) for row in batch.replies])
        _many(connection, self._ticket, [_fields(row) for row in batch.tickets])
        _many(connection, self._shown, [_fields(row) for row in batch.shown])
        _many(connection, insert(ANNOUNCEMENT), [_fields(row) for row in batch.announcements])
        self._help_calls(connection, batch.help)
        self._tries(connection, batch.wrong_pins)
        _many(connection, self._phone, [_fields(row) for row in batch.phones])
        if batch.published is not None:
            self.meta(connection, "published", str(batch.published))
        if batch.set_right is not None:
            self.meta(connection, SET_RIGHT, f"{last} {batch.set_right.day}")
        if batch.snapshot is not None:
            self._take_snapshot(connection, batch, last)
        return last

    def meta(self, connection: Connection, name: str, value: str) -> None:
        """Sets one of the few single values."""
        connection.execute(self._meta, {"name": name, "value": value})

    def _journal(self, connection: Connection, rows: Sequence[JournalRow], journal_id: int) -> int:
        numbered = [{"id": journal_id + n, **_fields(row)} for n, row in enumerate(rows, 1)]
        _many(connection, insert(JOURNAL), numbered)
        return journal_id + len(rows)

    def _help_calls(self, connection: Connection, changes: dict[str, int | None]) -> None:
        since = [{"device": device, "since": at} for device, at in changes.items() if at is not None]
        over = [device for device, at in changes.items() if at is None]
        _many(connection, self._help, since)
        if over:
            connection.execute(delete(HELP).where(HELP.c.device.in_(over)))

    def _tries(self, connection: Connection, changes: dict[str, WrongPins | None]) -> None:
        wrong = [{"clerk": clerk, **_fields(row)} for clerk, row in changes.items() if row is not None]
        right = [clerk for clerk, row in changes.items() if row is None]
        _many(connection, self._wrong_pins, wrong)
        if right:
            connection.execute(delete(WRONG_PIN).where(WRONG_PIN.c.clerk.in_(right)))

    def _take_snapshot(self, connection: Connection, batch: Batch, last: int) -> None:
        row = batch.snapshot
        assert row is not None
        connection.execute(self._plan, {"version": row.plan, "at": row.at, "text": row.plan_text})
        if connection.execute(_RULES_NOW).scalar() != row.plan:
            connection.execute(self._in_force, {"journal": last, "version": row.plan})
        values = {"journal": last, "at": row.at, "plan": row.plan, "json": row.json, "day": row.day}
        connection.execute(self._snapshot, values)
        kept = connection.execute(_LAST_SNAPSHOTS).scalars().all()
        connection.execute(_OLD_SNAPSHOTS, {"before": min(kept)})


def _fields(row: Any) -> dict[str, Any]:
    """As `dataclasses.asdict`, which copies deeply and takes ten times as long."""
    return {name: getattr(row, name) for name in row.__slots__}


def _upsert(insertion: Any, table: Table, changes: Sequence[str], more: dict[str, Any] | None = None) -> Any:
    new = {name: insertion.excluded[name] for name in changes} | (more or {})
    return insertion.on_conflict_do_update(index_elements=list(table.primary_key.columns), set_=new)


def _many(connection: Connection, statement: Any, rows: Sequence[dict[str, Any]]) -> None:
    """One alone goes without the machinery of many: on PostgreSQL that is a pipeline begun and ended each time."""
    if rows:
        connection.execute(statement, rows if len(rows) > 1 else rows[0])
