"""The dispatcher's one thread: its inbox, its rounds, and what is done in between."""

import queue
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import structlog

from dispatcher.between import Between
from dispatcher.care.gauge import Gauge
from dispatcher.fence import Fence
from dispatcher.letters import Letter, Present, Reader, Unreadable
from dispatcher.muzzle import Muzzle
from dispatcher.pin_desk import PinChecked
from dispatcher.roll import Roll
from dispatcher.rounds import Mail, Rounds
from dispatcher.showcase import Showcase
from dispatcher.timeline import Timeline
from runtime import Arrived, LinkDown, LinkUp
from runtime.session import SessionMessage

_AT_MOST = 200
"""Messages decided in one round."""


@dataclass(frozen=True)
class Stop:
    """Finish the round and end."""


@dataclass(frozen=True)
class Reload:
    """Look at the hall file now."""


Item = SessionMessage | Stop | Reload | PinChecked
Inbox = queue.SimpleQueue[Item]


class Loop:
    """Runs until told to stop. The heartbeat goes on whatever happens to a round."""

    def __init__(
        self,
        *,
        inbox: Inbox,
        timeline: Timeline,
        reader: Reader,
        roll: Roll,
        muzzles: Sequence[Muzzle],
        rounds: Rounds,
        showcase: Showcase,
        between: Between,
        ready: Callable[[], None],
        fence: Fence,
        gauge: Gauge,
    ) -> None:
        self._inbox = inbox
        self._timeline = timeline
        self._reader = reader
        self._roll = roll
        self._muzzles = muzzles
        self._rounds = rounds
        self._showcase = showcase
        self._between = between
        self._fence = fence
        self._gauge = gauge
        self._ready: Callable[[], None] | None = ready
        self._stopping = False
        self._log = structlog.get_logger("dispatcher")

    def run(self) -> None:
        """Until a Stop arrives. Raises TermOver, and then has said nothing more."""
        try:
            while not self._stopping:
                self.step(self._take())
        finally:
            self.end_checks()
        self._between.end()
        read = self._reader
        self._log.info("stopped", dropped=read.dropped, unreadable=read.unreadable, too_many=read.too_many)

    def step(self, items: Sequence[Item]) -> None:
        """What has arrived, and then what is due; but first, whether we still are the one who decides."""
        self._between.keep()
        mail = [letter for item in items if (letter := self._open(item)) is not None]
        self._between.heartbeat_if_due()
        if mail or self._between.woken():
            self._round(mail)
        self._between.duties(idle=not mail)
        for muzzle in self._muzzles:
            muzzle.look()
        self._gauge.look()

    def end_checks(self) -> None:
        """Ends the thread that checks PINs."""
        self._rounds.end()

    def _take(self) -> list[Item]:
        """All that has arrived, up to a limit; waits for the first until something else is due."""
        taken: list[Item] = []
        try:
            taken.append(self._inbox.get(timeout=self._between.patience_s()))
            while len(taken) < _AT_MOST:
                taken.append(self._inbox.get_nowait())
        except queue.Empty:
            pass
        return taken

    def _open(self, item: Item) -> Letter | Unreadable | PinChecked | None:
        match item:
            case PinChecked():
                return item
            case Arrived():
                return self._read(item)
            case LinkUp():
                self._linked()
            case LinkDown(reason):
                self._roll.link(up=False)
                self._log.warning("the broker is gone; trying again", why=reason)
            case Stop():
                self._stopping = True
            case Reload():
                self._between.reload_asked = True
        return None

    def _read(self, item: Arrived) -> Letter | Unreadable | None:
        if item.topic == self._fence.topic:
            if self._fence.hear(item):
                self._between.spoken_over()
            return None
        try:
            read = self._reader.read(item)
            if isinstance(read, Present):
                self._roll.hear(read.device, read.presence)
                return None
        except Exception:  # noqa: BLE001 - a loop that must survive: whatever one device said, the others go on
            self._log.exception("a message was not taken in", topic=item.topic)
            return None
        return read

    def _linked(self) -> None:
        self._log.info("connected to the broker")
        self._roll.link(up=True)
        for muzzle in self._muzzles:
            muzzle.linked()
        self._between.say_everything_again()
        if self._ready is not None and self._rounds.heart is not None:
            self._ready()
            self._ready = None

    def _round(self, mail: Mail) -> None:
        done = self._rounds.run(mail)
        heart = self._rounds.heart
        if done is None or heart is None:
            return
        if done.events or done.board or done.batch.help:
            self._showcase.changed(heart, done.counters, self._timeline.now())
        if done.sync:
            self._between.sync_asked = True
