"""One connection to the broker, from its beginning to its end; the next one is another. The only user of paho.

What arrives is put into the inbox and nothing else is done on paho's thread. Should that thread end all the same,
or the network swallow everything in silence, then nothing of what is said is acknowledged any more, and that ends
the link: paho itself would go on saying that it is connected.
"""

import socket
import ssl
import struct
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

import structlog
from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags, MQTTMessage, MQTTMessageInfo, MQTTv311
from paho.mqtt.enums import CallbackAPIVersion
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from runtime.messages import Arrived, BrokerError, Inbox, LinkUp, Will
from runtime.round_trip import RoundTrip
from runtime.tls import tls_context, tls_words
from runtime.url import BrokerUrl

_KEEPALIVE_S = 4
_CONNECT_S = 2.0
_TICK_S = 0.5
_PATIENCE = 5
"""Ticks without an acknowledgement, or without an answer to CONNECT, after the one in which it was due: 3 s."""
_GOODBYE_S = 1.0
_FORGET = struct.pack("ii", 1, 0)
_REFUSED = ("Not authorized", "Bad user name or password", "Client identifier not valid")
_CLOSED = "the link was closed"
_CUT = "the broker closed the link: it ended, or another machine came by this device's name"
_SILENT = "the broker no longer answers"
_WORDS = {"Unspecified error": _CUT, "Keep alive timeout": _SILENT}
"""What paho calls a link that ended: the first is every one that the other side closed."""
_TURNED_AWAY = (
    "closes the link when it sees this device's certificate: it was revoked, is over or of another hall; "
    "see `greenwindow pki list`"
)


