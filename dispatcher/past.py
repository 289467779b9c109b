"""What a hall's journal still knows of any day: its events, with the state and the rules they met. Only reads."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from sqlalchemy import Connection, RowMapping, Select, func, select
from sqlalchemy.exc import SQLAlchemyError

from dispatcher.care.prune import PERSONAL_MARK, meta_number
from dispatcher.errors import DatabaseError
from dispatcher.planfile import plan_from_text
from dispatcher.store.address import DatabaseAddress
from dispatcher.store.home import home_of
from dispatcher.store.schema import IN_FORCE, JOURNAL, PLAN, SNAPSHOT
from hall import State, new_state, restore
from hall.plan import Plan, PlanError
from wire.events import Event, GreenEntered, GreenModeSet, event_from_json

_BUSY_S = 5.0
_PAGE = 5000
_SWITCHES = (GreenModeSet.type, GreenEntered.type)


@dataclass(frozen=True)
class NewRules:
    """From here on the hall went by another hall file."""

    plan: Plan


@dataclass(frozen=True)
class Stretch:
    """A piece of the journal: the state before it, and what then happened."""

    state: State
    begin: int
    """The entry after which it begins."""
    steps: Iterator[Event | NewRules]


class Past:
    """A database that a dispatcher may be writing at this moment."""

    def __init__(self, address: DatabaseAddress | Path) -> None:
        """Raises DatabaseError for one that can't be read or isn't ours."""
        self._home = home_of(address, _BUSY_S)
        self._name = self._home.name
        self._engine = self._home.reads
        try:
            self._home.check_readable()
        except BaseException:
            self.close()
            raise

    def days_of(self, ticket: str) -> list[str]:
        """The hall days on which something happened to a ticket of that number, oldest first."""
        found = select(JOURNAL.c.day).where(JOURNAL.c.ticket == ticket).distinct().order_by(JOURNAL.c.day)
        with self._reading() as connection:
            return list(connection.execute(found).scalars())

    def stretch(self, day: str) -> Stretch:
        """From before that day to the last thing that happened on it. Raises DatabaseError."""
        bounds = select(func.min(JOURNAL.c.id), func.max(JOURNAL.c.id)).where(JOURNAL.c.day == day)
        with self._reading() as connection:
            first, last = connection.execute(bounds).one()
            forgotten = meta_number(connection, PERSONAL_MARK)
        if first is not None and first <= forgotten:
            words = "what is personal of that day is forgotten, as [keep] personal_days says"
            raise DatabaseError(f"{self._name}: the calls of {day} can't be explained any more: {words}")
        return self._between(first or 0, last or 0)

    def last_switch(self, rule: str, before: int) -> Stretch | None:
        """To where that green window was last switched up to that entry, from not long before; None if that is too
        long ago: the states that those days began with are forgotten."""
        switches = select(JOURNAL.c.id, JOURNAL.c.json).where(JOURNAL.c.type.in_(_SWITCHES))
        with self._reading() as connection:
            kept = JOURNAL.c.id > meta_number(connection, PERSONAL_MARK)
            wanted = switches.where(kept, JOURNAL.c.id <= before).order_by(JOURNAL.c.id.desc())
            rows = connection.execute(wanted)
            entry = next((row.id for row in rows if json.loads(row.json)["rule"] == rule), None)
        return None if entry is None else self._between(entry, entry)

    def close(self) -> None:
        """Ends the connection."""
        self._home.release()

    def _between(self, first: int, last: int) -> Stretch:
        """From a snapshot before the one entry to the other. Where that is forgotten, because it is of an earlier day,
        from the first one after it: a day begins with one."""
        with self._reading() as connection:
            base = connection.execute(_snapshot_before(first)).mappings().first()
            if base is None and meta_number(connection, PERSONAL_MARK):
                base = connection.execute(_snapshot_from(first)).mappings().first()
            rules = list(connection.execute(_RULES).mappings())
        begin = 0 if base is None else int(base["journal"])
        earlier = list(takewhile(lambda row: row["journal"] <= begin, rules))
        if base is None and not earlier:
            earlier = rules[:1]  # nothing was there before the first hall file
        state = self._state(base, earlier)
        return Stretch(state, begin, self._steps(begin, last, rules[len(earlier) :]))

    def _state(self, base: RowMapping | None, earlier: list[RowMapping]) -> State:
        if base is not None:
            return restore(self._plan(base), json.loads(base["json"])["hall"])
        if not earlier:
            raise DatabaseError(
                f"{self._name}: doesn't say by which hall file its days began; nothing to go by"
            )
        return new_state(self._plan(earlier[-1]))

    def _steps(self, begin: int, until: int, rules: list[RowMapping]) -> Iterator[Event | NewRules]:
        waiting = list(rules)
        for number, text in self._entries(begin, until):
            while waiting and waiting[0]["journal"] < number:
                yield NewRules(self._plan(waiting.pop(0)))
            yield event_from_json(text)

    def _entries(self, begin: int, until: int) -> Iterator[tuple[int, str]]:
        wanted = select(JOURNAL.c.id, JOURNAL.c.json).where(JOURNAL.c.id <= until).order_by(JOURNAL.c.id)
        while True:
            with self._reading() as connection:
                page = connection.execute(wanted.where(JOURNAL.c.id > begin).limit(_PAGE)).all()
            for row in page:
                yield row.id, row.json
            if len(page) < _PAGE:
                return
            begin = page[-1].id

    def _plan(self, row: RowMapping) -> Plan:
        try:
            return plan_from_text(row["text"]).plan
        except PlanError as fault:
            words = f"the hall file of then is none to this version: {fault.faults[0]}"
            raise DatabaseError(f"{self._name}: {words}") from None

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except SQLAlchemyError as fault:
            words = str(getattr(fault, "orig", fault)).partition("\n")[0]
            raise DatabaseError(f"{self._name}: cannot be read: {words}") from None


_RULES = (
    select(IN_FORCE.c.journal, PLAN.c.text)
    .join(PLAN, PLAN.c.version == IN_FORCE.c.version)
    .order_by(IN_FORCE.c.journal)
)


_SNAPSHOTS = select(SNAPSHOT.c.journal, SNAPSHOT.c.json, PLAN.c.text).join(
    PLAN, PLAN.c.version == SNAPSHOT.c.plan
)


def _snapshot_before(entry: int) -> Select[tuple[int, str, str]]:
    return _SNAPSHOTS.where(SNAPSHOT.c.journal < entry).order_by(SNAPSHOT.c.journal.desc()).limit(1)


def _snapshot_from(entry: int) -> Select[tuple[int, str, str]]:
    return _SNAPSHOTS.where(SNAPSHOT.c.journal >= entry).order_by(SNAPSHOT.c.journal).limit(1)
