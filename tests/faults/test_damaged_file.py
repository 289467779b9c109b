"""A database file that was damaged in any way: it is refused in one line, or it works; no traceback."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dispatcher.errors import DatabaseError
from tests.support.dispatcher import NOON, InProcess, TurnedClock, in_process
from tests.support.dispatcher_process import Place, place, refused
from tests.support.fault_files import bring, damage
from tests.support.shares import Share


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hall's database in the middle of a day, with a log that is not yet in the file."""
    folder, kept = tmp_path_factory.mktemp("day"), tmp_path_factory.mktemp("kept")
    with in_process(folder, TurnedClock()) as hall:
        for counter in "12":
            hall.ask(f"pad-{counter}", "open_counter", f"o{counter}", counter=counter)
        for number in range(150):
            hall.clock.pass_time(7)
            hall.ask("kiosk-1", "issue_ticket", f"i{number}", services=["card"], help="轮椅")
            hall.ask(f"pad-{number % 2 + 1}", "next", f"n{number}", counter=f"{number % 2 + 1}")
            if number == 100:
                with closing(sqlite3.connect(folder / "hall.db")) as other:
                    other.execute("PRAGMA wal_checkpoint(PASSIVE)")
        bring(folder, kept)
    return kept


@pytest.mark.full(5000, "damaged files", short=120, share=1000)
@pytest.mark.timeout(1200)
@pytest.mark.logs("nothing can be promised now", "a round failed")
def test_refused_in_a_line_or_it_works(tmp_path: Path, files: Path, share: Share) -> None:
    chance = random.Random(f"damaged {share.number}")
    for number in range(share.count):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        path = bring(files, folder)
        what = damage(path, chance)
        before = path.read_bytes()
        try:
            words = _refusal(folder)
        except Exception as fault:
            raise AssertionError(f"{number} {what}") from fault
        if words is not None:
            assert words.startswith(f"{path}: "), f"{what}: {words}"
            assert "\n" not in words, f"{what}: {words}"
            share.add(refused=1, left_as_it_was=path.read_bytes() == before)
        for left in folder.iterdir():
            left.unlink()
    share.add(files=share.count, tracebacks=0)
    assert 0 < share.sums["refused"] < share.count


def _refusal(folder: Path) -> str | None:
    """In which words it is refused; None if a hall can go on with it, even if it only says `busy`."""
    try:
        hall = InProcess(folder, TurnedClock(wall=NOON + 3_600_000))
    except DatabaseError as fault:
        return str(fault)
    try:
        hall.ask("kiosk-1", "issue_ticket", "after", services=["card"])
        hall.clock.pass_time(2)
        hall.step()
        hall.ask("pad-1", "next", "then", counter="1")
    finally:
        hall.close()
    return None


_MIXED_UP = (
    "INSERT INTO help_call VALUES ('kiosk-1', 'noon')", "INSERT INTO wrong_pin VALUES ('li', 'many', 'often')",
    "UPDATE meta SET value = 'x' WHERE name IN ('epoch', 'published')", "UPDATE journal SET at = 'then', json = '[]'",
    "UPDATE snapshot SET json = 7", "UPDATE snapshot SET at = 'x'", "UPDATE snapshot SET json = '[]'",
)  # fmt: skip


@pytest.mark.parametrize("statement", _MIXED_UP)
def test_a_value_of_another_kind(tmp_path: Path, files: Path, statement: str) -> None:
    """As when the pages of two tables have changed places: SQLite finds nothing wrong with that."""
    path = bring(files, tmp_path)
    with closing(sqlite3.connect(path)) as file:
        file.execute(statement)
        file.commit()
    words = _refusal(tmp_path)
    assert words is not None
    assert words.startswith(f"{path}: is damaged ("), words
    assert "\n" not in words


@pytest.mark.parametrize("number", range(3))
def test_as_a_person_sees_it(tmp_path: Path, files: Path, number: int) -> None:
    """The program ends with a line that says what to do; and when that is done, it starts."""
    with place(tmp_path) as where:
        _bring_damaged(files, where, number)
        code, said = refused(where)
        assert code in (1, 2)
        assert said.count("\n") == 1, said
        assert str(where.database) in said


def _bring_damaged(files: Path, where: Place, number: int) -> None:
    path = bring(files, where.folder)
    data = bytearray(path.read_bytes())
    if number == 0:
        del data[len(data) // 2 :]
    elif number == 1:
        data[4096:20_000] = b"\xa5" * (20_000 - 4096)
    else:
        data[:] = b"hello\n" * 1000
    path.write_bytes(bytes(data))
    for part in ("-wal", "-shm"):
        path.with_name(f"hall.db{part}").unlink(missing_ok=True)
