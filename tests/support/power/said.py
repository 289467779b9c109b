"""What a dispatcher has said, from the bytes it sent: each PUBLISH of MQTT 3.1.1, as soon as it begins to leave."""

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.support.power.trace import Traced

_PUBLISH = 3


class Said:
    """Follows every connection. What is sent in pieces is said with its last one."""

    def __init__(self) -> None:
        self._streams: dict[str, bytearray] = {}

    def take(self, traced: Traced) -> list[tuple[str, dict[str, Any]]]:
        """Topic without `hall/<hall>/`, and body, of what this call says; the call has only begun."""
        if traced.call.name != "sendto":
            return []
        if traced.ends:
            assert traced.call.result < 0 or traced.call.result == len(traced.call.strings()[0]), (
                "sent in part"
            )
            return []
        data, socket = traced.call.strings()[0], _socket(traced.call.words)
        if _is_connect(data):
            self._streams[socket] = bytearray()
        if (stream := self._streams.get(socket)) is None:
            return []
        stream.extend(data)
        return list(_packets(stream))


def _is_connect(data: bytes) -> bool:
    """Other connections, to a database, are none of ours."""
    return data[:1] == b"\x10" and b"MQTT" in data[:12]


def _socket(words: str) -> str:
    found = re.match(r"\d+<[^>]*>", words)
    return found[0] if found else words[:20]


def _packets(stream: bytearray) -> Iterator[tuple[str, dict[str, Any]]]:
    """Takes whole packets off the stream."""
    while (end := _length(stream)) is not None:
        packet, kind = bytes(stream[end[0] : end[1]]), stream[0]
        del stream[: end[1]]
        if kind >> 4 == _PUBLISH:
            yield from _published(packet, quality=kind >> 1 & 3)


def _length(stream: bytearray) -> tuple[int, int] | None:
    """Where the first packet's content begins and ends; None if it is not whole yet."""
    value = 0
    for index in range(1, min(len(stream), 5)):
        value |= (stream[index] & 127) << 7 * (index - 1)
        if not stream[index] & 128:
            return (index + 1, index + 1 + value) if len(stream) >= index + 1 + value else None
    return None


def _published(packet: bytes, quality: int) -> Iterator[tuple[str, dict[str, Any]]]:
    size = int.from_bytes(packet[:2], "big")
    topic, body = packet[2 : 2 + size].decode(), packet[2 + size + (2 if quality else 0) :]
    if topic.startswith("hall/") and body:
        yield topic.split("/", 2)[2], json.loads(body)
