"""Backups between the two homes of a hall: SQLite to PostgreSQL and back, nothing lost, nothing told twice."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from dispatcher.care.archive import Manifest
from dispatcher.care.backup import Subject, take_backup
from dispatcher.care.restore import Restored, restore_backup
from dispatcher.errors import CareError, DatabaseError, InUseError
from dispatcher.store import open_store
from dispatcher.store.address import DatabaseAddress, SqliteFile, parse_database
from dispatcher.store.schema import JOURNAL, TICKET
from hall.plan import load_plan
from tests.support.dispatcher import HALL, TurnedClock, in_process
from tests.support.postgres import Postgres


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock()


@pytest.fixture
def url(postgres_server: Postgres) -> str:
    """Of an empty database."""
    return postgres_server.new_database()


@pytest.fixture
def server(url: str) -> DatabaseAddress:
    """The same."""
    return parse_database(url)


@pytest.fixture
def backup(tmp_path: Path, clock: TurnedClock) -> Path:
    """Of a hall in a file, with one ticket."""
    return _of_a_hall(tmp_path, clock, 0)


def _of_a_hall(tmp_path: Path, clock: TurnedClock, rounds: int) -> Path:
    (tmp_path / "old").mkdir()
    with in_process(tmp_path / "old", clock) as hall:
        for n in range(rounds):
            clock.pass_time(5)  # nobody asks more than that of a hall
            names = (f"{n}-{i}" for i in range(200))
            hall.ask_all(*(hall.packet("kiosk-1", "issue_ticket", name, services=["card"]) for name in names))
        hall.ask("kiosk-1", "issue_ticket", "zh", services=["pension"], help="坐轮椅 \U0001f600")
    return _backup(tmp_path / "old", SqliteFile(tmp_path / "old" / "hall.db"), tmp_path / "x", clock)[0]


def _backup(
    folder: Path, address: DatabaseAddress, target: Path, clock: TurnedClock
) -> tuple[Path, Manifest]:
    plan = load_plan(HALL.encode())
    subject = Subject(plan, folder / "hall.toml", folder, address)
    return target, take_backup(subject, target, version="0.1.0", now=clock.wall, progress=lambda _: None)


def _restore(
    file: Path, folder: Path, address: DatabaseAddress, clock: TurnedClock, *, replace: bool = False
) -> Restored:
    return restore_backup(file, folder, address, replace=replace, now=clock.wall, progress=lambda _: None)


def _rows(address: DatabaseAddress) -> list[list[Any]]:
    """All tickets and the journal but for what a restoring adds."""
    store = open_store(address, "little")
    try:
        with store.home.reads.connect() as connection:
            found = (
                select(JOURNAL).where(JOURNAL.c.type != "hall_restored").order_by(JOURNAL.c.id),
                select(TICKET).order_by(TICKET.c.number),
            )
            return [[tuple(row) for row in connection.execute(wanted)] for wanted in found]
    finally:
        store.close()


def test_to_the_server_and_back(tmp_path: Path, server: DatabaseAddress, clock: TurnedClock) -> None:
    backup = _of_a_hall(tmp_path, clock, 12)  # more rows than are copied at once
    before = _rows(SqliteFile(tmp_path / "old" / "hall.db"))
    assert len(before[1]) == 2401
    done = _restore(backup, tmp_path / "new", server, clock)
    assert _rows(server) == before
    clock.pass_time(60)
    file, manifest = _backup(tmp_path / "new", server, tmp_path / "y", clock)
    assert (manifest.home, manifest.rows["ticket"]) == ("postgresql", 2401)
    assert manifest.epoch >= done.leap.epoch
    third = tmp_path / "third"
    again = _restore(file, third, SqliteFile(third / "hall.db"), clock)
    assert again.leap.epoch > done.leap.epoch
    assert again.leap.seq > done.leap.seq
    assert _rows(SqliteFile(third / "hall.db")) == before
    with in_process(third, clock) as hall:
        assert hall.state("hall")["waiting"] == 2401
        hall.ask("pad-1", "open_counter", "o", counter="1")
        assert hall.ask("pad-1", "next", "n", counter="1")["ticket"]["number"] == "A001"


def test_what_is_there_is_moved_into_a_schema_of_its_own(
    backup: Path, tmp_path: Path, postgres_server: Postgres, server: DatabaseAddress, clock: TurnedClock
) -> None:
    _restore(backup, tmp_path / "new", server, clock)
    with pytest.raises(CareError, match="has a hall in it already; --replace"):
        _restore(backup, tmp_path / "new", server, clock)
    clock.pass_time(60)
    done = _restore(backup, tmp_path / "new", server, clock, replace=True)
    assert done.aside == (f"{server}, schema replaced_20261120_120100",)
    name = str(server).rpartition("/")[2]
    kept = postgres_server.execute("SELECT count(*) FROM replaced_20261120_120100.ticket", name)
    assert kept == [(1,)]
    assert len(_rows(server)[1]) == 1


def test_one_backup_restored_over_and_over_gives_no_number_twice(
    backup: Path, tmp_path: Path, url: str, server: DatabaseAddress, clock: TurnedClock
) -> None:
    """Quicker than anybody takes tickets, and moved aside twice."""
    new, given = tmp_path / "new", []
    for turn in range(3):
        clock.pass_time(1)
        done = _restore(backup, new, server, clock, replace=turn > 0)
        assert done.leap.guessed == (turn == 0)
        with in_process(new, clock, database=url) as hall:
            asked = (
                hall.packet("kiosk-1", "issue_ticket", f"{turn}-{n}", services=["card"]) for n in range(150)
            )
            given += [reply["ticket"]["number"] for reply in hall.ask_all(*asked)]
    assert len(given) == len(set(given)) == 450


def test_while_a_dispatcher_has_it(
    backup: Path, tmp_path: Path, server: DatabaseAddress, clock: TurnedClock
) -> None:
    store = open_store(server, "little")
    try:
        with pytest.raises(InUseError, match="in use by another dispatcher"):
            _restore(backup, tmp_path / "new", server, clock, replace=True)
        assert _backup(tmp_path / "old", server, tmp_path / "y", clock)[1].rows["ticket"] == 0
    finally:
        store.close()


def test_another_halls_database(
    backup: Path, tmp_path: Path, server: DatabaseAddress, clock: TurnedClock
) -> None:
    open_store(server, "other").close()
    with pytest.raises(DatabaseError, match="belongs to hall other, the backup to little"):
        _restore(backup, tmp_path / "new", server, clock, replace=True)
    with pytest.raises(DatabaseError, match="belongs to hall other, not little"):
        _backup(tmp_path / "old", server, tmp_path / "y", clock)
    assert not (tmp_path / "new" / "hall.toml").exists()


def test_a_server_that_is_away(backup: Path, tmp_path: Path, clock: TurnedClock) -> None:
    away = parse_database("postgresql://somebody:secret@127.0.0.1:1/hall")
    with pytest.raises(DatabaseError) as told:
        _restore(backup, tmp_path / "new", away, clock)
    assert "secret" not in str(told.value)
    with pytest.raises(DatabaseError):
        _backup(tmp_path / "old", away, tmp_path / "y", clock)
