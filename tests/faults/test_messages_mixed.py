"""Messages doubled, late, in another order, lost, kept by a broker: each press acts once, in time, or not at all."""

import random
import threading
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.support.dispatcher_process import Place, devices, dispatcher
from tests.support.fault_mail import Mail, Seen
from tests.support.history import History, judge
from tests.support.history.actors import at_work, finish, staff
from tests.support.homes import Home
from tests.support.postgres import Postgres
from tests.support.proxy import Shuffled, proxy
from tests.support.shares import Share

_AT_ONCE = 8
"""Runs between two looks at how far it is."""


def _in_file(folder: Path, _stack: ExitStack) -> str:
    return str(folder / "hall.db")


@pytest.mark.parametrize("home", ["sqlite", "postgres"])
@pytest.mark.full(100_000, "steps", short=500, share=10_000)
@pytest.mark.timeout(1800)
@pytest.mark.logs("the broker is gone", "a dispatcher that was replaced")
def test_each_acts_once_or_not_at_all(request: pytest.FixtureRequest, home: str, share: Share) -> None:
    def in_server(_folder: Path, stack: ExitStack) -> str:
        server: Postgres = request.getfixturevalue("postgres_server")
        url = server.new_database()
        stack.callback(server.drop, url)
        return url

    seen, tries = Seen(), 0
    profile = settings(  # no shrinking: it would take longer than all the rest
        phases=[Phase.generate],
        max_examples=_AT_ONCE, stateful_step_count=100, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    while seen.steps < share.count:
        tries += 1

        def mail() -> Mail:
            return Mail(_in_file if home == "sqlite" else in_server, seen)

        seeded: Any = seed(share.number * 10_000 + tries)(mail)
        run_state_machine_as_test(seeded, settings=profile)
    share.add(
        steps=seen.steps, messages=seen.arrived, again=seen.again, late=seen.late, runs=seen.runs, events=seen.events,
        violations=0,
    )  # fmt: skip
    assert seen.again > 0
    assert seen.late > 0
    assert seen.events > share.count / 20


@pytest.mark.full(120, "seconds", short=3, share=60)
@pytest.mark.timeout(600)
def test_through_a_network_that_shuffles_and_doubles(tmp_path: Path, home: Home, share: Share) -> None:
    """Real processes; what kiosks and pads say, and what they are told, comes in another order and often twice."""
    names, straight = ("kiosk-1", "kiosk-2", "pad-1", "pad-2"), ("display-1", "console-1")
    with ExitStack() as stack:
        where = stack.enter_context(home.place(tmp_path))
        line = stack.enter_context(proxy(where.broker.port))
        _lead(where, names, line.port)
        found = stack.enter_context(devices(where, names, listens=False))
        screens = stack.enter_context(devices(where, straight))
        stack.enter_context(dispatcher(where))
        for pad in found[2:]:
            assert screens[1].ask("open_counter", counter=pad.name[-1])["ok"]
        line.rule = Shuffled(random.Random(share.number), window=4, again=0.3)
        actors = staff(found, threading.Event(), share.number)
        with at_work(actors):
            time.sleep(share.count)
            finish(actors)
        line.rule = None
        time.sleep(1)
        rows = where.rows()
        judge(History(rows, [device.log for device in (*found, *screens)]))
    replies = sum(len(device.log.replies()) for device in found)
    asked = sum(len(device.log.questions()) for device in found)
    share.add(seconds=share.count, presses=asked, answers_heard=replies, events=rows.last_seq, violations=0)
    assert replies > asked > share.count, "nothing came twice"


def _lead(where: Place, names: Sequence[str], port: int) -> None:
    """Their broker is to be reached at that port."""
    for name in names:
        path = where.folder / "credentials" / f"{name}.url"
        path.write_text(path.read_text().replace(f":{where.broker.port}/", f":{port}/"))
