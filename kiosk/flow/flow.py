"""The kiosk's flow: takes what happens, keeps the state, says what to do. No clock, chance or I/O of its own."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.flow import choosing, issuing
from kiosk.flow.effects import Ask, Effect, Forget, Print, Report
from kiosk.flow.inputs import (
    AlarmsChanged,
    Answered,
    CatalogCame,
    HallCame,
    Input,
    OnlineChanged,
    PaperCame,
    PrinterChanged,
    ReprintAsked,
    Restarted,
    Tick,
    Touch,
    Unanswered,
)
from kiosk.flow.state import Known, Paper, Screen, State, Trouble


@dataclass(frozen=True)
class Patience:
    """How long things last, in seconds."""

    idle: float = 60.0
    """without a touch: back to the welcome, everything forgotten"""
    printed: float = 8.0
    unconfirmed: float = 20.0
    printing: float = 45.0
    """longer than any printer's deadline: then nobody knows"""
    trouble: float = 25.0
    busy: float = 1.0
    """between two questions to a dispatcher that has too much to do"""
    request: float = 600.0
    """the life of `issue_ticket`"""


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
        self.deadline: float | None = None

    def take(self, given: Input, now: float) -> tuple[Effect, ...]:
        """Lets it happen; what must be done, in this order. `deadline` then says when a Tick is due, if ever."""
        if isinstance(given, Tick) and (self.deadline is None or now < self.deadline):
            return ()
        before = self.state
        step = self._step(given)
        self.state = step.state
        if isinstance(given, Touch | Tick) or step.state is not before or step.effects or step.busy:
            self._set_deadline(now, step.busy)
        return step.effects

    def _step(self, given: Input) -> issuing.Step:
        match given:
            case Touch():
                return self._touched(given)
            case Tick():
                return self._timed_out()
            case CatalogCame() | HallCame() | OnlineChanged() | PrinterChanged() | AlarmsChanged():
                return self._heard(given)
            case Answered() if self._is_ours(given.command):
                return issuing.answered(self.state, given.reply)
            case Unanswered() if self._is_ours(given.command):
                return self._unanswered()
            case PaperCame():
                return self._paper(given)
            case ReprintAsked():
                return issuing.Step(self.state, (Print(given.reply, reprint=True),))
            case Restarted():
                return issuing.restarted(given.pending, self._preferred)
        return issuing.Step(self.state)

    def _touched(self, touch: Touch) -> issuing.Step:
        state = self.state
        match (state.screen, touch.what):
            case (Screen.CONFIRM, "confirm") if state.basket:
                return issuing.confirm(state, self._new_id(), self._now_ms())
            case (Screen.TICKET, "reprint"):
                return issuing.print_again(state)
            case (Screen.TICKET, "take") if state.paper is not Paper.PRINTING:
                return self._welcome(forget=True)
            case (Screen.ISSUING, "give-up"):
                return self._welcome(forget=True)
            case (Screen.TROUBLE, "again"):
                return self._welcome()
        return issuing.Step(choosing.choose(state, self.known, touch.what, touch.which))

    def _timed_out(self) -> issuing.Step:
        match self.state.screen:
            case Screen.ISSUING if self.state.request is not None:
                return issuing.Step(self.state, (Ask(self.state.request),))
            case Screen.TICKET if self.state.paper is Paper.PRINTING:
                return issuing.paper_unknown(self.state, "the printer fell silent")
        return self._welcome(forget=self.state.screen is Screen.TICKET)

    def _heard(
        self, given: CatalogCame | HallCame | OnlineChanged | PrinterChanged | AlarmsChanged
    ) -> issuing.Step:
        match given:
            case CatalogCame(catalog):
                self.known = replace(self.known, catalog=catalog)
            case HallCame(hall):
                self.known = replace(self.known, hall=hall)
            case OnlineChanged(online):
                self.known = replace(self.known, online=online)
            case PrinterChanged(stopped):
                self.known = replace(self.known, printer_stopped=stopped)
            case AlarmsChanged(not_saving, twice):
                self.known = replace(self.known, not_saving=not_saving, twice=twice)
        if self.state.screen is Screen.WELCOME and self.state.language != self.language:
            return self._welcome()
        return issuing.Step(self.state)

    def _unanswered(self) -> issuing.Step:
        """Asked again with the same id as long as the request lives."""
        request = self.state.request
        assert request is not None
        if self._now_ms() - request.at < self._patience.request * 1000:
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

    def _welcome(self, *, forget: bool = False) -> issuing.Step:
        return issuing.Step(State(language=self.language), (Forget(),) if forget else ())

    @property
    def language(self) -> str:
        """The language of the welcome: the preferred one if the hall has it, else the hall's first."""
        languages = self.known.languages
        return self._preferred if not languages or self._preferred in languages else languages[0]

    def _set_deadline(self, now: float, busy: bool) -> None:
        rest = self._rest(busy)
        self.deadline = None if rest is None else now + rest

    def _rest(self, busy: bool) -> float | None:
        patience, paper = self._patience, self.state.paper
        match self.state.screen:
            case Screen.WELCOME:
                return None
            case Screen.ISSUING:
                return patience.busy if busy else None
            case Screen.TICKET:
                lasts = {Paper.PRINTING: patience.printing, Paper.PRINTED: patience.printed}
                return lasts.get(paper, patience.unconfirmed if paper is Paper.UNCONFIRMED else None)
            case Screen.TROUBLE:
                return patience.trouble
        return patience.idle
