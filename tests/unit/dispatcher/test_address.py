"""Where a database is: what people may write, and that no password is ever printed."""

from pathlib import Path

import pytest

from dispatcher.errors import DatabaseError
from dispatcher.store import PostgresUrl, SqliteFile, parse_database


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("var/hall.db", "var/hall.db"),
        ("sqlite:///x/hall.db", "x/hall.db"),
        ("sqlite:////x/hall.db", "/x/hall.db"),
    ],
)
def test_files(text: str, path: str) -> None:
    assert parse_database(text) == SqliteFile(Path(path))
    assert str(parse_database(text)) == path


def test_a_file_may_have_any_name() -> None:
    assert parse_database("sqlite:////x/a@b@c.db") == SqliteFile(Path("/x/a@b@c.db"))


@pytest.mark.parametrize("driver", ["postgresql", "postgresql+psycopg"])
def test_servers(driver: str) -> None:
    address = parse_database(
        f"{driver}://hall:se%40cret@db.example:5433/queue?sslmode=require&password=hidden"
    )
    assert isinstance(address, PostgresUrl)
    assert str(address) == repr(address) == "postgresql://hall@db.example:5433/queue"
    assert (address.url.drivername, address.url.password) == ("postgresql+psycopg", "se@cret")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("mysql://a:pass-word@b/c", "mysql is none"),
        ("postgresql+asyncpg://a:pass-word@b/c", "write postgresql"),
        ("postgresql://a:pass-word@b", "the URL names none"),
        ("postgresql://a:pass-word@b:port/c", "not a URL"),
        ("sqlite://", "has to be on disk"),
        ("sqlite:///:memory:", "has to be on disk"),
        ("://", "not a URL"),
        ("postgresql://a:top@pass-word@b/c", "write an @ of the password as %40"),
        ("postgresql+psycopg://a:top@pass-word@b:5432/c?sslmode=require", "as %40"),
        ("postgresql://a:top/pass-word@@b/c", "as %40"),
        ("mysql://a:top@pass-word@b/c", "as %40"),
    ],
)
def test_what_can_be_none(text: str, words: str) -> None:
    with pytest.raises(DatabaseError, match=words) as told:
        parse_database(text)
    assert "pass-word" not in str(told.value)
    assert "\n" not in str(told.value)
