"""A command through the whole dispatcher, on a real database file: what is answered, said, and remembered."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from runtime import Arrived
from tests.support.dispatcher import NOON, InProcess, TurnedClock, in_process
from wire.instant import parse_instant


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[InProcess]:
    with in_process(tmp_path) as found:
        yield found


def _issue(hall: InProcess, command: str = "i1", **fields: Any) -> dict[str, Any]:
    return hall.ask("kiosk-1", "issue_ticket", command, services=["card"], **fields)


def test_a_ticket_and_its_call(hall: InProcess) -> None:
    assert hall.ask("pad-1", "open_counter", "o1", counter="1")["ok"]
    issued = _issue(hall, priority="elderly", help="wheelchair")
    assert issued["ok"]
    assert issued["ticket"]["number"] == "A001"
    assert issued["ticket"]["ahead"] == 0
    assert issued["ticket"]["wait"] == {"low_s": 0, "high_s": 0}
    assert len(issued["token"]) == 32
    called = hall.ask("pad-1", "next", "n1", counter="1")
    assert called["ticket"]["number"] == "A001"
    assert called["ticket"]["state"] == "called"
    assert called["ticket"]["counter"] == "1"
    assert called["seq"] == 3
    assert [event["type"] for event in hall.events()] == ["counter_opened", "ticket_issued", "ticket_called"]


def test_next_with_nothing_to_call_says_null(hall: InProcess) -> None:
    hall.ask("pad-1", "open_counter", "o1", counter="1")
    reply = hall.ask("pad-1", "next", "n1", counter="1")
    assert reply["ok"]
    assert reply["ticket"] is None
    assert "ticket" not in hall.ask("pad-1", "pause_counter", "p1", counter="1")


def test_two_pads_in_one_round_get_different_tickets(hall: InProcess) -> None:
    for n in (1, 2):
        hall.ask(f"pad-{n}", "open_counter", f"o{n}", counter=str(n))
        _issue(hall, f"i{n}")
    replies = hall.ask_all(
        hall.packet("pad-1", "next", "n", counter="1"), hall.packet("pad-2", "next", "n", counter="2")
    )
    assert [reply["ticket"]["number"] for reply in replies] == ["A001", "A002"]


def test_the_same_id_gets_the_same_reply_and_does_nothing(hall: InProcess) -> None:
    first = _issue(hall)
    hall.clock.pass_time(3600)
    assert _issue(hall, at=NOON) == first
    assert len(hall.events("ticket_issued")) == 1


def test_the_same_id_in_one_round(hall: InProcess) -> None:
    packet = hall.packet("kiosk-1", "issue_ticket", "i1", services=["card"])
    first, second = hall.ask_all(packet, packet)
    assert first == second
    assert len(hall.events("ticket_issued")) == 1


def test_the_same_id_from_another_device_is_another_command(hall: InProcess) -> None:
    assert _issue(hall)["ticket"]["number"] == "A001"
    assert hall.ask("kiosk-2", "issue_ticket", "i1", services=["card"])["ticket"]["number"] == "A002"


def test_a_refusal_is_remembered_too(hall: InProcess) -> None:
    first = hall.ask("pad-1", "next", "n1", counter="1")
    assert first["error"]["code"] == "counter_closed"
    hall.ask("pad-1", "open_counter", "o1", counter="1")
    assert hall.ask("pad-1", "next", "n1", counter="1") == first


def test_what_is_no_message_is_not_remembered(hall: InProcess) -> None:
    wrong = hall.ask("kiosk-1", "issue_ticket", "i1", services=["card"], colour="red")
    assert wrong["error"]["code"] == "bad_message"
    assert "colour" in wrong["error"]["message"]
    assert _issue(hall)["ok"]


@pytest.mark.parametrize(
    ("kind", "fields", "age_ms", "code"),
    [
        ("next", {"counter": "1"}, 10_001, "expired"),
        ("next", {"counter": "1"}, 10_000, "counter_closed"),
        ("next", {"counter": "1"}, -10_001, "expired"),
        ("next", {"counter": "1"}, -10_000, "counter_closed"),
        ("issue_ticket", {"services": ["none"]}, 600_001, "expired"),
        ("issue_ticket", {"services": ["none"]}, 600_000, "unknown_service"),
    ],
)
def test_age(hall: InProcess, kind: str, fields: dict[str, Any], age_ms: int, code: str) -> None:
    device = "pad-1" if kind == "next" else "kiosk-1"
    reply = hall.ask(device, kind, "x1", at=hall.clock.now_ms() - age_ms, **fields)
    assert reply["error"]["code"] == code


def test_a_ticket_of_yesterday_is_not_issued_today(tmp_path: Path) -> None:
    clock = TurnedClock(wall=parse_instant("2026-11-20T16:01:00Z"))  # a minute past midnight in Shanghai
    with in_process(tmp_path, clock) as hall:
        assert _issue(hall, at=clock.wall - 61_000)["error"]["code"] == "expired"
        assert _issue(hall, "i2", at=clock.wall - 59_000)["ok"]


def test_rights(hall: InProcess) -> None:
    assert hall.ask("pad-1", "next", "n1", counter="2")["error"]["code"] == "not_allowed"
    assert hall.ask("nobody", "sync", "s1")["error"]["code"] == "unknown_device"
    assert hall.ask("display-1", "sync", "s1")["ok"]


def test_the_right_is_looked_at_before_a_repeated_id(hall: InProcess) -> None:
    first = hall.ask("pad-1", "next", "n1", counter="1")
    again = hall.ask("pad-1", "next", "n1", counter="2")
    assert (first["error"]["code"], again["error"]["code"]) == ("counter_closed", "not_allowed")
    assert hall.ask("pad-1", "next", "n1", counter="1") == first


def test_nothing_private_is_in_events_or_public_states(hall: InProcess) -> None:
    hall.ask("pad-1", "open_counter", "o1", counter="1")
    token = _issue(hall, priority="pregnant", help="interpreter")["token"]
    hall.ask("pad-1", "next", "n1", counter="1")
    public = [text for topic, text in hall.link.said if "/reply/" not in topic and "/counter/" not in topic]
    assert not [text for text in public if "pregnant" in text or "interpreter" in text or token in text]
    assert hall.state("counter/1")["current"]["help"] == "interpreter"


def test_any_bytes_on_any_topic_kill_nothing(hall: InProcess) -> None:
    for payload in (b"", b"\xff\xfe", b"[" * 100_000, b"{" * 5000, b'{"id":1}', b"null", b"x" * 300_000):
        for topic in (
            "hall/little/command/kiosk-1",
            "hall/little/command/",
            "hall/other/command/a",
            "",
            "a/b",
        ):
            hall.step(Arrived(topic, payload, False))
    assert _issue(hall)["ok"]


def test_a_large_message_is_answered_if_its_id_can_be_read(hall: InProcess) -> None:
    big = json.dumps({"id": "big", "text": "x" * 5000}).encode()
    (reply,) = hall.ask_all(Arrived("hall/little/command/kiosk-1", big, False))
    assert (reply["command"], reply["error"]["code"]) == ("big", "too_large")


def test_a_retained_command_is_an_old_press(hall: InProcess) -> None:
    packet = hall.packet("kiosk-1", "issue_ticket", "i1", services=["card"])
    assert hall.ask_all(Arrived(packet.topic, packet.payload, True)) == []


def test_ahead_counts_those_who_wait_for_the_same_counters(hall: InProcess) -> None:
    hall.ask("pad-1", "open_counter", "o1", counter="1")
    for n in range(3):
        reply = _issue(hall, f"i{n}")
        assert reply["ticket"]["ahead"] == n
    assert reply["ticket"]["wait"]["low_s"] == 600
    pension = hall.ask("kiosk-1", "issue_ticket", "p", services=["pension"])
    assert pension["ticket"]["ahead"] == 3
    hall.ask("pad-1", "next", "n1", counter="1")
    assert _issue(hall, "after")["ticket"]["ahead"] == 3  # one was called meanwhile, one more came


def test_without_an_open_counter_there_is_no_expected_wait(hall: InProcess) -> None:
    assert "wait" not in _issue(hall)["ticket"]
    assert "expected" not in hall.state("hall")["services"]["card"]


def test_a_booking_gives_one_ticket_however_often_one_checks_in(hall: InProcess) -> None:
    slot = "2026-11-20T05:00:00Z"
    booked = hall.ask("console-1", "book_appointment", "b", appointment="ap-1", services=["card"], slot=slot)
    assert booked["ok"]
    first = hall.ask("kiosk-1", "check_in", "c1", appointment="ap-1")
    again = hall.ask("kiosk-2", "check_in", "c2", appointment="ap-1")
    assert first["ticket"]["number"] == again["ticket"]["number"] == "A001"
    assert first["token"] == again["token"]
    assert len(hall.events("ticket_issued")) == 1
