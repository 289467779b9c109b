"""Each trouble of a database has its own remedy: a backup is put back over damage and nothing else."""

from pathlib import Path

import pytest

from dispatcher.errors import AwayError, DatabaseError
from dispatcher.store import postgres_words as words
from dispatcher.store.address import SqliteFile, parse_database
from dispatcher.store.database import check_file, unusable
from dispatcher.store.postgres_words import problem
from greenwindow.doctor.cures import cure

_SERVER = parse_database("postgresql://me@is-damaged.example/older-version")
_FILE = SqliteFile(Path("var/is damaged/hall.db"))


class _ServerError(Exception):
    """As the server's driver tells it."""

    def __init__(self, sqlstate: str) -> None:
        super().__init__("what the server says")
        self.sqlstate = sqlstate


@pytest.mark.parametrize("code", words._BY_CODE)
def test_what_a_server_says_by_code(code: str) -> None:
    fault = problem(str(_SERVER), _ServerError(code), "")
    todo = cure(fault, _SERVER)
    assert ("greenwindow restore" in todo.en) == (code in ("42P01", "42703")), todo
    assert "do as it says" not in todo.en, fault


@pytest.mark.parametrize("said", [*words._BY_WORDS, *words._AWAY_WORDS])
def test_what_a_server_says_in_words(said: str) -> None:
    todo = cure(problem(str(_SERVER), Exception(f"{said}something"), ""), _SERVER)
    assert "greenwindow restore" not in todo.en
    assert "do as it says" not in todo.en


@pytest.mark.parametrize(
    ("said", "todo"),
    [
        (
            "refuses the password; look at the URL's user and password",
            "put user and password in --database right",
        ),
        ("has no hall in it yet; start its dispatcher first", "start the dispatcher"),
        ("cannot be used (whatever)", "do as it says"),
        ("its encoding is LATIN1; make it anew", "UTF8"),
        ("holds tables of another program; give the hall a database of its own", "name the right one"),
        ("was written by a newer version of Green Window; install that version", "install that version"),
    ],
)
def test_other_words_of_a_server(said: str, todo: str) -> None:
    found = cure(DatabaseError(f"{_SERVER}: {said}"), _SERVER)
    assert todo in found.en
    assert "--replace" not in found.en


def test_a_server_that_is_away() -> None:
    found = cure(AwayError(f"{_SERVER}: the connection was lost"), _SERVER)
    assert found.en == "start the database server; look at the network"


@pytest.mark.parametrize(
    ("said", "todo"),
    [
        ("database is locked", "end the program"),
        ("attempt to write a readonly database", "make room for it, or give the right"),
        ("database or disk is full", "make room"),
        ("disk I/O error", "look at the disk"),
        ("malformed database schema", "greenwindow restore"),
    ],
)
def test_what_a_file_says(said: str, todo: str) -> None:
    found = cure(unusable(_FILE.path, said), _FILE)
    assert todo in found.en
    assert ("restore" in todo) == ("restore" in found.en)


def test_files_that_are_none(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError) as told:
        check_file(tmp_path)
    assert cure(told.value, SqliteFile(tmp_path)).en == "name the right one with --database"
