"""What every test of a fault stands on: a home for the journal, and its share of the full figure."""

from collections.abc import Iterator

import pytest

from tests.support.forks import Forks
from tests.support.homes import Home
from tests.support.postgres import Postgres


@pytest.fixture(scope="session")
def forks() -> Iterator[Forks]:
    """Starts dispatchers in a moment."""
    found = Forks()
    yield found
    found.close()


@pytest.fixture(params=["sqlite", "postgres"])
def home(request: pytest.FixtureRequest) -> Home:
    """Each home in turn; a database of its own."""
    if request.param == "sqlite":
        return Home()
    server: Postgres = request.getfixturevalue("postgres_server")
    return Home(server.new_database())
