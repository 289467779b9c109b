"""A station's link with its hall: typed states, answered commands, and one truth about being online.

Online means that a live heartbeat of the dispatcher was heard less than 2.5 s ago; a retained one proves nothing.
One thread does all of it; `deliver` is called on that thread and must only enqueue.
"""

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from runtime.clock import Clock
from runtime.deliveries import Alarm, Alarms, Answered, Delivery, Online, Unanswered, Unasked
from runtime.own_presence import OwnPresence
from runtime.reader import Reader
from runtime.session import Arrived, LinkDown, LinkUp, Session, SessionMessage, Will
from runtime.url import BrokerUrl
from runtime.watch import Watch
from wire.codec import encode_command
from wire.commands import Command, Sync
from wire.events import Event
from wire.replies import Reply
from wire.states import Catalog, DispatcherState, Fault, HallState
from wire.terms import DeviceKind
from wire.topics import Topics

HEARTBEAT_PATIENCE_S = 2.5
_TICK_S = 0.1
_RESEND_S = 2.0
PRESENCE_S = 1.0
"""How often a station says that it is there: the dispatcher misses it after 2.5 s."""
_SYNC_S = 1.0
_REMEMBERED = 20


@dataclass
class _Waiting:
    command: Command
    until: float
    resend: bool
    sent: float


@dataclass(frozen=True)
class _Send:
    command: Command
    patience_s: float
    resend: bool


@dataclass(frozen=True)
class _Ails:
    faults: tuple[Fault, ...]
    details: dict[str, str]


