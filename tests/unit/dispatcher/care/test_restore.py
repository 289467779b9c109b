"""A hall goes on from its backup: what it knew is there, what it may have said since is leapt over."""

import hashlib
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from dispatcher.care.archive import FileEntry, Manifest
from dispatcher.care.backup import Subject, take_backup
from dispatcher.care.restore import Restored, restore_backup
from dispatcher.errors import CareError, DatabaseError, DispatcherError, InUseError
from dispatcher.store.address import DatabaseAddress, SqliteFile
from hall.plan import load_plan
from tests.support.dispatcher import HALL, NOON, InProcess, TurnedClock, in_process

_HOUR = 3_600_000


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock()


@pytest.fixture
def backup(tmp_path: Path, clock: TurnedClock) -> Path:
    """Of a hall with three tickets, the first at counter 1; then it lost two more and all it had."""
    folder, target = tmp_path / "old", tmp_path / "x.gwbackup"
    (folder / "credentials").mkdir(parents=True)
    (folder / "credentials" / "pad-1.url").write_text("mqtt://pad-1:secret@h/little\n")
    with in_process(folder, clock) as hall:
        for n in range(3):
            hall.ask("kiosk-1", "issue_ticket", f"i{n}", services=["card"])
        hall.ask("pad-1", "open_counter", "o", counter="1")
        hall.ask("pad-1", "next", "n", counter="1")
        _backup(folder, target, clock.wall)
        clock.pass_time(60)
        hall.ask("kiosk-1", "issue_ticket", "lost", services=["card"])
        hall.ask("pad-1", "done", "d", counter="1")
    return target


def _backup(folder: Path, target: Path, now: int) -> Manifest:
    plan = load_plan((folder / "hall.toml").read_bytes())
    subject = Subject(plan, folder / "hall.toml", folder, SqliteFile(folder / "hall.db"))
    return take_backup(subject, target, version="0.1.0", now=now, progress=lambda _: None)


def _restore(
    backup: Path, folder: Path, now: int, *, replace: bool = False, database: DatabaseAddress | None = None
) -> Restored:
    address = database or SqliteFile(folder / "hall.db")
    return restore_backup(backup, folder, address, replace=replace, now=now, progress=lambda _: None)


def _last_seq(hall: InProcess) -> int:
    return max(int(event["seq"]) for event in hall.events())


def test_the_hall_goes_on(backup: Path, tmp_path: Path, clock: TurnedClock) -> None:
    clock.pass_time(60)
    done = _restore(backup, tmp_path / "new", clock.wall)
    assert (tmp_path / "new/hall.toml").read_text() == HALL
    assert (tmp_path / "new/credentials/pad-1.url").read_text() == "mqtt://pad-1:secret@h/little\n"
    assert done.leap.numbers == {"A": 200, "B": 200}
    with in_process(tmp_path / "new", clock) as hall:
        assert hall.state("counter/1")["current"]["number"] == "A001"
        assert hall.state("hall")["waiting"] == 2
        reply = hall.ask("kiosk-1", "issue_ticket", "new", services=["card"])
        assert reply["ticket"]["number"] == "A201"
        assert reply["seq"] > 1_000_000
        assert reply["epoch"] > 1_000
        same = hall.ask("kiosk-1", "issue_ticket", "i0", services=["card"])
        assert same["ticket"]["number"] == "A001"


def test_whatever_the_lost_hall_did_the_new_one_is_beyond_it(
    backup: Path, tmp_path: Path, clock: TurnedClock
) -> None:
    """It went on for two hours, was started a hundred times, and gave out tickets as fast as kiosks can."""
    with in_process(tmp_path / "old", clock) as hall:
        for n in range(300):
            clock.pass_time(24)
            hall.ask("kiosk-1", "issue_ticket", f"f{n}", services=["card"])
        lost, told = hall.ask("kiosk-1", "issue_ticket", "last", services=["card"]), _last_seq(hall)
    for _ in range(100):
        with in_process(tmp_path / "old", clock) as hall:
            epoch = hall.state("hall")["epoch"]
    _restore(backup, tmp_path / "new", clock.wall)
    with in_process(tmp_path / "new", clock) as hall:
        first = hall.ask("kiosk-1", "issue_ticket", "new", services=["card"])
    assert int(first["ticket"]["number"][1:]) > int(lost["ticket"]["number"][1:])
    assert first["epoch"] > epoch
    assert first["seq"] > told


