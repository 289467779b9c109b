"""The broker killed under load; nothing of it is kept. Every press is answered, every screen is right again."""

import random
import threading
import time
from pathlib import Path

import pytest

from tests.support.dispatcher_process import Device, Place, devices, dispatcher
from tests.support.history.actors import at_work, finish, staff
from tests.support.history.quiet import judge_place
from tests.support.homes import Home
from tests.support.shares import Share

_NAMES = ("kiosk-1", "kiosk-2", "pad-1", "pad-2", "display-1", "console-1")
_SCREENS = ("state/dispatcher", "state/catalog", "state/hall", "state/board")
_RIGHT_S = 5.0


@pytest.mark.full(200, "kills", short=3, share=20)
@pytest.mark.timeout(600)
def test_nothing_is_lost_and_screens_are_right_again(tmp_path: Path, home: Home, share: Share) -> None:
    chance = random.Random(share.number)
    with home.place(tmp_path) as where, devices(where, _NAMES) as found, dispatcher(where):
        for pad in found[2:4]:
            assert pad.ask("open_counter", counter=pad.name[-1])["ok"]
        actors = staff(found[:4], threading.Event(), share.number)
        with at_work(actors):
            for _ in range(share.count):
                time.sleep(chance.uniform(0.05, 0.6))
                _kill(where, chance)
                share.worst(screens_right_s=round(_seconds_until_right(where, found[4]), 2))
            finish(actors)
            history = judge_place(where, found, heard_all=False)
    expired = sum(
        not heard.body["ok"] and heard.body["error"]["code"] == "expired"
        for log in history.logs
        for heard in log.replies()
    )
    share.add(
        kills=share.count, events=history.rows.last_seq, commands=sum(len(log.asked) for log in history.logs)
    )
    share.add(lost=expired)
    share.worst(answered_s=round(max(actor.slowest_s for actor in actors), 2))
    assert expired == 0, "a press was too old when it got through"
    assert history.rows.last_seq > 5 * share.count


def _kill(where: Place, chance: random.Random) -> None:
    where.broker.kill()
    time.sleep(chance.uniform(0.0, 0.5))
    where.broker.start()


def _seconds_until_right(where: Place, screen: Device) -> float:
    """Until the screen has heard all of the state anew, at least as new as the database was when the broker came."""
    begun, seq = time.monotonic(), where.rows().last_seq

    def right() -> bool:
        fresh = {heard.topic for heard in screen.log.since(begun)}
        return fresh.issuperset(_SCREENS) and screen.states["hall"]["seq"] >= seq

    assert screen.wait_for(right, _RIGHT_S), f"{screen.states.get('hall')}, {seq}"
    return time.monotonic() - begun
