"""Makes a database, whole or not at all, brings an older one up to date, and back to what an older program knows."""

import os
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, insert

from dispatcher.errors import DatabaseError
from dispatcher.store.database import SCHEMA_VERSION, writer_engine
from dispatcher.store.schema import APPLICATION_ID, META

_SCRIPTS = Path(__file__).parent.parent / "migrations"


def alembic_config(connection: Connection) -> Config:
    """Alembic's configuration, without a file of its own."""
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["connection"] = connection
    return config


def make_database(path: Path, hall: str, busy_s: float) -> None:
    """A new database for that hall. It gets its name only when it is complete, so that a start that was
    killed leaves nothing half made."""
    draft = path.with_name(path.name + ".new")
    for part in ("", "-wal", "-shm"):
        draft.with_name(draft.name + part).unlink(missing_ok=True)
    os.close(
        os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    )  # -wal and -shm have the same rights
    engine = writer_engine(draft, busy_s)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.commit()
            with connection.begin():
                _migrate(connection)
                connection.execute(insert(META), [{"name": "hall", "value": hall}])
    finally:
        engine.dispose()
    _sync(draft)
    draft.rename(path)
    _sync(path.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def upgrade_database(engine: Engine, name: str) -> None:
    """Runs the migrations that are missing. Raises DatabaseError if the database knows one that we don't."""
    with engine.connect() as connection, connection.begin():
        upgrade(connection, name)


def upgrade(connection: Connection, name: str) -> None:
    """The same inside a transaction, which also does for a database without a table."""
    scripts = ScriptDirectory.from_config(alembic_config(connection))
    at = MigrationContext.configure(connection).get_current_revision()
    if at is not None and at not in {script.revision for script in scripts.walk_revisions()}:
        raise DatabaseError(
            f"{name}: written by a newer version of Green Window (step {at}); install that version"
        )
    if at != scripts.get_current_head():
        _migrate(connection)


def downgrade(connection: Connection, revision: str) -> None:
    """Back to the schema of an older program, with all that it knew; "base" for none at all."""
    command.downgrade(alembic_config(connection), revision)
    _mark(connection, 0 if revision == "base" else int(revision))


def _migrate(connection: Connection) -> None:
    command.upgrade(alembic_config(connection), "head")
    _mark(connection, SCHEMA_VERSION)


def _mark(connection: Connection, version: int) -> None:
    """In the header of a SQLite file, where it is seen without reading a table."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA user_version={version}")
