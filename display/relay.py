"""Deliveries from the station to those who listen; what comes before anybody listens waits for them."""

import threading
from collections.abc import Callable

from runtime import Delivery

Listener = Callable[[Delivery], object]


class Relay:
    """The station's `deliver`. So the link can be tried before a window is made, and nothing it says is lost."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: list[Delivery] = []
        self._listeners: tuple[Listener, ...] = ()

    def __call__(self, delivery: Delivery) -> None:
        with self._lock:
            if not self._listeners:
                self._held.append(delivery)
            for listener in self._listeners:
                listener(delivery)

    def connect(self, *listeners: Listener) -> None:
        """From now on these listen; they must only enqueue."""
        with self._lock:
            for delivery in self._held:
                for listener in listeners:
                    listener(delivery)
            self._held, self._listeners = [], listeners
