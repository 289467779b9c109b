"""The dispatcher killed at any instant under load: nothing acknowledged is lost, nothing happens twice."""

import random
import threading
import time
from pathlib import Path

import pytest

from tests.support.dispatcher_process import Place, devices, dispatcher, words_of
from tests.support.forks import Forks
from tests.support.history.actors import at_work, finish, staff
from tests.support.history.quiet import judge_place
from tests.support.homes import Home
from tests.support.shares import Share

_NAMES = ("kiosk-1", "kiosk-2", "pad-1", "pad-2")


@pytest.mark.full(1000, "kills", short=6, share=50)
@pytest.mark.timeout(600)
def test_killed_at_any_instant(tmp_path: Path, home: Home, share: Share, forks: Forks) -> None:
    stop, chance = threading.Event(), random.Random(share.number)
    with home.place(tmp_path) as where, devices(where, [*_NAMES, "display-1", "console-1"]) as found:
        with dispatcher(where):
            for pad in found[2:4]:
                assert pad.ask("open_counter", counter=pad.name[-1])["ok"]
        actors = staff(found[:4], stop, share.number)
        with at_work(actors):
            for _ in range(share.count):
                _kill_one(forks, where, chance)
            begun = time.monotonic()
            with dispatcher(where):  # started as a person would, with all of the journal
                share.worst(back_s=round(time.monotonic() - begun, 2))
                time.sleep(0.3)
                finish(actors)
                history = judge_place(where, found)
    answered = sum(len(log.replies()) for log in history.logs)
    share.add(kills=share.count, answers=answered, events=history.rows.last_seq, lost=0, twice=0)
    assert history.rows.epoch >= share.count + 2
    assert history.rows.last_seq > 5 * share.count


def _kill_one(forks: Forks, where: Place, chance: random.Random) -> None:
    process = forks.start(words_of(where), where.hall.parent)
    try:
        process.wait_ready()
        time.sleep(chance.uniform(0.0, 0.4))
    finally:
        process.kill()
