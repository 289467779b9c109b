"""Any bytes on any topic: each is counted or answered, nothing ends or grows, and who means well is served."""

import json
import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from dispatcher.letters import Reader
from runtime import Arrived, LinkUp, Session
from tests.support.dispatcher import InProcess, ListLink, in_process
from tests.support.dispatcher_process import Device, devices, dispatcher, now_text
from tests.support.fault_payloads import Hostile, memory_mb
from tests.support.history.quiet import judge_place
from tests.support.homes import Home
from tests.support.shares import Share
from wire.instant import format_instant

_ROUND = 200
_BROKERS_LIMIT = 262_144
"""Nothing larger gets through; in such a packet not even the id is looked for."""
_GROWS_MB = 12.0
"""From the first tenth to the end: mostly the last 20,000 replies, which are kept in memory."""


class _Ear(ListLink):
    """Forgets what it heard, but for the replies of a round."""

    def __init__(self) -> None:
        super().__init__()
        self.replies: list[tuple[str, dict[str, Any]]] = []

    def publish(self, topic: str, payload: str, *, retain: bool = False) -> bool:
        if "/reply/" in topic:
            self.replies.append((topic, json.loads(payload)))
        return True


class _Siege:
    """A dispatcher among people who mean harm, and a kiosk that doesn't."""

    def __init__(self, hall: InProcess, seed: int) -> None:
        self.hall, self.ear = hall, _Ear()
        self.hall.loop = hall.body.loop(self.ear, lambda: None)
        self.hall.step(LinkUp())
        self.hostile = Hostile(seed, lambda: format_instant(hall.clock.now_ms()))
        self.sent = self.answered = self.served = 0

    @property
    def reader(self) -> Reader:
        return self.hall.loop._reader

    def round(self, count: int, *, good: bool) -> None:
        """So much of it in one round, and in its midst something good."""
        self.hall.clock.pass_time(1.0)
        arrived = [
            Arrived(topic, payload, False) for topic, payload in (self.hostile.one() for _ in range(count))
        ]
        self.ear.replies.clear()
        kind, more = ("issue_ticket", {"services": ["card"]}) if good else ("sync", {})
        wish = self.hall.packet("kiosk-2", kind, f"good-{self.sent}", **more)
        self.hall.step(*arrived[: count // 2], wish, *arrived[count // 2 :])
        self.sent += count
        self.check(arrived)

    def check(self, arrived: Iterable[Arrived]) -> None:
        told = {(topic.rpartition("/")[2], reply["command"]): reply for topic, reply in self.ear.replies}
        reply = told.pop(("kiosk-2", f"good-{self.sent - _ROUND}"))
        assert reply["ok"], reply
        self.served += 1
        self.answered += len(told)
        for device, command in filter(None, map(_must_be_answered, arrived)):
            assert (device, command) in told, f"{command} of {device} got no answer"


def _must_be_answered(arrived: Arrived) -> tuple[str, str] | None:
    """A command on a device's topic whose id anybody can read."""
    head, _, device = arrived.topic.rpartition("/")
    if head != "hall/little/command" or not device.isascii() or not 0 < len(device) <= 32 or " " in device:
        return None
    if len(arrived.payload) > _BROKERS_LIMIT:
        return None
    try:
        body = json.loads(arrived.payload.decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return None
    command = body.get("id") if isinstance(body, dict) else None
    if not isinstance(command, str) or len(command) > 64 or "pin" in body:
        return None
    return (device, command) if command.isascii() and command.replace("-", "").isalnum() else None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Of a name that stands there twice, readers may take either."""
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError
    return dict(pairs)


@pytest.mark.full(1_000_000, "payloads", short=6_000, share=1_000_000)
@pytest.mark.timeout(3600)
@pytest.mark.logs("two machines go by one device")
def test_any_bytes_on_any_topic(tmp_path: Path, home: Home, share: Share) -> None:
    rounds, grown = max(10, share.count // _ROUND), 0.0
    with in_process(tmp_path, database=home.url) as hall:
        siege = _Siege(hall, share.number)
        for number in range(rounds):
            siege.round(_ROUND, good=number % 20 == 0)
            if number == rounds // 10:
                grown = -memory_mb(os.getpid())
        grown += memory_mb(os.getpid())
        reader = siege.reader
        share.add(
            payloads=siege.sent, answered=siege.answered, dropped=reader.dropped, unreadable=reader.unreadable,
            too_many=reader.too_many, good_ones_served=siege.served, crashes=0,
        )  # fmt: skip
        share.worst(memory_grew_mb=round(grown, 1))
    assert siege.sent == rounds * _ROUND
    assert siege.served == rounds
    assert reader.too_many == 0, "the limit of each device hides what is to be tried here"
    assert grown < _GROWS_MB


@pytest.mark.full(20_000, "payloads through the broker", short=600, share=20_000)
@pytest.mark.timeout(600)
def test_through_the_broker(tmp_path: Path, home: Home, share: Share) -> None:
    names = ["kiosk-2", "display-1", "console-1", "kiosk-1", "pad-2"]
    with home.place(tmp_path) as where, devices(where, names) as found, dispatcher(where) as process:
        good, hostile = found[0], Hostile(share.number, now_text)
        assert good.ask("issue_ticket", services=["card"])["ok"]
        before = memory_mb(process.pid)
        for number in range(share.count):
            _say(found[3 + number % 2].session, *hostile.one())
            if number % 200 == 199:
                _say(found[3].session, "hall/little/command/kiosk-1", b"x" * 20_000_000)
                share.worst(served_s=_served(good))
                share.add(of_20_mb=1)
        assert process.process.poll() is None
        assert "Traceback" not in process.said()
        share.add(payloads=share.count, crashes=0)
        share.worst(memory_grew_mb=round(memory_mb(process.pid) - before, 1))
        judge_place(where, found[:3])
    assert share.greatest["served_s"] < 2
    assert share.greatest["memory_grew_mb"] < _GROWS_MB


def _say(session: Session, topic: str, payload: bytes) -> None:
    """When the link is up; the broker ends it after each packet that is too large. What no client can be brought to
    say is left out; what this one may not say goes no further than the broker."""
    deadline = time.monotonic() + 10
    with suppress(ValueError):
        while not session.publish(topic, payload):
            assert time.monotonic() < deadline, "the link does not come back"
            time.sleep(0.02)


def _served(good: Device) -> float:
    begun = time.monotonic()
    assert good.ask("issue_ticket", services=["card"])["ok"]
    return round(time.monotonic() - begun, 2)


def test_a_clock_that_is_off_by_four_hundred_digits(tmp_path: Path) -> None:
    """It ended a dispatcher once."""
    with in_process(tmp_path) as hall:
        for offset in (10**400, -(10**400)):
            payload = json.dumps({"online": True, "clock_offset_ms": offset}).encode()
            hall.step(Arrived("hall/little/device/pad-1", payload, False))
        assert hall.ask("pad-1", "open_counter", "o", counter="1")["ok"]


@pytest.mark.logs("a message was not taken in")
def test_a_mistake_in_the_intake_costs_one_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: object, arrived: Arrived) -> object:
        raise ZeroDivisionError

    with in_process(tmp_path) as hall:
        with monkeypatch.context() as patch:
            patch.setattr("dispatcher.letters.Reader._presence", broken)
            hall.step(Arrived("hall/little/device/pad-1", b"{}", False))
        assert hall.ask("pad-1", "open_counter", "o", counter="1")["ok"]


@pytest.mark.parametrize("seq", [2**53, 2**63, 10**400])
def test_a_number_that_no_database_can_hold(tmp_path: Path, home: Home, seq: int) -> None:
    """PostgreSQL told everybody `busy` once, because of one display."""
    with in_process(tmp_path, database=home.url) as hall:
        replies = hall.ask_all(
            hall.packet("display-1", "report_shown", "shown", seq=seq, part="screen"),
            hall.packet("pad-1", "open_counter", "open", counter="1"),
        )
    assert [reply["error"]["code"] if not reply["ok"] else "ok" for reply in replies] == ["bad_message", "ok"]
