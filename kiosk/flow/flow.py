"""The kiosk's flow: takes what happens, keeps the state, says what to do. No clock, chance or I/O of its own."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.flow import checking_in, choosing, issuing, keys, listing
from kiosk.flow import help as helping
from kiosk.flow.effects import Ask, CallStaff, Effect, Forget, Print, PrintSheet, Report
from kiosk.flow.inputs import (
    AlarmsChanged,
    Answered,
    CatalogCame,
    ChecklistCame,
    HallCame,
    HelpAnswered,
    IndexCame,
    Input,
    OnlineChanged,
    PaperCame,
    PrinterChanged,
    ReadingChanged,
    ReprintAsked,
    Restarted,
    SheetAsked,
    Tick,
    Touch,
    Unanswered,
)
from kiosk.flow.modes import PLAIN, Modes
from kiosk.flow.state import Known, Paper, Screen, State, Trouble
from wire.commands import CheckIn
from wire.errors import ErrorCode
from wire.replies import Reply

Heard = CatalogCame | IndexCame | HallCame | OnlineChanged | PrinterChanged | AlarmsChanged
_NOT_TO_DISTURB = (Screen.ISSUING, Screen.TICKET)


@dataclass(frozen=True)
class Patience:
    """How long things last, in seconds."""

    idle: float = 60.0
    """without a touch: back to the welcome, everything forgotten"""
    asks: float = 10.0
    """the last of them, in which it asks whether somebody is still there; at most half of them"""
    rest: float = 180.0
    """on the welcome without a touch: the picture that moves; 0 for never"""
    printed: float = 8.0
    unconfirmed: float = 20.0
    printing: float = 45.0
    """longer than any printer's deadline: then nobody knows"""
    trouble: float = 25.0
    unhurried: float = 90.0
    """the least of those above for who reads slowly or listens"""
    busy: float = 1.0
    """between two questions to a dispatcher that has too much to do"""
    request: float = 600.0
    """the life of `issue_ticket`"""


_UNASKED = (Screen.WELCOME, Screen.ISSUING, Screen.TICKET, Screen.TROUBLE)
"""Here nothing was entered that could be forgotten by mistake."""


