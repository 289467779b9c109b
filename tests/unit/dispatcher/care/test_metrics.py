"""What a dispatcher tells of itself, and whether it is well; nobody who looks makes the loop wait."""

import json
import socket
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from dispatcher.care.exposition import Exposition
from dispatcher.care.figures import Figures, Moment, Picture
from dispatcher.care.health import LEAST_FREE, health
from dispatcher.care.server import MetricsServer, serve_metrics
from dispatcher.care.surroundings import Surroundings, look_around
from dispatcher.store.address import SqliteFile, parse_database
from tests.support.dispatcher import NOON, InProcess, in_process

_FINE = Surroundings(60.0, 10**9, 4096)
_MOMENT = Moment(
    monotonic=100.0, epoch=3, heart=True, acknowledged=True, inbox=0, waiting=0, devices=2, online=1, dropped=0,
    unreadable=0, too_many=0, behind_ms=0,
)  # fmt: skip


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[InProcess]:
    with in_process(tmp_path) as found:
        yield found


def _picture(moment: Moment) -> Picture:
    figures = Figures()
    figures.hand_over(replace(moment, acknowledged=True, monotonic=100.0))
    figures.hand_over(moment)
    assert figures.picture is not None
    return figures.picture


def _values(figures: Figures, around: Surroundings = _FINE) -> dict[str, float]:
    text = Exposition(lambda: figures.picture, lambda: around).text().decode()
    families = text_string_to_metric_families(text)
    found = [
        (sample.name, sorted(sample.labels.values()), sample.value) for f in families for sample in f.samples
    ]
    return {" ".join([name.removeprefix("greenwindow_"), *labels]): value for name, labels, value in found}


def test_commands_and_events_are_counted(hall: InProcess) -> None:
    figures = hall.body.figures
    hall.ask("kiosk-1", "issue_ticket", "a", services=["card"])
    hall.ask("kiosk-1", "issue_ticket", "a", services=["card"])
    hall.ask("kiosk-1", "issue_ticket", "b", services=["nothing"])
    hall.ask("pad-1", "next", "c", counter="1")
    hall.clock.pass_time(2)
    hall.step()
    found = _values(figures)
    assert found["commands_total issue_ticket ok"] == 1
    assert found["commands_total issue_ticket repeated"] == 1
    assert found["commands_total issue_ticket unknown_service"] == 1
    assert found["commands_total counter_closed next"] == 1
    assert found["events_total ticket_issued"] == 1
    assert "events_total day_began" not in found
    assert (found["waiting_tickets"], found["epoch"], found["working"], found["saving"]) == (1, 1, 1, 1)
    assert found["round_seconds_count"] >= 4
    assert found["round_seconds_bucket +Inf"] == found["round_seconds_count"]
    assert 1 <= found["commit_seconds_count"] <= found["round_seconds_count"]
    assert (found["devices"], found["devices_online"]) == (7, 0)


