"""A dispatcher's life, in terms: wait for the lock, begin an epoch, serve until replaced, wait again."""

import queue
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import structlog

from dispatcher.bootstrap import Settings, new_token, open_body, serve
from dispatcher.errors import AwayError, DatabaseError, InUseError, TermOver
from dispatcher.loop import Inbox, Reload, Stop
from runtime import BrokerError, Clock, Session
from runtime.session import Will
from wire.base import state_json
from wire.states import Presence
from wire.topics import Topics

_ASK_S = 0.1
"""How often one who waits asks for the lock."""
_AGAIN_S = 1.0
_RIVAL_S = 5.0
"""Two dispatchers with two databases but one broker: neither can know who is right, but the turns can be slow."""


class _Stopped(Exception):  # noqa: N818 - no error: it was asked for
    """Somebody wants the process to end."""


def run_dispatcher(settings: Settings, clock: Clock, ready: Callable[[], None]) -> None:
    """Runs in this thread, which must be the process's first, until SIGTERM or SIGINT. `ready` is called in each term.

    Raises DatabaseError and BrokerError, each with one line, unless it has once stood by: then it tries again.
    """
    inbox: Inbox = queue.SimpleQueue()
    with _signals(inbox):
        _Terms(settings, clock, ready, inbox).run()


def check_credential(settings: Settings) -> None:
    """Connects once, so that a wrong password is known before it is needed. Raises BrokerError."""
    device = settings.broker.device
    gone = state_json(Presence(online=False, kind="dispatcher"))
    will = Will(Topics(settings.broker.hall).device(device), gone)
    session = Session(settings.broker, queue.SimpleQueue(), subscriptions=[], will=will)
    session.start()
    session.stop()


class _Terms:
    def __init__(self, settings: Settings, clock: Clock, ready: Callable[[], None], inbox: Inbox) -> None:
        self._settings = settings
        self._clock = clock
        self._ready = ready
        self._inbox = inbox
        self._heard = 0
        """The highest epoch that anybody was heard with."""
        self._stood_by = False
        """Whether it has once waited: from then on it is needed, and doesn't give up."""
        self._told = False
        self._last_rival = float("-inf")
        self._log = structlog.get_logger("dispatcher")

    def run(self) -> None:
        if self._settings.standby:
            check_credential(self._settings)
        try:
            while self._one_term():
                pass
        except _Stopped:
            return

    def _one_term(self) -> bool:
        """False when it was told to stop."""
        try:
            return self._serve()
        except TermOver as over:
            self._replaced(over)
        except (AwayError, BrokerError) as fault:
            if not self._stood_by:
                raise
            self._log.error("can't take over; trying again", why=str(fault))
            self._pause(_AGAIN_S)
        return True

    def _serve(self) -> bool:
        self._told = False
        self._drop_mail()
        settings = self._settings
        settings = self._settings = replace(settings, plan=settings.file.latest(settings.plan))
        body = open_body(
            settings, self._clock, new_token, inbox=self._inbox, above=self._heard, waiting=self._wait
        )
        try:
            serve(body, settings.broker, self._ready)
        finally:
            body.store.close()
        return False

    def _replaced(self, over: TermOver) -> None:
        self._stood_by = True
        self._heard = max(self._heard, over.heard)
        self._log.warning("another dispatcher has taken over; nothing more is written or said", why=str(over))
        if over.heard:
            self._rival()

    def _rival(self) -> None:
        """It was heard, and yet the lock may be free: then it works with another database."""
        now = self._clock.monotonic()
        soon = now - self._last_rival < 4 * _RIVAL_S
        self._last_rival = now
        if soon:
            words = "two dispatchers of this hall have different databases; stop one of them"
            self._log.error(words, ours=str(self._settings.database))
            self._pause(_RIVAL_S)

    def _wait(self, why: DatabaseError) -> None:
        self._stood_by = True
        if not self._told:
            self._told = True
            words = why.found if isinstance(why, InUseError) else str(why)
            self._log.info("waiting until it is needed", why=words)
        self._pause(_ASK_S)

    def _drop_mail(self) -> None:
        """What came in for the last term. Raises _Stopped."""
        while not self._inbox.empty():
            if isinstance(self._inbox.get(), Stop):
                raise _Stopped

    def _pause(self, seconds: float) -> None:
        """Raises _Stopped."""
        until = self._clock.monotonic() + seconds
        while (left := until - self._clock.monotonic()) > 0:
            try:
                if isinstance(self._inbox.get(timeout=left), Stop):
                    raise _Stopped
            except queue.Empty:
                return


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
