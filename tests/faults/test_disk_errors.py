"""Writes and syncs that fail, one after the other or for a while: nothing promised is lost, and what can't be kept is
answered `busy`."""

import random
import sqlite3
import threading
import time
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from tests.support.dispatcher_process import PROGRAM, Device, Process, devices, dispatcher, place
from tests.support.fault_io import CALLS, children, failing, injection, strace_program
from tests.support.history.actors import at_work, finish, staff
from tests.support.history.quiet import judge_place
from tests.support.postgres import Postgres, postgres
from tests.support.shares import Share

_NAMES = ("kiosk-1", "pad-1", "kiosk-2", "display-1", "console-1")
_PATIENCE_S, _BACK_S = 10.0, 5.0
_ERRORS = ("EIO", "ENOSPC")


@pytest.mark.parametrize("home", ["sqlite", "postgres"])
@pytest.mark.full(120, "faults", short=4, share=30)
@pytest.mark.timeout(900)
def test_writes_and_syncs_that_fail(tmp_path: Path, home: str, share: Share) -> None:
    chance = random.Random(share.number)
    with ExitStack() as stack:
        server = stack.enter_context(postgres(fsync=True)) if home == "postgres" else None
        where = stack.enter_context(place(tmp_path, url=server.new_database() if server else None))
        found = stack.enter_context(devices(where, _NAMES))
        process = stack.enter_context(dispatcher(where))
        assert found[1].ask("open_counter", counter="1")["ok"]
        actors = staff(found[:2], threading.Event(), share.number)
        with at_work(actors):
            for number in range(share.number * share.count, (share.number + 1) * share.count):
                _fail(number, process.pid, server, found[2], chance, share)
            finish(actors)
            history = judge_place(where, found)
        assert "Traceback" not in process.said()
        process.end()
        if server is None:
            _check_whole(where.database)
    share.add(events=history.rows.last_seq, lost=0)
    assert share.sums["failed_calls"] > 0


def _fail(
    number: int, pid: int, server: Postgres | None, device: Device, chance: random.Random, share: Share
) -> None:
    """Two of three fail once, at a call further on each time; the third until the end of it."""
    call, lasts = CALLS[number % 2] if server or number % 9 else CALLS[2], number % 3 == 2
    when = f"{1 + number // 3 % 20}" + ("+" if lasts else "")
    pids = [pid] if server is None else _pids(server)
    with failing(pids, call, chance.choice(_ERRORS), when) as fault:
        share.add(faults=1, came_true=fault.wait(1.0))
        until = time.monotonic() + (chance.uniform(0.5, 1.5) if lasts else 0.1)
        while time.monotonic() < until:
            share.add(busy=_is_busy(device, share))
        share.add(failed_calls=fault.times)
    if server is not None:
        server.revive()
    back = time.monotonic()
    while _is_busy(device, share):
        assert time.monotonic() - back < _BACK_S, "it stays busy"
    share.worst(back_s=round(time.monotonic() - back, 2))


def _pids(server: Postgres) -> list[int]:
    """The server, and all that it has started."""
    assert server.process is not None
    return [server.process.pid, *children(server.process.pid)]


def _is_busy(device: Device, share: Share) -> bool:
    begun = time.monotonic()
    reply = device.answer(device.send("issue_ticket", services=["card"]), _PATIENCE_S)
    assert reply is not None, "no answer"
    share.worst(answered_s=round(time.monotonic() - begun, 2))
    time.sleep(0.05)
    return not reply["ok"] and reply["error"]["code"] == "busy"


def _check_whole(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.full(80, "starts", short=3, share=20)
@pytest.mark.timeout(600)
def test_a_start_on_a_disk_that_fails(tmp_path: Path, share: Share) -> None:
    """It works, or ends with one line; and once the disk is well the next start works."""
    strace = strace_program()
    with place(tmp_path) as where, devices(where, ["kiosk-1", "display-1"]) as found:
        for number in range(share.number * share.count, (share.number + 1) * share.count):
            call, when = CALLS[number % 3], f"{1 + number // 3 % 14}"
            if number % 7 == 0:  # a new hall
                for path in where.folder.glob("hall.db*"):
                    path.unlink()
            words = [strace, "-D", "-f", "-q", "-o", "/dev/null", *injection(call, "EIO", when), *PROGRAM]
            process = Process(where, program=words)
            if process.is_ready(20):
                share.add(worked_all_the_same=1)
                _ask(found[0])
                process.kill()
            else:
                code, said = process.outcome()
                assert code in (1, 2), said
                assert said.count("\n") == 1, said
                assert "hall.db" in said
                share.add(ended_with_a_line=1)
            with dispatcher(where):
                while not _ask(found[0])["ok"]:
                    time.sleep(0.1)
            _check_whole(where.database)
    share.add(starts=share.count)


def _ask(device: Device) -> dict[str, Any]:
    """As stations do: again, if nobody answers. A new database's first epoch is over as soon as a later one is heard
    of, and with it what was asked in that moment."""
    command = device.send("issue_ticket", services=["card"])
    for _ in range(10):
        if (reply := device.answer(command, 1.0)) is not None:
            return reply
        device.send("issue_ticket", command, services=["card"])
    raise AssertionError("nobody answers")
