"""Puts a dispatcher together: the one place that knows the database, the broker and the clock by name."""

import queue
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from dispatcher.backlog import Backlog
from dispatcher.between import Between
from dispatcher.care.figures import Figures
from dispatcher.care.gauge import Gauge
from dispatcher.care.pruner import Pruner
from dispatcher.clock_watch import ClockWatch
from dispatcher.errors import DatabaseError, StoreFailure
from dispatcher.fence import Fence
from dispatcher.heart import Heart
from dispatcher.letters import Reader
from dispatcher.life import Life
from dispatcher.loop import Inbox, Loop
from dispatcher.muzzle import Ear, Muzzle
from dispatcher.outbox import Link, Outbox
from dispatcher.pin_desk import PinDesk
from dispatcher.pin_hash import pin_is_right
from dispatcher.planfile import PlanFile, PlanText
from dispatcher.reload import Reloader
from dispatcher.restart import awaken
from dispatcher.roll import Roll
from dispatcher.rounds import Rounds
from dispatcher.showcase import Showcase
from dispatcher.store import DatabaseAddress, Home, Store, open_store
from dispatcher.timeline import Timeline
from runtime import BrokerUrl, Clock, Session
from runtime.session import SessionMessage, Will
from wire.topics import Topics


@dataclass(frozen=True)
class Settings:
    """What a dispatcher is started with."""

    file: PlanFile
    plan: PlanText
    broker: BrokerUrl
    database: DatabaseAddress | Path
    standby: bool = False
    """With a credential of its own, which is tried at the start."""
    figures: Figures = field(default_factory=Figures)
    """Where it counts; whoever wants to know looks there."""


@dataclass(frozen=True)
class Body:
    """A dispatcher but for its link to the broker."""

    file: PlanFile
    clock: Clock
    store: Store
    heart: Heart
    timeline: Timeline
    topics: Topics
    inbox: Inbox
    figures: Figures
    instance: str = field(default_factory=lambda: secrets.token_hex(4))

    @property
    def life(self) -> Life:
        """Who says that it is alive."""
        return Life(self.heart.epoch, self.instance)

    def loop(
        self, link: Link, ready: Callable[[], None], is_right: Callable[[str, str], bool] = pin_is_right,
        ear: Ear | None = None,
    ) -> Loop:  # fmt: skip
        """The loop that speaks over that link. `is_right` is called on a thread of its own; by `ear` it chooses whom
        it hears, where it can."""
        reloader = Reloader(self.file, self.heart.plan)
        outbox = Outbox(link, self.topics)
        roll = Roll(self.clock.monotonic, self.timeline.now)
        rounds = Rounds(
            self.store, outbox, now=self.timeline.now, behind=self.timeline.behind_ms,
            awaken=self._again(reloader), heart=self.heart,
            desk=PinDesk(self.inbox.put, is_right), figures=self.figures, monotonic=self.clock.monotonic,
            presence=roll.state,
        )  # fmt: skip
        showcase = Showcase(outbox, self.topics, self.clock.monotonic, roll)
        between = Between(
            clock=self.clock, timeline=self.timeline, rounds=rounds, outbox=outbox, showcase=showcase,
            backlog=Backlog(self.store, outbox, self.heart.epoch), reloader=reloader, life=self.life,
            pruner=Pruner(self.store.tidy, self.clock.monotonic), watch=ClockWatch(self.timeline),
        )  # fmt: skip
        muzzles = {
            kind: Muzzle(ear, topic, roll.names, self.clock.monotonic)
            for kind, topic in (("command", self.topics.command), ("device", self.topics.device))
        }
        reader = Reader(
            self.topics, self.clock.monotonic, flooded=lambda device, kind: muzzles[kind].dropped(device)
        )
        gauge = Gauge(
            self.figures, self.clock.monotonic, self.inbox.qsize, epoch=self.heart.epoch, reader=reader, roll=roll,
            rounds=rounds, outbox=outbox, behind_ms=self.timeline.behind_ms,
        )  # fmt: skip
        return Loop(
            inbox=self.inbox, timeline=self.timeline, reader=reader, roll=roll, gauge=gauge,
            muzzles=tuple(muzzles.values()),
            rounds=rounds, showcase=showcase, between=between, ready=ready, fence=Fence(self.life, self.topics),
        )  # fmt: skip

    def _again(self, reloader: Reloader) -> Callable[[], Heart]:
        """From the disk, by the hall file of now."""
        heart = self.heart
        return lambda: awaken(self.store, reloader.plan, heart.epoch, self.timeline.now(), heart.new_token)


def open_body(
    settings: Settings,
    clock: Clock,
    make_token: Callable[[], str],
    *,
    inbox: Inbox | None = None,
    above: int = 0,
    waiting: Callable[[DatabaseError], None] | None = None,
) -> Body:
    """Opens the database and begins a new epoch, higher than `above`. Raises DatabaseError; InUseError unless there is
    `waiting`: see `open_store`."""
    hall = settings.plan.plan.hall.id
    store = open_store(settings.database, hall, waiting=waiting)
    try:
        with _described(store.home):
            epoch, last_at = store.begin_epoch(above), store.last_at()
            heart = awaken(store, settings.plan, epoch, max(last_at, clock.now_ms()), make_token)
    except BaseException:
        store.close()
        raise
    timeline = Timeline(clock, last_at, heart.state.rules.days.ends_after)
    inbox = inbox or queue.SimpleQueue()
    return Body(settings.file, clock, store, heart, timeline, Topics(hall), inbox, settings.figures)


def serve(body: Body, broker: BrokerUrl, ready: Callable[[], None]) -> None:
    """Over a real broker, until a Stop arrives. Raises BrokerError, TermOver."""
    dead = body.life.payload(body.timeline.now(), alive=False)
    # The session only ever puts: a queue that takes more than its messages serves it as well.
    told = cast("queue.SimpleQueue[SessionMessage]", body.inbox)
    session = Session(
        broker,
        told,
        subscriptions=[body.topics.dispatcher, body.topics.device("+"), body.topics.command("+")],
        will=Will(body.topics.dispatcher, dead),
    )
    session.start()
    try:
        body.loop(session, ready, ear=session).run()
    finally:
        session.stop()
        body.figures.stand_by()


def new_token() -> str:
    """128 random bits in hex."""
    return secrets.token_hex(16)


@contextmanager
def _described(home: Home) -> Iterator[None]:
    """What goes wrong with the database while starting, with its name."""
    try:
        yield
    except (StoreFailure, DatabaseError) as fault:
        raise home.unusable(fault) from fault
    except (ValueError, TypeError, LookupError) as fault:
        raise home.unusable(DatabaseError(f"it makes no sense: {type(fault).__name__}")) from fault
