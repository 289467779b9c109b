"""Every trouble a hall can be in is named, with what to do; none keeps the others from being looked at."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.console import Console

from broker_config import Pki
from dispatcher.store.address import SqliteFile, parse_database
from greenwindow.doctor import Finding, Level, Patient, Words, examine
from greenwindow.doctor.broker import broker, certificates
from greenwindow.doctor.devices import devices
from greenwindow.doctor.ear import Heard
from greenwindow.doctor.finding import Check
from greenwindow.doctor.hall_file import hall_file
from greenwindow.doctor.heart import clock, dispatcher
from greenwindow.doctor.patient import find_patient
from greenwindow.doctor.rounds import safely
from greenwindow.doctor.storage import backup, database, disk
from greenwindow.doctor.table import as_json, table
from hall.plan import Plan, load_plan
from tests.support.dispatcher import HALL, NOON, TurnedClock, in_process
from tests.support.small_disk import small_disk
from wire.states import Catalog, DeviceState, DispatcherState, Fault, HallInfo, HallState, Presence

_DAY_S = 86_400


@pytest.fixture
def patient(tmp_path: Path) -> Patient:
    """Whose broker and dispatcher are well; nothing is in its folder but the hall file."""
    path = tmp_path / "hall.toml"
    path.write_text(HALL, encoding="utf-8")
    heard = Heard(
        where="127.0.0.1:1883", took_ms=5, alive=True, offset_ms=20, heartbeat=DispatcherState(epoch=3, alive=True),
        hall=HallState(seq=1, open=True, devices={}), catalog=_catalog("little"),
    )  # fmt: skip
    return replace(find_patient(path, tmp_path, None, TurnedClock()), heard=heard)


def _catalog(hall: str) -> Catalog:
    return Catalog(version="1", hall=HallInfo(id=hall, name={}, languages=("zh",), timezone="Asia/Shanghai"))


def _one(found: Iterator[Finding]) -> tuple[str, str, str]:
    """Level, what was seen and what to do, of the worst."""
    order = list(Level)
    worst = max(found, key=lambda finding: order.index(finding.level))
    return worst.level.value, worst.seen.en, "" if worst.todo is None else worst.todo.en


def test_a_good_hall_file(patient: Patient) -> None:
    assert _one(hall_file(patient)) == ("ok", "good; services/counters/devices 2/2/7", "")


_WEAK = """
[[green_window]]
id = "g"
services = ["card", "pension"]
counters = ["1"]
enter_above = 2
leave_below = 2
"""


@pytest.mark.parametrize(
    ("text", "level", "seen"),
    [
        (
            HALL.replace("prefix", "prefx"),
            "fault",
            "4 faults, the first: service[1].prefix: is missing",
        ),
        ("nonsense", "fault", "1 faults, the first: is not TOML"),
        (HALL + _WEAK, "warning", "good, with 1 warnings"),
    ],
)
def test_a_bad_hall_file(tmp_path: Path, text: str, level: str, seen: str) -> None:
    (tmp_path / "h.toml").write_text(text)
    found = _one(hall_file(find_patient(tmp_path / "h.toml", None, None, TurnedClock())))
    assert found[0] == level
    assert seen in found[1]
    assert "greenwindow check" in found[2]


def test_no_hall_file(tmp_path: Path) -> None:
    patient = find_patient(tmp_path / "none.toml", None, None, TurnedClock())
    assert "can't be read: No such file" in _one(hall_file(patient))[1]
    assert _one(broker(patient))[0] == "warning"
    for check in (certificates, database, backup, disk, devices):
        assert list(check(patient)) == []


@pytest.mark.parametrize(
    ("heard", "level", "seen", "todo"),
    [
        ({}, "ok", "takes our credential, within 5 ms", ""),
        ({"took_ms": 900}, "warning", "within 900 ms", "network"),
        (
            {"no_credential": True, "trouble": "x"},
            "fault",
            "no credential of this hall",
            "greenwindow broker",
        ),
        ({"trouble": "broker x: cannot be reached"}, "fault", "cannot be reached", "firewall"),
        ({"trouble": "broker x: refuses this device"}, "fault", "refuses", "again with the same --dir"),
        ({"catalog": _catalog("other")}, "fault", "serves another hall, other", "again with the same --dir"),
    ],
)
def test_the_broker(patient: Patient, heard: dict[str, object], level: str, seen: str, todo: str) -> None:
    found = _one(broker(replace(patient, heard=replace(patient.heard, **heard))))  # type: ignore[arg-type]
    assert (found[0], seen in found[1], todo in found[2]) == (level, True, True), found


def test_certificates(patient: Patient) -> None:
    assert list(certificates(patient)) == []
    assert patient.folder is not None
    clock = TurnedClock()
    pki, now = Pki(patient.folder / "pki"), datetime.fromtimestamp(NOON / 1000, UTC)
    pki.create("little", now)
    pki.issue("pad-1", now)
    pki.issue_broker(["127.0.0.1"], now)
    days = (min(one.until for one in pki.issued()) - now).days
    for passed, level in ((0, "ok"), (days - 30, "warning"), (days + 30, "fault")):
        clock.wall = NOON + passed * _DAY_S * 1000
        assert _one(certificates(replace(patient, clock=clock)))[0] == level
    (patient.folder / "pki" / "issued.json").write_text("nonsense")
    assert "is damaged" in _one(certificates(patient))[1]


@pytest.mark.parametrize(
    ("heard", "level", "seen"),
    [
        ({}, "ok", "runs, epoch 3"),
        ({"alive": False}, "fault", "no heartbeat"),
        ({"heartbeat": DispatcherState(epoch=3, alive=True, busy=True)}, "fault", "can save nothing"),
        ({"busy": True}, "fault", "can save nothing"),  # a moment ago, if not now
        ({"trouble": "x"}, "warning", "can't be known"),
    ],
)
def test_the_dispatcher(patient: Patient, heard: dict[str, object], level: str, seen: str) -> None:
    found = _one(dispatcher(replace(patient, heard=replace(patient.heard, **heard))))  # type: ignore[arg-type]
    assert (found[0], seen in found[1]) == (level, True), found


def test_a_hall_that_is_ahead_of_its_clock(patient: Patient) -> None:
    """Which of the two is right only people know: advice for both."""
    beat = DispatcherState(epoch=3, alive=True, behind_s=28_800)
    level, seen, todo = _one(clock(replace(patient, heard=replace(patient.heard, heartbeat=beat))))
    assert (level, "28800 s ahead of the dispatcher's clock" in seen) == ("fault", True)
    assert "clock right now: stop the dispatcher" in todo
    assert f"greenwindow clock {patient.hall_file} --is-right; is it wrong: set it" in todo


@pytest.mark.parametrize(
    ("offset", "level"),
    [
        (0, "ok"),
        (-1_999, "ok"),
        (2_000, "warning"),
        (-59_000, "warning"),
        (60_000, "fault"),
        (None, "warning"),
    ],
)
def test_the_clock(patient: Patient, offset: int | None, level: str) -> None:
    found = list(clock(replace(patient, heard=replace(patient.heard, offset_ms=offset))))
    assert found[0].level == level
    assert "Asia/Shanghai 2026-11-20 12:00 +0800" in found[-1].seen.en


def test_the_database(patient: Patient, tmp_path: Path) -> None:
    path = tmp_path / "hall.db"
    assert "is not there" in _one(database(patient))[1]
    with in_process(tmp_path) as hall:
        hall.ask("kiosk-1", "issue_ticket", "a", services=["card"])
        assert _one(database(patient))[0] == "ok"  # while it is written
    assert _one(database(replace(patient, plan=_other())))[1].endswith("belongs to another hall, little")
    whole = path.read_bytes()
    for damage in (b"", b"nonsense" * 100, whole[:5000], whole[:4096] + b"\xff" * 8192 + whole[12288:]):
        path.write_bytes(damage)
        level, seen, todo = _one(database(patient))
        assert (level, "greenwindow restore" in todo) == ("fault", True), seen
        assert "\n" not in seen


def _other() -> Plan:
    return load_plan(HALL.replace('id = "little"', 'id = "other"').encode())


def test_a_database_server_that_is_away(patient: Patient) -> None:
    away = replace(patient, database=parse_database("postgresql://me:secret@127.0.0.1:1/x"))
    level, seen, todo = _one(database(away))
    assert (level, todo) == ("fault", "start the database server; look at the network")
    assert "secret" not in seen


def test_backups(patient: Patient, tmp_path: Path) -> None:
    assert _one(backup(patient))[1] == "there never was one"
    last = tmp_path / "last-backup.json"
    for at, file, level in (
        ("2026-11-20T03:00:00Z", "hall.toml", "ok"),
        ("2026-11-17T03:00:00Z", "hall.toml", "warning"),
        ("2026-11-20T03:00:00Z", "gone", "warning"),
    ):
        last.write_text(json.dumps({"at": at, "file": str(tmp_path / file), "size": 1000}))
        assert _one(backup(patient))[0] == level, at


def test_the_disk(patient: Patient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = TurnedClock()
    assert {finding.level for finding in disk(patient)} == {Level.OK}
    monkeypatch.setattr("os.fsync", lambda _: clock.pass_time(0.06))
    assert _one(disk(replace(patient, clock=clock))) == (
        "warning", "a synced write takes 60.0 ms", "slow: every press waits for it; a solid-state disk helps",
    )  # fmt: skip


def test_the_disk_is_that_of_the_database(patient: Patient, tmp_path: Path) -> None:
    with small_disk(1) as small:
        small.fill()
        elsewhere = SqliteFile(tmp_path / "hall.db")
        elsewhere.path.symlink_to(small.path / "hall.db")
        found = list(disk(replace(patient, database=elsewhere)))
    assert [finding.level for finding in found[:2]] == [Level.FAULT, Level.FAULT]
    assert str(small.path) in found[0].seen.en
    assert "No space left" in found[1].seen.en
    assert {finding.todo.en for finding in found[:2] if finding.todo} == {"make room: old logs, old backups"}
    assert {finding.level for finding in found[2:]} == {Level.OK}  # the folder's own
    assert len(found) == 4


@pytest.mark.parametrize(("free", "level"), [(99_000_000, "fault"), (999_000_000, "warning"), (10**10, "ok")])
def test_room(patient: Patient, monkeypatch: pytest.MonkeyPatch, free: int, level: str) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": free}))
    assert next(disk(patient)).level == level


def test_devices_by_the_roll(patient: Patient) -> None:
    everybody = {
        name: DeviceState(online=True)
        for name in ("kiosk-1", "kiosk-2", "pad-1", "pad-2", "guide-1", "display-1", "console-1")
    }

    def found(**changes: DeviceState) -> tuple[str, str, str]:
        states = everybody | {name.replace("_", "-"): state for name, state in changes.items()}
        hall = HallState(seq=1, open=True, devices=states)
        return _one(devices(replace(patient, heard=replace(patient.heard, hall=hall))))

    assert found() == ("ok", "all 7 are there", "")
    assert found(pad_1=DeviceState(online=False))[1] == "6 of 7 are there; away: pad-1"
    paper = DeviceState(online=True, faults=(Fault(code="paper-out", text="没有纸 · no paper"),))
    assert found(kiosk_1=paper) == (
        "fault",
        "没有纸 · no paper (paper-out)",
        "put paper in and close the cover",
    )
    odd = DeviceState(online=True, faults=(Fault(code="odd", text="odd"),))
    assert found(kiosk_1=odd)[2] == "go there, and do what the words say"
    assert "two machines go by this name" in found(pad_2=DeviceState(online=True, twice=True))[1]
    assert found(pad_2=DeviceState(online=True, clock_offset_ms=-90_000))[1] == "its clock is -90.0 s off"


def test_devices_by_themselves_while_the_dispatcher_is_away(patient: Patient) -> None:
    said = {"pad-1": Presence(online=True, faults=(Fault(code="cover", text="open"),))}
    heard = replace(patient.heard, alive=False, presences=said)
    found = list(devices(replace(patient, heard=heard)))
    assert "1 of 7 are there" in found[0].seen.en
    assert (found[1].name.en, found[1].seen.en) == ("· pad-1", "open (cover)")


def test_a_check_that_fails_is_a_finding(patient: Patient) -> None:
    def broken(_: Patient) -> Iterator[Finding]:
        raise RuntimeError("line 1\nline 2")
        yield

    found = _one(safely(broken, patient))
    assert found[:2] == ("fault", "could not be looked at (RuntimeError: line 1 line 2)")


def test_all_of_it_when_everything_is_down(tmp_path: Path) -> None:
    (tmp_path / "hall.toml").write_text(HALL, encoding="utf-8")
    patient = find_patient(tmp_path / "hall.toml", tmp_path, SqliteFile(tmp_path / "hall.db"), TurnedClock())
    heard = Heard(trouble="no credential", no_credential=True)
    findings = list(examine(replace(patient, heard=heard)))
    faults = [finding.name.en for finding in findings if finding.level is Level.FAULT]
    assert faults == ["broker", "database"]
    assert all(finding.todo is not None for finding in findings if finding.level is not Level.OK)
    assert json.loads(json.dumps(as_json(findings)))["ok"] is False


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_fits_eighty_columns(language: str) -> None:
    words = Words("一段很长的中文文字，" * 12, "many rather long words " * 12)
    check = Check(Words("数据库", "database"))
    findings = [check.fault(words, words), check.ok("好", "good"), check.warning(words, words)]
    out = io.StringIO()
    Console(file=out, width=80, highlight=False).print(table(findings, language))
    lines = out.getvalue().splitlines()
    assert max(cell_len(line) for line in lines) <= 80
    text = out.getvalue()
    assert (
        text.count("数据库" if language == "zh" else "database") == 1
    )  # said once for the lines of one thing
    assert ("故障 1" if language == "zh" else "fault 1") in lines[-1]
