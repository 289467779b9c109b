"""The database server killed under load: `busy` while it is away, and back by itself with everything promised."""

import random
import threading
import time
from pathlib import Path

import pytest

from tests.support.dispatcher_process import Device, devices, dispatcher
from tests.support.history.actors import at_work, finish, staff
from tests.support.history.quiet import judge_place
from tests.support.homes import Home
from tests.support.postgres import Postgres, postgres
from tests.support.shares import Share

_NAMES = ("kiosk-1", "kiosk-2", "pad-1", "pad-2", "display-1", "console-1")
_BACK_S = 5.0


@pytest.mark.full(100, "kills", short=1, share=20)
@pytest.mark.timeout(600)
def test_back_by_itself_with_all_it_promised(tmp_path: Path, share: Share) -> None:
    chance = random.Random(share.number)
    with (
        postgres(fsync=True) as server,
        Home(server.new_database()).place(tmp_path) as where,
        devices(where, _NAMES) as found,
        dispatcher(where),
    ):
        for pad in found[2:4]:
            assert pad.ask("open_counter", counter=pad.name[-1])["ok"]
        actors = staff(found[:4], threading.Event(), share.number)
        with at_work(actors):
            for _ in range(share.count):
                time.sleep(chance.uniform(0.1, 0.6))
                _kill(server, chance)
                share.worst(back_s=round(_seconds_until_kept(found[5]), 2))
            finish(actors)
            history = judge_place(where, found)
    share.add(
        kills=share.count, events=history.rows.last_seq, busy=sum(actor.busy for actor in actors), lost=0
    )


def _kill(server: Postgres, chance: random.Random) -> None:
    """At once, as by a power cut; it recovers from its log."""
    server.kill()
    time.sleep(chance.uniform(0.0, 1.5))
    server.start()


def _seconds_until_kept(console: Device) -> float:
    """Until something is kept again."""
    begun = time.monotonic()
    while not console.ask("announce", text="again")["ok"]:
        assert time.monotonic() < begun + _BACK_S, "it stays busy"
        time.sleep(0.05)
    return time.monotonic() - begun
