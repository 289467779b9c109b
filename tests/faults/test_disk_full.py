"""The disk full under load: everybody is told `busy`, in words on every screen, nothing promised is lost, and it works
again by itself when there is room."""

import os
import random
import sqlite3
import threading
import time
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.support.dispatcher_process import Device, Place, devices, dispatcher, place
from tests.support.history.actors import at_work, finish, staff
from tests.support.history.quiet import judge_place
from tests.support.postgres import Postgres, postgres
from tests.support.shares import Share
from tests.support.small_disk import SmallDisk, small_disk

_NAMES = ("kiosk-1", "pad-1", "kiosk-2", "display-1", "console-1")
_ANSWERED_S, _BACK_S = 2.0, 5.0
_PATIENCE_S = 10.0
"""A server that comes and goes can hold up an answer for two of its two seconds."""
_FULL_SOON_S = 60.0
_SETTLED_S, _WATCHED_S = 3.0, 4.0
_FULL_OF = {"sqlite": 3, "postgres": 120}


@pytest.mark.parametrize("home", ["sqlite", "postgres"])
@pytest.mark.full(50, "times full", short=2, share=10)
@pytest.mark.timeout(900)
def test_busy_until_there_is_room(tmp_path: Path, home: str, share: Share) -> None:
    chance = random.Random(share.number)
    with ExitStack() as stack:
        disk = stack.enter_context(small_disk(64 if home == "sqlite" else 160))
        server = stack.enter_context(postgres(parent=str(disk.path))) if home == "postgres" else None
        url = server.new_database() if server is not None else str(disk.path / "hall.db")
        where = stack.enter_context(place(tmp_path, url=url))
        found = stack.enter_context(devices(where, _NAMES))
        process = stack.enter_context(dispatcher(where))
        assert found[1].ask("open_counter", counter="1")["ok"]
        actors = staff(found[:2], threading.Event(), share.number)
        with at_work(actors):
            for _ in range(share.count):
                time.sleep(chance.uniform(0.1, 0.5))
                _fill(disk, server, found, chance, share)
            finish(actors)
            history = judge_place(where, found)
        assert "Traceback" not in process.said()
        process.end()
        _whole(where)
    share.add(times_full=share.count, events=history.rows.last_seq, lost=0)
    assert share.greatest["answered_s"] <= (_ANSWERED_S if home == "sqlite" else 3 * _ANSWERED_S)


@pytest.mark.parametrize("home", ["sqlite", "postgres"])
def test_busy_is_said_as_long_as_it_is_full(tmp_path: Path, home: str) -> None:
    """Screens go by the heartbeat: not one of them may say that all is well while nothing can be kept."""
    with ExitStack() as stack:
        disk = stack.enter_context(small_disk(_FULL_OF[home]))
        server = stack.enter_context(postgres(parent=str(disk.path))) if home == "postgres" else None
        url = server.new_database() if server is not None else str(disk.path / "hall.db")
        where = stack.enter_context(place(tmp_path, url=url))
        kiosk, screen = stack.enter_context(devices(where, ("kiosk-1", "display-1")))
        process = stack.enter_context(dispatcher(where))
        given = [kiosk.ask("issue_ticket", services=["card"])["ticket"]["number"] for _ in range(64)]
        with disk.kept_full():
            given += _until_busy(kiosk, _SETTLED_S)
            begun = time.monotonic()
            given += _until_busy(kiosk, _WATCHED_S)
            heard = [one.body for one in screen.log.since(begun) if one.topic == "state/dispatcher"]
        assert len(heard) >= _WATCHED_S - 1
        assert all(body.get("busy") for body in heard), heard
        disk.make_room()
        if server is not None:
            server.revive()
        assert screen.wait_for(lambda: "busy" not in screen.states["dispatcher"], _BACK_S)
        given.append(kiosk.ask("issue_ticket", services=["card"])["ticket"]["number"])
        assert {ticket.number for ticket in where.rows().tickets} == set(given)
        assert process.said().count("can be written again") <= 3, process.said()
        process.end()
        _whole(where)


def _until_busy(kiosk: Device, seconds: float) -> list[str]:
    """What is pressed in that time, and then until nothing more is accepted: the numbers given."""
    given: list[str] = []
    until = time.monotonic() + seconds
    while True:
        reply = kiosk.answer(kiosk.send("issue_ticket", services=["card"]), _PATIENCE_S)
        assert reply is not None, "no answer"
        if reply["ok"]:
            given.append(reply["ticket"]["number"])
        elif time.monotonic() > until:
            return given
        time.sleep(0.05)


def _fill(
    disk: SmallDisk, server: Postgres | None, found: list[Device], chance: random.Random, share: Share
) -> None:
    disk.fill()
    filler = disk.path / "filler"
    os.truncate(filler, max(0, filler.stat().st_size - chance.choice((0, 0, 4096, 40_960))))
    begun = time.monotonic()
    while not _is_busy(found[2], share):
        assert time.monotonic() - begun < _FULL_SOON_S, "it never is full"
    assert found[3].wait_for(lambda: _said_busy(found[3], begun), 3), "no screen says so"
    until = time.monotonic() + chance.uniform(0.5, 2.0)
    while time.monotonic() < until:
        share.add(busy=_is_busy(found[2], share))
    disk.make_room()
    if server is not None:  # one that can't write its log ends, and is started again by its machine
        server.revive()
    back = time.monotonic()
    while _is_busy(found[2], share):
        assert time.monotonic() - back < _BACK_S, "it stays busy"
    share.worst(back_s=round(time.monotonic() - back, 2))


def _said_busy(screen: Device, since: float) -> bool:
    """Where a little room is left that may be so for a moment only."""
    return any(
        heard.topic == "state/dispatcher" and heard.body.get("busy") for heard in screen.log.since(since)
    )


def _is_busy(device: Device, share: Share) -> bool:
    begun = time.monotonic()
    reply = device.answer(device.send("issue_ticket", services=["card"]), _PATIENCE_S)
    assert reply is not None, "no answer"
    share.worst(answered_s=round(time.monotonic() - begun, 2))
    time.sleep(0.05)
    return not reply["ok"] and reply["error"]["code"] == "busy"


def _whole(where: Place) -> None:
    if where.url is not None and "://" not in where.url:
        with closing(sqlite3.connect(where.url)) as file:
            assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
