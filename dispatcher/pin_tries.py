"""How often a clerk's PIN was wrong in a row: five times are allowed, then each further try has to wait."""

from collections.abc import Mapping

from dispatcher.store.batch import WrongPins

FREE_TRIES = 5
DELAY_MS = 60_000


class PinTries:
    """By clerk, whatever device they were made at. The database holds the same: a restart forgives nothing."""

    def __init__(self, saved: Mapping[str, WrongPins], now: int) -> None:
        # A clock that was set back must not make the minute longer than it is.
        self._wrong = {clerk: WrongPins(row.tries, min(row.at, now)) for clerk, row in saved.items()}

    def wait_s(self, clerk: str, now: int) -> int:
        """Whole seconds until that clerk's PIN is looked at again; 0: at once."""
        wrong = self._wrong.get(clerk)
        if wrong is None or wrong.tries < FREE_TRIES:
            return 0
        return max(0, -((now - wrong.at - DELAY_MS) // 1000))

    def wrong(self, clerk: str, now: int) -> WrongPins:
        """One more."""
        before = self._wrong.get(clerk)
        found = WrongPins(1 if before is None else before.tries + 1, now)
        self._wrong[clerk] = found
        return found

    def right(self, clerk: str) -> bool:
        """All is forgotten; whether there was anything to forget."""
        return self._wrong.pop(clerk, None) is not None
