"""Doctor, backup and metrics beside a hall of real processes."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import replace
from pathlib import Path
from typing import Any

from dispatcher.store import open_store
from dispatcher.store.address import parse_database
from greenwindow.doctor.patient import find_patient
from greenwindow.doctor.storage import database
from hall.plan import load_plan
from runtime import SystemClock
from tests.support.dispatcher import HALL
from tests.support.dispatcher_process import Place, devices, dispatcher, place
from tests.support.mosquitto import free_port
from tests.support.postgres import SECURED, Postgres


def _run(*words: object) -> "subprocess.CompletedProcess[str]":
    """`greenwindow`, as a person would start it."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GREENWINDOW_")}
    arguments = [sys.executable, "-m", "greenwindow", *map(str, words)]
    return subprocess.run(arguments, capture_output=True, text=True, env=clean, timeout=60, check=False)


def _doctor(where: Place) -> tuple[int, dict[str, str]]:
    """The exit code, and the worst level of each thing."""
    done = _run("doctor", where.hall, "--dir", where.folder, "--json")
    levels: dict[str, str] = {}
    for check in json.loads(done.stdout)["checks"]:
        name = check["name"]["en"]
        levels[name] = max(levels.get(name, "ok"), check["level"], key=["ok", "warning", "fault"].index)
    return done.returncode, levels


def _get(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as fault:
        with fault:
            return fault.code, fault.read().decode()


def _until(port: int, status: int, patience_s: float = 12.0) -> dict[str, Any]:
    """The health page once it says that."""
    end = time.monotonic() + patience_s
    while True:
        code, body = _get(port, "/healthz")
        if code == status or time.monotonic() > end:
            assert code == status, body
            found: dict[str, Any] = json.loads(body)
            return found
        time.sleep(0.1)


def test_a_hall_that_is_well_and_one_that_is_not(tmp_path: Path) -> None:
    with place(tmp_path) as where:
        code, levels = _doctor(where)
        assert (code, levels["broker"], levels["dispatcher"], levels["database"]) == (
            1,
            "ok",
            "fault",
            "fault",
        )
        with dispatcher(where), devices(where, ["pad-1"]):
            code, levels = _doctor(where)
            assert (code, levels["broker"], levels["dispatcher"], levels["database"]) == (0, "ok", "ok", "ok")
            assert levels["clock"] != "fault"
            again = _run("doctor", where.hall, "--dir", where.folder, "--language", "en")
            assert "runs, epoch 1" in again.stdout
        where.broker.kill()
        assert _doctor(where)[1]["broker"] == "fault"


def test_a_backup_of_a_running_hall_is_restored(tmp_path: Path) -> None:
    with place(tmp_path) as where:
        with dispatcher(where), devices(where, ["kiosk-1"]) as (kiosk,):
            first = kiosk.ask("issue_ticket", services=["card"])["ticket"]["number"]
            done = _run("backup", where.hall, "--dir", where.folder)
            assert (done.returncode, done.stderr) == (0, "")
            kiosk.ask("issue_ticket", services=["card"])
            refused = _run("restore", where.folder / "backups" / "x", "--dir", where.folder)
            assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
            (file,) = (where.folder / "backups").glob("little-*.gwbackup")
            refused = _run("restore", file, "--dir", where.folder, "--replace")
            assert refused.returncode == 2
            assert "in use by process" in refused.stderr
        where.database.unlink()
        restored = _run("restore", file, "--dir", where.folder)
        assert restored.returncode == 0, restored.stderr
        assert "tickets, calls and opinions of after it are not in it" in restored.stdout
        with dispatcher(where), devices(where, ["kiosk-1", "pad-1"]) as (kiosk, pad):
            assert kiosk.ask("issue_ticket", "after", services=["card"])["ticket"]["number"] == "A101"
            pad.ask("open_counter", counter="1")
            assert pad.ask("next", counter="1")["ticket"]["number"] == first


def test_figures_and_health(tmp_path: Path) -> None:
    port = free_port()
    with (
        place(tmp_path) as where,
        dispatcher(where, "--metrics", str(port)),
        devices(where, ["kiosk-1"]) as (kiosk,),
    ):
        kiosk.ask("issue_ticket", services=["card"])
        assert _until(port, 200) == {"ok": True, "reasons": []}
        time.sleep(1.1)  # figures are handed over once a second
        text = _get(port, "/metrics")[1]
        assert 'greenwindow_commands_total{outcome="ok",type="issue_ticket"} 1.0' in text
        assert "greenwindow_waiting_tickets 1.0" in text
        where.broker.kill()
        assert _until(port, 503)["reasons"] == ["the broker acknowledges nothing"]
        where.broker.start()
        _until(port, 200)


def test_a_port_that_is_taken_stops_nothing(tmp_path: Path) -> None:
    with place(tmp_path) as where:
        with (
            dispatcher(where, "--metrics", str(where.broker.port)) as process,
            devices(where, ["kiosk-1"]) as (kiosk,),
        ):
            assert kiosk.ask("issue_ticket", services=["card"])["ok"]
            code, said = process.end()
        assert code == 0
        assert said.count("no metrics: the port can't be had; give another with --metrics") == 1


def test_a_database_of_a_server(tmp_path: Path, postgres_server: Postgres) -> None:
    (tmp_path / "hall.toml").write_text(HALL, encoding="utf-8")
    address = parse_database(postgres_server.new_database())
    patient = find_patient(tmp_path / "hall.toml", tmp_path, address, SystemClock())

    def seen() -> tuple[str, str]:
        (found,) = database(patient)
        return found.level.value, found.seen.en

    assert seen() == ("fault", f"{address}: has no hall in it yet; start its dispatcher first")
    open_store(address, "little").close()
    assert seen() == ("ok", f"{address}: whole, 0 entries")
    patient = replace(patient, plan=load_plan(HALL.replace('id = "little"', 'id = "other"').encode()))
    assert seen() == ("fault", f"{address}: belongs to another hall, little")


def test_a_server_with_something_wrong(tmp_path: Path, postgres_server: Postgres) -> None:
    """The remedy is for what is wrong: a wrong password is no reason to put a backup in place."""
    (tmp_path / "hall.toml").write_text(HALL, encoding="utf-8")
    url = postgres_server.new_database()
    name = url.rpartition("/")[2]
    open_store(parse_database(url), "little").close()

    def todo(text: str) -> str:
        patient = find_patient(tmp_path / "hall.toml", tmp_path, parse_database(text), SystemClock())
        (found,) = database(patient)
        assert found.todo is not None, found
        return found.todo.en

    postgres_server.execute(f"DROP ROLE IF EXISTS {SECURED}")
    postgres_server.execute(f"CREATE ROLE {SECURED} LOGIN PASSWORD 'right-one'")
    assert "put user and password in --database right" in todo(
        postgres_server.url(name, SECURED, "wrong-one")
    )
    assert "make the user its owner" in todo(postgres_server.url(name, SECURED, "right-one"))
    assert "createdb" in todo(postgres_server.url("nowhere"))
    postgres_server.execute("ALTER TABLE journal RENAME TO elsewhere", name)
    assert "greenwindow restore" in todo(url)
