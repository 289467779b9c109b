"""What a reply says of a ticket that no longer waits, or waits again: nothing that is over."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.dispatcher import InProcess, in_process


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[InProcess]:
    with in_process(tmp_path) as found:
        found.ask("pad-1", "open_counter", "o1", counter="1")
        found.ask("pad-2", "open_counter", "o2", counter="2")
        yield found


def _check_in(hall: InProcess, name: str, **fields: Any) -> dict[str, Any]:
    return hall.ask("kiosk-1", "check_in", name, appointment="x", **fields)


def _booked(hall: InProcess) -> dict[str, Any]:
    booking = {"services": ["card"], "slot": "2026-11-20T04:00:00Z"}
    hall.ask("console-1", "book_appointment", "b", appointment="x", **booking)
    return _check_in(hall, "first")


def test_a_booking_whose_ticket_was_cancelled(hall: InProcess) -> None:
    first = _booked(hall)
    assert {"ahead", "wait"} <= first["ticket"].keys()
    assert _check_in(hall, "again")["token"] == first["token"]
    hall.ask("console-1", "cancel_ticket", "c", ticket="A001")
    for name, look in (("later", False), ("look", True)):
        refused = _check_in(hall, name, look=look)
        assert refused["error"]["code"] == "wrong_state"
        assert "was cancelled; take a new one, or book again" in refused["error"]["message"]
        assert "token" not in refused


def test_a_booking_that_is_under_way_or_over(hall: InProcess) -> None:
    token = _booked(hall)["token"]
    hall.ask("pad-1", "next", "n", counter="1")
    called = _check_in(hall, "called")
    assert (called["ticket"]["number"], called["ticket"]["state"], called["token"]) == (
        "A001",
        "called",
        token,
    )
    hall.ask("pad-1", "done", "d", counter="1")
    over = _check_in(hall, "over")
    assert (over["ok"], over["ticket"]["number"], over["ticket"]["state"]) == (True, "A001", "finished")
    assert "token" not in over
    for reply in (called, over):
        assert not {"ahead", "wait"} & reply["ticket"].keys()


def test_a_ticket_that_waits_again(hall: InProcess) -> None:
    hall.ask("kiosk-1", "issue_ticket", "i", services=["card"])
    called = hall.ask("pad-1", "next", "n", counter="1")["ticket"]
    assert (called["counter"], called["reason"]) == ("1", "order")
    moved = hall.ask("pad-1", "transfer", "t", counter="1", to_counter="2")["ticket"]
    assert (moved["state"], moved["counter"]) == ("waiting", "2")
    assert not {"reason", "rule"} & moved.keys()
    again = hall.ask("pad-2", "next", "n2", counter="2")["ticket"]
    assert (again["counter"], again["reason"]) == ("2", "pinned")
    missed = hall.ask("pad-2", "no_show", "m", counter="2")["ticket"]
    assert (missed["state"], missed["counter"]) == ("no_show", "2")
    back = hall.ask("pad-2", "requeue", "q", ticket="A001")["ticket"]
    assert back["state"] == "waiting"
    assert not {"counter", "reason", "rule"} & back.keys()
