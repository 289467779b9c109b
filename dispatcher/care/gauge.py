"""Where the loop's own figures are read off, once a second."""

from collections.abc import Callable

from dispatcher.care.figures import Figures, Moment
from dispatcher.letters import Reader
from dispatcher.outbox import Outbox
from dispatcher.roll import Roll
from dispatcher.rounds import Rounds
from dispatcher.timers import Every


class Gauge:
    """Of one term. Costs next to nothing: nobody need look."""

    def __init__(
        self, figures: Figures, monotonic: Callable[[], float], inbox: Callable[[], int], *, epoch: int, reader: Reader,
        roll: Roll, rounds: Rounds, outbox: Outbox, behind_ms: Callable[[], int],
    ) -> None:  # fmt: skip
        """`inbox`: how many messages have arrived and are not yet taken."""
        self._figures, self._monotonic, self._inbox, self._epoch = figures, monotonic, inbox, epoch
        self._reader, self._roll, self._rounds, self._outbox = reader, roll, rounds, outbox
        self._behind_ms = behind_ms
        self._due = Every(1.0)

    def look(self) -> None:
        """Hands a picture over, if it is time."""
        now = self._monotonic()
        if self._due.due(now):
            self._figures.hand_over(self._moment(now))

    def _moment(self, now: float) -> Moment:
        heart, states, reader = self._rounds.heart, self._roll.states().values(), self._reader
        return Moment(
            monotonic=now,
            epoch=self._epoch,
            heart=heart is not None,
            acknowledged=self._outbox.acknowledged(),
            inbox=self._inbox(),
            waiting=0 if heart is None else heart.state.waiting_count,
            devices=len(states),
            online=sum(state.online is True for state in states),
            dropped=reader.dropped,
            unreadable=reader.unreadable,
            too_many=reader.too_many,
            behind_ms=self._behind_ms(),
        )
