"""What a session tells, and what it is told."""

from dataclasses import dataclass
from typing import Protocol


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
