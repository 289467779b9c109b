"""All rows from one database into another with the same tables; either may be SQLite or PostgreSQL."""

from sqlalchemy import Connection, Table, delete, func, insert, select

from dispatcher.care.copying import Progress
from dispatcher.store.schema import METADATA

_AT_ONCE = 2000


def copy_rows(source: Connection, target: Connection, progress: Progress) -> None:
    """Inside the transactions of both; what the target had in its tables is gone. Never more than a few thousand
    rows in memory."""
    tables = METADATA.sorted_tables
    whole = max(1, sum(_count(source, table) for table in tables))
    done = 0
    for table in tables:
        target.execute(delete(table))
        rows = source.execution_options(yield_per=_AT_ONCE).execute(select(table)).mappings()
        for part in rows.partitions():
            target.execute(insert(table), [dict(row) for row in part])
            done += len(part)
            progress(min(1.0, done / whole))


def _count(source: Connection, table: Table) -> int:
    return source.execute(select(func.count()).select_from(table)).scalar_one()
