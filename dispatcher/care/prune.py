"""Forgetting by age, a little at a time: each batch is one short transaction, and the next one goes on where it ended.

What is personal goes first. What a restart or the broker may still need never goes: the entries after the last
snapshots, and those that are perhaps not published yet.
"""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, func, insert, or_, select, update

from dispatcher.care.keeping import Bounds
from dispatcher.care.personal import PERSONAL, without_personal
from dispatcher.store.schema import (
    ANNOUNCEMENT,
    BOOKING_PHONE,
    IN_FORCE,
    JOURNAL,
    META,
    PLAN,
    REPLY,
    SHOWN,
    SNAPSHOT,
    TICKET,
)
from dispatcher.store.statements import SET_RIGHT

PERSONAL_MARK = "personal"
"""In `meta`: the journal's id up to which what is personal is gone."""

_SCRUBBED = update(JOURNAL).where(JOURNAL.c.id == bindparam("entry")).values(json=bindparam("text"))
_BARE = (
    update(TICKET)
    .where(TICKET.c.day == bindparam("of_day"), TICKET.c.number == bindparam("of_number"))
    .values(token=None, priority="none")
)
_SAYS = ANNOUNCEMENT.c.text != ""
_MARK = update(META).where(META.c.name == bindparam("which")).values(value=bindparam("text"))
Step = Callable[[Connection, Bounds, int], int]


def prune(connection: Connection, until: Bounds, most: int) -> int:
    """One batch inside a transaction: how many rows were looked at, at most about that many; 0: nothing is left."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete=ON")  # or it would stand in free pages still
    for step in _STEPS:
        found = step(connection, until, most)
        if found:
            return found
    return 0


def safe_entry(connection: Connection) -> int:
    """The last entry that neither a restart nor the broker will ask for."""
    latest = select(SNAPSHOT.c.journal).order_by(SNAPSHOT.c.journal.desc()).limit(2)
    snapshots = connection.execute(latest).scalars().all()
    published = meta_number(connection, "published")
    return min([*snapshots, published]) if len(snapshots) > 1 else 0


def meta_number(connection: Connection, name: str) -> int:
    """One of the few single values; 0 if it isn't there."""
    return int(connection.execute(select(META.c.value).where(META.c.name == name)).scalar() or 0)


def _phones(connection: Connection, until: Bounds, most: int) -> int:
    """Whoever was to come on a day that is over can't check in by them any more."""
    return _delete_first(connection, BOOKING_PHONE.c.appointment, [BOOKING_PHONE.c.day < until.today], most)


def _personal(connection: Connection, until: Bounds, most: int) -> int:
    mark = meta_number(connection, PERSONAL_MARK)
    wanted = select(JOURNAL.c.id, JOURNAL.c.day, JOURNAL.c.type, JOURNAL.c.ticket, JOURNAL.c.json)
    wanted = wanted.where(JOURNAL.c.id > mark, JOURNAL.c.id <= safe_entry(connection))
    before = _before_set_right(connection, until.personal_day)
    rows = [
        row
        for row in connection.execute(wanted.order_by(JOURNAL.c.id).limit(most))
        if row.day < until.personal_day or row.id <= before
    ]
    if not rows:
        return 0
    texts = [
        {"entry": row.id, "text": without_personal(row.type, row.json)}
        for row in rows
        if row.type in PERSONAL
    ]
    bare = [{"of_day": row.day, "of_number": row.ticket} for row in rows if row.type == "ticket_issued"]
    _many(connection, _SCRUBBED, texts)
    _many(connection, _BARE, bare)
    _set_mark(connection, rows[-1].id)
    return len(rows)


def _before_set_right(connection: Connection, day: str) -> int:
    """The entry up to which all is older than that day, though a clock that was ahead gave it later days; or 0."""
    found = connection.execute(select(META.c.value).where(META.c.name == SET_RIGHT)).scalar()
    entry, _, since = (found or "0").partition(" ")
    return int(entry) if since < day else 0


def _set_mark(connection: Connection, entry: int) -> None:
    """In the same transaction as what it speaks of."""
    values = {"which": PERSONAL_MARK, "text": str(entry)}
    if not connection.execute(_MARK, values).rowcount:
        connection.execute(insert(META), {"name": PERSONAL_MARK, "value": str(entry)})


def _snapshots(connection: Connection, until: Bounds, most: int) -> int:
    """The states that days began with: of those days nothing can be explained any more."""
    before = _before_set_right(connection, until.personal_day)
    late = or_(SNAPSHOT.c.day < until.personal_day, SNAPSHOT.c.journal < before)
    old = [SNAPSHOT.c.day.is_not(None), late, SNAPSHOT.c.journal < safe_entry(connection)]
    return _delete_first(connection, SNAPSHOT.c.journal, old, 1)


