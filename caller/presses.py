"""One press is one command: what a press at this counter means now, and what became of it.

The state shown is the dispatcher's and nothing else: a press changes nothing here but what is under way.
Screen, keyboard and, later, keypads all come through `Presses.press`, so that a bounce is one call.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from caller.actions import FROM_PANEL, POSSIBLE, Action, MakeCommand, Press, command_of, place
from caller.assignment import counter_of
from caller.notes import Accepted, NoAnswer, Note, NotSent, Refused
from caller.signing import Signing
from runtime.deliveries import Alarm
from wire.errors import ErrorCode
from wire.replies import Reply, ReplyError
from wire.states import Catalog, CounterView, HallState
from wire.terms import CounterState

PATIENCE_S = 3.0
"""After this long without an answer the clerk is told so."""
REBOUND_S = 0.5
"""A second press in the same place within this time is a bounce of the first."""
SETTLE_S = 1.0
"""How long at most an accepted press waits for the state that it caused."""
PANEL = "panel"
NOTE_S = 5.0
TROUBLE_S = 12.0


@dataclass(frozen=True)
class Link:
    """Whether the dispatcher is heard, and since when that is so (its time, ms)."""

    online: bool = False
    since_ms: int | None = None
    ever: bool = False


@dataclass(frozen=True)
class _UnderWay:
    id: str
    press: Press
    since: float


class Presses:
    """The state machine of one counter's pad. Times called `now` are monotonic seconds."""

    def __init__(
        self, device: str, send: Callable[[MakeCommand], str], signing: Signing | None = None
    ) -> None:
        """`send` publishes the command once and returns its id (`Station.send`)."""
        self.device = device
        self.signing = signing or Signing()
        self.counter: str | None = None
        self.link = Link()
        self.alarms: frozenset[Alarm] = frozenset()
        """What is wrong though the hall is there."""
        self.keypad_away = False
        """A pad beside this window is unplugged."""
        self.catalog: Catalog | None = None
        self.hall: HallState | None = None
        self.view: CounterView | None = None
        self.note: Note | None = None
        self._send = send
        self._views: dict[str, CounterView] = {}
        self._under_way: _UnderWay | None = None
        self._unanswered: _UnderWay | None = None
        self._pressed: dict[str, float] = {}
        self._settling: tuple[int, float] | None = None
        self._note_until = 0.0

    @property
    def latest(self) -> CounterView | None:
        """The counter's state that came last, shown already or not."""
        return self._views.get(self.counter) if self.counter is not None else None

    @property
    def asks_who(self) -> bool:
        """The hall file names its clerks: opening begins with the question who it is."""
        return self.catalog is not None and bool(self.catalog.clerks)

    def linked(self, online: bool, since_ms: int) -> None:
        self.link = Link(online, since_ms, self.link.ever or online)

    def warned(self, standing: frozenset[Alarm]) -> None:
        """What is wrong now. A press can be made again: what was said of one while nothing could be saved is over."""
        saves_again = Alarm.CANNOT_SAVE in self.alarms - standing
        self.alarms = standing
        if saves_again and isinstance(self.note, Refused) and self.note.code is ErrorCode.BUSY:
            self.note = None

    @property
    def heard(self) -> bool:
        """Whether the hall would do what is pressed here: it is there, and its hall file names this pad."""
        return self.link.online and Alarm.NOT_IN_HALL_FILE not in self.alarms

    def catalogued(self, catalog: Catalog) -> None:
        """The hall file as stations know it: it says whose pad this is. One that no longer names it changes nothing
        here (`warned` tells of it): it may be back in a moment. Raises WrongDeviceError."""
        if self.counter is not None and all(d.id != self.device for d in catalog.devices):
            return
        counter = counter_of(catalog, self.device)
        self.catalog = catalog
        if counter != self.counter:
            self.counter = counter
            self._end()

    def viewed(self, view: CounterView) -> None:
        """A counter's new state; shown once the answer under way is in, so that a changed screen is a done press."""
        self._views[view.counter] = view
        if self._under_way is None:
            self._show()

    def can(self, action: Action, now: float) -> bool:
        """Whether a press would be sent now."""
        if not self.heard or self.view is None or self.busy(now):
            return False
        return action in POSSIBLE[self.view.state] and not self.bounces(action, now)

    def busy(self, now: float) -> bool:
        """An answer, or the state that an accepted press caused, is still to come."""
        if self._under_way is not None:
            return True
        if self._settling is None or self.latest is None:
            return False
        seq, until = self._settling
        return self.latest.seq < seq and now < until

    def waits_for(self, action: Action) -> bool:
        """This button's own answer is outstanding."""
        return self._under_way is not None and self._under_way.press.action is action

    def press(self, press: Press, now: float) -> bool:
        """Sends the command of this press, once; False if the press was inert (nothing was sent, nothing kept)."""
        if self.counter is None or not self.can(press.action, now):
            return False
        self._pressed[PANEL if self._from_panel(press.action) else place(press.action)] = now
        self._settling = self._unanswered = self.note = None
        command_id = self._send(command_of(press, self.counter))
        self._under_way = _UnderWay(command_id, replace(press, pin=None), now)
        return True

    def choose_clerk(self, clerk: str, now: float) -> bool:
        """Opens for this clerk (`""`: without a name), or asks for the PIN. True if something was sent."""
        known = {c.id: c for c in self.catalog.clerks} if self.catalog is not None else {}
        if not self.can(Action.OPEN, now) or (clerk and clerk not in known):
            return False
        press = self.signing.choose(known.get(clerk))
        return press is not None and self.press(press, now)

    def can_type(self, now: float) -> bool:
        """Whether a character of a PIN counts now. Also where a press would be a bounce: no digit may be lost."""
        closed = self.view is not None and self.view.state is CounterState.CLOSED
        return self.heard and closed and not self.busy(now) and self.signing.waits_for_pin(now)

    def type_pin(self, character: str, now: float) -> None:
        """One more character of the chosen clerk's PIN."""
        if self.can_type(now):
            self.signing.type(character, now)

    def leave_pin(self) -> None:
        """Back to the question who it is; what was said of a PIN has no place there, nor anywhere else."""
        self.signing.leave()
        if isinstance(self.note, Refused) and self.note.code is ErrorCode.WRONG_PIN:
            self.note = None

    def enter_pin(self, now: float) -> bool:
        """Opens for the chosen clerk with what was typed."""
        press = self.signing.enter(now) if self.can(Action.OPEN, now) else None
        return press is not None and self.press(press, now)

    def answered(self, reply: Reply, now: float) -> None:
        """The reply to a press; one that comes after we gave up still tells what became of it."""
        asked = self._known(reply.command)
        if asked is None:
            return
        self._end()
        if reply.error is not None:
            self._refused(asked.press, reply.error, now)
            return
        ticket = reply.ticket.number if reply.ticket is not None else None
        self._tell(Accepted(asked.press, ticket, reply.kiosk), now + NOTE_S)
        if not (ticket is None and asked.press.action is Action.NEXT):
            self._settling = (reply.seq, now + SETTLE_S)

    def unanswered(self, command_id: str | None, why: str, now: float) -> None:
        """The station gave up (`no_answer`) or never sent it (`offline`)."""
        asked = self._under_way
        if asked is None or asked.id != command_id:
            return
        self._end()
        self._unanswered = asked if why != "offline" else None
        self._tell(NotSent(asked.press) if why == "offline" else NoAnswer(asked.press), now + TROUBLE_S)

    def tick(self, now: float) -> None:
        """Time alone: notes fade, and a pad never stays inert for want of an answer."""
        self.signing.tick(now)
        if self.note is not None and now >= self._note_until:
            self.note = None
        if self._under_way is not None and now - self._under_way.since > PATIENCE_S:
            self.unanswered(self._under_way.id, "no_answer", now)

    def _refused(self, press: Press, error: ReplyError, now: float) -> None:
        self._tell(Refused(press, error.code), now + TROUBLE_S)
        if error.code is ErrorCode.WRONG_PIN:
            self.signing.refused(press, error, now)

    def _from_panel(self, action: Action) -> bool:
        return action in FROM_PANEL or (action is Action.OPEN and self.asks_who)

    def bounces(self, action: Action, now: float) -> bool:
        """So soon after a press in this place, or in a panel that lay over it, this is no press of its own."""
        return any(now - self._pressed.get(p, -REBOUND_S) < REBOUND_S for p in (place(action), PANEL))

    def _known(self, command_id: str) -> _UnderWay | None:
        for asked in (self._under_way, self._unanswered):
            if asked is not None and asked.id == command_id:
                return asked
        return None

    def _end(self) -> None:
        self._under_way = self._unanswered = None
        self._show()

    def _show(self) -> None:
        self.view = self.latest
        if self.view is not None and self.view.clerk is not None:
            self.signing.signed_in(self.view.clerk)

    def _tell(self, note: Note, until: float) -> None:
        self.note, self._note_until = note, until
