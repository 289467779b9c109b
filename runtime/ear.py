"""Hears some topics of any broker, not the hall's: for buttons that live on one of their own. It says nothing there.

One connection from its beginning to its end, with a name made anew each time: nothing is kept for us while we are away.
"""

import secrets
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from paho.mqtt.client import Client, MQTTMessage, MQTTv311
from paho.mqtt.enums import CallbackAPIVersion
from paho.mqtt.reasoncodes import ReasonCode

from runtime.messages import Arrived, BrokerError
from runtime.tls import tls_context
from runtime.url import BrokerUrl

KEEPALIVE_S = 5
CONNECT_S = 3.0
MOST_BYTES = 16_384
_PORTS = {"mqtt": 1883, "mqtts": 8883}


@dataclass(frozen=True)
class Deaf:
    """The connection is gone, and why."""

    reason: str


class ForeignEar:
    """`put` is told each message and the end; it is called on the connection's own thread and must only enqueue."""

    def __init__(self, url: str, topics: Sequence[str], put: Callable[[Arrived | Deaf], None]) -> None:
        """Connects and subscribes. `mqtt://user:password@host:1883` or `mqtts://…?ca=PEM`. Raises BrokerError."""
        self._topics, self._put = topics, put
        self._ready, self._over = threading.Event(), False
        self._refusal = ""
        self._client = _client(url)
        self._client.on_connect = self._on_connect
        self._client.on_subscribe = self._on_subscribe
        self._client.on_disconnect = self._on_disconnect
        self._client.on_message = self._on_message
        self._begin(url)

    def close(self) -> None:
        """Hears no more. Never raises; closing twice is fine."""
        self._over = True
        with suppress(OSError, ValueError):
            self._client.disconnect()
        link = self._client.socket()
        if isinstance(link, socket.socket):
            with suppress(OSError):
                socket.socket.shutdown(link, socket.SHUT_RDWR)
        self._client.loop_stop()

    def _begin(self, url: str) -> None:
        parts = urlsplit(url)
        try:
            self._client.connect(
                parts.hostname or "", parts.port or _PORTS[parts.scheme], keepalive=KEEPALIVE_S
            )
        except (OSError, ValueError) as fault:
            raise BrokerError(getattr(fault, "strerror", None) or str(fault)) from None
        self._client.loop_start()
        if not self._ready.wait(CONNECT_S) or self._refusal:
            self.close()
            raise BrokerError(self._refusal or "the broker does not answer")

    def _on_connect(
        self, client: Client, _data: object, _flags: object, code: ReasonCode, _more: object
    ) -> None:
        if code.is_failure:
            self._refuse(f"the broker says: {str(code).lower()}")
        else:
            client.subscribe([(topic, 1) for topic in self._topics])

    def _on_subscribe(
        self, _client: Client, _data: object, _mid: int, codes: list[ReasonCode], _more: object
    ) -> None:
        if any(code.is_failure for code in codes):
            self._refuse("the broker does not let us hear the topic")
        self._ready.set()

    def _on_disconnect(
        self, _client: Client, _data: object, _flags: object, code: ReasonCode, _more: object
    ) -> None:
        if not self._ready.is_set():
            self._refuse(str(code).lower())
        elif not self._over:
            self._put(Deaf(f"the broker is gone ({str(code).lower()})"))

    def _on_message(self, _client: Client, _data: object, message: MQTTMessage) -> None:
        if not self._over and len(message.payload) <= MOST_BYTES:
            self._put(Arrived(message.topic, bytes(message.payload), bool(message.retain)))

    def _refuse(self, why: str) -> None:
        self._refusal = self._refusal or why
        self._ready.set()


def _client(url: str) -> Client:
    parts = urlsplit(url)
    client = Client(
        CallbackAPIVersion.VERSION2, client_id=f"greenwindow-pads-{secrets.token_hex(4)}", clean_session=True,
        protocol=MQTTv311, reconnect_on_failure=False,
    )  # fmt: skip
    if parts.username:
        client.username_pw_set(unquote(parts.username), unquote(parts.password or ""))
    client.connect_timeout = CONNECT_S
    if parts.scheme == "mqtts":
        options: dict[str, list[Any]] = parse_qs(parts.query)
        ca = options.get("ca", [None])[-1]
        client.tls_set_context(tls_context(BrokerUrl("", "", parts.hostname or "", 0, "", tls=True, ca=ca)))
    return client
