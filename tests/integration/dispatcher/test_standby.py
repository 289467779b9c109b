"""Two dispatchers for one hall: one works, the other waits, and never do both decide."""

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.dispatcher_process import Device, Place, Process, devices, dispatcher, place

if TYPE_CHECKING:
    from tests.support.postgres import Postgres

_TAKEOVER_S = 3.0


@pytest.fixture
def where(tmp_path: Path, database: str) -> Iterator[Place]:
    with place(tmp_path, url=database if "://" in database else None) as found:
        yield found


@pytest.fixture
def on_server(tmp_path: Path, postgres_server: "Postgres") -> Iterator[Place]:
    with place(tmp_path, url=postgres_server.new_database()) as found:
        yield found


def _waits(process: Process) -> bool:
    """Whether it has said that it does."""
    for _ in range(100):
        if "waiting until it is needed" in process.said():
            return process.process.poll() is None
        time.sleep(0.05)
    return False


def _epoch(device: Device, at_least: int) -> bool:
    return device.wait_for(lambda: device.states.get("dispatcher", {}).get("epoch", 0) >= at_least)


@pytest.mark.parametrize("standby", [(), ("--standby",)])
def test_the_second_takes_over_when_the_first_is_killed(where: Place, standby: tuple[str, ...]) -> None:
    with dispatcher(where) as first, devices(where, ["kiosk-1"]) as (kiosk,):
        assert kiosk.ask("issue_ticket", services=["card"])["ticket"]["number"] == "A001"
        with _second(where, *standby) as second:
            assert second.said().count("\n") == 1
            assert kiosk.ask("issue_ticket", services=["card"])["epoch"] == 1  # nobody was disturbed
            first.kill()
            second.wait_ready(_TAKEOVER_S)
            reply = kiosk.ask("issue_ticket", services=["card"])
            assert (reply["ticket"]["number"], reply["epoch"]) == ("A003", 2)


def test_one_who_waits_can_be_ended(where: Place) -> None:
    with dispatcher(where), _second(where) as second:
        code, said = second.end()
        assert (code, "Traceback" in said) == (0, False)
        assert "in use by" in said
        assert "stop that one" not in said  # bad advice to one who stands by


def test_a_frozen_one_is_replaced_and_can_neither_write_nor_be_heard(on_server: Place) -> None:
    with dispatcher(on_server) as first, devices(on_server, ["kiosk-1"]) as (kiosk,):
        kiosk.ask("issue_ticket", services=["card"])
        with _second(on_server, "--standby") as second:
            first.signal(signal.SIGSTOP)
            pressed = [kiosk.send("issue_ticket", services=["card"]) for _ in range(5)]
            second.wait_ready(_TAKEOVER_S)
            assert _epoch(kiosk, 2)
            assert kiosk.ask("issue_ticket", services=["card"])["epoch"] == 2
            journal = len(on_server.rows().journal)
            first.signal(
                signal.SIGCONT
            )  # the five presses lie in its inbox, the broker has long given up on it
            assert _says(first, "another dispatcher has taken over")
            assert all(
                reply["epoch"] == 2
                for name in pressed
                for reply in kiosk.answers.get(name, [])
                if reply["ok"]
            )
            assert len(on_server.rows().journal) == journal
            _freshly_told(on_server, 2)
            second.kill()
            first.wait_ready(_TAKEOVER_S)  # it had gone back to waiting
            assert kiosk.ask("issue_ticket", services=["card"])["epoch"] == 3


def _freshly_told(where: Place, epoch: int) -> None:
    """Who comes new hears of the one that works, whatever the replaced one has said meanwhile."""
    with devices(where, ["display-1"]) as (display,):
        assert _epoch(display, epoch)
        time.sleep(1.2)
        assert {state["epoch"] for state in display.states.values()} == {epoch}


def _says(process: Process, words: str, patience_s: float = 5.0) -> bool:
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        if words in process.said():
            return True
        time.sleep(0.05)
    return False


@contextmanager
def _second(where: Place, *options: str) -> Iterator[Process]:
    """One that waits; it is ended with the test."""
    process = Process(where, *options)
    try:
        assert _waits(process)
        yield process
    finally:
        if process.process.poll() is None:
            process.kill()


def test_a_frozen_one_with_a_file_keeps_it_until_it_wakes_or_dies(tmp_path: Path) -> None:
    """The operating system's lock can't be taken from a process that lives: docs/dispatcher.md says so."""
    with (
        place(tmp_path) as where,
        dispatcher(where) as first,
        devices(where, ["kiosk-1"]) as (kiosk,),
        _second(where, "--standby") as second,
    ):
        first.signal(signal.SIGSTOP)
        assert not second.is_ready(3.0)
        first.signal(signal.SIGCONT)
        assert kiosk.ask("issue_ticket", services=["card"])["epoch"] == 1


def test_a_standby_with_a_wrong_password_says_so_at_its_start(where: Place) -> None:
    path = where.folder / "credentials" / "dispatcher-standby.url"
    url = path.read_text()
    path.write_text(url.replace(url.split("@")[0].rsplit(":", 1)[1], "wrong"))
    with dispatcher(where):
        code, said = Process(where, "--standby").outcome()
        assert (code, said.count("\n")) == (2, 1)
        assert "refuses this device or its password" in said


def test_nobody_is_ignored_because_another_database_was_there_before(where: Place) -> None:
    """A backup of last week, or another home: its epochs are lower than what the stations have heard."""
    with devices(where, ["kiosk-1"]) as (kiosk,):
        with dispatcher(where):
            before = kiosk.session
            assert kiosk.ask("issue_ticket", services=["card"])["epoch"] == 1
        teller = Device(where, "dispatcher")
        teller.session.start()
        assert teller.session.publish(
            "hall/little/state/dispatcher",
            '{"epoch":41,"at":"2026-11-20T04:00:00.000Z","alive":false}',
            retain=True,
        )
        assert teller.session.flush(2)
        teller.session.stop()
        with dispatcher(where):
            assert _epoch(kiosk, 42)
            assert kiosk.ask("issue_ticket", services=["card"])["epoch"] == 42
        assert kiosk.session is before


def test_two_that_do_not_know_of_each_other_find_out(tmp_path: Path) -> None:
    """Each with a database of its own, by mistake: at most one of them says anything, and both say what is wrong."""
    with place(tmp_path) as where, dispatcher(where) as one:
        two = Process(where, "--standby", "--database", str(tmp_path / "other.db"))
        try:
            assert _says(one, "different databases", 15) or _says(two, "different databases", 1)
        finally:
            two.kill()
