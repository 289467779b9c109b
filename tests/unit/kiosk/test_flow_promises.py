"""Whatever happens in whatever order: one id a confirmation, one slip without the word reprint, never a dead end."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.flow import (
    AlarmsChanged,
    Answered,
    Ask,
    CatalogCame,
    ChecklistCame,
    Flow,
    HallCame,
    IndexCame,
    Input,
    Keep,
    OnlineChanged,
    PaperCame,
    Print,
    PrintChecklist,
    Screen,
    State,
    Tick,
    Touch,
    Unanswered,
)
from kiosk.spelling import spelled
from tests.support.kiosk_halls import catalog, hall_state, issued, with_lists
from wire.commands import CheckIn, IssueTicket
from wire.errors import ErrorCode
from wire.replies import Reply, ReplyAppointment, ReplyError
from wire.states import BookingsInfo
from wire.terms import PrintResult

TOUCHES = [
    "language:zh", "language:en", "category:c1", "category:other", "service:c1-1", "service:c1-9", "service:lone",
    "priority:none", "priority:ill", "confirm", "add-need", "remove:c1-1", "back", "next-page", "previous-page",
    "take", "reprint", "give-up", "again", "stay", "wake", "service:c1-2", "checklist", "print-list", "go-on", "search",
    "key:s", "key:1", "rub-out", "rub-out-all", "appointment", "by:phone", "by:code", "enter", "scan:77", "scan:!",
    "retype", "take-number",
]  # fmt: skip
APPOINTMENTS = ["appointment", "key:1", "enter", "answer", "confirm", "scan:77"]
WISHES = ["language:zh", "category:c1", "service:c1-1", "priority:none", "confirm"]

happening = st.one_of(
    st.sampled_from(TOUCHES + WISHES * 3 + APPOINTMENTS * 3),
    st.sampled_from(
        [
            "answer",
            "answer",
            "refuse",
            "expired",
            "busy",
            "silence",
            "printed",
            "failed",
            "unconfirmed",
            "online",
            "offline",
            "listed",
            "unlisted",
        ]
    ),
    st.sampled_from([0.5, 8.0, 20.0, 50.0, 60.0, 180.0]),
    st.sampled_from(["open", "closed", "not-saving", "twice", "times-off", "unlisted", "well"]),
)


class Run:
    def __init__(self) -> None:
        self.ids: list[str] = []
        self.now = 0.0
        self.flow = Flow(self._id, lambda: int(self.now * 1000))
        self.asked: set[str] = set()
        self.kept: set[str] = set()
        self.looks: set[str] = set()
        self.check_ins: set[str] = set()
        self.wishes: dict[str, IssueTicket | CheckIn] = {}
        self.lists = 0
        self.slips: dict[str, int] = {}
        self.confirmed = 0

    def _id(self) -> str:
        self.ids.append(f"id{len(self.ids)}")
        return self.ids[-1]

    def take(self, given: Input) -> None:
        before = self.flow.state.screen
        effects = self.flow.take(given, self.now)
        self.confirmed += before is Screen.CONFIRM and self.flow.state.screen is Screen.ISSUING
        self.lists += len([effect for effect in effects if isinstance(effect, PrintChecklist)])
        for effect in effects:
            if isinstance(effect, Keep):
                self.kept.add(effect.pending.request.id or "")
                if isinstance(effect.pending.request, CheckIn):
                    self.check_ins.add(effect.pending.request.id or "")
            if isinstance(effect, Ask):
                self._asks(effect.command)
            if isinstance(effect, Print) and not effect.reprint:
                self.slips[effect.reply.command] = self.slips.get(effect.reply.command, 0) + 1

    def _asks(self, command: IssueTicket | CheckIn) -> None:
        """A look changes nothing: it need not be kept."""
        looks = isinstance(command, CheckIn) and bool(command.look)
        assert looks or command.id in self.kept, "asked before it was kept"
        (self.looks if looks else self.asked).add(command.id or "")
        assert self.wishes.setdefault(command.id or "", command) == command, "one id for two wishes"

    def happen(self, what: str | float) -> None:
        if isinstance(what, float):
            self.now += what
            self.take(Tick())
        elif what in ("answer", "refuse", "expired", "busy", "silence"):
            self._answer(what)
        else:
            self.take(self._input(what))

    def _answer(self, what: str) -> None:
        codes = {"busy": ErrorCode.BUSY, "expired": ErrorCode.EXPIRED}
        for command in [*self.looks, *self.asked]:
            code = codes.get(what, ErrorCode.SERVICE_FULL)
            no = Reply(
                command=command, ok=False, at=1, epoch=1, seq=1, error=ReplyError(code=code, message="x")
            )
            yes = _booked(command) if command in self.looks else issued(command, number=f"A{command[2:]}")
            self.take(
                Unanswered(command)
                if what == "silence"
                else Answered(command, yes if what == "answer" else no)
            )

    def _input(self, what: str) -> Input:
        if what in PrintResult._value2member_map_:
            ticket = self.flow.state.ticket
            return PaperCame(ticket.number if ticket else "A0", PrintResult(what))
        if what in ("listed", "unlisted"):
            return ChecklistCame(PrintResult.PRINTED if what == "listed" else PrintResult.FAILED)
        if what in ("online", "offline"):
            return OnlineChanged(what == "online")
        if what in ("not-saving", "twice", "times-off", "unlisted", "well"):
            return AlarmsChanged(
                *(what == alarm for alarm in ("not-saving", "twice", "times-off", "unlisted"))
            )
        if what in ("open", "closed"):
            return HallCame(hall_state(is_open=what == "open", bookings=_BOOKINGS))
        return Touch(*what.split(":"))


_INDEX = spelled(catalog())
_BOOKINGS = BookingsInfo(phones=True)


def _booked(command: str) -> Reply:
    booking = ReplyAppointment(id="77", services=("c1-1",), slot=1_000)
    return Reply(command=command, ok=True, at=1_000, epoch=1, seq=1, appointment=booking)


@given(st.lists(happening, max_size=60))
@settings(max_examples=300, deadline=None)
def test_one_request_a_confirmation_one_slip_a_ticket_and_always_a_way_on(
    happenings: list[str | float],
) -> None:
    run = Run()
    known = with_lists(catalog())
    here = HallCame(hall_state(bookings=_BOOKINGS))
    for given_ in (CatalogCame(known), IndexCame(known.version, _INDEX), here, OnlineChanged(True)):
        run.take(given_)
    for what in happenings:
        run.happen(what)
        state = run.flow.state
        assert len(run.ids) == run.confirmed + len(run.looks) + len(run.check_ins)
        assert set(run.ids) == run.kept | run.looks
        assert all(count == 1 for count in run.slips.values())
        assert (state.screen is Screen.TICKET) == (state.ticket is not None)
        assert (state.screen is Screen.TROUBLE) == (state.trouble is not None)
        assert state.screen is not Screen.CONFIRM or state.basket
        assert state.screen is not Screen.WELCOME or state == State(state.language, resting=state.resting)
        assert not state.asking or state.screen not in (Screen.WELCOME, Screen.ISSUING, Screen.TICKET)
        assert not state.resting or (state.screen is Screen.WELCOME and run.flow.deadline is None)
        assert (state.booking is None) or state.entry is not None
        assert state.look is None or state.screen is Screen.APPOINTMENT
    for what in ("answer", "printed", "take", "again"):
        run.happen(what)
    run.happen(60.0)
    run.happen(60.0)
    assert run.flow.state.screen is Screen.WELCOME
