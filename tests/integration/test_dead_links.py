"""A session on a network that swallows, cuts and delays: found dead by round trip, back within 5 s."""

import queue
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from runtime.session import Arrived, LinkDown, LinkUp, Session, SessionMessage, Will
from runtime.url import parse_broker_url
from tests.support.mosquitto import Mosquitto, mosquitto
from tests.support.proxy import Proxy, Shuffled, proxy

BACK_WITHIN_S = 5.0


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Mosquitto]:
    with mosquitto(tmp_path, "a", "b") as running:
        yield running


@pytest.fixture
def line(broker: Mosquitto) -> Iterator[Proxy]:
    with proxy(broker.port) as running:
        yield running


class Inbox:
    """A queue that can be told to fail."""

    def __init__(self) -> None:
        self.queue: queue.SimpleQueue[SessionMessage] = queue.SimpleQueue()
        self.next_fault: BaseException | None = None

    def put(self, item: SessionMessage, /) -> None:
        fault, self.next_fault = self.next_fault, None
        if fault is not None and isinstance(item, Arrived):
            raise fault
        self.queue.put(item)

    def wait_for(self, kind: type[SessionMessage], patience_s: float) -> float:
        """Until one of that kind comes; how long that took."""
        begun = time.monotonic()
        while not isinstance(self.queue.get(timeout=patience_s - (time.monotonic() - begun)), kind):
            pass
        return time.monotonic() - begun


@pytest.fixture
def a(line: Proxy) -> Iterator[tuple[Session, Inbox]]:
    inbox = Inbox()
    url = parse_broker_url(f"mqtt://a:a@127.0.0.1:{line.port}/h")
    session = Session(url, inbox, subscriptions=["x/#"], will=Will("will/a", "gone"))
    session.start()
    inbox.wait_for(LinkUp, 2)
    yield session, inbox
    session.stop()


@pytest.mark.parametrize("down", [True, False])
def test_a_black_hole_is_found_and_left(line: Proxy, a: tuple[Session, Inbox], down: bool) -> None:
    """Also one that swallows only what is said: much is heard, and none of it proves that we are heard."""
    session, inbox = a
    line.hold(down=down)
    assert session.publish("x/1", "into the hole")
    assert 2.4 < inbox.wait_for(LinkDown, 5) < 4.5
    assert not session.publish("x/1", "said while the link was dead")
    time.sleep(2.5)  # the attempts made in the meantime must be given up, too
    line.release()
    assert inbox.wait_for(LinkUp, BACK_WITHIN_S) < BACK_WITHIN_S


def test_a_slow_link_is_not_a_dead_one(line: Proxy, a: tuple[Session, Inbox]) -> None:
    session, inbox = a
    line.delay_s = 0.6
    for number in range(8):
        assert session.publish(f"x/{number}", "late")
        time.sleep(0.5)
    assert session.flush(3)
    heard = [inbox.queue.get(timeout=2) for _ in range(8)]
    assert all(isinstance(message, Arrived) for message in heard)


def test_a_reset_is_found_at_once(line: Proxy, a: tuple[Session, Inbox]) -> None:
    _, inbox = a
    line.reset()
    assert inbox.wait_for(LinkDown, 1) < 1
    assert inbox.wait_for(LinkUp, 2) < 2


def test_messages_in_another_order_and_twice_all_arrive(line: Proxy, a: tuple[Session, Inbox]) -> None:
    session, inbox = a
    line.rule = Shuffled(Random(3), window=5, again=0.5)
    for number in range(20):
        assert session.publish("x/1", str(number))
    heard: list[bytes] = []
    while len(set(heard)) < 12:
        message = inbox.queue.get(timeout=3)
        heard += [message.payload] if isinstance(message, Arrived) else []
    assert heard != sorted(heard, key=int)
    assert len(heard) > len(set(heard))


@pytest.mark.logs("a message was lost")
def test_a_failing_handler_does_not_end_the_link(broker: Mosquitto, a: tuple[Session, Inbox]) -> None:
    session, inbox = a
    inbox.next_fault = ValueError("a handler with a mistake")
    session.publish("x/1", "lost")
    session.publish("x/1", "heard")
    assert inbox.queue.get(timeout=2) == Arrived("x/1", b"heard", retained=False)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_of_paho_that_died_is_found_by_the_silence(a: tuple[Session, Inbox]) -> None:
    """An exception nobody may catch ends that thread, while paho goes on saying that it is connected."""
    session, inbox = a
    inbox.next_fault = SystemExit()
    session.publish("x/1", "the last one")
    session.publish("x/1", "nobody reads its acknowledgement")
    assert inbox.wait_for(LinkDown, 5) < 4.5
    assert inbox.wait_for(LinkUp, 2) < 2
    session.publish("x/1", "well again")
    assert inbox.queue.get(timeout=2) == Arrived("x/1", b"well again", retained=False)
