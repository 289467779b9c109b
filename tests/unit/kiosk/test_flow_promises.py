"""Whatever happens in whatever order: one id a confirmation, one slip without the word reprint, never a dead end."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.flow import (
    AlarmsChanged,
    Answered,
    Ask,
    CatalogCame,
    Flow,
    HallCame,
    Input,
    Keep,
    OnlineChanged,
    PaperCame,
    Print,
    Screen,
    State,
    Tick,
    Touch,
    Unanswered,
)
from tests.support.kiosk_halls import catalog, hall_state, issued
from wire.errors import ErrorCode
from wire.replies import Reply, ReplyError
from wire.terms import PrintResult

TOUCHES = [
    "language:zh", "language:en", "category:c1", "category:other", "service:c1-1", "service:c1-9", "service:lone",
    "priority:none", "priority:ill", "confirm", "add-need", "remove:c1-1", "back", "next-page", "previous-page",
    "take", "reprint", "give-up", "again", "stay", "wake",
]  # fmt: skip
WISHES = ["language:zh", "category:c1", "service:c1-1", "priority:none", "confirm"]

happening = st.one_of(
    st.sampled_from(TOUCHES + WISHES * 2),
    st.sampled_from(
        ["answer", "refuse", "busy", "silence", "printed", "failed", "unconfirmed", "online", "offline"]
    ),
    st.sampled_from([0.5, 8.0, 20.0, 50.0, 60.0, 180.0]),
    st.sampled_from(["open", "closed", "not-saving", "twice", "times-off", "well"]),
)


class Run:
    def __init__(self) -> None:
        self.ids: list[str] = []
        self.now = 0.0
        self.flow = Flow(self._id, lambda: int(self.now * 1000))
        self.asked: set[str] = set()
        self.kept: set[str] = set()
        self.slips: dict[str, int] = {}
        self.confirmed = 0

    def _id(self) -> str:
        self.ids.append(f"id{len(self.ids)}")
        return self.ids[-1]

    def take(self, given: Input) -> None:
        before = self.flow.state.screen
        effects = self.flow.take(given, self.now)
        self.confirmed += before is Screen.CONFIRM and self.flow.state.screen is Screen.ISSUING
        for effect in effects:
            if isinstance(effect, Keep):
                self.kept.add(effect.pending.request.id or "")
            if isinstance(effect, Ask):
                assert effect.command.id in self.kept, "asked before it was kept"
                self.asked.add(effect.command.id or "")
            if isinstance(effect, Print) and not effect.reprint:
                self.slips[effect.reply.command] = self.slips.get(effect.reply.command, 0) + 1

    def happen(self, what: str | float) -> None:
        if isinstance(what, float):
            self.now += what
            self.take(Tick())
        elif what in ("answer", "refuse", "busy", "silence"):
            self._answer(what)
        else:
            self.take(self._input(what))

    def _answer(self, what: str) -> None:
        for command in self.asked:
            code = ErrorCode.BUSY if what == "busy" else ErrorCode.SERVICE_FULL
            no = Reply(
                command=command, ok=False, at=1, epoch=1, seq=1, error=ReplyError(code=code, message="x")
            )
            yes = issued(command, number=f"A{command[2:]}")
            self.take(
                Unanswered(command)
                if what == "silence"
                else Answered(command, yes if what == "answer" else no)
            )

    def _input(self, what: str) -> Input:
        if what in PrintResult._value2member_map_:
            ticket = self.flow.state.ticket
            return PaperCame(ticket.number if ticket else "A0", PrintResult(what))
        if what in ("online", "offline"):
            return OnlineChanged(what == "online")
        if what in ("not-saving", "twice", "times-off", "well"):
            return AlarmsChanged(what == "not-saving", what == "twice", what == "times-off")
        if what in ("open", "closed"):
            return HallCame(hall_state(is_open=what == "open"))
        return Touch(*what.split(":"))


@given(st.lists(happening, max_size=60))
@settings(max_examples=300, deadline=None)
def test_one_request_a_confirmation_one_slip_a_ticket_and_always_a_way_on(
    happenings: list[str | float],
) -> None:
    run = Run()
    for given_ in (CatalogCame(catalog()), HallCame(hall_state()), OnlineChanged(True)):
        run.take(given_)
    for what in happenings:
        run.happen(what)
        state = run.flow.state
        assert len(run.ids) == run.confirmed
        assert all(count == 1 for count in run.slips.values())
        assert (state.screen is Screen.TICKET) == (state.ticket is not None)
        assert (state.screen is Screen.TROUBLE) == (state.trouble is not None)
        assert state.screen is not Screen.CONFIRM or state.basket
        assert state.screen is not Screen.WELCOME or state == State(state.language, resting=state.resting)
        assert not state.asking or state.screen not in (Screen.WELCOME, Screen.ISSUING, Screen.TICKET)
        assert not state.resting or (state.screen is Screen.WELCOME and run.flow.deadline is None)
    for what in ("answer", "printed", "take", "again"):
        run.happen(what)
    run.happen(60.0)
    run.happen(60.0)
    assert run.flow.state.screen is Screen.WELCOME