@pytest.mark.logs("nothing can be promised now")
def test_what_was_not_written_is_not_counted_as_done(
    hall: InProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dispatcher.errors import StoreFailure

    def full(*_: object) -> int:
        raise StoreFailure("database or disk is full")

    monkeypatch.setattr(hall.body.store, "write", full)
    monkeypatch.setattr(hall.body.store, "try_out", full)
    hall.ask("kiosk-1", "issue_ticket", "a", services=["card"])
    hall.clock.pass_time(1.1)
    hall.loop._gauge.look()
    found = _values(hall.body.figures)
    assert found["commands_total busy issue_ticket"] == 1
    assert "events_total ticket_issued" not in found
    assert found["saving"] == 0


def test_a_standby_has_no_figures() -> None:
    found = _values(Figures(), Surroundings(None, None, None))
    assert found == {"working": 0}


@pytest.mark.parametrize(
    ("changes", "now", "free", "words"),
    [
        ({}, 101.0, None, None),
        ({}, 101.0, LEAST_FREE, None),
        ({}, 106.0, None, "the loop has stood still for 6 s"),
        ({"heart": False}, 101.0, None, "can't be written"),
        ({"monotonic": 104.0, "acknowledged": False}, 104.0, None, None),
        ({"monotonic": 106.0, "acknowledged": False}, 106.0, None, "the broker acknowledges nothing"),
        ({}, 101.0, 1_000_000, "the disk has 1 MB free"),
    ],
)
def test_health(changes: dict[str, object], now: float, free: int | None, words: str | None) -> None:
    found = health(_picture(replace(_MOMENT, **changes)), now, free)  # type: ignore[arg-type]
    assert found.ok is (words is None)
    assert (words or "") in " ".join(found.reasons)


def test_a_broker_that_is_gone(hall: InProcess) -> None:
    def reasons() -> str:
        found = hall.body.figures.picture
        return " ".join(health(found, hall.clock.monotonic(), None).reasons)

    for acknowledges, up in ((True, False), (False, True)):
        hall.link.acknowledges = hall.link.up = True
        for _ in range(3):
            hall.clock.pass_time(1)
            hall.step()
        assert reasons() == ""
        hall.link.acknowledges, hall.link.up = acknowledges, up
        for _ in range(8):
            hall.clock.pass_time(1)
            hall.step()
        assert reasons() == "the broker acknowledges nothing"


def _get(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as fault:
        with fault:
            return fault.code, fault.read().decode()


def test_over_http() -> None:
    figures = Figures()
    server = MetricsServer(0, figures, lambda: _FINE, lambda: 101.0)
    try:
        assert _get(server.port, "/healthz")[0] == 503
        figures.hand_over(_MOMENT)
        status, body = _get(server.port, "/healthz")
        assert (status, json.loads(body)) == (200, {"ok": True, "reasons": []})
        assert "greenwindow_last_backup_age_seconds 60.0" in _get(server.port, "/metrics?x=1")[1]
        assert _get(server.port, "/etc/passwd")[0] == 404
    finally:
        server.stop()


def test_who_says_nothing_keeps_nobody_waiting() -> None:
    figures = Figures()
    figures.hand_over(_MOMENT)
    server = MetricsServer(0, figures, lambda: _FINE, lambda: 101.0)
    silent = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(20)]
    try:
        assert _get(server.port, "/healthz")[0] == 200
    finally:
        for connection in silent:
            connection.close()
        server.stop()


@pytest.mark.logs("no metrics: the port can't be had")
def test_a_port_that_is_taken() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert serve_metrics(taken.getsockname()[1], Figures(), lambda: _FINE, lambda: 0.0) is None


def test_what_lies_around(tmp_path: Path) -> None:
    path = tmp_path / "hall.db"
    assert look_around(tmp_path, SqliteFile(path), NOON).database is None
    path.write_bytes(b"x" * 100)
    (tmp_path / "hall.db-wal").write_bytes(b"x" * 10)
    (tmp_path / "last-backup.json").write_text('{"at":"2026-11-20T03:59:00Z","file":"x","size":1}')
    found = look_around(tmp_path, SqliteFile(path), NOON)
    assert (found.database, found.backup_age_s) == (110, 60.0)
    assert found.free is not None
    assert look_around(tmp_path, parse_database("postgresql://h/x"), NOON) == Surroundings(60.0, None, None)


def test_looking_never_makes_the_loop_wait() -> None:
    """Handing over takes no lock: it succeeds while a reader is stopped in the middle of collecting."""
    figures = Figures()
    figures.hand_over(_MOMENT)
    reading, go_on = threading.Event(), threading.Event()

    def around() -> Surroundings:
        reading.set()
        go_on.wait(10)
        return _FINE

    thread = threading.Thread(target=Exposition(lambda: figures.picture, around).text)
    thread.start()
    try:
        assert reading.wait(10)
        figures.answered([("next", "ok")])
        figures.hand_over(replace(_MOMENT, epoch=4))
        assert figures.picture is not None
        assert figures.picture.moment.epoch == 4
    finally:
        go_on.set()
        thread.join()