def _announcements(connection: Connection, until: Bounds, most: int) -> int:
    """Words that were typed may hold names. Of the last one the number stays: the next has a higher one."""
    last = select(func.max(ANNOUNCEMENT.c.number)).scalar_subquery()
    old = ANNOUNCEMENT.c.at < until.personal_at
    gone = _delete_first(connection, ANNOUNCEMENT.c.number, [old, ANNOUNCEMENT.c.number < last], most)
    return gone or connection.execute(update(ANNOUNCEMENT).where(old, _SAYS).values(text="")).rowcount


def _replies(connection: Connection, until: Bounds, most: int) -> int:
    old = select(REPLY.c.at).where(REPLY.c.at < until.replies_at).order_by(REPLY.c.at)
    times = connection.execute(old.limit(most)).scalars().all()
    if times:
        connection.execute(delete(REPLY).where(REPLY.c.at <= times[-1]))
    return len(times)


def _journal(connection: Connection, until: Bounds, most: int) -> int:
    wanted = select(JOURNAL.c.id, JOURNAL.c.day).where(JOURNAL.c.id <= _pruned(connection))
    rows = connection.execute(wanted.order_by(JOURNAL.c.id).limit(most)).all()
    before = _before_set_right(connection, until.journal_day)
    old = [row.id for row in rows if row.day < until.journal_day or row.id <= before]
    if old:
        connection.execute(delete(JOURNAL).where(JOURNAL.c.id <= old[-1]))
    return len(old)


def _pruned(connection: Connection) -> int:
    return min(meta_number(connection, PERSONAL_MARK), safe_entry(connection))


def _tickets(connection: Connection, until: Bounds, most: int) -> int:
    """In the order of their key; a day's last batch is smaller."""
    first = connection.execute(select(func.min(TICKET.c.day))).scalar()
    if first is None or first >= until.journal_day:
        return 0
    wanted = select(TICKET.c.number).where(TICKET.c.day == first).order_by(TICKET.c.number)
    numbers = connection.execute(wanted.limit(most)).scalars().all()
    connection.execute(delete(TICKET).where(TICKET.c.day == first, TICKET.c.number <= numbers[-1]))
    return len(numbers)


def _shown(connection: Connection, until: Bounds, most: int) -> int:
    wanted = select(SHOWN.c.seq, SHOWN.c.at).order_by(SHOWN.c.seq).limit(most)
    old = [row.seq for row in connection.execute(wanted) if row.at < until.journal_at]
    if old:
        connection.execute(delete(SHOWN).where(SHOWN.c.seq <= old[-1]))
    return len(old)


def _rules(connection: Connection, until: Bounds, most: int) -> int:
    """Hall files of which no call is left; the one in force before the first entry that is there stays."""
    first = connection.execute(select(func.min(JOURNAL.c.id))).scalar()
    if first is None:
        return 0
    begun = select(func.max(IN_FORCE.c.journal)).where(IN_FORCE.c.journal < first).scalar_subquery()
    gone = connection.execute(delete(IN_FORCE).where(IN_FORCE.c.journal < begun)).rowcount
    used = select(IN_FORCE.c.version).union(select(SNAPSHOT.c.plan))
    unused = delete(PLAN).where(PLAN.c.version.not_in(used), PLAN.c.at < until.journal_at)
    return gone + connection.execute(unused).rowcount


def _delete_first(connection: Connection, key: Any, old: Sequence[Any], most: int) -> int:
    wanted: Select[Any] = select(key).where(*old).order_by(key).limit(most)
    keys = connection.execute(wanted).scalars().all()
    if keys:
        connection.execute(delete(key.table).where(key.in_(keys)))
    return len(keys)


def _many(connection: Connection, statement: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows)


_STEPS: tuple[Step, ...] = (
    _phones, _replies, _personal, _snapshots, _announcements, _journal, _tickets, _shown, _rules,
)  # fmt: skip


def survey(connection: Connection, until: Bounds) -> dict[str, int]:
    """How many rows would be changed or deleted now. Looks at everything: not for the dispatcher."""
    safe, mark = safe_entry(connection), meta_number(connection, PERSONAL_MARK)
    to_scrub = (JOURNAL.c.id > mark, JOURNAL.c.id <= safe, JOURNAL.c.day < until.personal_day)
    old_snapshots = (SNAPSHOT.c.day < until.personal_day, SNAPSHOT.c.journal < safe)
    wanted: dict[str, tuple[Any, Sequence[Any]]] = {
        "booking_phone": (BOOKING_PHONE, (BOOKING_PHONE.c.day < until.today,)),
        "personal": (JOURNAL, (*to_scrub, JOURNAL.c.type.in_(PERSONAL))),
        "snapshot": (SNAPSHOT, old_snapshots),
        "announcement": (ANNOUNCEMENT, (ANNOUNCEMENT.c.at < until.personal_at, _SAYS)),
        "reply": (REPLY, (REPLY.c.at < until.replies_at,)),
        "journal": (JOURNAL, (JOURNAL.c.day < until.journal_day, JOURNAL.c.id <= safe)),
        "ticket": (TICKET, (TICKET.c.day < until.journal_day,)),
        "shown": (SHOWN, (SHOWN.c.at < until.journal_at,)),
    }
    return {
        name: connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one()
        for name, (table, where) in wanted.items()
    }
