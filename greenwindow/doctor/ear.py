"""Listening to a hall's broker for a few heartbeats, with a credential that can't be in anybody's way."""

import queue
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from broker_config import DOCTOR
from runtime import Arrived, BrokerError, Clock, Session, UrlError, find_broker_url
from runtime.session import SessionMessage, Will
from wire.base import Frozen
from wire.states import Catalog, DispatcherState, HallState, Presence
from wire.topics import Topics

LISTEN_S = 2.5
"""Heartbeats come once a second."""
_CONNECT_S = 3.0
_State = TypeVar("_State", bound=Frozen)


@dataclass
class Heard:
    """What was heard, or why nothing was."""

    where: str = ""
    trouble: str | None = None
    """Why the broker could not be listened to."""
    no_credential: bool = False
    took_ms: int = 0
    """To be connected."""
    heartbeat: DispatcherState | None = None
    """The latest; a retained one proves little."""
    busy: bool = False
    """Whether any of them said that nothing can be saved."""
    alive: bool = False
    """Whether a live one came."""
    offset_ms: int | None = None
    """How far this machine's clock is ahead of the dispatcher's."""
    hall: HallState | None = None
    catalog: Catalog | None = None
    presences: dict[str, Presence] = field(default_factory=dict)
    """Of devices that said something just now."""


def listen(folder: Path, hall: str, clock: Clock, seconds: float = LISTEN_S) -> Heard:
    """Connects, and takes in what comes. Never raises for a broker that is not well."""
    heard = Heard()
    inbox: queue.SimpleQueue[SessionMessage] = queue.SimpleQueue()
    topics = Topics(hall)
    try:
        url = find_broker_url(folder, DOCTOR, None)
    except UrlError as fault:
        heard.trouble, heard.no_credential = str(fault), True
        return heard
    heard.where = f"{url.host}:{url.port}"
    wanted = [topics.dispatcher, topics.catalog, topics.hall_state, topics.device("+")]
    # The broker refuses it this will's topic; a session has to have one.
    session = Session(url, inbox, subscriptions=wanted, will=Will(topics.device(DOCTOR), '{"online":false}'))
    begun = clock.monotonic()
    try:
        session.start(_CONNECT_S)
    except BrokerError as fault:
        heard.trouble = str(fault)
        return heard
    heard.took_ms = round((clock.monotonic() - begun) * 1000)
    try:
        _take_in(heard, inbox, topics, clock, seconds)
    finally:
        session.stop()
    return heard


def _take_in(
    heard: Heard, inbox: "queue.SimpleQueue[SessionMessage]", topics: Topics, clock: Clock, seconds: float
) -> None:
    until = clock.monotonic() + seconds
    while (left := until - clock.monotonic()) > 0:
        try:
            message = inbox.get(timeout=left)
        except queue.Empty:
            return
        if isinstance(message, Arrived):
            _hear(heard, message, topics, clock)


def _hear(heard: Heard, message: Arrived, topics: Topics, clock: Clock) -> None:
    if message.topic == topics.dispatcher:
        state = _read(DispatcherState, message)
        heard.heartbeat = state or heard.heartbeat
        if state is not None and state.alive and not message.retained:
            behind_ms = (
                state.behind_s or 0
            ) * 1000  # of its clock: `at` is the hall's time, and ahead of it then
            heard.alive, heard.offset_ms = True, clock.now_ms() - (state.at - behind_ms)
            heard.busy = heard.busy or bool(state.busy)
    elif message.topic == topics.hall_state:
        heard.hall = _read(HallState, message) or heard.hall
    elif message.topic == topics.catalog:
        heard.catalog = _read(Catalog, message) or heard.catalog
    elif not message.retained:
        presence = _read(Presence, message)
        if presence is not None:
            heard.presences[message.topic.rpartition("/")[2]] = presence


def _read(kind: type[_State], message: Arrived) -> _State | None:
    try:
        return kind.model_validate_json(message.payload)
    except ValueError:
        return None
