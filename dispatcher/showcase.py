"""When the views are made and said: what a press changed at once, the rest of the hall a moment later."""

from collections.abc import Iterable

from dispatcher.heart import Heart
from dispatcher.outbox import Outbox
from dispatcher.timers import Every
from dispatcher.views.board import board_view
from dispatcher.views.catalog import catalog_view
from dispatcher.views.counter import counter_view
from dispatcher.views.hall import hall_view
from forecast.rough import rough_load
from wire.topics import Topics

_REST_S = 0.1
"""Under load the rest of the hall is looked at no oftener than this."""


class Showcase:
    """The retained states of a hall."""

    def __init__(self, outbox: Outbox, topics: Topics) -> None:
        self._outbox = outbox
        self._topics = topics
        self._rest = Every(_REST_S)
        self._stale = False

    def changed(self, heart: Heart, counters: Iterable[str], now: int) -> None:
        """Right after a round: the board, and the counters that something happened at."""
        self._board(heart, now)
        self._counters(heart, counters, now)
        self._stale = True

    def age(self) -> None:
        """Time has passed: expected waits have changed by that alone."""
        self._stale = True

    def catch_up(self, heart: Heart, now: int, monotonic: float) -> None:
        """All that may have changed, unless that was done just now."""
        if self._stale and self._rest.due(monotonic):
            self._stale = False
            self._hall(heart, now)
            self._counters(heart, (counter.id for counter in heart.plan.plan.counters), now)

    def left(self, monotonic: float) -> float | None:
        """Seconds until `catch_up` has something to do."""
        return self._rest.left(monotonic) if self._stale else None

    def everything(self, heart: Heart, now: int) -> None:
        """The whole state, said again."""
        self._outbox.forget()
        catalog = catalog_view(heart.plan.plan, heart.plan.version, heart.epoch, 0)
        self._outbox.state(self._topics.catalog, catalog, now)
        self._hall(heart, now)
        self._board(heart, now)
        self._counters(heart, (counter.id for counter in heart.plan.plan.counters), now)
        self._stale = False

    def take_away(self, counters: Iterable[str]) -> None:
        """Counters that are no longer in the hall file."""
        for counter in counters:
            self._outbox.clear(self._topics.counter(counter))

    def _hall(self, heart: Heart, now: int) -> None:
        plan = heart.plan.plan
        load = rough_load(heart.state, plan, now)
        view = hall_view(
            heart.state, plan, version=heart.plan.version, load=load,
            help_calls=heart.extras.help_calls(now), epoch=heart.epoch, now=now,
        )  # fmt: skip
        self._outbox.state(self._topics.hall_state, view, now, each_seq=True)

    def _board(self, heart: Heart, now: int) -> None:
        words = heart.extras.announcements()
        calls = heart.calls.latest
        view = board_view(heart.state, heart.plan.plan, calls=calls, words=words, epoch=heart.epoch)
        self._outbox.state(self._topics.board, view, now)

    def _counters(self, heart: Heart, counters: Iterable[str], now: int) -> None:
        for counter in counters:
            if counter in heart.state.counters:
                view = counter_view(heart.state, heart.plan.plan, counter, heart.epoch, now)
                self._outbox.state(self._topics.counter(counter), view, now)
