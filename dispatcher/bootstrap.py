"""Puts a dispatcher together: the one place that knows the database, the broker and the clock by name."""

import queue
import secrets
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from dispatcher.backlog import Backlog
from dispatcher.between import Between, alive_payload
from dispatcher.errors import DatabaseError, StoreFailure
from dispatcher.heart import Heart
from dispatcher.letters import Reader
from dispatcher.loop import Inbox, Loop, Reload, Stop
from dispatcher.outbox import Outbox
from dispatcher.planfile import PlanFile, PlanText
from dispatcher.reload import Reloader
from dispatcher.restart import awaken
from dispatcher.rounds import Rounds
from dispatcher.showcase import Showcase
from dispatcher.store import Store, open_store
from dispatcher.store.database import unusable
from dispatcher.timeline import Timeline
from runtime import BrokerUrl, Clock, Session
from runtime.session import SessionMessage, Will
from wire.topics import Topics

_TOKEN_BYTES = 16


@dataclass(frozen=True)
class Settings:
    """What a dispatcher is started with."""

    file: PlanFile
    plan: PlanText
    broker: BrokerUrl
    database: Path


def run_dispatcher(settings: Settings, clock: Clock, ready: Callable[[], None]) -> None:
    """Runs in this thread, which must be the process's first, until SIGTERM or SIGINT.

    Raises DatabaseError, InUseError and BrokerError, each with one line.
    """
    store = open_store(settings.database, settings.plan.plan.hall.id)
    try:
        with _described(settings.database):
            epoch, last_at = store.begin_epoch(), store.last_at()
            heart = awaken(store, settings.plan, epoch, max(last_at, clock.now_ms()), _token)
        _Parts(settings, clock, ready, store, heart, Timeline(clock, last_at)).serve()
    finally:
        store.close()


@dataclass(frozen=True)
class _Parts:
    """What stands before there is a broker."""

    settings: Settings
    clock: Clock
    ready: Callable[[], None]
    store: Store
    heart: Heart
    timeline: Timeline

    def serve(self) -> None:
        """Connects and runs until told to stop."""
        topics = Topics(self.settings.plan.plan.hall.id)
        inbox: Inbox = queue.SimpleQueue()
        will = Will(topics.dispatcher, alive_payload(self.heart.epoch, self.timeline.now(), alive=False))
        # The session only ever puts: a queue that takes more than its messages serves it as well.
        told = cast("queue.SimpleQueue[SessionMessage]", inbox)
        session = Session(self.settings.broker, told, subscriptions=[topics.command("+")], will=will)
        loop = self._loop(topics, inbox, Outbox(session, topics))
        with _signals(inbox):
            session.start()
            try:
                loop.run()
            finally:
                session.stop()

    def _loop(self, topics: Topics, inbox: Inbox, outbox: Outbox) -> Loop:
        reloader = Reloader(self.settings.file, self.settings.plan)

        def again() -> Heart:
            return awaken(self.store, reloader.plan, self.heart.epoch, self.timeline.now(), _token)

        rounds = Rounds(self.store, outbox, now=self.timeline.now, awaken=again, heart=self.heart)
        showcase = Showcase(outbox, topics)
        between = Between(
            clock=self.clock, timeline=self.timeline, rounds=rounds, outbox=outbox, showcase=showcase,
            backlog=Backlog(self.store, outbox, self.heart.epoch), reloader=reloader, epoch=self.heart.epoch,
        )  # fmt: skip
        return Loop(
            inbox=inbox, timeline=self.timeline, reader=Reader(topics), rounds=rounds, showcase=showcase,
            between=between, ready=self.ready,
        )  # fmt: skip


def _token() -> str:
    return secrets.token_hex(_TOKEN_BYTES)


@contextmanager
def _described(database: Path) -> Iterator[None]:
    """What goes wrong with the database while starting, with its name."""
    try:
        yield
    except StoreFailure as fault:
        raise unusable(database, str(fault)) from None
    except DatabaseError as fault:
        raise unusable(database, str(fault)) from fault


@contextmanager
def _signals(inbox: Inbox) -> Iterator[None]:
    """SIGTERM and SIGINT end it in order; SIGHUP makes it look at the hall file."""
    before = {
        signal.SIGTERM: signal.signal(signal.SIGTERM, lambda *_: inbox.put(Stop())),
        signal.SIGINT: signal.signal(signal.SIGINT, lambda *_: inbox.put(Stop())),
        signal.SIGHUP: signal.signal(signal.SIGHUP, lambda *_: inbox.put(Reload())),
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
