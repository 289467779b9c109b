"""One counter's pad: a key becomes a press of the counter's `Presses`; what comes of it, digits and beeps say."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from caller.actions import Action
from caller.notes import Accepted, NoAnswer, Note, NotSent
from caller.pads.meaning import clerk_of, meant
from caller.presses import Presses
from caller.signing import FORGET_S
from hw.keypad import Action as Key
from hw.keypad import Press as KeyPress
from hw.keypad import Shown

DONE, NOBODY, TROUBLE = 1, 2, 3
"""Beeps: it is done · nobody waits · it was not done, look here."""
LATE_S = 1.0
"""A key that waited longer for us than this no longer acts."""


@dataclass
class Desk:
    """`beep` is told how often. Times called `now` are monotonic seconds."""

    presses: Presses
    beep: Callable[[int], None]
    reasons: Sequence[str] = ()
    _told: Note | None = field(default=None, repr=False)
    _mine: bool = False
    """The last press came from here: a window beside it does its own talking."""
    _asked: float | None = None
    """When this pad began to wait for a PIN."""

    def pressed(self, key: KeyPress, now: float, at: float | None = None) -> bool:
        """Whether something was sent. A bounce is silent; a key that can't do anything now beeps."""
        if now - (now if at is None else at) > LATE_S:
            self.beep(TROUBLE)
            return False
        if self.presses.busy(now):
            return False
        if key.action is Key.SIGN_IN:
            self._mine = self._sign_in(key.digits, now) or self._mine
            return self._mine
        press = meant(key, self.presses, self.reasons)
        if press is not None and self.presses.press(press, now):
            self._mine = True
            return True
        if press is None or not self.presses.bounces(press.action, now):
            self.beep(TROUBLE)
        return False

    def hear(self, now: float) -> None:
        """Something came, or time went by: says what became of the last press, once."""
        if self._asked is not None and now - self._asked > FORGET_S:
            self._asked = None
            self.presses.leave_pin()
        note = self.presses.note
        if note is None or note is self._told or not self._mine:
            return
        self._told = note
        self._mine = isinstance(note, NoAnswer)  # its answer may still come
        if not isinstance(note, Accepted):
            self.beep(TROUBLE)
        elif note.press.action is Action.NEXT and note.ticket is None:
            self.beep(NOBODY)
        else:
            self.beep(DONE)

    def shown(self) -> Shown:
        """What the digits are to show: the truth, or nothing where it isn't known."""
        presses = self.presses
        view = presses.view
        if not presses.heard or view is None or isinstance(presses.note, NoAnswer | NotSent):
            return Shown(trouble=True)
        if presses.signing.clerk is not None:
            return Shown()  # the PIN is to be typed
        return Shown(view.current.number if view.current is not None else "", view.waiting)

    def _sign_in(self, digits: str, now: float) -> bool:
        """The clerk's number, or then the PIN."""
        presses = self.presses
        if presses.signing.clerk is not None:
            self._asked = now
            for digit in digits:
                presses.type_pin(digit, now)
            sent = presses.enter_pin(now)
            if not sent:
                presses.leave_pin()
                self.beep(TROUBLE)
            return sent
        clerk = clerk_of(digits, presses.catalog)
        if clerk is None or not presses.can(Action.OPEN, now):
            self.beep(TROUBLE)
            return False
        sent = presses.choose_clerk(clerk.id, now)
        if not sent:
            self._asked = now
            self.beep(DONE)  # now the PIN
        return sent
