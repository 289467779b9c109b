"""How much a device may say, and what becomes of the rest."""

import json
from pathlib import Path

import pytest

from dispatcher.letters import Letter, Present, Reader, Unreadable
from dispatcher.rate import Limit, Rate
from runtime import Arrived
from tests.support.dispatcher import InProcess, in_process
from wire.errors import ErrorCode
from wire.topics import Topics


class Watch:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def many(rate: Rate, device: str, count: int) -> int:
    return sum(rate.allows(device) for _ in range(count))


def test_a_burst_and_then_an_even_pace() -> None:
    watch = Watch()
    rate = Rate(Limit(10, 30), watch)
    assert many(rate, "a", 50) == 30
    watch.seconds += 1
    assert many(rate, "a", 50) == 10
    watch.seconds += 1000
    assert many(rate, "a", 50) == 30


def test_each_device_has_its_own() -> None:
    rate = Rate(Limit(1, 5), Watch())
    assert [many(rate, device, 9) for device in "abc"] == [5, 5, 5]


def test_strangers_are_forgotten_before_they_fill_the_memory() -> None:
    rate = Rate(Limit(1, 1), Watch())
    for n in range(5000):
        rate.allows(f"s{n}")
    assert len(rate._buckets) == 1000


def read(reader: Reader, topic: str, payload: bytes, *, retained: bool = False) -> object:
    return reader.read(Arrived(f"hall/h/{topic}", payload, retained))


def test_presences_are_read_live_only_and_never_when_large() -> None:
    reader = Reader(Topics("h"), Watch())
    found = read(reader, "device/pad", b'{"online":true,"kind":"pad"}')
    assert isinstance(found, Present)
    assert (found.device, found.presence.kind) == ("pad", "pad")
    assert read(reader, "device/pad", b'{"online":true}', retained=True) is None
    for payload in (
        b"",
        b"[]",
        b'{"online":3}',
        b"\xff",
        b"[" * 4000,
        b'{"online":true,"x":"' + b"x" * 4096 + b'"}',
    ):
        assert read(reader, "device/pad", payload) is None
    assert (reader.dropped, reader.unreadable) == (1, 6)


@pytest.mark.logs("a device says too much")
def test_too_many_commands_are_told_busy_and_then_not_read() -> None:
    watch = Watch()
    reader = Reader(Topics("h"), watch, Limit(1, 3))
    said = b'{"id":"x","at":"2026-11-21T01:02:03.456Z","type":"sync"}'
    found = [read(reader, "command/pad", said) for _ in range(4000)]
    assert all(isinstance(letter, Letter) for letter in found[:3])
    busy = [letter.fault for letter in found if isinstance(letter, Unreadable)]
    assert {(fault.code, fault.command) for fault in busy} == {(ErrorCode.BUSY, "x")}
    assert (len(busy), found.count(None), reader.too_many) == (500, 3497, 3997)
    assert isinstance(read(reader, "command/other", said), Letter)


@pytest.mark.logs("a device says too much")
def test_too_many_presences_are_dropped() -> None:
    reader = Reader(Topics("h"), Watch())
    found = [read(reader, "device/pad", b'{"online":true}') for _ in range(200)]
    assert (found.count(None), reader.too_many) == (100, 100)


def _flood(hall: InProcess, count: int) -> list[str]:
    packets = [hall.packet("kiosk-1", "issue_ticket", f"i{n}", services=["card"]) for n in range(count)]
    return ["ok" if reply["ok"] else reply["error"]["code"] for reply in hall.ask_all(*packets)]


@pytest.mark.logs("a device says too much")
def test_busy_is_not_remembered_and_others_go_on(tmp_path: Path) -> None:
    with in_process(tmp_path) as hall:
        told = _flood(hall, 700)
        assert (told.count("ok"), told.count("busy")) == (500, 200)
        assert hall.ask("pad-1", "open_counter", "o", counter="1")["ok"]
        hall.clock.pass_time(1)
        again = hall.ask("kiosk-1", "issue_ticket", "i600", services=["card"])
        assert again["ticket"]["number"] == "A501"
        assert len(hall.events("ticket_issued")) == 501


def test_devices_stand_in_the_halls_state(tmp_path: Path) -> None:
    def say(**presence: object) -> None:
        payload = json.dumps(presence).encode()
        hall.step(Arrived("hall/little/device/pad-1", payload, False))
        hall.clock.pass_time(0.2)
        hall.step()

    with in_process(tmp_path) as hall:
        assert hall.state("hall")["devices"]["pad-1"] == {}
        say(online=True, clock_offset_ms=1234, faults=[{"code": "c", "text": "t"}])
        assert hall.state("hall")["devices"]["pad-1"] == {
            "online": True, "since": "2026-11-20T04:00:00.000Z", "clock_offset_ms": 1200,
            "faults": [{"code": "c", "text": "t"}],
        }  # fmt: skip
        for _ in range(4):
            hall.clock.pass_time(1)
            say(online=True)
        states = hall.state("hall")["devices"]
        assert (states["pad-1"]["online"], states["kiosk-1"]) == (True, {"online": False})
        said = len([topic for topic, _ in hall.link.said if topic.endswith("state/hall")])
        for _ in range(3):
            hall.clock.pass_time(1)
            say(online=True)
        assert said == len([topic for topic, _ in hall.link.said if topic.endswith("state/hall")])
