"""Somebody holds the database's lock: everybody is told `busy` in time, and nothing promised is lost."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from tests.support.dispatcher_process import Device, Place, devices, dispatcher
from tests.support.history.actors import at_work, finish, staff
from tests.support.history.quiet import judge_place
from tests.support.homes import Home
from tests.support.shares import Share

_NAMES = ("kiosk-1", "pad-1", "kiosk-2", "display-1", "console-1")
_ANSWERED_S = 2.0


@pytest.mark.full(30, "seconds of a lock", short=3, share=30)
@pytest.mark.timeout(300)
def test_busy_in_two_seconds_and_back_by_itself(tmp_path: Path, home: Home, share: Share) -> None:
    with home.place(tmp_path) as where, devices(where, _NAMES) as found, dispatcher(where):
        assert found[1].ask("open_counter", counter="1")["ok"]
        actors = staff(found[:2], threading.Event(), share.number)
        with at_work(actors):
            time.sleep(0.3)
            with _locked(where):
                begun, asked, busy = time.monotonic(), 0, 0
                while time.monotonic() - begun < share.count:
                    asked, busy = asked + 1, busy + _is_busy(found[2], share)
            back = time.monotonic()
            while _is_busy(found[2], share):
                assert time.monotonic() - back < 5, "it stays busy"
            share.worst(back_s=round(time.monotonic() - back, 2))
            finish(actors)
            history = judge_place(where, found)
    share.add(seconds=share.count, asked=asked, busy=busy, lost=0, events=history.rows.last_seq)
    assert busy >= asked - 1 > 0  # one may have got in before the lock


def _is_busy(device: Device, share: Share) -> bool:
    begun = time.monotonic()
    reply = device.answer(device.send("issue_ticket", services=["card"]), 2 * _ANSWERED_S)
    taken = time.monotonic() - begun
    assert reply is not None, "no answer"
    share.worst(answered_s=round(taken, 2))
    time.sleep(0.05)
    return not reply["ok"] and reply["error"]["code"] == "busy"


@contextmanager
def _locked(where: Place) -> Iterator[None]:
    """As a backup tool or an administrator would who forgets to commit."""
    if where.url is None:
        other = sqlite3.connect(where.database, isolation_level=None, timeout=10)
        other.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            other.rollback()
            other.close()
        return
    with psycopg.connect(where.url.replace("+psycopg", "")) as session:
        session.execute("LOCK TABLE journal IN ACCESS EXCLUSIVE MODE")
        yield
        session.rollback()
