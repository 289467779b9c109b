"""The dispatcher killed at any instant under load: nothing acknowledged is lost, nothing happens twice."""

import random
import threading
import time
from pathlib import Path

import pytest

from tests.support.dispatcher_history import Actor, judge
from tests.support.dispatcher_process import Place, devices, dispatcher, place


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("kills", [6, pytest.param(1000, marks=pytest.mark.soak)])
def test_killed_again_and_again(tmp_path: Path, kills: int) -> None:
    stop = threading.Event()
    with (
        place(tmp_path) as where,
        devices(where, ["kiosk-1", "kiosk-2", "pad-1", "pad-2", "display-1"]) as found,
    ):
        *askers, listener = found
        with dispatcher(where):
            for pad in askers[2:]:
                assert pad.ask("open_counter", counter=pad.name[-1])["ok"]
        actors = [Actor(kiosk, "issue_ticket", {"services": ["card"]}, stop) for kiosk in askers[:2]]
        actors += [Actor(pad, "next", {"counter": pad.name[-1]}, stop) for pad in askers[2:]]
        threads = [threading.Thread(target=actor.run, daemon=True) for actor in actors]
        for thread in threads:
            thread.start()
        _kill_many(where, kills, random.Random(7))
        with dispatcher(where):
            time.sleep(0.5)
            stop.set()
            for thread in threads:
                thread.join(15)
            time.sleep(0.3)
            judge(where.database, actors, listener)
            assert sum(len(actor.acknowledged) for actor in actors) > 20 * kills
            assert not listener.states["dispatcher"]["epoch"] < kills + 2
            called = {event["counter"]: event["ticket"] for event in listener.events("ticket_called")}
            for counter, ticket in called.items():
                assert listener.states["hall"]["counters"][counter]["ticket"] == ticket


def _kill_many(where: Place, kills: int, chance: random.Random) -> None:
    for _ in range(kills):
        with dispatcher(where) as process:
            time.sleep(chance.uniform(0.02, 0.5))
            process.kill()
