"""Says what is on disk: events and replies once, states when they have changed."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from wire.base import state_json
from wire.events import Event, public_json
from wire.states import State
from wire.topics import Topics

Receipt = Callable[[], bool]


class Link(Protocol):
    """The part of `runtime.Session` that is needed here."""

    def publish(self, topic: str, payload: str, *, retain: bool = False) -> bool:
        """Says something, if the link is up."""
        ...

    def flush(self, timeout_s: float) -> bool:
        """Whether the broker has acknowledged what was said last."""
        ...

    def receipt(self) -> Receipt:
        """Tells later whether the broker has acknowledged all that was said up to now."""
        ...

    @property
    def connection(self) -> object:
        """That of this moment: another one after each reconnect."""
        ...


class Outbox:
    """Publishes over one link, for one hall."""

    def __init__(self, link: Link, topics: Topics) -> None:
        self._link = link
        self._topics = topics
        self._said: dict[str, State] = {}
        self._linked = False
        self._asked: Receipt = _nothing_yet
        self._over: object = None
        """The connection over which every event after the mark was said."""

    def begin_events(self) -> None:
        """From here on every event after the mark is said, over the connection of now."""
        self._over = self._link.connection

    def events(self, events: Iterable[Event]) -> None:
        """Those that are not notes."""
        for event in events:
            if event.public and not self._link.publish(self._topics.event(event.type), public_json(event)):
                self._over = None  # an event was not said: later ones prove nothing until it is

    def replies(self, replies: Sequence[tuple[str, str]]) -> None:
        """Device and reply."""
        for device, text in replies:
            self._link.publish(self._topics.reply(device), text)

    def state(self, topic: str, view: State, at: int, *, each_seq: bool = False) -> None:
        """A view, retained, if it says something new; a rising `seq` alone is nothing new unless `each_seq`."""
        plain = (
            view if each_seq or "seq" not in type(view).model_fields else view.model_copy(update={"seq": 0})
        )
        if self._said.get(topic) == plain:
            return
        if self._link.publish(topic, state_json(view.model_copy(update={"at": at})), retain=True):
            self._said[topic] = plain

    def clear(self, topic: str) -> None:
        """Takes a retained state away."""
        self._said.pop(topic, None)
        self._link.publish(topic, "", retain=True)

    def heartbeat(self, payload: str) -> None:
        """The sign of life, retained."""
        self._linked = self._link.publish(self._topics.dispatcher, payload, retain=True)

    def forget(self) -> None:
        """After this every state is said again."""
        self._said.clear()

    def receipt(self) -> Receipt | None:
        """Tells later whether the broker has every event so far; None if one fell into the gap between two
        connections."""
        over = self._over
        if over is None or over is not self._link.connection:
            return None
        taken = self._link.receipt()
        return lambda: taken() and over is self._link.connection

    def acknowledged(self) -> bool:
        """Whether the last heartbeat went out, and the broker has taken what had been said when this was last asked:
        what was said a moment ago is still under way."""
        before, self._asked = self._asked, self._link.receipt()
        return self._linked and before()

    def finish(self, timeout_s: float) -> None:
        """Waits for the broker to have taken what was said last."""
        self._link.flush(timeout_s)


def _nothing_yet() -> bool:
    return False
