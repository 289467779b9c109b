"""A dispatcher that was killed comes back as it was, and says what it had not said."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from dispatcher.errors import InUseError
from hall import snapshot
from runtime import LinkUp
from tests.support.dispatcher import HALL, InProcess, TurnedClock, in_process

Run = Callable[..., AbstractContextManager[InProcess]]


@pytest.fixture
def run(tmp_path: Path, database: str) -> Run:
    """Another run on the same database: on a file, then on PostgreSQL."""
    return partial(in_process, tmp_path, database=database)


def _a_morning(hall: InProcess) -> None:
    hall.ask("pad-1", "open_counter", "o1", counter="1", clerk="li")
    hall.ask("pad-2", "open_counter", "o2", counter="2")
    for n in range(6):
        service = "pension" if n % 3 == 2 else "card"
        hall.ask("kiosk-1", "issue_ticket", f"i{n}", services=[service], priority="ill", help="interpreter")
        hall.clock.pass_time(7)
    for n, (device, kind) in enumerate(
        [("pad-1", "next"), ("pad-1", "start"), ("pad-2", "next"), ("pad-2", "no_show"), ("pad-2", "next"),
         ("pad-2", "hold"), ("pad-1", "next"), ("pad-1", "recall")]
    ):  # fmt: skip
        hall.clock.pass_time(3)
        assert hall.ask(device, kind, f"c{n}", counter=device[-1])["ok"]
    assert hall.ask("pad-2", "requeue", "r", ticket="A002")["ok"]


def _state(hall: InProcess) -> dict[str, Any]:
    return snapshot(hall.body.heart.state)


@pytest.mark.parametrize("in_order", [False, True])
def test_the_same_state_after_a_restart(run: Run, in_order: bool) -> None:
    clock = TurnedClock()
    with run(clock) as hall:
        _a_morning(hall)
        before, board = _state(hall), hall.state("board")
        if in_order:
            hall.loop._between.end()
            assert json.loads(hall.link.said[-1][1])["alive"] is False
    with run(clock) as hall:
        assert _state(hall) == before
        after = hall.state("board")
        assert [after["calls"], after["missed"]] == [board["calls"], board["missed"]]
        assert hall.ask("kiosk-1", "issue_ticket", "new", services=["card"])["ticket"]["number"] == "A005"


def test_replies_outlive_a_restart_with_the_epoch_of_today(run: Run) -> None:
    clock = TurnedClock()
    with run(clock) as hall:
        first = hall.ask("kiosk-1", "issue_ticket", "i1", services=["card"])
    with run(clock) as hall:
        again = hall.ask("kiosk-1", "issue_ticket", "i1", services=["card"])
        assert again == {**first, "epoch": 2}
        assert len(hall.body.heart.state.tickets) == 1


def test_the_epoch_rises_with_each_start(run: Run) -> None:
    for epoch in (1, 2, 3):
        with run() as hall:
            assert hall.state("dispatcher")["epoch"] == epoch
            assert hall.state("catalog")["epoch"] == epoch


def test_what_the_broker_did_not_acknowledge_is_said_again(run: Run) -> None:
    clock = TurnedClock()
    with run(clock) as hall:
        hall.ask("kiosk-1", "issue_ticket", "i1", services=["card"])
        clock.pass_time(2)
        hall.step()
        hall.link.acknowledges = False
        hall.ask("kiosk-1", "issue_ticket", "i2", services=["card"])
        clock.pass_time(2)
        hall.step()
    with run(clock) as hall:
        assert [(event["ticket"], event["epoch"], event["seq"]) for event in hall.events()] == [
            ("A002", 2, 2)
        ]


def test_what_was_acknowledged_is_not_said_again_though_something_always_is_under_way(run: Run) -> None:
    """As in a hall that presses without a pause: what was said last is never acknowledged yet."""
    clock = TurnedClock()
    with run(clock) as hall:
        hall.link.acknowledges = False
        for n in range(5):
            hall.link.taken = len(hall.link.said)
            clock.pass_time(2)
            hall.ask("kiosk-1", "issue_ticket", f"i{n}", services=["card"])
    with run(clock) as hall:
        assert [event["ticket"] for event in hall.events("ticket_issued")] in (["A005"], ["A004", "A005"])


@pytest.mark.parametrize("noticed", [True, False])
def test_an_event_that_fell_between_two_connections_is_said_again(run: Run, noticed: bool) -> None:
    """What is acknowledged on the new connection says nothing of what the old one still had to deliver."""
    clock = TurnedClock()
    with run(clock) as hall:
        hall.link.up, hall.link.acknowledges = not noticed, False
        hall.step(hall.packet("kiosk-1", "issue_ticket", "i1", services=["card"]))
        hall.link.up, hall.link.acknowledges, hall.link.connection = True, True, 2
        clock.pass_time(2)
        hall.step()  # a heartbeat goes out by the new connection before the loop hears that there is one
        hall.link.said.clear()
        hall.step(LinkUp())
        assert [event["ticket"] for event in hall.events("ticket_issued")] == ["A001"]
        clock.pass_time(2)
        hall.step()
    with run(clock) as hall:
        assert hall.events() == []  # by now all is known to be said


def test_a_second_dispatcher_is_refused_while_the_first_lives(run: Run) -> None:
    with run(), pytest.raises(InUseError, match=r"in use by.*stop") as told, run():
        pass
    assert "stop" not in told.value.found  # whoever waits wants to know no more
    with run() as hall:
        assert hall.readies == 1


@pytest.mark.logs("the clock is behind the journal")
def test_time_does_not_go_back_over_a_restart(run: Run) -> None:
    clock = TurnedClock()
    with run(clock) as hall:
        hall.ask("kiosk-1", "issue_ticket", "i1", services=["card"])
        last = clock.wall
    clock.wall -= 60_000
    with run(clock) as hall:
        clock.pass_time(1)
        reply = hall.ask("kiosk-1", "issue_ticket", "i2", services=["card"])
        assert reply["ok"]
        heard = hall.body.timeline.now()
        assert last <= heard < last + 1000


def test_the_hall_file_may_change_between_two_starts(run: Run, tmp_path: Path) -> None:
    clock = TurnedClock()
    with run(clock) as hall:
        _a_morning(hall)
    smaller = HALL.replace('[[counter]]\nid = "2"\nservices = ["card"]\n', "").replace(
        '[[device]]\nid = "pad-2"\nkind = "pad"\ncounter = "2"\n', ""
    )
    (tmp_path / "hall.toml").write_text(smaller, encoding="utf-8")
    with run(clock) as hall:
        assert list(hall.state("hall")["counters"]) == ["1"]
        before = _state(hall)
    with run(clock) as hall:
        assert _state(hall) == before


def test_the_day_turns_while_the_dispatcher_is_off(run: Run) -> None:
    clock = TurnedClock()
    with run(clock) as hall:
        _a_morning(hall)
    clock.pass_time(24 * 3600)
    with run(clock) as hall:
        hall.step()
        assert {event["type"] for event in hall.events()} >= {"ticket_expired", "counter_closed"}
        assert hall.state("board")["calls"] == []
        assert hall.ask("kiosk-1", "issue_ticket", "i1x", services=["card"])["ticket"]["number"] == "A001"
