"""Makes a database file, whole or not at all, and brings an older one up to date."""

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


def upgrade_database(engine: Engine, path: Path) -> None:
    """Runs the migrations that are missing. Raises DatabaseError if the file knows one that we don't."""
    with engine.connect() as connection, connection.begin():
        config = alembic_config(connection)
        scripts = ScriptDirectory.from_config(config)
        at = MigrationContext.configure(connection).get_current_revision()
        if at is not None and at not in {script.revision for script in scripts.walk_revisions()}:
            raise DatabaseError(
                f"{path}: written by a newer version of Green Window (step {at}); install that version"
            )
        if at != scripts.get_current_head():
            _migrate(connection)


def _migrate(connection: Connection) -> None:
    command.upgrade(alembic_config(connection), "head")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
