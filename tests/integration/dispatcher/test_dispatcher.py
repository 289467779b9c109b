"""`greenwindow dispatcher` as a real process on a real broker and a real database file."""

import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from runtime import Session
from tests.support.dispatcher import HALL
from tests.support.dispatcher_process import Place, Process, devices, dispatcher, place, refused


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Place]:
    with place(tmp_path) as found:
        yield found


def test_from_a_touch_to_a_call(where: Place) -> None:
    with (
        dispatcher(where) as process,
        devices(where, ["kiosk-1", "pad-1", "display-1"]) as (kiosk, pad, display),
    ):
        assert pad.ask("open_counter", counter="1")["ok"]
        issued = kiosk.ask("issue_ticket", services=["card"])
        called = pad.ask("next", counter="1")
        assert (issued["ticket"]["number"], called["ticket"]["number"]) == ("A001", "A001")
        assert display.wait_for(lambda: bool(display.states.get("board", {}).get("calls")))
        assert display.states["board"]["calls"][0]["ticket"] == "A001"
        assert pad.wait_for(
            lambda: (pad.states.get("counter/1", {}).get("current") or {}).get("number") == "A001"
        )
        assert "counter/1" not in display.states  # the ACL: what a clerk sees is the clerk's
        code, said = process.end()
        assert (code, "Traceback" in said) == (0, False)
        assert display.wait_for(lambda: display.states["dispatcher"]["alive"] is False)


def test_two_pads_pressing_at_once(where: Place) -> None:
    with dispatcher(where), devices(where, ["kiosk-1", "pad-1", "pad-2"]) as (kiosk, *pads):
        asked = [kiosk.send("issue_ticket", services=["card"]) for _ in range(60)]
        assert all(kiosk.answer(name) for name in asked)
        for pad in pads:
            pad.ask("open_counter", counter=pad.name[-1])
        presses = [(pad, pad.send("next", counter=pad.name[-1])) for _ in range(30) for pad in pads]
        replies = [pad.answer(name) for pad, name in presses]
        numbers = [reply["ticket"]["number"] for reply in replies if reply and reply["ok"]]
        assert len(numbers) == 60
        assert sorted(numbers) == [f"A{n:03}" for n in range(1, 61)]


def test_the_same_press_twice_also_over_a_kill(where: Place) -> None:
    with devices(where, ["kiosk-1"]) as (kiosk,):
        with dispatcher(where) as process:
            first = kiosk.ask("issue_ticket", "press-1", services=["card"])
            kiosk.send("issue_ticket", "press-1", services=["card"])
            assert kiosk.wait_for(lambda: len(kiosk.answers["press-1"]) == 2)
            process.kill()
        with dispatcher(where):
            kiosk.send("issue_ticket", "press-1", services=["card"])
            assert kiosk.wait_for(lambda: len(kiosk.answers["press-1"]) == 3)
        assert kiosk.answers["press-1"][:2] == [first, first]
        assert kiosk.answers["press-1"][2] == {**first, "epoch": 2}
        assert len({event["seq"] for event in kiosk.events("ticket_issued")}) == 1


def test_an_old_press_does_nothing(where: Place) -> None:
    with dispatcher(where), devices(where, ["pad-1"]) as (pad,):
        reply = pad.ask("open_counter", counter="1", at="2026-01-01T00:00:00Z")
        assert reply["error"]["code"] == "expired"


def test_a_killed_dispatcher_is_seen_and_the_truth_stands_again(where: Place) -> None:
    with devices(where, ["kiosk-1", "pad-1", "display-1"]) as (kiosk, pad, display):
        with dispatcher(where) as process:
            pad.ask("open_counter", counter="1")
            kiosk.ask("issue_ticket", services=["card"])
            pad.ask("next", counter="1")
            assert display.wait_for(lambda: display.states["hall"]["seq"] == 3)
            before = dict(display.states)
            process.kill()
            assert display.wait_for(lambda: display.states["dispatcher"]["alive"] is False)
        display.states.clear()
        with dispatcher(where):
            assert display.wait_for(lambda: {"hall", "board", "catalog", "dispatcher"} <= set(display.states))
            for name in ("hall", "board", "catalog"):
                assert _lasting(display.states[name]) == _lasting(before[name])
            assert display.states["board"]["epoch"] == 2


def _lasting(state: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in state.items() if name not in ("at", "epoch")}