class Station:
    """The link of one device."""

    def __init__(
        self, url: BrokerUrl, *, kind: str, version: str, deliver: Callable[[Delivery], None],
        clock: Clock, new_id: Callable[[], str],
    ) -> None:  # fmt: skip
        self.topics = Topics(url.hall)
        self.device = url.device
        self._deliver = deliver
        self._clock = clock
        self._new_id = new_id
        self._presence = OwnPresence(kind, version, instance=new_id())
        self._presence_said = 0.0
        self._watch = Watch(url.device, self._alarmed)
        self._inbox: queue.SimpleQueue[SessionMessage | _Send | _Ails | None] = queue.SimpleQueue()
        self._session = Session(
            url, self._inbox, subscriptions=_subscriptions(self.topics, url.device, kind),
            will=Will(self.topics.device(url.device), self._presence.gone()),
        )  # fmt: skip
        self._reader = Reader(self.topics, url.device)
        self._waiting: dict[str, _Waiting] = {}
        self._given_up: dict[str, Command] = {}
        self._linked = False
        self._online: bool | None = None
        self._heard: tuple[float, int] | None = None
        self._synced = 0.0
        self._thread = threading.Thread(target=self._run, name=f"station-{url.device}", daemon=True)
        self._log = structlog.get_logger("station")

    def start(self, timeout_s: float = 5.0) -> None:
        """Connects and begins to deliver. Raises BrokerError."""
        self._session.start(timeout_s)
        self._thread.start()

    def stop(self) -> None:
        """Says goodbye and ends both threads."""
        self._inbox.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout=3)
        self._session.publish(
            self.topics.device(self.device), self._presence.gone(self.now_ms()), retain=True
        )
        self._session.flush(1.0)
        self._session.stop()

    def send(
        self, make: Callable[[str, int], Command], *, patience_s: float = 3.0, resend: bool = False
    ) -> str:
        """Asks the dispatcher; the outcome is delivered. `make(id, at_ms)` builds the command; its id is returned.

        Offline, it is `Unanswered` at once, unless `resend`: then the very same command is sent again after each
        reconnect and every 2 s, until it is answered or `patience_s` is over, or the time for which it could still
        act. Without `resend` it is sent once.
        """
        command = make(self._new_id(), self.now_ms())
        self._inbox.put(_Send(command, patience_s, resend))
        return command.id or ""

    def report_faults(self, faults: tuple[Fault, ...], details: dict[str, str] | None = None) -> None:
        """Says in the presence what is wrong with this station; an empty tuple says that nothing is."""
        self._inbox.put(_Ails(faults, details or {}))

    def now_ms(self) -> int:
        """The dispatcher's time, in milliseconds since 1970, as far as this station knows it."""
        heard = self._heard
        if heard is None:
            return self._clock.now_ms()
        return heard[1] + int((self._clock.monotonic() - heard[0]) * 1000)

    def _run(self) -> None:
        while True:
            try:
                message = self._inbox.get(timeout=_TICK_S)
            except queue.Empty:
                self._tick()
                continue
            if message is None:
                return
            try:
                self._take(message)
                self._tick()
            except Exception:  # noqa: BLE001 - one bad message must not end the link
                self._log.exception("message not understood", device=self.device)

    def _take(self, message: SessionMessage | _Send | _Ails) -> None:
        match message:
            case Arrived():
                self._arrived(message)
            case LinkUp():
                self._linked = True
                self._reader.linked_anew()
                self._say_presence()
                for waiting in self._waiting.values():
                    if waiting.resend:
                        waiting.sent = 0.0
            case LinkDown(reason):
                self._linked = False
                self._set_online(False, reason)
            case _Send():
                self._ask(message)
            case _Ails(faults, details):
                self._presence.ails(faults, details)
                self._say_presence()

    def _arrived(self, message: Arrived) -> None:
        read = self._reader.read(message.topic, message.payload)
        match read:
            case None:
                return
            case DispatcherState():
                self._heartbeat(read, message.retained)
            case Reply():
                self._answered(read)
            case Event():
                self._deliver(read)
                if self._reader.gap and self._clock.monotonic() - self._synced > _SYNC_S:
                    self._synced = self._clock.monotonic()
                    self.send(lambda id_, at: Sync(id=id_, at=at))
            case Catalog():
                self._deliver(read)
                self._watch.catalog(read)
            case HallState():
                self._deliver(read)
                self._watch.hall(read, self._clock.monotonic())
            case _:
                self._deliver(read)

    def _heartbeat(self, state: DispatcherState, retained: bool) -> None:
        if not state.alive:
            self._set_online(False, "the dispatcher is not running")
        elif not retained:
            self._heard = (self._clock.monotonic(), state.at)
            self._set_online(True)
            self._watch.heartbeat(state, self._clock.now_ms())

    def _set_online(self, online: bool, reason: str = "") -> None:
        if online == self._online:
            return
        self._online = online
        self._deliver(Online(online, self.now_ms(), reason))

    def _ask(self, ask: _Send) -> None:
        now = self._clock.monotonic()
        if not self._online and not ask.resend:
            self._deliver(Unanswered(ask.command, "offline"))
            return
        until = now + min(ask.patience_s, ask.command.life_ms / 1000)
        self._waiting[ask.command.id or ""] = _Waiting(ask.command, until, ask.resend, 0.0)

    def _answered(self, reply: Reply) -> None:
        waiting = self._waiting.pop(reply.command, None)
        command = waiting.command if waiting is not None else self._given_up.pop(reply.command, None)
        if command is not None:
            self._deliver(Answered(command, reply))
        elif reply.reprint or reply.paper is not None:
            self._deliver(Unasked(reply))

    def _tick(self) -> None:
        now = self._clock.monotonic()
        if self._heard is None or now - self._heard[0] > HEARTBEAT_PATIENCE_S:
            self._set_online(False, "nothing heard from the dispatcher")
        for waiting in list(self._waiting.values()):
            self._look_after(waiting, now)
        self._watch.tick(now)
        if now - self._presence_said >= PRESENCE_S:
            self._say_presence()

    def _look_after(self, waiting: _Waiting, now: float) -> None:
        command = waiting.command
        if now > waiting.until:
            del self._waiting[command.id or ""]
            self._give_up(command)
        elif self._linked and (not waiting.sent or (waiting.resend and now - waiting.sent > _RESEND_S)):
            waiting.sent = now
            self._session.publish(self.topics.command(self.device), encode_command(command))

    def _give_up(self, command: Command) -> None:
        """It may have been done all the same: an answer that comes late is still delivered, for the last few."""
        self._given_up[command.id or ""] = command
        while len(self._given_up) > _REMEMBERED:
            del self._given_up[next(iter(self._given_up))]
        self._deliver(Unanswered(command, "no_answer"))

    def _alarmed(self, standing: frozenset[Alarm]) -> None:
        self._deliver(Alarms(standing))
        for fault in self._watch.faults():
            self._log.warning(fault.text, device=self.device)
        self._say_presence()

    def _say_presence(self) -> None:
        if not self._linked:
            return
        self._presence_said = self._clock.monotonic()
        here = self._presence.here(self.now_ms(), self._watch.clock_offset_ms, self._watch.faults())
        self._session.publish(self.topics.device(self.device), here, retain=True)


def _subscriptions(topics: Topics, device: str, kind: str) -> list[str]:
    """All that a device may read; what this one may not, the broker does not deliver. Who else is there, and how, a
    console reads of each device; everybody else from the hall's state, which says so only when it changes."""
    everybody = [topics.device("+")] if kind == DeviceKind.CONSOLE else []
    return [
        topics.reply(device), topics.event("#"), topics.dispatcher, topics.catalog, topics.hall_state, topics.board,
        topics.counter("+"), *everybody,
    ]  # fmt: skip
