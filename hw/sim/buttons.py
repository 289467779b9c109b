"""MQTT buttons and the broker they speak to, in memory: each vendor's messages, kept ones and doubled ones too.

`SimButtons.connect` is what a `button_line` is given to hear a broker by; the real one is runtime's.
"""

import fnmatch
import json
import threading
from collections.abc import Callable, Sequence

from hw.keypad.button_line import Heard, Lost
from hw.link import LinkUnavailableError


class SimButtons:
    """A broker with its buttons."""

    def __init__(self) -> None:
        self._there = False
        self._kept: dict[str, bytes] = {}
        self._ears: list[_Ear] = []
        self._lock = threading.Lock()

    def connect(self, url: str, topics: Sequence[str], put: Callable[[Heard | Lost], None]) -> "_Ear":
        """Hears these topics from now on, the kept messages first. Raises LinkUnavailableError."""
        with self._lock:
            if not self._there:
                raise LinkUnavailableError(f"{url}: connection refused")
            ear = _Ear(topics, put)
            self._ears.append(ear)
            for topic, payload in self._kept.items():
                ear.hear(Heard(topic, payload, retained=True))
            return ear

    def plug(self) -> None:
        """The broker runs."""
        self._there = True

    def unplug(self) -> None:
        """The broker is gone; so is what it kept."""
        with self._lock:
            self._there = False
            ears, self._ears, self._kept = self._ears, [], {}
        for ear in ears:
            ear.put(Lost("the connection was lost"))

    def say(
        self, topic: str, payload: bytes | dict[str, object], *, retain: bool = False, times: int = 1
    ) -> None:
        """A button says this; `times`: the network brings it again."""
        data = payload if isinstance(payload, bytes) else json.dumps(payload).encode()
        with self._lock:
            if retain:
                self._kept[topic] = data
            for ear in self._ears:
                for _ in range(times):
                    ear.hear(Heard(topic, data, retained=False))


class _Ear:
    """One connection."""

    def __init__(self, topics: Sequence[str], put: Callable[[Heard | Lost], None]) -> None:
        self.put = put
        self._patterns = [topic.replace("+", "*").replace("#", "*") for topic in topics]
        self._closed = False

    def hear(self, message: Heard) -> None:
        """If it is one of the topics."""
        if not self._closed and any(fnmatch.fnmatch(message.topic, pattern) for pattern in self._patterns):
            self.put(message)

    def close(self) -> None:
        """Hears no more."""
        self._closed = True
