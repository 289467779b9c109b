"""One MQTT session: connect, be told, say, and come back by itself. The only user of paho.

Each connection gets a client of its own, so nothing that was said on a lost link is said again on the next one: a
press that did not get through never acts later. What arrives is put into the inbox and nothing else is done on
paho's thread, which an exception would end without a word.
"""

import socket
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import structlog
from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, MQTTMessage, MQTTMessageInfo, MQTTv311
from paho.mqtt.enums import CallbackAPIVersion
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from runtime.url import BrokerUrl

_KEEPALIVE_S = 5
_RETRY_S = (0.25, 0.25, 0.5, 1.0, 2.0)
"""Pauses between attempts: quick at first, since a broker is back in a moment; slower where something is wrong for
longer, such as two devices with one name that throw each other out."""
_STEADY_S = 5.0
"""A link that held so long begins again with the quick ones."""
_REFUSED = ("Not authorized", "Bad user name or password", "Client identifier not valid")


class BrokerError(Exception):
    """The broker cannot be reached or turns us away, in one line."""


@dataclass(frozen=True)
class Arrived:
    """A message, as it came."""

    topic: str
    payload: bytes
    retained: bool


@dataclass(frozen=True)
class LinkUp:
    """Connected and subscribed."""


@dataclass(frozen=True)
class LinkDown:
    """The connection is gone; it is tried again without end."""

    reason: str


@dataclass(frozen=True)
class Will:
    """What the broker says for us when we vanish; retained."""

    topic: str
    payload: str


SessionMessage = Arrived | LinkUp | LinkDown


class Inbox(Protocol):
    """Where a session puts what it hears: any queue."""

    def put(self, item: SessionMessage, /) -> None:
        """Never blocks."""
        ...


class Session:
    """A device's or the dispatcher's connection to its broker."""

    def __init__(
        self,
        url: BrokerUrl,
        inbox: Inbox,
        *,
        subscriptions: Sequence[str],
        will: Will,
    ) -> None:
        self._url = url
        self._inbox = inbox
        self._subscriptions = [(topic, 1) for topic in subscriptions]
        self._will = will
        self._stopping = threading.Event()
        self._lost = threading.Event()
        self._first = threading.Event()
        self._refusal = ""
        self._client: Client | None = None
        self._last: MQTTMessageInfo | None = None
        self._thread = threading.Thread(target=self._run, name=f"mqtt-{url.device}", daemon=True)
        self._log = structlog.get_logger("mqtt")

    def start(self, timeout_s: float = 5.0) -> None:
        """Connects. Raises BrokerError when that fails for `timeout_s`, or at once when the broker refuses us."""
        self._thread.start()
        if self._first.wait(timeout_s) and not self._refusal:
            return
        self.stop()
        why = self._refusal or f"cannot be reached within {timeout_s:g} s; is `greenwindow broker` running?"
        raise BrokerError(f"broker {self._url}: {why}")

    def publish(self, topic: str, payload: str | bytes, *, retain: bool = False) -> bool:
        """Says something with QoS 1, if the link is up; False, and nothing will ever be sent, if it isn't."""
        client = self._client
        if client is None or self._lost.is_set():
            return False
        self._last = client.publish(topic, payload, qos=1, retain=retain)
        return True

    def flush(self, timeout_s: float) -> bool:
        """Waits until the broker has acknowledged what was said last."""
        last = self._last
        if last is None:
            return True
        try:
            last.wait_for_publish(timeout_s)
        except (RuntimeError, ValueError):
            return False
        return last.is_published()

    def stop(self) -> None:
        """Ends the session without the will being said."""
        self._stopping.set()
        self._lost.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def _run(self) -> None:
        tries = 0
        while not self._stopping.is_set():
            begun = time.monotonic()
            reason = self._one_connection(self._make_client())
            if self._refusal and not self._first.is_set():
                self._first.set()
                return
            if not self._stopping.is_set() and self._first.is_set():
                self._inbox.put(LinkDown(reason))
            tries = 0 if time.monotonic() - begun > _STEADY_S else tries + 1
            self._stopping.wait(_RETRY_S[min(tries, len(_RETRY_S) - 1)])

    def _one_connection(self, client: Client) -> str:
        self._lost.clear()
        try:
            client.connect(self._url.host, self._url.port, keepalive=_KEEPALIVE_S)
        except (OSError, ValueError) as fault:
            return str(fault)
        client.loop_start()
        self._lost.wait()
        self._client = None
        client.disconnect()
        client.loop_stop()
        return self._reason

    def _make_client(self) -> Client:
        client = Client(
            CallbackAPIVersion.VERSION2, client_id=self._url.device, clean_session=True, protocol=MQTTv311,
            reconnect_on_failure=False,
        )  # fmt: skip
        self._reason = "the link was closed"
        client.username_pw_set(self._url.device, self._url.password)
        client.will_set(self._will.topic, self._will.payload, qos=1, retain=True)
        client.connect_timeout = 3.0
        client.max_inflight_messages_set(1000)
        if self._url.tls:
            client.tls_set(self._url.ca, self._url.cert, self._url.key)
        client.on_socket_open = _no_delay
        client.on_connect = self._on_connect
        client.on_subscribe = self._on_subscribe
        client.on_disconnect = self._on_disconnect
        client.on_message = self._on_message
        return client

    def _on_connect(
        self,
        client: Client,
        _data: object,
        _flags: ConnectFlags,
        code: ReasonCode,
        _properties: Properties | None,
    ) -> None:
        if code.is_failure:
            words = str(code)
            self._reason = f"the broker says: {words}"
            if words in _REFUSED:
                self._refusal = f"refuses this device or its password ({words.lower()})"
            return
        self._refusal = ""
        if self._subscriptions:
            client.subscribe(self._subscriptions)
        else:
            self._is_up(client)

    def _on_subscribe(
        self,
        client: Client,
        _data: object,
        _mid: int,
        _codes: list[ReasonCode],
        _properties: Properties | None,
    ) -> None:
        self._is_up(client)

    def _is_up(self, client: Client) -> None:
        self._client = client
        self._inbox.put(LinkUp())
        self._first.set()

    def _on_disconnect(
        self,
        _client: Client,
        _data: object,
        _flags: DisconnectFlags,
        code: ReasonCode,
        _properties: Properties | None,
    ) -> None:
        if code.is_failure and self._reason == "the link was closed":
            self._reason = str(code)
        self._lost.set()

    def _on_message(self, _client: Client, _data: object, message: MQTTMessage) -> None:
        self._inbox.put(Arrived(message.topic, bytes(message.payload), bool(message.retain)))


def _no_delay(_client: Client, _data: object, sock: object) -> None:
    """Without this each hop waits up to 40 ms for its predecessor's acknowledgement."""
    if isinstance(sock, socket.socket):
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
