"""A clerk signs in: who it is, the PIN as it is typed, and how long a wrong one must wait.

The PIN is here while it is typed and in the command that is sent; nowhere else, and never in what a window shows.
"""

import math
from collections.abc import Callable

from caller.actions import Action, Press
from wire.replies import ReplyError
from wire.states import ClerkInfo

LONGEST_PIN = 32
FORGET_S = 30.0
"""What was typed is forgotten when nothing more is typed for so long: the clerk has gone away."""


class Signing:
    """Times called `now` are monotonic seconds."""

    def __init__(self, last: str | None = None, remember: Callable[[str], None] = lambda _: None) -> None:
        """`last` signed in at this pad before; `remember` is told who did."""
        self.last = last
        self.clerk: str | None = None
        """Whose PIN is being asked for."""
        self._remember = remember
        self._pin = ""
        self._typed_at = 0.0
        self._troubles: dict[str, ReplyError] = {}
        self._waits: dict[str, float] = {}

    @property
    def typed(self) -> int:
        """How many characters of the PIN are there."""
        return len(self._pin)

    @property
    def trouble(self) -> ReplyError | None:
        """What became of the chosen clerk's last try, if it was a wrong one."""
        return self._troubles.get(self.clerk) if self.clerk is not None else None

    def choose(self, clerk: ClerkInfo | None) -> Press | None:
        """The press that opens the counter for this clerk (or without a name); None: the PIN is to be typed first."""
        self.leave()
        if clerk is not None and clerk.pin:
            self.clerk = clerk.id
            return None
        return Press(Action.OPEN, clerk=clerk.id if clerk is not None else None)

    def waits_for_pin(self, now: float) -> bool:
        """A clerk was chosen whose PIN would be looked at."""
        return self.clerk is not None and not self.wait_s(now)

    def type(self, character: str, now: float) -> None:
        """One more character, as far as a PIN goes; none while the clerk has to wait."""
        if not self.waits_for_pin(now) or len(character) != 1 or not character.isprintable():
            return
        self._pin = (self._pin + character)[:LONGEST_PIN]
        self._typed_at = now

    def delete(self) -> None:
        """Takes the last character away."""
        self._pin = self._pin[:-1]

    def enter(self, now: float) -> Press | None:
        """The press with the PIN, which is forgotten here at once; None where there is nothing to send."""
        if not self._pin or not self.waits_for_pin(now):
            return None
        press = Press(Action.OPEN, clerk=self.clerk, pin=self._pin)
        self._pin = ""
        return press

    def leave(self) -> None:
        """Back to the question who it is."""
        self.clerk, self._pin = None, ""

    def refused(self, press: Press, error: ReplyError, now: float) -> None:
        """The dispatcher said `wrong_pin`. Whoever was not asked for one (the hall file has changed) is asked now."""
        if press.clerk is None:
            return
        self._troubles[press.clerk] = error
        self._waits[press.clerk] = now + (error.wait_s or 0)
        self.clerk = press.clerk

    def signed_in(self, clerk: str) -> None:
        """That clerk is at this counter."""
        self._troubles.pop(clerk, None)
        self._waits.pop(clerk, None)
        if clerk != self.last:
            self.last = clerk
            self._remember(clerk)

    def wait_s(self, now: float) -> int:
        """Whole seconds until the chosen clerk's PIN is looked at again; 0: at once."""
        return self.waits(now).get(self.clerk, 0) if self.clerk is not None else 0

    def waits(self, now: float) -> dict[str, int]:
        """Each clerk whose PIN is not looked at yet, and the whole seconds until it is."""
        left = {clerk: math.ceil(until - now) for clerk, until in self._waits.items()}
        return {clerk: seconds for clerk, seconds in left.items() if seconds > 0}

    def tick(self, now: float) -> None:
        """Time alone."""
        if self._pin and now - self._typed_at >= FORGET_S:
            self._pin = ""