def test_the_broker_killed_and_its_state_wiped(where: Place) -> None:
    with dispatcher(where), devices(where, ["kiosk-1", "display-1"]) as (kiosk, display):
        kiosk.ask("issue_ticket", services=["card"])
        where.broker.kill()
        display.states.clear()
        kiosk.states.clear()
        where.broker.start()
        assert display.wait_for(lambda: {"hall", "board", "catalog", "dispatcher"} <= set(display.states), 8)
        assert display.wait_for(lambda: display.states["dispatcher"]["alive"], 3)
        assert kiosk.wait_for(lambda: "dispatcher" in kiosk.states, 8)  # it is back, too
        again = kiosk.ask("issue_ticket", services=["card"])
        assert again["ticket"]["number"] == "A002"


def test_hostile_bytes(where: Place) -> None:
    with dispatcher(where), devices(where, ["kiosk-1"]) as (kiosk,):
        session: Session = kiosk.session
        for payload in (b"", b"\xff", b"[" * 50_000, b'{"a":' * 5000, b"\0" * 4097, b'{"id":"ok","at":1}'):
            for topic in ("hall/little/command/kiosk-1", "hall/little/command/pad-1", "hall/other/x"):
                session.publish(topic, payload)
        assert kiosk.ask("issue_ticket", services=["card"])["ok"]
        assert kiosk.answers["ok"][0]["error"]["code"] == "bad_message"


def test_the_hall_file_changes_while_it_runs(where: Place) -> None:
    with dispatcher(where) as process, devices(where, ["display-1", "guide-1"]) as (display, guide):
        display.wait_for(lambda: "catalog" in display.states)
        version = display.states["catalog"]["version"]
        where.hall.write_text(HALL.replace("expected_minutes = 5", "expected_minutes = 6"), encoding="utf-8")
        process.process.send_signal(signal.SIGHUP)
        assert display.wait_for(lambda: display.states["catalog"]["version"] != version)
        where.hall.write_text("[hall", encoding="utf-8")
        process.process.send_signal(signal.SIGHUP)
        assert guide.ask("issue_ticket", services=["card"])["ok"]
        code, said = process.end()
        assert code == 0
        assert "the hall file is not taken over" in said
        assert "Traceback" not in said


def test_wrong_input_gets_one_line_and_code_2(where: Place, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    sqlite3.connect(other).execute("create table t (x)").connection.close()
    text = tmp_path / "text.db"
    text.write_text("not a database")
    url = (where.folder / "credentials" / "dispatcher.url").read_text().strip()
    wrong_password = url.replace(url.split("@")[0].rsplit(":", 1)[1], "wrong")
    cases = [
        (("--database", str(other)), "another program"),
        (("--database", str(text)), "not a database of Green Window"),
        (("--broker", wrong_password), "refuses this device or its password"),
        (("--broker", "mqtt://dispatcher:x@127.0.0.1:1/little"), "cannot be reached"),
        (("--dir", str(tmp_path / "nowhere")), "not there"),
        (("--database", "postgresql://hall:secret-1@127.0.0.1:1/hall"), "nobody answers there"),
        (("--database", "mysql://a/b"), "mysql is none"),
    ]
    own = [
        ("--database", str(tmp_path / f"{n}.db")) * ("--broker" in case[0]) for n, case in enumerate(cases)
    ]
    started = [Process(where, *options, *more) for (options, _), more in zip(cases, own, strict=True)]
    for (options, words), process in zip(cases, started, strict=True):
        code, said = process.outcome()
        assert (code, words in said, said.count("\n")) == (2, True, 1), (options, said)
    before = text.read_bytes()
    assert before == b"not a database"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\0", b"[hall", b'[hall]\nid = "a b"\ncolour = 1\n'])
def test_a_wrong_hall_file_at_the_start(where: Place, content: bytes) -> None:
    where.hall.write_bytes(content)
    code, said = refused(where)
    assert code == 2
    assert all(line.startswith(str(where.hall)) for line in said.splitlines())
    assert said.strip()


def test_it_starts_quickly_and_stops_at_once(where: Place) -> None:
    with dispatcher(where) as process:
        begun = time.monotonic()
        os.kill(process.process.pid, signal.SIGINT)
        code, _ = process.outcome()
        assert code == 0
        assert time.monotonic() - begun < 3


def test_nobody_reads_what_it_prints(where: Place) -> None:
    """A starter that has ended, or stopped reading after the first word: the hall goes on."""
    process = Process(where)
    assert process.process.stdout is not None
    process.process.stdout.close()
    with devices(where, ["pad-1"]) as (pad,):
        answer = None
        until = time.monotonic() + 40
        while answer is None and time.monotonic() < until:
            answer = pad.answer(pad.send("open_counter", counter="1"), 2.0)
        assert answer is not None, process.said()
    code, said = process.end()
    assert (code, "Exception" in said) == (0, False), said