class Flow:
    """One kiosk. `new_id` makes ids of commands, `now_ms` tells the dispatcher's time; `now` is monotonic seconds."""

    def __init__(
        self,
        new_id: Callable[[], str],
        now_ms: Callable[[], int],
        language: str = "zh",
        patience: Patience | None = None,
    ) -> None:
        self._new_id, self._now_ms = new_id, now_ms
        self._preferred = language
        self._patience = patience or Patience()
        self.state = State(language=language)
        self.known = Known()
        self.help = helping.Help()
        self._due: float | None = None

    @property
    def deadline(self) -> float | None:
        """When a Tick is due, if ever."""
        return min((due for due in (self._due, self.help.until) if due is not None), default=None)

    def take(self, given: Input, now: float) -> tuple[Effect, ...]:
        """Lets it happen; what must be done, in this order. `deadline` then says when a Tick is due, if ever."""
        if (effects := self._help(given, now)) is not None:
            return effects
        if isinstance(given, SheetAsked):
            return (PrintSheet(given.reply),)  # for somebody at a counter: nothing here waits for it
        if isinstance(given, Tick) and (self._due is None or now < self._due):
            return ()
        before = self.state
        step = self._step(given)
        self.state = step.state
        if isinstance(given, Touch) and self._waits and not step.effects:
            return ()  # the time that runs is the hall's or the printer's: a touch brings no more of it
        moved = step.state is not before or step.effects or step.busy
        if isinstance(given, Touch | Tick) or moved or self._due is None:
            self._set_deadline(now, step.busy)
        return step.effects

    def _help(self, given: Input, now: float) -> tuple[Effect, ...] | None:
        """The call for staff, beside the resident's way; None for what doesn't concern it alone."""
        match given:
            case Touch("help"):
                if self.state.asking:
                    self.state = replace(self.state, asking=0)
                if self._due is not None and not self._waits:
                    self._set_deadline(now, busy=False)  # somebody is there
                if not self.help.may_ask:
                    return ()
                ready = self.known.online and not self.known.twice
                self.help, command = helping.ask(self._new_id(), self._now_ms(), now, online=ready)
                return (CallStaff(command),) if command is not None else ()
            case HelpAnswered(command_id, reply):
                self.help = helping.answered(self.help, command_id, reply, now)
                return ()
            case Tick() if self.help.until is not None and now >= self.help.until:
                self.help = helping.Help()
        return None

    def _step(self, given: Input) -> issuing.Step:
        if isinstance(given, Heard):
            return self._heard(given)
        match given:
            case Touch():
                return self._touched(given)
            case Tick():
                return self._timed_out()
            case ReadingChanged(fault):
                self.known = replace(self.known, reading=fault)
            case Answered() | Unanswered():
                return self._told(given)
            case PaperCame():
                return self._paper(given)
            case ChecklistCame():
                return issuing.Step(listing.came(self.state, given.result))
            case ReprintAsked():
                return issuing.Step(self.state, (Print(given.reply, reprint=True),))
            case Restarted():
                return issuing.restarted(given.pending, self._preferred)
        return issuing.Step(self.state)

    def _touched(self, touch: Touch) -> issuing.Step:
        """Whoever wakes it has not chosen anything yet. A finger that was down before it asked has."""
        state = replace(self.state, asking=0) if self.state.asking else self.state
        if state.resting:
            return issuing.Step(replace(state, resting=False))
        match (state.screen, touch.what):
            case (_, "mode"):
                return issuing.Step(choosing.switch(state, self.known, touch.which))
            case (Screen.CONFIRM, "confirm") if state.basket:
                return issuing.confirm(state, self._new_id(), self._now_ms())
            case (Screen.TICKET, "reprint"):
                return issuing.print_again(state)
            case (Screen.TICKET, "take") if state.paper is not Paper.PRINTING:
                return self._welcome(forget=True)
            case (Screen.ISSUING, "give-up"):
                return self._welcome(forget=True, modes=state.modes)
            case (Screen.TROUBLE, "again"):
                return self._welcome(modes=state.modes)
        return self._checks_in(touch) or issuing.Step(
            choosing.choose(state, self.known, touch.what, touch.which)
        )

    def _checks_in(self, touch: Touch) -> issuing.Step | None:
        """What of an appointment, and of a list, is done with others."""
        state = self.state
        match (state.screen, touch.what):
            case (Screen.BOOKING, "confirm"):
                return checking_in.check_in(state, self._new_id(), self._now_ms())
            case (Screen.APPOINTMENT, "enter") if keys.complete(state) and state.look is None:
                return checking_in.look(state, self._new_id(), self._now_ms())
            case (screen, "scan") if self._can_scan(screen):
                return checking_in.scanned(state, touch.which, self._new_id, self._now_ms())
            case (Screen.CHECKLIST, "print-list"):
                return listing.print_it(state, self.known)
        return None

    def _timed_out(self) -> issuing.Step:
        match self.state.screen:
            case Screen.ISSUING if self.state.request is not None:
                return issuing.Step(self.state, (Ask(self.state.request),))
            case Screen.TICKET if self.state.paper is Paper.PRINTING:
                return issuing.paper_unknown(self.state, "the printer fell silent")
            case Screen.WELCOME if self.state.modes == PLAIN:
                return issuing.Step(replace(self.state, resting=True))
            case screen if screen not in _UNASKED and not self.state.asking:
                return issuing.Step(replace(self.state, asking=max(1, round(self._asks))))
        return self._welcome(forget=self.state.screen is Screen.TICKET)

    def _can_scan(self, screen: Screen) -> bool:
        """Everywhere but where a number is made or shown; on the welcome as long as it invites."""
        return screen not in _NOT_TO_DISTURB and (screen is not Screen.WELCOME or self.known.ready)

    def _heard(self, given: Heard) -> issuing.Step:
        match given:
            case CatalogCame(catalog):
                self.known = replace(self.known, catalog=catalog)
            case IndexCame(version, index):
                if self.known.catalog is not None and self.known.catalog.version == version:
                    self.known = replace(self.known, index=index)
            case HallCame(hall):
                self.known = replace(self.known, hall=hall)
            case OnlineChanged(online):
                self.known = replace(self.known, online=online)
            case PrinterChanged(stopped):
                self.known = replace(self.known, printer_stopped=stopped)
            case AlarmsChanged(not_saving, twice, times_off, unlisted):
                alarms = replace(self.known, not_saving=not_saving, twice=twice, times_off=times_off)
                self.known = replace(alarms, unlisted=unlisted)
        if self.state.screen is Screen.WELCOME and self.state.language != self.language:
            return self._welcome(modes=self.state.modes)
        return issuing.Step(self.state)

    def _told(self, given: Answered | Unanswered) -> issuing.Step:
        """Only of what is asked now: nobody else's number, nobody else's appointment."""
        match given:
            case Answered(command, reply) if self._is_ours(command):
                return self._answered(reply)
            case Unanswered(command) if self._is_ours(command):
                return self._unanswered()
            case Answered(command, reply) if self._is_look(command):
                return checking_in.looked(self.state, self.known, reply)
            case Unanswered(command) if self._is_look(command):
                return checking_in.unanswered(self.state)
        return issuing.Step(self.state)

    def _answered(self, reply: Reply) -> issuing.Step:
        """A check-in lives for ten seconds only; one that came too late is asked anew as long as the resident waits."""
        late = reply.error is not None and reply.error.code is ErrorCode.EXPIRED
        if late and isinstance(self.state.request, CheckIn) and self._lives():
            return checking_in.anew(self.state, self._new_id(), self._now_ms())
        return issuing.answered(self.state, reply)

    def _lives(self) -> bool:
        return self._now_ms() - self.state.since < self._patience.request * 1000

    def _unanswered(self) -> issuing.Step:
        """Asked again with the same id as long as the request lives."""
        request = self.state.request
        assert request is not None
        if self._lives():
            return issuing.Step(replace(self.state, busy=False), (Ask(request),))
        return issuing.fail(self.state, Trouble.NO_ANSWER)

    def _paper(self, came: PaperCame) -> issuing.Step:
        """Also of a slip that is not on the screen any more: staff's reprints."""
        if self.state.ticket is not None and self.state.ticket.number == came.ticket:
            return issuing.paper(self.state, came.result, came.detail)
        return issuing.Step(self.state, (Report(came.ticket, came.result, came.detail),))

    def _is_ours(self, command: str) -> bool:
        request = self.state.request
        return self.state.screen is Screen.ISSUING and request is not None and request.id == command

    def _is_look(self, command: str) -> bool:
        look = self.state.look
        return self.state.screen is Screen.APPOINTMENT and look is not None and look.id == command

    def _welcome(self, *, forget: bool = False, modes: Modes = PLAIN) -> issuing.Step:
        """All forgotten, but the modes of a resident who is still there."""
        return issuing.Step(State(language=self.language, modes=modes), (Forget(),) if forget else ())

    @property
    def language(self) -> str:
        """The language of the welcome: the preferred one if the hall has it, else the hall's first."""
        languages = self.known.languages
        return self._preferred if not languages or self._preferred in languages else languages[0]

    @property
    def _waits(self) -> bool:
        """For the hall or the printer, not for the resident."""
        screen, paper = self.state.screen, self.state.paper
        return screen is Screen.ISSUING or (screen is Screen.TICKET and paper is Paper.PRINTING)

    def _set_deadline(self, now: float, busy: bool) -> None:
        rest = self._rest(busy)
        self._due = None if rest is None else now + rest

    def _rest(self, busy: bool) -> float | None:
        patience, paper = self._patience, self.state.paper
        match self.state.screen:
            case Screen.WELCOME:
                if self.state.modes != PLAIN:
                    return self._unhurried(patience.idle)
                return patience.rest if patience.rest and not self.state.resting else None
            case Screen.ISSUING:
                return patience.busy if busy else None
            case Screen.TICKET if paper is Paper.PRINTING:
                return patience.printing
            case Screen.TICKET:
                lasts = {Paper.PRINTED: patience.printed, Paper.UNCONFIRMED: patience.unconfirmed}
                return self._unhurried(lasts[paper]) if paper in lasts else None
            case Screen.TROUBLE:
                return self._unhurried(patience.trouble)
        return self._asks if self.state.asking else self._unhurried(patience.idle) - self._asks

    @property
    def _asks(self) -> float:
        return min(self._patience.asks, self._patience.idle / 2)

    def _unhurried(self, seconds: float) -> float:
        return max(seconds, self._patience.unhurried) if self.state.modes.unhurried else seconds