class Link:
    """A connection. `refusal`: why it can't get better by trying again; `reason`: why it ended."""

    def __init__(
        self,
        url: BrokerUrl,
        inbox: Inbox,
        subscriptions: Sequence[str],
        will: Will,
        on_up: Callable[[], None],
    ) -> None:
        self.reason = _CLOSED
        self.refusal = ""
        self.is_up = False
        self._url = url
        self._inbox = inbox
        self._subscriptions = [(topic, 1) for topic in subscriptions]
        self._will = will
        self._on_up = on_up
        self._over = threading.Event()
        self._trip = RoundTrip(_PATIENCE)
        self._client: Client | None = None
        self._log = structlog.get_logger("mqtt")

    def run(self) -> None:
        """Connects, and returns when the link is over."""
        try:
            client = self._connect()
            if client is not None:
                client.loop_start()
                is_dead = self._watch()
                self.is_up = False
                _close(client, is_dead)
        finally:
            self._client = None  # it knows this link: neither would be freed, nor its sockets closed

    def publish(self, topic: str, payload: str | bytes, retain: bool) -> MQTTMessageInfo | None:
        """With QoS 1; None, and it is never sent, if the link isn't up."""
        client = self._client
        if client is None or not self.is_up or self._over.is_set():
            return None
        self._trip.said()
        return client.publish(topic, payload, qos=1, retain=retain)

    def hear(self, more: Sequence[str], less: Sequence[str]) -> None:
        """Subscribes to some topics, and then no longer to others."""
        client = self._client
        if client is None or not self.is_up:
            return
        if more:
            client.subscribe([(topic, 1) for topic in more])
        if less:
            client.unsubscribe(list(less))

    def end(self) -> None:
        """Says goodbye; `run` returns soon."""
        client = self._client
        if client is not None and self.is_up:
            client.disconnect()
            self._over.wait(_GOODBYE_S)
        self._over.set()

    def _connect(self) -> Client | None:
        url = self._url
        try:
            client = self._client = self._make_client()
            client.connect(url.host, url.port, keepalive=_KEEPALIVE_S)
        except BrokerError as fault:
            self.reason = self.refusal = str(fault)
        except ssl.SSLError as fault:
            self.reason = tls_words(fault, url.host)
            self.refusal = self.reason if isinstance(fault, ssl.SSLCertVerificationError) else ""
        except (OSError, ValueError) as fault:
            self.reason = getattr(fault, "strerror", None) or str(fault)
        else:
            return client
        return None

    def _make_client(self) -> Client:
        client = Client(
            CallbackAPIVersion.VERSION2, client_id=self._url.device, clean_session=True, protocol=MQTTv311,
            reconnect_on_failure=False,
        )  # fmt: skip
        client.username_pw_set(self._url.device, self._url.password)
        client.will_set(self._will.topic, self._will.payload, qos=1, retain=True)
        client.connect_timeout = _CONNECT_S
        client.max_inflight_messages_set(1000)
        if self._url.tls:
            client.tls_set_context(tls_context(self._url))
        client.on_socket_open = _no_delay
        client.on_connect = self._on_connect
        client.on_subscribe = self._on_subscribe
        client.on_disconnect = self._on_disconnect
        client.on_publish = self._on_publish
        client.on_message = self._on_message
        return client

    def _watch(self) -> bool:
        """Until it is over; True if that was found by silence."""
        ticks = 0
        while not self._over.wait(_TICK_S):
            ticks += 1
            if not self.is_up and ticks > _PATIENCE:
                self.reason = "the broker does not answer"
                return True
            if self.is_up and self._trip.tick():
                self.reason = "the broker no longer acknowledges anything"
                return True
        return False

    def _on_connect(
        self, client: Client, _data: object, _flags: ConnectFlags, code: ReasonCode, _more: Properties | None
    ) -> None:
        if code.is_failure:
            words = str(code)
            self.reason = f"the broker says: {words}"
            if words in _REFUSED:
                self.refusal = f"refuses this device or its password ({words.lower()})"
        elif self._subscriptions:
            client.subscribe(self._subscriptions)
        else:
            self._begin()

    def _on_subscribe(
        self, _client: Client, _data: object, _mid: int, _codes: list[ReasonCode], _more: Properties | None
    ) -> None:
        if not self.is_up:  # later ones are `hear`'s
            self._begin()

    def _begin(self) -> None:
        self.is_up = True
        self._put(LinkUp())
        self._on_up()

    def _on_disconnect(
        self,
        _client: Client,
        _data: object,
        _flags: DisconnectFlags,
        code: ReasonCode,
        _more: Properties | None,
    ) -> None:
        if code.is_failure and self.reason == _CLOSED:
            turned_away = self._url.tls and not self.is_up
            words = str(code)
            self.reason = _TURNED_AWAY if turned_away else _WORDS.get(words, words)
        self._over.set()

    def _on_publish(
        self, _client: Client, _data: object, _mid: int, _code: ReasonCode, _more: Properties | None
    ) -> None:
        self._trip.acknowledged()

    def _on_message(self, _client: Client, _data: object, message: MQTTMessage) -> None:
        self._put(Arrived(message.topic, bytes(message.payload), bool(message.retain)))

    def _put(self, message: Arrived | LinkUp) -> None:
        try:
            self._inbox.put(message)
        except Exception:  # noqa: BLE001 - paho's thread must survive whatever takes the messages
            self._log.exception("a message was lost", device=self._url.device)


def _close(client: Client, is_dead: bool) -> None:
    """Whatever paho still waits for: a socket that is shut ends its thread at once, also on a dead network. Of a dead
    link the kernel must forget what it could not deliver, or a press that was given up acts when the cable is back."""
    link = client.socket()
    if isinstance(link, socket.socket):
        with suppress(OSError):
            if is_dead:
                link.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _FORGET)
            socket.socket.shutdown(link, socket.SHUT_RDWR)  # of the bare socket: TLS would first say goodbye
    client.loop_stop()


def _no_delay(_client: Client, _data: object, link: object) -> None:
    """Without this each hop waits up to 40 ms for its predecessor's acknowledgement."""
    if isinstance(link, socket.socket):
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
