"""What one device, or a stranger, may do to the broker: the others go on."""

import queue
import resource
import socket
import struct
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from runtime import Arrived, Session, find_broker_url
from runtime.session import SessionMessage, Will
from tests.support.dispatcher_process import Place, place
from wire.topics import Topics

T = Topics("little")
_IDLE = 600


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Place]:
    with place(tmp_path) as found:
        yield found


class Peer:
    """A device, or the dispatcher, that keeps what it hears."""

    def __init__(self, where: Place, name: str, *topics: str) -> None:
        self.inbox: queue.SimpleQueue[SessionMessage] = queue.SimpleQueue()
        self.name = name
        self.session = Session(
            find_broker_url(where.folder, name, None), self.inbox, subscriptions=topics,
            will=Will(T.device(name), "gone"),
        )  # fmt: skip
        self.session.start()

    def hears(self, payload: bytes, patience_s: float) -> float:
        """How long it takes."""
        begun = time.monotonic()
        while True:
            message = self.inbox.get(timeout=patience_s)
            if isinstance(message, Arrived) and message.payload == payload:
                return time.monotonic() - begun


@pytest.fixture
def hall(where: Place) -> Iterator[tuple[Peer, Peer]]:
    """A dispatcher that only listens, and a pad."""
    dispatcher, pad = Peer(where, "dispatcher", T.command("+")), Peer(where, "pad-1", T.reply("pad-1"))
    yield dispatcher, pad
    pad.session.stop()
    dispatcher.session.stop()


_numbers = count()


def trip(dispatcher: Peer, pad: Peer) -> float:
    """A press to the dispatcher; how long it takes, in seconds."""
    text = f"press {next(_numbers)}".encode()
    assert pad.session.publish(T.command("pad-1"), text)
    return dispatcher.hears(text, 5)


def connected(where: Place, name: str, keepalive: int = 5) -> socket.socket:
    """A device that speaks MQTT by hand."""
    url = find_broker_url(where.folder, name, None)
    link = socket.create_connection((url.host, url.port))
    words = b"".join(
        struct.pack("!H", len(w)) + w for w in (name.encode(), name.encode(), url.password.encode())
    )
    body = b"\0\4MQTT\4\xc2" + struct.pack("!H", keepalive) + words
    link.sendall(b"\x10" + _length(len(body)) + body)
    assert link.recv(4) == b"\x20\2\0\0"
    return link


def publish(topic: str, payload: bytes) -> bytes:
    """A PUBLISH packet, QoS 0."""
    body = struct.pack("!H", len(topic)) + topic.encode() + payload
    return b"\x30" + _length(len(body)) + body


def _length(size: int) -> bytes:
    found = b""
    while size > 127:
        found, size = found + bytes([size % 128 | 128]), size // 128
    return found + bytes([size])


def test_sockets_that_say_nothing_lock_nobody_out(where: Place, hall: tuple[Peer, Peer]) -> None:
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    idle = min(_IDLE, soft // 2 - 50)
    assert idle > 300
    with ExitStack() as stack:
        for _ in range(idle):
            stack.enter_context(socket.create_connection(("127.0.0.1", where.broker.port)))
        assert trip(*hall) < 1
        late = Peer(where, "pad-2")
        assert late.session.publish(T.command("pad-2"), "a device that came later")
        hall[0].hears(b"a device that came later", 2)
        late.session.stop()


def test_a_message_of_20_mb_ends_only_its_sender(where: Place, hall: tuple[Peer, Peer]) -> None:
    with connected(where, "display-1") as link:
        with pytest.raises(OSError, match=r"reset|[Bb]roken pipe"):
            link.sendall(publish(T.command("display-1"), bytes(20_000_000)) * 3)
        assert trip(*hall) < 1
    assert hall[0].inbox.empty()


def test_what_is_no_mqtt_ends_only_its_sender(where: Place, hall: tuple[Peer, Peer]) -> None:
    for first in (
        b"GET / HTTP/1.1\r\n\r\n",
        b"\x10\xff\xff\xff\xff\x7f",
        b"\0" * 100,
        b"\x10\x0c\0\4MQTT\4\2\0\5\0\0",
    ):
        with socket.create_connection(("127.0.0.1", where.broker.port)) as link:
            link.sendall(first)
            assert trip(*hall) < 1


def test_who_does_not_read_slows_nobody(where: Place, hall: tuple[Peer, Peer]) -> None:
    """Its queue is its own; 20 MB of states more than it ever takes."""
    dispatcher, pad = hall
    with connected(where, "display-1", keepalive=600) as link:
        topic = T.board
        link.sendall(
            b"\x82"
            + _length(len(topic) + 5)
            + b"\0\1"
            + struct.pack("!H", len(topic))
            + topic.encode()
            + b"\1"
        )
        for number in range(200):
            assert dispatcher.session.publish(T.board, bytes(100_000), retain=True)
            if number % 20 == 0:
                assert trip(dispatcher, pad) < 2
        assert dispatcher.session.flush(10)
        assert trip(dispatcher, pad) < 1


def test_a_press_amid_a_flood_is_late_not_lost(where: Place, hall: tuple[Peer, Peer]) -> None:
    """20,000 messages as fast as a socket takes them; what becomes of a flood, the dispatcher decides."""
    dispatcher, pad = hall
    with connected(where, "display-1") as link:
        link.sendall(publish(T.command("display-1"), b"flood") * 20_000)
        assert trip(dispatcher, pad) < 5
        link.sendall(publish(T.command("display-1"), b"the last one"))
        dispatcher.hears(b"the last one", 10)
    assert trip(dispatcher, pad) < 1
