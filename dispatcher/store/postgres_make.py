"""Whether a PostgreSQL database has a hall in it, and making one, in one transaction."""

from sqlalchemy import Connection, insert, text

from dispatcher.errors import DatabaseError
from dispatcher.store.schema import META

_THERE = """
SELECT current_schema() AS place, to_regclass('meta') IS NOT NULL AS meta,
to_regclass('alembic_version') IS NOT NULL AS version, current_setting('server_encoding') AS encoding,
(SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'f')) AS tables
"""


def there_already(connection: Connection, name: str) -> bool:
    """False for an empty database. Raises DatabaseError for one that isn't ours or can't be."""
    found = connection.execute(text(_THERE)).mappings().one()
    if found["place"] is None:
        raise DatabaseError(f"{name}: this user's search_path names no schema there is; make one, or set it")
    if found["encoding"] != "UTF8":
        words = f"its encoding is {found['encoding']}; make it anew with ENCODING 'UTF8' TEMPLATE template0"
        raise DatabaseError(f"{name}: {words}")
    if not found["tables"]:
        return False
    if not (found["meta"] and found["version"]):
        raise DatabaseError(f"{name}: holds tables of another program; give the hall a database of its own")
    return True


def make(connection: Connection, hall: str) -> None:
    """All tables, and whose they are."""
    from dispatcher.store.migrate import upgrade  # noqa: PLC0415 - Alembic: only when it is needed

    upgrade(connection, hall)
    connection.execute(insert(META), [{"name": "hall", "value": hall}])
