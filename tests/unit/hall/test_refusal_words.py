"""A refusal tells a clerk what to do; the code is the contract's, the words are ours."""

from typing import Any

import pytest

from hall import decide
from hall.refusals import Refusal
from tests.support.hall_days import HallDay
from wire.codec import command_from_fields


def refused(day: HallDay, clock: str, kind: str, device: str = "console", **fields: Any) -> str:
    """`wrong_state: its words`."""
    command = command_from_fields({"at": day.at(clock), "type": kind, **fields})
    answer = decide(day.state, command, day.moment(clock), device)
    assert isinstance(answer, Refusal)
    return f"{answer.code}: {answer.message}"


_WAYS: dict[str, list[str]] = {
    "waiting": [],
    "called": ["pad-1 next 1"],
    "serving": ["pad-1 next 1", "pad-1 start 1"],
    "held": ["pad-1 next 1", "pad-1 hold 1"],
    "missed": ["pad-1 next 1", "pad-1 no_show 1"],
    "finished": ["pad-1 next 1", "pad-1 done 1"],
    "cancelled": ["console cancel_ticket A001"],
}
_AT_ITS_COUNTER = "has been called; press done, no-show or transfer at its counter"
_SERVED = "is being served; press done, or transfer it"
_LATER = "it can be rated when it is finished"


@pytest.mark.parametrize(
    ("kind", "way", "words"),
    [
        ("cancel_ticket", "called", _AT_ITS_COUNTER),
        ("cancel_ticket", "serving", _SERVED),
        ("cancel_ticket", "finished", "is finished; nothing to do"),
        ("cancel_ticket", "cancelled", "is cancelled; nothing to do"),
        ("requeue", "waiting", "is waiting; nothing to do"),
        ("requeue", "called", _AT_ITS_COUNTER),
        ("requeue", "serving", _SERVED),
        ("requeue", "held", "is set aside; press resume"),
        ("requeue", "finished", "is finished; take a new ticket"),
        ("requeue", "cancelled", "is cancelled; take a new ticket"),
        ("resume", "waiting", "is waiting; nothing to do"),
        ("resume", "called", _AT_ITS_COUNTER),
        ("resume", "serving", _SERVED),
        ("resume", "missed", "was missed; requeue it"),
        ("resume", "finished", "is finished; take a new ticket"),
        ("resume", "cancelled", "is cancelled; take a new ticket"),
        ("rate", "waiting", f"is waiting; {_LATER}"),
        ("rate", "called", f"has been called; {_LATER}"),
        ("rate", "serving", f"is being served; {_LATER}"),
        ("rate", "held", f"is set aside; {_LATER}"),
        ("rate", "missed", f"was missed; {_LATER}"),
        ("rate", "cancelled", "is cancelled; only one that is finished can be rated"),
        ("call", "called", "has been called; call one that waits"),
        ("call", "serving", "is being served; call one that waits"),
        ("call", "held", "is set aside; resume it first"),
        ("call", "missed", "was missed; requeue it first"),
        ("call", "finished", "is finished; take a new ticket"),
        ("call", "cancelled", "is cancelled; take a new ticket"),
    ],
)
def test_a_ticket_in_another_state(kind: str, way: str, words: str) -> None:
    day = HallDay()
    day.open("08:00", "1", "2")
    day.issue("09:00", "a")
    for press in _WAYS[way]:
        day.do("09:01", press)
    more: dict[str, dict[str, Any]] = {"rate": {"score": 5}, "call": {"counter": "2"}}
    assert refused(day, "09:02", kind, ticket="A001", **more.get(kind, {})) == f"wrong_state: A001 {words}"


_DONE = "nothing to do"


@pytest.mark.parametrize(
    ("kind", "way", "words"),
    [
        ("open_counter", ["open_counter"], f"is open already; {_DONE}"),
        ("open_counter", ["open_counter", "next"], f"is open already; {_DONE}"),
        ("open_counter", ["open_counter", "next", "start"], f"is open already; {_DONE}"),
        ("open_counter", ["open_counter", "pause_counter"], "is paused; press resume"),
        ("close_counter", [], f"is closed already; {_DONE}"),
        ("pause_counter", [], "is closed; open it first"),
        ("pause_counter", ["open_counter", "pause_counter"], f"is paused already; {_DONE}"),
        ("resume_counter", [], "is closed; open it first"),
        ("resume_counter", ["open_counter"], f"is not paused; {_DONE}"),
        ("resume_counter", ["open_counter", "next"], f"is not paused; {_DONE}"),
        ("resume_counter", ["open_counter", "next", "start"], f"is not paused; {_DONE}"),
    ],
)
def test_a_counter_in_another_state(kind: str, way: list[str], words: str) -> None:
    day = HallDay()
    day.issue("08:00", "a")
    for press in way:
        day.do("08:01", f"pad-1 {press} 1")
    assert refused(day, "08:02", kind, "pad-1", counter="1") == f"wrong_state: counter 1 {words}"


@pytest.mark.parametrize(
    ("hall", "clock", "words"),
    [
        ({"open": ["Mon-Fri 08:30-16:30"]}, "17:00", "it opens again on Mon 2026-11-23 at 08:30"),
        ({"open": ["Mon-Fri 08:30-16:30"]}, "08:00", "it opens again on Fri 2026-11-20 at 08:30"),
        (
            {"open": ["Fri 08:30-16:30"], "closed": ["2026-11-27"], "timezone": "America/New_York"},
            "17:00",
            "it opens again on Fri 2026-12-04 at 08:30",
        ),
    ],
)
def test_when_the_hall_opens_again(hall: dict[str, Any], clock: str, words: str) -> None:
    day = HallDay(hall=hall)
    day.do(clock, "kiosk sync")
    assert refused(day, clock, "issue_ticket", "kiosk", services=["a"]) == (
        f"hall_closed: the hall is closed; {words}"
    )


def test_a_hall_that_never_opens_again() -> None:
    day = HallDay(hall={"open": []})
    day.do("09:00", "kiosk sync")
    assert refused(day, "09:00", "issue_ticket", "kiosk", services=["a"]) == (
        "hall_closed: the hall is closed, and the hall file has no day on which it opens again; ask the staff"
    )


def test_a_pad_and_a_ticket_that_is_not_its_own() -> None:
    day = HallDay()
    day.open("08:00", "1")
    day.issue("09:00", "a")
    assert refused(day, "09:01", "cancel_ticket", "pad-1", ticket="A001") == (
        "not_allowed: A001 has not been called to any counter yet; ask the supervisor"
    )
    day.do("09:02", "pad-1 next 1")
    assert refused(day, "09:03", "cancel_ticket", "pad-23", ticket="A001") == (
        "not_allowed: A001 was last at counter 1; use that counter's pad, or ask the supervisor"
    )
