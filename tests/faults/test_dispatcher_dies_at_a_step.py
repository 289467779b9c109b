"""The dispatcher dead before and after each step of a round: commit, event, reply, state, mark; and of a start."""

import random
import threading
from pathlib import Path

import pytest

from tests.support.dispatcher_process import Place, devices, dispatcher, words_of
from tests.support.dying import AT_START, EACH_SECOND, STEPS
from tests.support.forks import Forks
from tests.support.history.actors import at_work, finish, staff
from tests.support.history.quiet import judge_place
from tests.support.homes import Home
from tests.support.shares import Share

_NAMES = ("kiosk-1", "kiosk-2", "pad-1", "pad-2", "display-1", "console-1")


@pytest.mark.full(260, "deaths", short=5, share=26)
@pytest.mark.timeout(600)
def test_dead_before_and_after_each_step(tmp_path: Path, home: Home, share: Share, forks: Forks) -> None:
    chance = random.Random(share.number)
    steps = [STEPS[(share.number * share.count + n) % len(STEPS)] for n in range(share.count)]
    if share.count < len(STEPS):  # a short one takes others each time, the most telling always
        steps = ["before-commit", "after-commit", *chance.sample(STEPS, share.count - 2)]
    with home.place(tmp_path) as where, devices(where, _NAMES) as found:
        with dispatcher(where):
            for pad in found[2:4]:
                assert pad.ask("open_counter", counter=pad.name[-1])["ok"]
        actors = staff(found[:4], threading.Event(), share.number)
        with at_work(actors):
            for step in steps:
                _die(forks, where, step, chance, share)
            with dispatcher(where):
                finish(actors)
                history = judge_place(where, found)
    share.add(deaths=share.count, answers=sum(len(log.replies()) for log in history.logs), lost=0)


def _die(forks: Forks, where: Place, step: str, chance: random.Random, share: Share) -> None:
    most = 1 if step in AT_START else 3 if step in EACH_SECOND else 25
    process = forks.start(words_of(where), where.hall.parent, f"{step}:{chance.randint(1, most)}")
    code, said = process.outcome(30)
    assert code == -9, said
    share.add(**{step.replace("-", "_"): 1})
