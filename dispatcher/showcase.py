"""When the views are made and said: what a press changed at once, the rest of the hall a moment later."""

from collections import deque
from collections.abc import Callable, Iterable

from dispatcher.heart import Heart
from dispatcher.outbox import Outbox
from dispatcher.roll import Roll
from dispatcher.timers import Every
from dispatcher.views.board import board_view
from dispatcher.views.catalog import catalog_view
from dispatcher.views.counter import CounterViews
from dispatcher.views.hall import hall_view
from wire.states import HallState
from wire.topics import Topics

_REST_S = 0.1
"""Under load the rest of the hall is looked at no oftener than this."""
_SLICE_S = 0.002
"""So long at a time: a press that comes in meanwhile waits no longer."""


class Showcase:
    """The retained states of a hall."""

    def __init__(self, outbox: Outbox, topics: Topics, monotonic: Callable[[], float], roll: Roll) -> None:
        self._outbox = outbox
        self._topics = topics
        self._monotonic = monotonic
        self._roll = roll
        self._rest = Every(_REST_S)
        self._stale = False
        self._hall_said: HallState | None = None
        self._others = False
        """Whether a device came, went or fell ill: no counter's view tells of that."""
        self._pending: deque[str] = deque()
        """Counters whose views are still to be looked at in this turn."""
        self._views = CounterViews()

    def changed(self, heart: Heart, counters: Iterable[str], now: int) -> None:
        """Right after a round: the board, and the counters that something happened at."""
        self._board(heart, now)
        for counter in counters:
            self._counter(heart, counter, now)
        self._stale = True

    def age(self) -> None:
        """Time has passed: expected waits have changed by that alone."""
        self._stale = True

    def catch_up(self, heart: Heart, now: int) -> None:
        """All that may have changed, in slices, unless that was done just now."""
        begun = self._monotonic()
        self._others = self._roll.changed() or self._others
        if (self._stale or self._others) and not self._pending and self._rest.due(begun):
            if self._stale:
                self._pending.extend(counter.id for counter in heart.plan.plan.counters)
            self._stale = self._others = False
            self._hall(heart, now)
        while self._pending and self._monotonic() - begun < _SLICE_S:
            self._counter(heart, self._pending.popleft(), now)

    def devices(self, now: int) -> None:
        """While nothing can be saved nothing changes in the hall but who is there."""
        if self._roll.changed() and self._hall_said is not None:
            self._say_hall(self._hall_said.model_copy(update={"devices": self._roll.states()}), now)

    def devices_left(self, monotonic: float) -> float:
        """Seconds until `devices` may have something to say."""
        return self._roll.left(monotonic)

    def left(self, monotonic: float) -> float:
        """Seconds until `catch_up` has something to do; infinity for never."""
        if self._pending:
            return 0.0
        devices = self._roll.left(monotonic)
        return min(self._rest.left(monotonic), devices) if self._stale or self._others else devices

    def everything(self, heart: Heart, now: int) -> None:
        """The whole state, said again."""
        self._outbox.forget()
        self._views = CounterViews()
        self._roll.expect(device.id for device in heart.plan.plan.devices)
        catalog = catalog_view(heart.plan.plan, heart.plan.version, heart.epoch, 0, heart.plan.logo)
        self._outbox.state(self._topics.catalog, catalog, now)
        self._hall(heart, now)
        self._board(heart, now)
        for counter in heart.plan.plan.counters:
            self._counter(heart, counter.id, now)
        self._pending.clear()
        self._stale = self._others = False

    def take_away(self, counters: Iterable[str]) -> None:
        """Counters that are no longer in the hall file."""
        for counter in counters:
            self._outbox.clear(self._topics.counter(counter))

    def _hall(self, heart: Heart, now: int) -> None:
        load = heart.forecast.load(heart.state, now)
        view = hall_view(
            heart.state, heart.plan.plan, version=heart.plan.version, load=load,
            help_calls=heart.extras.help_calls(now), devices=self._roll.states(), phones=bool(heart.phones),
            epoch=heart.epoch, wall=now - heart.behind,
        )  # fmt: skip
        self._say_hall(view, now)

    def _say_hall(self, view: HallState, now: int) -> None:
        self._hall_said = view
        self._outbox.state(self._topics.hall_state, view, now, each_seq=True)

    def _board(self, heart: Heart, now: int) -> None:
        words, calls = heart.extras.announcements(), heart.calls.latest
        view = board_view(heart.state, heart.plan.plan, calls=calls, words=words, epoch=heart.epoch)
        self._outbox.state(self._topics.board, view, now)

    def _counter(self, heart: Heart, counter: str, now: int) -> None:
        if counter in heart.state.counters:
            view = self._views.view(
                heart.state, heart.plan.plan, counter, heart.epoch, now, now - heart.behind
            )
            self._outbox.state(self._topics.counter(counter), view, now)