def _numbers(hall: InProcess, name: str, count: int) -> list[str]:
    packets = [hall.packet("kiosk-1", "issue_ticket", f"{name}{n}", services=["card"]) for n in range(count)]
    return [reply["ticket"]["number"] for reply in hall.ask_all(*packets)]


def test_one_backup_restored_twice_gives_no_number_twice(
    backup: Path, tmp_path: Path, clock: TurnedClock
) -> None:
    """Whatever became of what the first restoring made: still there, thrown away, or damaged."""
    new, given = tmp_path / "new", ["A001", "A002", "A003"]
    for turn, lost in enumerate((_keep, _throw_away, _damage, _keep)):
        clock.pass_time(1)
        done = _restore(backup, new, clock.wall, replace=turn > 0)
        assert done.leap.guessed == (turn in (0, 2, 3))
        with in_process(new, clock) as hall:
            given += _numbers(hall, f"t{turn}-", 2)
        lost(new / "hall.db")
    assert len(given) == len(set(given)) == 11


def _keep(file: Path) -> None:
    assert file.exists()


def _throw_away(file: Path) -> None:
    for aside in file.parent.glob("replaced-*"):
        shutil.rmtree(aside)
    for part in file.parent.glob("hall.db*"):
        part.unlink()


def _damage(file: Path) -> None:
    file.write_bytes(b"nonsense" * 1000)


def test_more_tickets_than_anybody_takes(backup: Path, tmp_path: Path, clock: TurnedClock) -> None:
    """A console is quicker than a kiosk: the database that is moved aside knows how many there were."""
    old = tmp_path / "old"
    with in_process(old, clock) as hall:
        assert _numbers(hall, "fast", 350)[-1] == "A354"
    done = _restore(backup, old, clock.wall, replace=True)
    assert (done.leap.numbers["A"], done.leap.guessed) == (400, False)
    clock.pass_time(1)
    again = _restore(backup, old, clock.wall, replace=True)
    with in_process(old, clock) as hall:
        assert again.leap.numbers["A"] >= 400
        assert _numbers(hall, "n", 1)[0] > "A400"


def test_a_moved_database_of_another_hall_tells_nothing(
    backup: Path, tmp_path: Path, clock: TurnedClock
) -> None:
    other = tmp_path / "new/replaced-20261120-000000"
    other.mkdir(parents=True)
    with in_process(other, clock) as hall:
        _numbers(hall, "o", 190)
    with closing(sqlite3.connect(other / "hall.db")) as database, database:
        database.execute("UPDATE meta SET value = 'other' WHERE name = 'hall'")
    assert _restore(backup, tmp_path / "new", clock.wall).leap.numbers == {"A": 100, "B": 100}


def test_the_next_day_begins_as_every_day(backup: Path, tmp_path: Path, clock: TurnedClock) -> None:
    """The hall of this file is always open, so numbers of today may be on paper from midnight on."""
    clock.pass_time(12 * 3600 + 10)
    done = _restore(backup, tmp_path / "new", clock.wall)
    assert done.leap.numbers == {"A": 100, "B": 100}
    with in_process(tmp_path / "new", clock) as hall:
        assert hall.state("hall")["waiting"] == 0
        assert hall.ask("kiosk-1", "issue_ticket", "x", services=["card"])["ticket"]["number"] == "A101"


def test_a_hall_that_was_closed_since_begins_with_one(tmp_path: Path, clock: TurnedClock) -> None:
    (tmp_path / "old").mkdir()
    text = HALL.replace("[[service]]", 'open = ["08:00-12:30"]\n\n[[service]]', 1)
    with in_process(tmp_path / "old", clock, text) as hall:
        hall.ask("kiosk-1", "issue_ticket", "a", services=["card"])
        clock.pass_time(3600)
        hall.step()
    manifest = _backup(tmp_path / "old", tmp_path / "x", clock.wall)
    assert manifest.last_at < manifest.at
    clock.pass_time(18 * 3600)
    assert _restore(tmp_path / "x", tmp_path / "new", clock.wall).leap.numbers == {}
    clock.pass_time(2 * 3600)
    with in_process(tmp_path / "new", clock) as hall:
        assert hall.ask("kiosk-1", "issue_ticket", "b", services=["card"])["ticket"]["number"] == "A001"


