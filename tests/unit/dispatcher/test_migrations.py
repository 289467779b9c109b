"""The migrations and the schema in code are one and the same, there and back."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from dispatcher.store.database import HEAD, writer_engine
from dispatcher.store.migrate import alembic_config, make_database
from dispatcher.store.schema import METADATA


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
