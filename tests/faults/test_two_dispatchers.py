"""Two dispatchers by mistake: one works, the other waits, and nothing is ever decided twice."""

import random
import threading
import time
from pathlib import Path

import pytest

from tests.support.dispatcher_process import Place, devices, dispatcher, words_of
from tests.support.forks import Forked, Forks
from tests.support.history.actors import at_work, finish, staff
from tests.support.history.quiet import judge_place
from tests.support.homes import Home
from tests.support.shares import Share

_NAMES = ("kiosk-1", "kiosk-2", "pad-1", "pad-2", "display-1", "console-1")


@pytest.mark.full(500, "starts of two", short=3, share=50)
@pytest.mark.timeout(600)
def test_started_together_one_waits(tmp_path: Path, home: Home, share: Share, forks: Forks) -> None:
    chance = random.Random(share.number)
    with home.place(tmp_path) as where, devices(where, _NAMES) as found:
        with dispatcher(where):
            for pad in found[2:4]:
                assert pad.ask("open_counter", counter=pad.name[-1])["ok"]
        actors = staff(found[:4], threading.Event(), share.number)
        with at_work(actors):
            for _ in range(share.count):
                _two(forks, where, chance, share)
            with dispatcher(where):
                finish(actors)
                history = judge_place(where, found)
    share.add(starts=share.count, split=0, events=history.rows.last_seq)
    assert history.rows.epoch >= 2 * share.count + 2
    assert history.rows.last_seq > 5 * share.count


def _two(forks: Forks, where: Place, chance: random.Random, share: Share) -> None:
    """One of them becomes ready; when it is killed the other one does."""
    both = [forks.start(words_of(where), where.hall.parent) for _ in range(2)]
    try:
        first = _first_ready(both)
        second = both[1 - both.index(first)]
        time.sleep(chance.uniform(0.1, 0.4))
        assert second.alive(), second.said()
        assert not second.is_ready(), "both work"
        first.kill()
        begun = time.monotonic()
        assert second.is_ready(10), second.said()
        share.worst(taken_over_s=round(time.monotonic() - begun, 2))
    finally:
        for process in both:
            process.kill()


def _first_ready(both: list[Forked]) -> Forked:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        for process in both:
            if process.is_ready():
                return process
            assert process.alive(), process.said()
        time.sleep(0.01)
    raise AssertionError([process.said() for process in both])