def test_a_hall_in_which_nothing_happened(tmp_path: Path, clock: TurnedClock) -> None:
    (tmp_path / "old").mkdir()
    with in_process(tmp_path / "old", clock):
        pass
    _backup(tmp_path / "old", tmp_path / "x", clock.wall)
    _restore(tmp_path / "x", tmp_path / "new", clock.wall)
    with in_process(tmp_path / "new", clock) as hall:
        assert hall.ask("kiosk-1", "issue_ticket", "b", services=["card"])["ok"]


def test_what_is_there_stays_unless_replaced(backup: Path, tmp_path: Path, clock: TurnedClock) -> None:
    old = tmp_path / "old"
    (old / "credentials/pad-1.url").write_text("changed")
    before = (old / "hall.db").read_bytes()
    with pytest.raises(CareError, match="is there already; --replace moves it aside"):
        _restore(backup, old, clock.wall)
    assert (old / "hall.db").read_bytes() == before
    done = _restore(backup, old, clock.wall, replace=True)
    aside = old / "replaced-20261120-120100"
    assert done.aside == (str(aside / "hall.db"), str(aside / "credentials/pad-1.url"))
    assert (aside / "hall.db").read_bytes() == before
    assert (aside / "credentials/pad-1.url").read_text() == "changed"


def test_files_that_differ_are_left_and_named(backup: Path, tmp_path: Path, clock: TurnedClock) -> None:
    new = tmp_path / "new"
    new.mkdir()
    (new / "hall.toml").write_text("# mine")
    assert _restore(backup, new, clock.wall).left == (str(new / "hall.toml"),)
    assert (new / "hall.toml").read_text() == "# mine"


def test_not_while_a_dispatcher_runs(backup: Path, tmp_path: Path, clock: TurnedClock) -> None:
    with in_process(tmp_path / "old", clock), pytest.raises(InUseError, match="in use by process"):
        _restore(backup, tmp_path / "old", clock.wall, replace=True)


def test_over_a_damaged_one(backup: Path, tmp_path: Path, clock: TurnedClock) -> None:
    (tmp_path / "old/hall.db").write_bytes(b"nonsense" * 1000)
    _restore(backup, tmp_path / "old", clock.wall, replace=True)
    with in_process(tmp_path / "old", clock) as hall:
        assert hall.state("hall")["waiting"] == 2


def test_never_over_another_hall(backup: Path, tmp_path: Path, clock: TurnedClock) -> None:
    (tmp_path / "other").mkdir()
    other = HALL.replace('id = "little"', 'id = "other"')
    with in_process(tmp_path / "other", clock, other):
        pass
    with pytest.raises(DatabaseError, match="belongs to hall other, the backup to little"):
        _restore(backup, tmp_path / "other", clock.wall, replace=True)


