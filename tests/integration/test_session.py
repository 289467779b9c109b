"""The MQTT session against a real mosquitto: refusals in words, no repeated messages, coming back by itself."""

import queue
from collections.abc import Iterator
from pathlib import Path

import pytest

from runtime.session import Arrived, BrokerError, LinkDown, LinkUp, Session, SessionMessage, Will
from runtime.url import parse_broker_url
from tests.support.mosquitto import Mosquitto, free_port, mosquitto

Inbox = queue.SimpleQueue[SessionMessage]


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Mosquitto]:
    with mosquitto(tmp_path, "a", "b") as running:
        yield running


def connect(broker: Mosquitto, device: str, *topics: str) -> tuple[Session, Inbox]:
    inbox: Inbox = queue.SimpleQueue()
    url = parse_broker_url(broker.url(device))
    session = Session(url, inbox, subscriptions=topics, will=Will(f"will/{device}", "gone"))
    session.start()
    assert inbox.get(timeout=2) == LinkUp()
    return session, inbox


def test_says_and_hears(broker: Mosquitto) -> None:
    a, _ = connect(broker, "a")
    b, heard = connect(broker, "b", "x/#")
    assert a.publish("x/1", "你好")
    assert heard.get(timeout=2) == Arrived("x/1", "你好".encode(), retained=False)
    assert a.flush(2)
    a.stop()
    b.stop()


def test_a_wrong_password_is_said_at_once(broker: Mosquitto) -> None:
    url = parse_broker_url(broker.url("a").replace(":a@", ":wrong@"))
    session = Session(url, queue.SimpleQueue(), subscriptions=(), will=Will("w", "w"))
    with pytest.raises(BrokerError, match=r"refuses this device or its password"):
        session.start()


def test_a_broker_that_is_not_there_is_said_in_one_line() -> None:
    url = parse_broker_url(f"mqtt://a:secret@127.0.0.1:{free_port()}/h")
    session = Session(url, queue.SimpleQueue(), subscriptions=(), will=Will("w", "w"))
    with pytest.raises(BrokerError, match=r"^broker mqtt://a@127.0.0.1:\d+/h: cannot be reached") as caught:
        session.start(timeout_s=0.5)
    assert "secret" not in str(caught.value)


def test_the_will_is_said_when_it_dies_and_not_when_it_stops(broker: Mosquitto) -> None:
    b, heard = connect(broker, "b", "will/#")
    a, _ = connect(broker, "a")
    a.stop()
    again, _ = connect(broker, "a")
    third, _ = connect(broker, "a")  # the same name: mosquitto throws the older one out, and its will is said
    assert heard.get(timeout=3) == Arrived("will/a", b"gone", retained=False)
    for session in (third, again, b):
        session.stop()


def test_comes_back_by_itself_and_repeats_nothing(broker: Mosquitto) -> None:
    a, events = connect(broker, "a")
    broker.kill()
    assert isinstance(events.get(timeout=3), LinkDown)
    assert not a.publish("x/1", "said while the link was down")
    broker.start()
    assert events.get(timeout=5) == LinkUp()
    b, heard = connect(broker, "b", "x/#")
    assert a.publish("x/2", "said after")
    assert heard.get(timeout=2) == Arrived("x/2", b"said after", retained=False)
    a.stop()
    b.stop()
