"""MQTT 3.1.1 by hand, as lean as can be: what drives the load must not be what is measured."""

import selectors
import socket
import struct
from collections.abc import Iterator

from runtime import BrokerUrl

_CONNACK, _PUBLISH, _PUBACK, _SUBACK = 0x20, 0x30, 0x40, 0x90


def _text(value: str) -> bytes:
    data = value.encode()
    return struct.pack(">H", len(data)) + data


def _packet(kind: int, body: bytes) -> bytes:
    length, head = len(body), bytearray([kind])
    while True:
        length, rest = divmod(length, 128)
        head.append(rest | (0x80 if length else 0))
        if not length:
            return bytes(head) + body


class RawClient:
    """One connection with QoS 1 and a clean session; acknowledges what it hears."""

    def __init__(self, url: BrokerUrl, *topics: str) -> None:
        self.device = url.device
        self.socket = socket.create_connection((url.host, url.port), timeout=10)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._buffer = bytearray()
        self._packet_id = 0
        flags = struct.pack(">BBH", 4, 0b11000010, 60)
        hello = _text("MQTT") + flags + _text(url.device) + _text(url.device) + _text(url.password)
        self.socket.sendall(_packet(0x10, hello))
        self._expect(_CONNACK)
        if topics:
            wanted = b"".join(_text(topic) + b"\1" for topic in topics)
            self.socket.sendall(_packet(0x82, b"\0\1" + wanted))
            self._expect(_SUBACK)

    def publish(self, topic: str, payload: bytes, *, retain: bool = False) -> None:
        """With QoS 1; its PUBACK is read past."""
        self._packet_id = self._packet_id % 65_535 + 1
        body = _text(topic) + struct.pack(">H", self._packet_id) + payload
        self.socket.sendall(_packet(0x33 if retain else 0x32, body))

    def hear(self) -> Iterator[bytes]:
        """Waits for the network once, then what has been published to it; retained messages are left out."""
        self._fill()
        yield from self._heard()

    def _heard(self) -> Iterator[bytes]:
        for kind, body in self._packets():
            if kind & 0xF0 == _PUBLISH:
                (length,) = struct.unpack_from(">H", body)
                begin = 2 + length
                if kind & 0b110:
                    self.socket.sendall(_packet(_PUBACK, body[begin : begin + 2]))
                    begin += 2
                if not kind & 1:
                    yield body[begin:]

    def wait(self) -> bytes:
        """The next message."""
        while True:
            for payload in self._heard():
                return payload
            self._fill()

    def close(self) -> None:
        """Ends the connection."""
        self.socket.close()

    def _fill(self) -> None:
        data = self.socket.recv(65_536)
        if not data:
            raise ConnectionError(f"{self.device}: the broker ended the connection")
        self._buffer += data

    def _packets(self) -> Iterator[tuple[int, bytes]]:
        while (found := _first(self._buffer)) is not None:
            kind, begin, end = found
            body = bytes(self._buffer[begin:end])
            del self._buffer[:end]
            yield kind, body

    def _expect(self, wanted: int) -> None:
        while True:
            self._fill()
            for kind, body in self._packets():
                if kind == wanted:
                    if kind == _CONNACK and body[1]:
                        raise ConnectionError(f"{self.device}: the broker refuses it ({body[1]})")
                    return


def _first(buffer: bytearray) -> tuple[int, int, int] | None:
    """Kind, begin and end of the body of the first whole packet."""
    length, shift, at = 0, 0, 1
    while at < len(buffer):
        length |= (buffer[at] & 0x7F) << shift
        if not buffer[at] & 0x80:
            end = at + 1 + length
            return (buffer[0], at + 1, end) if end <= len(buffer) else None
        at, shift = at + 1, shift + 7
    return None


def hear_all(clients: list[RawClient]) -> Iterator[tuple[RawClient, bytes]]:
    """What is published to any of them, for ever."""
    with selectors.DefaultSelector() as selector:
        for client in clients:
            selector.register(client.socket, selectors.EVENT_READ, client)
        while True:
            for key, _ in selector.select(20) or _silent():
                client = key.data
                for payload in client.hear():
                    yield client, payload


def _silent() -> list[tuple[selectors.SelectorKey, int]]:
    raise TimeoutError("nothing was heard for 20 s")