def test_a_clock_that_is_wrong(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(CareError, match="set it, then restore again"):
        _restore(backup, tmp_path / "new", NOON - _HOUR)
    assert not (tmp_path / "new/hall.db").exists()


def test_every_half_of_a_file(backup: Path, tmp_path: Path, clock: TurnedClock) -> None:
    whole = backup.read_bytes()
    for length in (0, 1, 100, len(whole) // 2, len(whole) - 30, len(whole) - 1):
        backup.write_bytes(whole[:length])
        with pytest.raises(CareError, match="only a part of one; use another backup") as told:
            _restore(backup, tmp_path / "new", clock.wall)
        assert "\n" not in str(told.value)


def test_any_damaged_byte_is_found(backup: Path, tmp_path: Path, clock: TurnedClock) -> None:
    whole = backup.read_bytes()
    for at in range(0, len(whole), len(whole) // 60):
        backup.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        try:
            _restore(backup, tmp_path / f"new-{at}", clock.wall)
        except DispatcherError:
            pass
        else:  # a byte that nobody reads: the content is the same
            assert (tmp_path / f"new-{at}/hall.toml").read_text() == HALL


@pytest.mark.parametrize("name", ["../evil", "/evil", "credentials/../../evil", "evil"])
def test_nothing_leads_out_of_the_folder(backup: Path, tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(backup) as file:
        manifest = Manifest.model_validate_json(file.read("manifest.json"))
        content = {entry: file.read(entry) for entry in manifest.files}
    files = manifest.files | {name: manifest.files["hall.toml"]}
    with zipfile.ZipFile(tmp_path / "bad", "w") as file:
        for entry, data in (content | {name: content["hall.toml"]}).items():
            file.writestr(entry, data)
        file.writestr("manifest.json", manifest.model_copy(update={"files": files}).model_dump_json())
    with pytest.raises(CareError, match="that no backup has"):
        _restore(tmp_path / "bad", tmp_path / "new", NOON)
    assert not list(tmp_path.rglob("evil"))


def test_a_backup_of_a_newer_version(backup: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(backup) as file:
        manifest = Manifest.model_validate_json(file.read("manifest.json"))
    with zipfile.ZipFile(tmp_path / "newer", "w") as file:
        file.writestr("manifest.json", manifest.model_copy(update={"format": 2}).model_dump_json())
    with pytest.raises(CareError, match="made by a newer version"):
        _restore(tmp_path / "newer", tmp_path / "new", NOON)


def test_a_backup_of_an_older_version_is_brought_up_to_date(tmp_path: Path, clock: TurnedClock) -> None:
    from dispatcher.store.database import writer_engine
    from dispatcher.store.migrate import downgrade

    (tmp_path / "old").mkdir()
    with in_process(tmp_path / "old", clock) as hall:
        hall.ask("kiosk-1", "issue_ticket", "a", services=["card"])
    engine = writer_engine(tmp_path / "old" / "hall.db", 1.0)
    with engine.connect() as connection, connection.begin():
        downgrade(connection, "0001")
    engine.dispose()
    manifest = _backup(tmp_path / "old", tmp_path / "x", clock.wall)
    assert (manifest.schema_, "wrong_pin" in manifest.rows) == ("0001", False)
    _restore(tmp_path / "x", tmp_path / "new", clock.wall)
    with in_process(tmp_path / "new", clock) as hall:
        assert hall.state("hall")["waiting"] == 1


def test_a_hall_file_that_this_version_does_not_take(backup: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(backup) as file:
        manifest = Manifest.model_validate_json(file.read("manifest.json"))
        content = {entry: file.read(entry) for entry in manifest.files}
    content["hall.toml"] = HALL.replace("prefix", "letters").encode()
    entry = FileEntry(size=len(content["hall.toml"]), sha256=hashlib.sha256(content["hall.toml"]).hexdigest())
    manifest = manifest.model_copy(update={"files": manifest.files | {"hall.toml": entry}})
    with zipfile.ZipFile(tmp_path / "x", "w") as file:
        for name, data in content.items():
            file.writestr(name, data)
        file.writestr("manifest.json", manifest.model_dump_json())
    with pytest.raises(CareError, match=r"the hall file in it is none to this version: service\[1\]") as told:
        _restore(tmp_path / "x", tmp_path / "new", NOON)
    assert "\n" not in str(told.value)


def test_a_call_of_after_the_restoring_is_explained(backup: Path, tmp_path: Path, clock: TurnedClock) -> None:
    from dispatcher.past import NewRules, Past
    from hall import apply

    _restore(backup, tmp_path / "new", clock.wall)
    with in_process(tmp_path / "new", clock) as hall:
        hall.ask("pad-1", "done", "d2", counter="1")
        hall.ask("pad-1", "next", "n2", counter="1")
        past = Past(tmp_path / "new" / "hall.db")
        stretch = past.stretch("2026-11-20")
        for step in stretch.steps:
            assert not isinstance(step, NewRules)
            apply(stretch.state, step)
        past.close()
        assert stretch.state.counters["1"].current == "A002"
