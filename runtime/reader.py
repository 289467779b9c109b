"""Packets to messages, for a receiver: unknown fields ignored, a lower epoch than one has seen ignored."""

from typing import TypeVar

from pydantic import BaseModel
from pydantic_core import from_json

from runtime.deliveries import PresenceOf
from wire.events import EVENTS, Event, event_from_json
from wire.replies import Reply
from wire.states import Board, Catalog, CounterView, DispatcherState, HallState, Presence
from wire.topics import Topics

_STATES: dict[str, type[DispatcherState | Catalog | HallState | Board]] = {
    "dispatcher": DispatcherState,
    "catalog": Catalog,
    "hall": HallState,
    "board": Board,
}
_Model = TypeVar("_Model", bound=BaseModel)
Read = DispatcherState | Catalog | HallState | Board | CounterView | PresenceOf | Event | Reply


class Reader:
    """Reads what arrives at one device, and remembers epoch and `seq`."""

    def __init__(self, topics: Topics, device: str) -> None:
        self._topics = topics
        self._device = device
        self._epoch = 0
        self._seq: int | None = None
        self.gap = False
        """Whether the event read last did not follow the one before: something was missed."""

    def linked_anew(self) -> None:
        """After a reconnect the next event may have any number: the states tell what was missed."""
        self._seq = None

    def read(self, topic: str, payload: bytes) -> Read | None:
        """The message, or None where it is not for us, not understood, or from a dispatcher that was replaced."""
        parts = self._topics.split(topic)
        if parts is None:
            return None
        try:
            message = self._parse(parts, payload)
        except (
            ValueError,
            TypeError,
            AttributeError,
        ):  # the latter two: JSON, but no object, or a type that is none
            return None
        if message is None or isinstance(message, PresenceOf):
            return message
        if message.epoch < self._epoch:
            return None
        self._epoch = message.epoch
        return self._new_event(message) if isinstance(message, Event) else message

    def _parse(self, parts: tuple[str, ...], payload: bytes) -> Read | None:
        match parts:
            case ("reply", self._device):
                return _as(Reply, payload)
            case ("event", kind) if kind in EVENTS:
                return event_from_json(payload)
            case ("state", "counter", _):
                return _as(CounterView, payload)
            case ("state", name) if name in _STATES:
                return _as(_STATES[name], payload)
            case ("device", device):
                return PresenceOf(device, _as(Presence, payload))
            case _:
                return None

    def _new_event(self, event: Event) -> Event | None:
        if self._seq is not None and event.seq <= self._seq:
            return None
        self.gap = self._seq is not None and event.seq > self._seq + 1
        self._seq = event.seq
        return event


def _as(model: type[_Model], payload: bytes) -> _Model:
    return model.model_validate(from_json(payload))
