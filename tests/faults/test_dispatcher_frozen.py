"""The dispatcher frozen (SIGSTOP) and let go again. Alone it goes on where it was; on PostgreSQL one that stands by
takes over, and the first one, when it wakes, can write nothing and is heard by nobody."""

import random
import signal
import threading
import time
from pathlib import Path

import pytest

from tests.support.dispatcher_process import Place, Process, devices, dispatcher
from tests.support.history.actors import Actor, at_work, finish, staff
from tests.support.history.quiet import judge_place
from tests.support.homes import Home
from tests.support.postgres import Postgres
from tests.support.shares import Share

_NAMES = ("kiosk-1", "kiosk-2", "pad-1", "pad-2", "display-1", "console-1")


@pytest.mark.full(50, "freezes", short=1, share=10)
@pytest.mark.timeout(600)
def test_frozen_alone_it_comes_back(tmp_path: Path, home: Home, share: Share) -> None:
    chance = random.Random(share.number)
    with home.place(tmp_path) as where, devices(where, _NAMES) as found, dispatcher(where) as process:
        for pad in found[2:4]:
            assert pad.ask("open_counter", counter=pad.name[-1])["ok"]
        actors = staff(found[:4], threading.Event(), share.number)
        with at_work(actors):
            for _ in range(share.count):
                time.sleep(chance.uniform(0.2, 0.6))
                _freeze(process, chance.uniform(0.3, 4.0))
                share.worst(answers_again_s=round(_seconds_until_answered(actors), 2))
            finish(actors)
            history = judge_place(where, found)
    share.add(freezes=share.count, events=history.rows.last_seq, lost=0)


def _freeze(process: Process, seconds: float) -> None:
    process.signal(signal.SIGSTOP)
    time.sleep(seconds)
    process.signal(signal.SIGCONT)


def _seconds_until_answered(actors: list[Actor]) -> float:
    """Until somebody has an answer again."""
    begun = time.monotonic()
    while not any(log.since(begun) for log in (actor.device.log for actor in actors)):
        assert time.monotonic() < begun + 10, "it does not come back"
        time.sleep(0.01)
    return time.monotonic() - begun


@pytest.mark.full(50, "freezes", short=2, share=10)
@pytest.mark.timeout(600)
def test_the_one_that_stands_by_takes_over(tmp_path: Path, postgres_server: Postgres, share: Share) -> None:
    chance = random.Random(share.number)
    with Home(postgres_server.new_database()).place(tmp_path) as where, devices(where, _NAMES) as found:
        working, waiting = Process(where).wait_ready(), Process(where, "--standby")
        try:
            for pad in found[2:4]:
                assert pad.ask("open_counter", counter=pad.name[-1])["ok"]
            actors = staff(found[:4], threading.Event(), share.number)
            with at_work(actors):
                for n in range(share.count):
                    _until_it_waits(waiting, n // 2 + 1)
                    _replace(working, waiting, where, chance, share)
                    working, waiting = waiting, working
                finish(actors)
                history = judge_place(where, found, one_at_a_time=False)
        finally:
            for process in (working, waiting):
                process.signal(signal.SIGCONT)
                process.kill()
    share.add(freezes=share.count, events=history.rows.last_seq, split=0)
    assert history.rows.epoch == share.count + 1


def _until_it_waits(process: Process, times: int) -> None:
    """It says so once each time."""
    deadline = time.monotonic() + 15
    while process.said().count("waiting until it is needed") < times:
        assert time.monotonic() < deadline, process.said()
        time.sleep(0.02)


def _replace(working: Process, waiting: Process, where: Place, chance: random.Random, share: Share) -> None:
    """Frozen; the other one is ready; awake again, while everybody presses on."""
    time.sleep(chance.uniform(0.2, 0.8))
    epoch = where.rows().epoch
    working.signal(signal.SIGSTOP)
    begun = time.monotonic()
    assert waiting.is_ready(10), waiting.said()
    taken = time.monotonic() - begun
    share.worst(taken_over_s=round(taken, 2))
    assert where.rows().epoch == epoch + 1
    time.sleep(chance.uniform(0.0, 1.0))
    working.signal(signal.SIGCONT)
