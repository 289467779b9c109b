"""The migrations and the schema in code are one and the same, there and back, on either home."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, select, text

from dispatcher.errors import DatabaseError
from dispatcher.store import home_of, open_store, parse_database
from dispatcher.store.database import HEAD
from dispatcher.store.migrate import alembic_config, downgrade, upgrade
from dispatcher.store.schema import IN_FORCE, METADATA
from greenwindow.commands.why import why
from tests.support.dispatcher import NOON, TurnedClock, in_process
from tests.support.released import SAMPLES, bring

_DAY_S = 86_400
_ids = [sample.stem for sample in SAMPLES]


@contextmanager
def _writing(database: str) -> Iterator[Connection]:
    home = home_of(parse_database(database))
    home.take()
    try:
        with home.writes.connect() as connection, connection.begin():
            yield connection
    finally:
        home.release()


def _make(database: str) -> None:
    open_store(parse_database(database), "little").close()


def _shape(connection: Connection) -> dict[str, Any]:
    """Tables, their columns and keys, as the database tells them."""
    look = inspect(connection)
    return {
        table: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in look.get_columns(table)],
            look.get_pk_constraint(table)["constrained_columns"],
            sorted((index["name"] or "", tuple(index["column_names"])) for index in look.get_indexes(table)),
        )
        for table in sorted(look.get_table_names())
    }


def test_the_migrations_make_the_schema(database: str) -> None:
    _make(database)
    with _writing(database) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, METADATA)
        assert [
            found for found in differences if found[0] != "add_table_comment"
        ] == []  # those are for readers
        assert context.get_current_revision() == HEAD
        assert ScriptDirectory.from_config(alembic_config(connection)).get_current_head() == HEAD


def test_each_version_has_a_sample() -> None:
    assert _ids == [f"{n:04}" for n in range(1, int(HEAD) + 1)]


def test_down_and_up_again(database: str) -> None:
    _make(database)
    with _writing(database) as connection:
        whole = _shape(connection)
        downgrade(connection, "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
        upgrade(connection, "the test's")
        assert _shape(connection) == whole


@pytest.mark.parametrize("sample", SAMPLES, ids=_ids)
def test_a_hall_of_that_version_goes_on(
    tmp_path: Path, database: str, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its numbers go on, its replies are remembered, its calls can be explained."""
    bring(sample, database)
    clock = TurnedClock(wall=NOON + (_DAY_S + 120) * 1000)
    with in_process(tmp_path, clock, database=database) as hall:
        assert hall.state("dispatcher")["epoch"] == 3
        again = hall.ask("kiosk-1", "issue_ticket", "d3", services=["pension"])
        assert again["ticket"]["number"] == "B001"
        issued = hall.ask("kiosk-1", "issue_ticket", "new", services=["card"])
        assert (issued["ticket"]["number"], issued["ticket"]["ahead"]) == ("A003", 3)
    why(["A001"], database=database, day="2026-11-20")
    assert "was called to counter 1" in capsys.readouterr().out


@pytest.mark.parametrize("sample", SAMPLES, ids=_ids)
def test_back_to_that_version_with_all_that_it_knew(database: str, sample: Path) -> None:
    bring(sample, database)
    with _writing(database) as connection:
        shape, rows = _shape(connection), _rows(connection)
        upgrade(connection, "the test's")
        assert ("in_force" in _shape(connection), _rows(connection) >= rows) == (True, True)
        downgrade(connection, sample.stem)
        assert (_shape(connection), _rows(connection)) == (shape, rows)
        if connection.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA user_version")).scalar() == int(sample.stem)


def _rows(connection: Connection) -> set[tuple[Any, ...]]:
    """Every value that there is, by table and column; what a version doesn't know is nothing in it."""
    found: set[tuple[Any, ...]] = set()
    for table in set(inspect(connection).get_table_names()) - {"alembic_version"}:
        for row in connection.execute(text(f"SELECT * FROM {table}")).mappings():
            found.add((table, *sorted((name, value) for name, value in row.items() if value is not None)))
    return found


def test_a_migration_that_fails_leaves_the_database_as_it_was(database: str) -> None:
    bring(SAMPLES[0], database)
    with _writing(database) as connection:
        connection.execute(text("CREATE TABLE wrong_pin (nobody TEXT)"))  # in the way of the second step
        shape = _shape(connection)
    with pytest.raises(DatabaseError) as told:
        open_store(parse_database(database), "little")
    assert "\n" not in str(told.value)
    with _writing(database) as connection:
        assert _shape(connection) == shape


def test_another_halls_database_is_not_migrated(database: str) -> None:
    bring(SAMPLES[0], database)
    with pytest.raises(DatabaseError, match="belongs to hall little, not other"):
        open_store(parse_database(database), "other")
    with _writing(database) as connection:
        assert "in_force" not in _shape(connection)


def test_the_first_schemas_hall_files_stay_known(database: str) -> None:
    _make(database)
    with _writing(database) as connection:
        downgrade(connection, "0001")
        connection.execute(text("INSERT INTO plan VALUES ('a', 10, ''), ('b', 25, ''), ('c', 40, '')"))
        values = ", ".join(f"({n}, {n}, {n * 10}, '', '', '{{}}')" for n in range(1, 5))
        connection.exec_driver_sql(f"INSERT INTO journal (id, seq, at, day, type, json) VALUES {values}")
        connection.exec_driver_sql("INSERT INTO snapshot VALUES (4, 40, 'c', '{}')")
        upgrade(connection, "the test's")
        found = connection.execute(select(IN_FORCE).order_by(IN_FORCE.c.journal)).all()
        assert [tuple(row) for row in found] == [(1, "a"), (2, "b"), (4, "c")]
