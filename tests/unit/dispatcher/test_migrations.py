"""The migrations and the schema in code are one and the same, there and back."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, select

from dispatcher.store.database import HEAD, writer_engine
from dispatcher.store.migrate import alembic_config, make_database
from dispatcher.store.schema import IN_FORCE, METADATA


def test_the_migrations_make_the_schema(tmp_path: Path) -> None:
    make_database(tmp_path / "hall.db", "little", 0.5)
    engine = writer_engine(tmp_path / "hall.db", 0.5)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []
        assert context.get_current_revision() == HEAD
        assert ScriptDirectory.from_config(alembic_config(connection)).get_current_head() == HEAD
    engine.dispose()


def test_down_and_up_again(tmp_path: Path) -> None:
    make_database(tmp_path / "hall.db", "little", 0.5)
    engine = writer_engine(tmp_path / "hall.db", 0.5)
    with engine.connect() as connection, connection.begin():
        command.downgrade(alembic_config(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
        command.upgrade(alembic_config(connection), "head")
        assert set(METADATA.tables) < set(inspect(connection).get_table_names())
    engine.dispose()


def test_the_first_schemas_hall_files_stay_known(tmp_path: Path) -> None:
    make_database(tmp_path / "hall.db", "little", 0.5)
    engine = writer_engine(tmp_path / "hall.db", 0.5)
    with engine.connect() as connection, connection.begin():
        command.downgrade(alembic_config(connection), "0001")
        connection.exec_driver_sql("INSERT INTO plan VALUES ('a', 10, ''), ('b', 25, ''), ('c', 40, '')")
        values = ", ".join(f"({n}, {n}, {n * 10}, '', '', '{{}}')" for n in range(1, 5))
        connection.exec_driver_sql(f"INSERT INTO journal (id, seq, at, day, type, json) VALUES {values}")
        connection.exec_driver_sql("INSERT INTO snapshot VALUES (4, 40, 'c', '{}')")
        command.upgrade(alembic_config(connection), "head")
        found = connection.execute(select(IN_FORCE).order_by(IN_FORCE.c.journal)).all()
        assert [tuple(row) for row in found] == [(1, "a"), (2, "b"), (4, "c")]
    engine.dispose()
