"""A backup holds everything of a hall, is whole or not there, and is taken while the dispatcher writes."""

import errno
import json
import os
import sqlite3
import stat
import zipfile
from pathlib import Path

import pytest

from dispatcher.care.archive import Manifest, open_archive
from dispatcher.care.backup import Subject, take_backup
from dispatcher.care.shelf import clear_out, default_name, last_backup, remember
from dispatcher.errors import CareError, DatabaseError
from dispatcher.store.address import SqliteFile
from hall.plan import load_plan
from tests.support.dispatcher import HALL, NOON, in_process


def _subject(folder: Path, hall: str = HALL) -> Subject:
    return Subject(load_plan(hall.encode()), folder / "hall.toml", folder, SqliteFile(folder / "hall.db"))


def _take(folder: Path, target: Path, hall: str = HALL) -> Manifest:
    return take_backup(_subject(folder, hall), target, version="0.1.0", now=NOON, progress=lambda _: None)


def test_everything_is_in_it(tmp_path: Path) -> None:
    for name in ("credentials/pad-1.url", "pki/ca.key", "pki/issued/pad-1.crt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    target = tmp_path / "x.gwbackup"
    seen: list[float] = []
    with in_process(tmp_path) as hall:
        hall.ask("kiosk-1", "issue_ticket", "a", services=["card"])
        subject = _subject(tmp_path)
        manifest = take_backup(subject, target, version="0.1.0", now=NOON, progress=seen.append)
        hall.ask("kiosk-1", "issue_ticket", "b", services=["card"])
    assert (manifest.hall, manifest.rows["ticket"], manifest.epoch, manifest.last_at) == (
        "little",
        1,
        1,
        NOON,
    )
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert sorted(path.name for path in tmp_path.glob(".backup*")) == []
    with open_archive(target) as archive:
        archive.extract(tmp_path / "out", lambda _: None)
    assert (tmp_path / "out/hall.toml").read_text() == HALL
    assert (tmp_path / "out/pki/issued/pad-1.crt").read_text() == "pki/issued/pad-1.crt"
    copy = sqlite3.connect(tmp_path / "out/hall.db")
    assert copy.execute("SELECT number FROM ticket").fetchall() == [("A001",)]
    copy.close()


def test_any_program_that_knows_zip_reads_it(tmp_path: Path) -> None:
    with in_process(tmp_path):
        _take(tmp_path, tmp_path / "x")
    with zipfile.ZipFile(tmp_path / "x") as file:
        assert file.testzip() is None
        assert json.loads(file.read("manifest.json"))["hall"] == "little"
        assert {entry.date_time[0] > 1980 for entry in file.infolist()} == {True}


def test_what_it_refuses(tmp_path: Path) -> None:
    with in_process(tmp_path):
        pass
    (tmp_path / "there").write_text("")
    other = HALL.replace('id = "little"', 'id = "other"')
    cases: list[tuple[type[Exception], str, Path, str]] = [
        (CareError, "is there already", tmp_path / "there", HALL),
        (DatabaseError, "belongs to hall little, not other", tmp_path / "x", other),
        (CareError, "there: File exists; make room", tmp_path / "there" / "x", HALL),
    ]
    for kind, words, target, hall in cases:
        with pytest.raises(kind, match=words):
            _take(tmp_path, target, hall)
    assert not (tmp_path / "x").exists()


def test_a_damaged_database_gives_no_backup(tmp_path: Path) -> None:
    with in_process(tmp_path) as hall:
        for n in range(50):
            hall.ask("kiosk-1", "issue_ticket", f"a{n}", services=["card"])
    with (tmp_path / "hall.db").open("r+b") as file:
        file.seek(4096 * 8)
        file.write(b"\xff" * 4096 * 4)
    with pytest.raises(DatabaseError, match="is damaged"):
        _take(tmp_path, tmp_path / "new" / "x")
    assert not (tmp_path / "new").exists()


def test_the_shelf_keeps_the_newest(tmp_path: Path) -> None:
    zone = load_plan(HALL.encode()).hall.zone
    names = [default_name(tmp_path, "little", NOON + n * 86_400_000, zone) for n in range(4)]
    names[0].parent.mkdir()
    others = [names[0].with_name("mine.gwbackup"), names[0].with_name("little-two-20261120-120000.gwbackup")]
    for path in names + others:
        path.write_text("")
    assert names[0].name == "little-20261120-120000.gwbackup"
    assert clear_out(tmp_path, "little", 2) == names[:2]
    assert sorted(names[0].parent.iterdir()) == sorted(names[2:] + others)


def test_the_last_one_is_remembered(tmp_path: Path) -> None:
    assert last_backup(tmp_path) is None
    with in_process(tmp_path):
        remember(tmp_path, tmp_path / "hall.toml", _take(tmp_path, tmp_path / "x"))
    found = last_backup(tmp_path)
    assert found is not None
    assert (found.at, found.file) == (NOON, str(tmp_path / "hall.toml"))


def test_a_disk_that_fills_up_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole or not there, and nothing half made left beside it."""
    with in_process(tmp_path):
        pass

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "to").mkdir()
    monkeypatch.setattr("dispatcher.care.archive.os.fsync", full)
    with pytest.raises(CareError, match="No space left on device; make room, or give another place") as told:
        _take(tmp_path, tmp_path / "to" / "x")
    assert "\n" not in str(told.value)
    assert list((tmp_path / "to").iterdir()) == []


def test_what_a_killed_backup_left_is_taken_away(tmp_path: Path) -> None:
    with in_process(tmp_path):
        pass
    for name in (".backup-999999999", f".backup-{os.getppid()}"):
        (tmp_path / "to" / name).mkdir(parents=True)
        (tmp_path / "to" / name / "hall.db").write_text("")
    _take(tmp_path, tmp_path / "to" / "x")
    left = sorted(path.name for path in (tmp_path / "to").iterdir())
    assert left == sorted([f".backup-{os.getppid()}", "x"])  # the other one is still at work
