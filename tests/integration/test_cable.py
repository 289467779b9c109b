"""A pulled cable, with the kernel's own repeats: found, left behind, and no press that acts when it is back."""

import queue
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from runtime.session import Arrived, Session, SessionMessage, Will
from runtime.url import parse_broker_url
from tests.support.cable import Cable, cable
from tests.support.mosquitto import Mosquitto, mosquitto


@pytest.fixture
def wire() -> Iterator[Cable]:
    with cable() as found:
        yield found


@pytest.fixture
def broker(wire: Cable, tmp_path: Path) -> Iterator[Mosquitto]:
    with mosquitto(tmp_path, "a", "b", address=wire.here) as running:
        yield running


@pytest.fixture
def device(wire: Cable, broker: Mosquitto) -> Iterator["subprocess.Popen[str]"]:
    process = wire.run(sys.executable, "-m", "tests.support.far_session", broker.url("a"), "x/#")
    next_line(process, "up")
    yield process
    process.communicate(timeout=20)


def say(process: "subprocess.Popen[str]", line: str) -> None:
    assert process.stdin is not None
    print(line, file=process.stdin, flush=True)


def next_line(process: "subprocess.Popen[str]", head: str) -> tuple[str, float]:
    begun = time.monotonic()
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(head):
            return line.strip(), time.monotonic() - begun
    raise AssertionError(f"it ended without saying {head}")


def payloads(inbox: "queue.SimpleQueue[SessionMessage]", until: str) -> list[str]:
    found: list[str] = []
    while until not in found:
        message = inbox.get(timeout=5)
        if isinstance(message, Arrived) and message.topic == "p":
            found.append(message.payload.decode())
    return found


def test_a_press_into_a_pulled_cable_never_acts_later(
    wire: Cable, broker: Mosquitto, device: "subprocess.Popen[str]"
) -> None:
    inbox: queue.SimpleQueue[SessionMessage] = queue.SimpleQueue()
    near = Session(parse_broker_url(broker.url("b")), inbox, subscriptions=["p"], will=Will("will/b", ""))
    near.start()
    say(device, "p before")
    assert payloads(inbox, "before") == ["before"]
    wire.pull()
    say(device, "p ghost")
    assert next_line(device, "down")[1] < 4.5
    time.sleep(1)
    wire.plug()
    assert next_line(device, "up")[1] < 5
    time.sleep(1)
    say(device, "p after")
    assert payloads(inbox, "after") == ["after"]
    near.stop()


def test_a_lossy_cable_is_a_slow_one(wire: Cable, device: "subprocess.Popen[str]") -> None:
    wire.lose(100)
    say(device, "x/0 not now")
    time.sleep(0.5)
    wire.lose(15)
    assert next_line(device, "heard")[0] == "heard x/0 not now"
    for number in range(10):
        say(device, f"x/{number} hello")
    heard = [next_line(device, "heard")[0] for _ in range(10)]
    assert heard == [f"heard x/{number} hello" for number in range(10)]
