"""The dispatcher's own pruning, in its quiet moments: a press that comes in meanwhile waits for a few milliseconds of
work and one commit, as long as its own."""

from collections.abc import Callable

import structlog
from sqlalchemy import Connection

from dispatcher.care.keeping import Bounds, bounds
from dispatcher.care.prune import prune
from dispatcher.errors import StoreFailure
from hall import State

Tidy = Callable[[Callable[[Connection], int]], int]
"""Does something inside a transaction. Raises StoreFailure."""

_LOOK_S = 3600.0
_FIRST_S = 60.0
"""Not while a start has other things to do."""
_PAUSE_S = 0.5
_SHORT_S, _LONG_S = 0.002, 0.006
"""A batch whose work took less was small, one that took more was too large; how long the disk takes for the commit
says nothing of that."""
_LEAST, _MOST = 20, 320


class Pruner:
    """Asked whenever nobody waits; mostly has nothing to do."""

    def __init__(self, tidy: Tidy, monotonic: Callable[[], float]) -> None:
        self._tidy = tidy
        self._monotonic = monotonic
        self._next = monotonic() + _FIRST_S
        self._batch = 100
        self._done = 0
        self._log = structlog.get_logger("dispatcher")

    def step(self, state: State, now: int) -> None:
        """One batch, if it is time. A disk that can't take it is found out by the next round; here it is only left."""
        begun = self._monotonic()
        if begun < self._next:
            return
        try:
            found = self._tidy(lambda connection: self._batch_of(connection, bounds(state, now)))
        except StoreFailure as fault:
            self._log.warning("nothing is forgotten for an hour", why=str(fault))
            self._next = begun + _LOOK_S
            return
        self._done += found
        self._next = self._monotonic() + (_PAUSE_S if found else _LOOK_S)
        if not found and self._done:
            self._log.info("what was too old is forgotten", rows=self._done)
            self._done = 0

    def _batch_of(self, connection: Connection, until: Bounds) -> int:
        begun = self._monotonic()
        found = prune(connection, until, self._batch)
        took = self._monotonic() - begun
        if took > _LONG_S:
            self._batch = max(_LEAST, self._batch // 2)
        elif took < _SHORT_S:
            self._batch = min(_MOST, self._batch * 2)
        return found
