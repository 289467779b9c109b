"""What came in: bytes on a topic to a device's command, or to nothing."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from runtime import Arrived
from wire.codec import decode_command
from wire.commands import Command
from wire.errors import WireError
from wire.topics import Topics

_DEVICE = re.compile(r"[A-Za-z0-9-]{1,32}")


@dataclass(frozen=True)
class Letter:
    """A device's command."""

    device: str
    command: Command

    @property
    def key(self) -> tuple[str, str]:
        """What a repeated command is known by."""
        return self.device, self.command.id or ""


@dataclass(frozen=True)
class Unreadable:
    """What a device sent and nobody can read; its id, if that could be."""

    device: str
    fault: WireError


class Reader:
    """Opens what arrives, and counts what is none of ours."""

    def __init__(self, topics: Topics) -> None:
        self._topics = topics
        self.dropped = 0
        """Messages that nobody can be answered for."""
        self.unreadable = 0
        """Messages that are no command."""

    def read(self, arrived: Arrived) -> Letter | Unreadable | None:
        """None for what is dropped: a foreign topic, or a retained command, which is an old press."""
        device = self._device(arrived.topic)
        if device is None or arrived.retained:
            self.dropped += 1
            return None
        try:
            return Letter(device, decode_command(arrived.payload))
        except WireError as fault:
            self.unreadable += 1
            return Unreadable(device, fault)
        except RecursionError:
            self.unreadable += 1
            return None

    def read_all(self, arrived: Iterable[Arrived]) -> list[Letter | Unreadable]:
        """Those that can be answered, in order."""
        return [letter for letter in map(self.read, arrived) if letter is not None]

    def _device(self, topic: str) -> str | None:
        parts = self._topics.split(topic)
        if parts is None or len(parts) != 2 or parts[0] != "command" or not _DEVICE.fullmatch(parts[1]):
            return None
        return parts[1]
