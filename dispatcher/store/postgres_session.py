"""A session that doesn't wait for ever: a server that is frozen, or cut off, would hold up the one thread of a hall."""

from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen

_Result = TypeVar("_Result")
_LOOK_S = 0.1


class Silent(psycopg.OperationalError):
    """The server did not answer in time."""


class Impatient(psycopg.Connection[Any]):
    """Gives the server up, and itself, when an answer takes longer than `patience_s`. What became of the question is
    then unknown: whoever asked begins again from what is on disk."""

    patience_s: float | None = None

    def wait(self, gen: PQGen[_Result], interval: float = _LOOK_S, timeout: float | None = None) -> _Result:
        """Where every question waits for its answer. Raises Silent."""
        patience = self.patience_s if timeout is None else timeout
        try:
            return super().wait(gen, interval, patience)
        except psycopg.OperationalError:
            if self.pgconn.transaction_status != psycopg.pq.TransactionStatus.ACTIVE:
                raise
            self.pgconn.finish()  # its answer may still come: nothing else can be asked
            raise Silent(f"no answer within {patience} s") from None
