"""An independent listener: a console's credential, the published events, and nothing else."""

import json
import queue
import threading
from collections.abc import Callable, Mapping
from typing import Any

from greenwindow.demo.tally import Tally
from runtime.session import Arrived, Session, SessionMessage, Will
from runtime.url import BrokerUrl
from wire.topics import Topics


class Listener:
    """Hears events and the hall's state, and hands events on to whoever wants to see them pass."""

    def __init__(self, url: BrokerUrl, tally: Tally, seen: Callable[[Mapping[str, Any]], None]) -> None:
        topics = Topics(url.hall)
        self.hall: dict[str, Any] = {}
        self.tally = tally
        self.lock = threading.Lock()
        """Held while the tally changes: who reads it from another thread holds it too."""
        self._seen = seen
        self._hall_topic = topics.hall_state
        self._inbox: queue.SimpleQueue[SessionMessage | None] = queue.SimpleQueue()
        self._session = Session(
            url, self._inbox, subscriptions=[topics.event("+"), topics.hall_state],
            will=Will(topics.device(url.device), '{"online":false}'),
        )  # fmt: skip
        self._thread = threading.Thread(target=self._run, name="listener", daemon=True)

    def start(self) -> None:
        """Connects and listens. Raises BrokerError."""
        self._session.start(10)
        self._thread.start()

    def stop(self) -> None:
        """Ends it."""
        self._inbox.put(None)
        self._thread.join(3)
        self._session.stop()

    def _run(self) -> None:
        while (message := self._inbox.get()) is not None:
            if isinstance(message, Arrived):
                self._hear(message.topic, json.loads(message.payload))

    def _hear(self, topic: str, payload: dict[str, Any]) -> None:
        if topic == self._hall_topic:
            self.hall = payload
            return
        with self.lock:
            new = self.tally.take(payload)
        if new:
            self._seen(payload)
