"""Reading a database that a dispatcher may be writing at this moment, as long as it takes."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from dispatcher.errors import DatabaseError, StoreFailure
from dispatcher.store.address import DatabaseAddress
from dispatcher.store.home import home_of

_BUSY_S = 10.0


@contextmanager
def reading(address: DatabaseAddress) -> Iterator[Connection]:
    """One transaction that sees one moment, however much is written meanwhile. Raises DatabaseError for a database
    that can't be read, isn't ours, or is older than this program."""
    home = home_of(address, _BUSY_S)
    try:
        home.check_readable()
        with home.reads.connect() as connection:
            server = connection.dialect.name == "postgresql"
            if server:
                connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                if server:
                    connection.exec_driver_sql("SET LOCAL statement_timeout TO 0")
                yield connection
    except SQLAlchemyError as fault:
        failure = StoreFailure(str(getattr(fault, "orig", fault)).partition("\n")[0])
        failure.__cause__ = fault  # a server's code says more than its words
        raise home.unusable(failure) from None
    finally:
        home.release()


def check_hall(connection: Connection, name: str, hall: str) -> None:
    """Raises DatabaseError if it is another hall's."""
    found = connection.exec_driver_sql("SELECT value FROM meta WHERE name = 'hall'").scalar()
    if found != hall:
        raise DatabaseError(
            f"{name}: belongs to hall {found}, not {hall}; give another with --dir or --database"
        )
