"""A database file is ours and whole, or refused in one line that says what to do; it is never changed then."""

import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from dispatcher.errors import DatabaseError, InUseError
from dispatcher.store import Batch, JournalRow, ReplyRow, SnapshotRow, TicketRow, open_store, parse_database
from dispatcher.store.database import unusable
from dispatcher.store.schema import APPLICATION_ID, SNAPSHOT


def _fill(path: Path, entries: int = 400) -> None:
    store = open_store(path, "little")
    text = f'{{"words":"{"x" * 200}"}}'
    store.write(
        Batch(journal=[JournalRow(n, n, "2026-11-20", "t", None, None, None, text) for n in range(entries)])
    )
    store.close()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _scribble(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[8192:60000] = b"\xa5" * (60000 - 8192)
    path.write_bytes(bytes(data))


def _header(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[:16] = b"\0" * 16
    path.write_bytes(bytes(data))


def _holds(data: bytes) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        path.write_bytes(data)

    return change


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pragma(name: str, value: int) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        connection = sqlite3.connect(path)
        connection.execute(f"PRAGMA {name}={value}")
        connection.commit()
        connection.close()

    return change


def _sql(*statements: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        connection = sqlite3.connect(path)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()

    return change


DAMAGE: dict[str, tuple[Callable[[Path], None], str]] = {
    "cut": (_cut, "is damaged"),
    "scribbled over": (_scribble, "is damaged"),
    "header gone": (_header, "not a database of Green Window"),
    "another program's": (_pragma("application_id", 7), "of another program"),
    "a newer schema": (_pragma("user_version", 99), "newer version"),
    "a newer migration": (_sql("UPDATE alembic_version SET version_num='9999'"), "newer version"),
    "a table gone": (_sql("DROP TABLE meta"), "is damaged"),
    "of another hall": (_sql("UPDATE meta SET value='other' WHERE name='hall'"), "belongs to hall other"),
    "empty": (_holds(b""), "not a database of Green Window"),
    "short": (_holds(b"SQLite format 3\0"), "not a database of Green Window"),
    "text": (_holds(b"hello" * 50), "not a database of Green Window"),
    "a folder": (_folder, "is a folder"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_file_that_cannot_be_used_is_named_and_left_alone(tmp_path: Path, name: str) -> None:
    path = tmp_path / "hall.db"
    _fill(path)
    damage, words = DAMAGE[name]
    damage(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(DatabaseError, match=words) as told:
        open_store(path, "little")
    assert str(path) in str(told.value)
    assert "\n" not in str(told.value)
    assert before is None or path.read_bytes() == before


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="no such folder"):
        open_store(tmp_path / "nowhere" / "hall.db", "little")


def test_only_one_at_a_time_also_by_another_name(tmp_path: Path) -> None:
    store = open_store(tmp_path / "hall.db", "little")
    (tmp_path / "other.db").symlink_to(tmp_path / "hall.db")
    for name in ("hall.db", "other.db"):
        with pytest.raises(InUseError, match="in use by process"):
            open_store(tmp_path / name, "little")
    store.close()
    open_store(tmp_path / "hall.db", "little").close()


def test_a_start_that_was_killed_while_making_the_file(tmp_path: Path) -> None:
    for name in ("hall.db.new", "hall.db.new-wal", "hall.db.new-shm"):
        (tmp_path / name).write_bytes(b"half made")
    store = open_store(tmp_path / "hall.db", "little")
    assert store.begin_epoch() == 1
    store.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["hall.db", "hall.db.lock"]


def test_the_file_is_its_owners_alone_whatever_the_folder(tmp_path: Path) -> None:
    """It holds the codes of tickets and hashes of PINs; an older version made it readable for everybody."""
    tmp_path.chmod(0o755)
    before = os.umask(0o022)
    try:
        for _ in range(2):
            store = open_store(tmp_path / "hall.db", "little")
            store.begin_epoch()
            files = {path.name: oct(path.stat().st_mode & 0o777) for path in tmp_path.glob("hall.db*")}
            store.close()
            assert set(files) == {"hall.db", "hall.db-wal", "hall.db-shm", "hall.db.lock"}
            assert set(files.values()) == {"0o600"}
            (tmp_path / "hall.db").chmod(0o644)
    finally:
        os.umask(before)


def test_the_file_is_marked_as_ours_and_safe_against_power_cuts(tmp_path: Path) -> None:
    store = open_store(tmp_path / "hall.db", "little")
    with store._writes.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("application_id", "journal_mode", "synchronous")
        }
    store.close()
    assert pragmas == {"application_id": APPLICATION_ID, "journal_mode": "wal", "synchronous": 2}


def test_a_batch_is_written_whole_or_not_at_all(database: str) -> None:
    from dispatcher.errors import StoreFailure

    store = open_store(parse_database(database), "little")
    good = JournalRow(1, 1, "d", "t", None, None, None, "{}")
    bad = TicketRow("d", "A1", None, "", "", "", None, 1, 1, "")  # type: ignore[arg-type]  # no state: refused
    with pytest.raises(StoreFailure):
        store.write(Batch(journal=[good], replies=[ReplyRow("c", "d", 1, "{}")], tickets=[bad]))
    assert store.entries_after(0) == []
    assert store.replies(["c"]) == {}
    assert store.write(Batch(journal=[good])) == 1
    store.close()


def test_a_token_stays_when_the_ticket_changes(database: str) -> None:
    store = open_store(parse_database(database), "little")
    store.write(
        Batch(tickets=[TicketRow("d", "A1", "waiting", "x", "none", "zh", None, 1, 1, "k", "secret")])
    )
    store.write(Batch(tickets=[TicketRow("d", "A1", "called", "x", "none", "zh", "1", 1, 2, "k")]))
    assert store.token("d", "A1") == "secret"
    store.close()


def test_two_snapshots_are_kept(database: str) -> None:
    store = open_store(parse_database(database), "little")
    for n in range(1, 5):
        entry = JournalRow(n, n, "d", "t", None, None, None, "{}")
        store.write(Batch(journal=[entry], replies=[ReplyRow(f"c{n}", "d", n, "{}")]))
        store.write(Batch(snapshot=SnapshotRow(n, f"v{n}", f"text{n}", f'"{n}"')))
    assert set(store.replies([f"c{n}" for n in range(9)])) == {("d", f"c{n}") for n in range(1, 5)}
    saved = store.load()
    assert saved is not None
    assert (saved.snapshot, saved.plan_text, saved.journal) == ('"4"', "text4", ())
    with store.home.reads.connect() as connection:
        kept = connection.execute(select(SNAPSHOT.c.journal).order_by(SNAPSHOT.c.journal)).scalars().all()
    assert kept == [3, 4]
    store.close()


def test_the_lock_ends_with_its_process_not_with_a_thread(tmp_path: Path) -> None:
    store = open_store(tmp_path / "hall.db", "little")
    worker = threading.Thread(target=store.close)
    worker.start()
    worker.join()
    open_store(tmp_path / "hall.db", "little").close()


@pytest.mark.parametrize(
    ("free", "words"), [(0, "there is no room on its disk; make some"), (10**9, "look at its disk")]
)
def test_an_error_of_the_disk_is_no_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, words: str
) -> None:
    """Nobody is told to put a backup in the place of a database that only lacks room."""
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": free}))
    said = str(unusable(tmp_path / "hall.db", "disk I/O error"))
    assert words in said
    assert "damaged" not in said
