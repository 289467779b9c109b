"""One MQTT session: connect, be told, say, and come back by itself.

Each connection is a `Link` of its own, so nothing that was said on a lost one is said again on the next: a press
that did not get through never acts later.
"""

import threading
import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import structlog

from runtime.link import Link
from runtime.messages import Arrived, BrokerError, Inbox, LinkDown, LinkUp, SessionMessage, Will
from runtime.url import BrokerUrl

if TYPE_CHECKING:
    from paho.mqtt.client import MQTTMessageInfo

__all__ = ["Arrived", "BrokerError", "Inbox", "LinkDown", "LinkUp", "Session", "SessionMessage", "Will"]

_RETRY_S = (0.25, 0.25, 0.5, 1.0, 2.0)
"""From one attempt to the next: quick at first, since a broker is back in a moment; slower where something is wrong
for longer, such as two devices with one name that throw each other out."""
_LEAST_PAUSE_S = 0.1
_STEADY_S = 5.0
"""A link that held so long begins again with the quick ones."""


class Session:
    """A device's or the dispatcher's connection to its broker."""

    def __init__(self, url: BrokerUrl, inbox: Inbox, *, subscriptions: Sequence[str], will: Will) -> None:
        self._url = url
        self._inbox = inbox
        self._subscriptions = subscriptions
        self._will = will
        self._stopping = threading.Event()
        self._first = threading.Event()
        """Was connected once, or never will be."""
        self._refusal = ""
        self._reason = ""
        self._link = self._new_link()
        self._last: MQTTMessageInfo | None = None
        self._thread = threading.Thread(target=self._run, name=f"mqtt-{url.device}", daemon=True)
        self._log = structlog.get_logger("mqtt")

    def start(self, timeout_s: float = 5.0) -> None:
        """Connects. Raises BrokerError when that fails for `timeout_s`, or at once when the broker refuses us or its
        certificate or ours is no good."""
        self._thread.start()
        if self._first.wait(timeout_s) and not self._refusal:
            return
        self.stop()
        why = self._refusal or self._out_of_reach(timeout_s)
        raise BrokerError(f"broker {self._url}: {why}")

    def publish(self, topic: str, payload: str | bytes, *, retain: bool = False) -> bool:
        """Says something with QoS 1, if the link is up; False, and nothing will ever be sent, if it isn't."""
        said = self._link.publish(topic, payload, retain)
        self._last = said or self._last
        return said is not None

    def flush(self, timeout_s: float) -> bool:
        """Waits until the broker has acknowledged what was said last."""
        last = self._last
        if last is None:
            return True
        try:
            last.wait_for_publish(timeout_s)
        except (RuntimeError, ValueError):
            return False
        return last.is_published()

    def receipt(self) -> Callable[[], bool]:
        """Tells later whether the broker has acknowledged all that was said up to now: it does so in order."""
        last = self._last

        def is_taken() -> bool:
            try:
                return last is None or last.is_published()
            except (RuntimeError, ValueError):  # it never went out
                return False

        return is_taken

    def hear(self, more: Sequence[str], less: Sequence[str]) -> None:
        """Hears some topics from now on, and others no longer, until the link is lost: the next one begins with those
        of the start, and says so with a LinkUp."""
        self._link.hear(more, less)

    @property
    def connection(self) -> object:
        """The link of this moment: another one after each reconnect. What was said over one is lost with it unless
        the broker has acknowledged it."""
        return self._link

    def stop(self) -> None:
        """Ends the session without the will being said."""
        self._stopping.set()
        self._link.end()
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def _run(self) -> None:
        tries = 0
        while not self._stopping.is_set():
            begun = time.monotonic()
            try:
                self._link.run()
                if self._is_hopeless():
                    return
            except Exception:  # noqa: BLE001 - whatever happened, the next connection is tried
                self._log.exception("a link ended badly", device=self._url.device)
            lasted = time.monotonic() - begun
            tries = 0 if lasted > _STEADY_S else tries + 1
            pause = _RETRY_S[min(tries, len(_RETRY_S) - 1)] - lasted
            self._stopping.wait(max(_LEAST_PAUSE_S, pause))
            self._link = self._new_link()

    def _is_hopeless(self) -> bool:
        """Only before the first link: later a wrong password or certificate may be put right."""
        self._reason = self._link.reason
        if not self._first.is_set():
            self._refusal = self._link.refusal
            if self._refusal:
                self._first.set()
            return bool(self._refusal)
        if not self._stopping.is_set():
            self._inbox.put(LinkDown(self._reason))
        return False

    def _new_link(self) -> Link:
        return Link(self._url, self._inbox, self._subscriptions, self._will, self._first.set)

    def _out_of_reach(self, timeout_s: float) -> str:
        if self._url.tls and ("certificate" in self._reason or "TLS" in self._reason):
            return self._reason
        why = f" ({self._reason.lower()})" if self._reason else ""
        there = ", with TLS on that port" if self._url.tls else ""
        return f"cannot be reached within {timeout_s:g} s{why}; is `greenwindow broker` running{there}?"
