"""A resident at the kiosk, without a window: the pure flow, and what it promises about number and paper."""

from hw.printer import PrintOutcome
from kiosk.flow import (
    Answered,
    Ask,
    CatalogCame,
    Effect,
    Flow,
    HallCame,
    Input,
    Keep,
    OnlineChanged,
    Paper,
    PaperCame,
    Pending,
    Print,
    Report,
    Restarted,
    Screen,
    Tick,
    Touch,
)
from tests.support.kiosk_halls import catalog, hall_state, issued
from wire.terms import PrintResult

_WISHES = ("language:zh", "category:c1", "service:c1-1", "priority:none", "confirm")
_SHOWN = {"printed": Paper.PRINTED, "failed": Paper.FAILED, "unconfirmed": Paper.UNCONFIRMED}
_CATALOG, _HALL = catalog(), hall_state()


class Resident:
    """Has confirmed and got a number, whose slip is being printed."""

    def __init__(self) -> None:
        self.number = "A012"
        self.done: list[Effect] = []
        self._ids = 0
        self._result: PrintResult | None = None
        self._now = 0.0
        self._kept: Pending | None = None
        self.flow = self._meet()
        for wish in _WISHES:
            self._take(Touch(*wish.split(":")))
        self._take(Answered("id1", issued("id1", self.number)))
        assert [e.reprint for e in self.done if isinstance(e, Print)] == [False]

    @property
    def paper(self) -> Paper:
        """What the screen says of it."""
        return self.flow.state.paper

    @property
    def asked(self) -> int:
        """How many numbers were asked for."""
        return sum(isinstance(e, Ask) for e in self.done)

    def paper_came(self, outcome: PrintOutcome) -> None:
        """The printer's thread tells what became of the slip."""
        effects = self._take(PaperCame(self.number, PrintResult(outcome.result), outcome.detail))
        assert Report(self.number, PrintResult(outcome.result), outcome.detail) in effects
        assert self.paper is _SHOWN[outcome.result]

    def power_cut(self) -> None:
        """The kiosk starts again with what it has kept on disk: it doesn't know whether the slip came out."""
        pending = self._kept
        assert pending is not None
        self.flow = self._meet()
        effects = self._take(Restarted(pending))
        assert self.paper is Paper.UNKNOWN
        reports = [e for e in effects if isinstance(e, Report)]
        assert [(r.ticket, r.result) for r in reports] == [(self.number, PrintResult.UNCONFIRMED)]

    def ask_again(self) -> None:
        """A touch on "try to print it again": the same number, with the word."""
        again = [e for e in self._take(Touch("reprint")) if isinstance(e, Print)]
        assert [(e.reprint, e.reply.ticket and e.reply.ticket.number) for e in again] == [(True, self.number)]

    def check_screen(self) -> None:
        """Number and paper stand there; what failed stays for as long as nobody has noted it; one number was asked."""
        state = self.flow.state
        assert state.screen is Screen.TICKET
        assert state.ticket is not None
        assert state.ticket.number == self.number
        assert (self.flow.deadline is None) == (state.paper in (Paper.FAILED, Paper.UNKNOWN))
        if self.flow.deadline is None:
            self._now += 3600
            assert self._take(Tick()) == ()
        assert self.flow.state.screen is Screen.TICKET
        assert self.asked == 1
        assert self._kept is not None
        assert self._kept.paper is state.paper

    def _meet(self) -> Flow:
        flow = Flow(self._new_id, lambda: int(self._now * 1000))
        for given in (CatalogCame(_CATALOG), HallCame(_HALL), OnlineChanged(True)):
            flow.take(given, self._now)
        return flow

    def _new_id(self) -> str:
        self._ids += 1
        return f"id{self._ids}"

    def _take(self, given: Input) -> tuple[Effect, ...]:
        effects = self.flow.take(given, self._now)
        self.done += effects
        for effect in effects:
            if isinstance(effect, Keep):
                self._kept = effect.pending
        return effects
