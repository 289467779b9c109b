"""A resident with an appointment: by code, by phone digits, by a scanner; every refusal; the same act as any ticket."""

from typing import Any

import pytest

from kiosk.flow import (
    Answered,
    Ask,
    CatalogCame,
    Effect,
    Entry,
    Flow,
    Forget,
    HallCame,
    Input,
    Keep,
    OnlineChanged,
    Paper,
    PaperCame,
    Pending,
    Print,
    Restarted,
    Screen,
    Tick,
    Touch,
    Trouble,
    Unanswered,
)
from tests.support.kiosk_halls import catalog, hall_state, issued
from wire.commands import CheckIn
from wire.errors import ErrorCode
from wire.replies import Reply, ReplyAppointment, ReplyError
from wire.states import BookingsInfo
from wire.terms import PrintResult, TicketState

NOON = 1_763_611_200_000
"""Midday in Shanghai."""
_HOUR = 3_600_000
_BOTH_WAYS = BookingsInfo(phones=True)
_DAY = 24 * _HOUR


class Kiosk:
    """A flow with hands; ids count up."""

    def __init__(self, *, bookings: BookingsInfo | None = _BOTH_WAYS, known: bool = True) -> None:
        self.made = 0
        self.now = 0.0
        self.flow = Flow(self._new_id, lambda: NOON + int(self.now * 1000))
        if known:
            self.hear(CatalogCame(catalog()), HallCame(hall_state(bookings=bookings)), OnlineChanged(True))

    def _new_id(self) -> str:
        self.made += 1
        return f"id{self.made}"

    def hear(self, *inputs: Input) -> list[Effect]:
        effects: list[Effect] = []
        for given in inputs:
            effects = list(self.flow.take(given, self.now))
        return effects

    def touch(self, *touches: str) -> list[Effect]:
        return self.hear(*(Touch(*t.split(":")) for t in touches))

    def type(self, text: str) -> list[Effect]:
        return self.hear(*(Touch("key", letter) for letter in text))

    def wait(self, seconds: float) -> list[Effect]:
        self.now += seconds
        return self.hear(Tick())

    def at(self) -> tuple[Screen, Trouble | None]:
        return self.flow.state.screen, self.flow.state.trouble

    def asked(self, text: str = "2026-1147") -> "Kiosk":
        """The look is under way, as id1."""
        self.touch("appointment")
        self.type(text)
        self.touch("enter")
        return self

    def found(self, **fields: Any) -> "Kiosk":
        """And is answered."""
        self.asked().hear(Answered("id1", booked(**fields)))
        return self


def booked(command: str = "id1", slot: int = NOON, ticket: Reply | None = None) -> Reply:
    number = ticket.ticket.number if ticket is not None and ticket.ticket is not None else None
    booking = ReplyAppointment(id="2026-1147", services=("c1-1",), slot=slot, ticket=number)
    there = ticket.ticket if ticket is not None else None
    return Reply(command=command, ok=True, at=NOON, epoch=1, seq=1, appointment=booking, ticket=there)


def checked_in(command: str, issued_at: int = NOON) -> Reply:
    reply = issued(command)
    assert reply.ticket is not None
    return reply.model_copy(
        update={"at": NOON, "ticket": reply.ticket.model_copy(update={"issued_at": issued_at})}
    )


def refusal(code: ErrorCode, command: str = "id1", **figures: int) -> Reply:
    error = ReplyError(code=code, message="because", **figures)
    return Reply(command=command, ok=False, at=NOON, epoch=1, seq=1, error=error)


def test_by_code_from_the_welcome_to_the_paper() -> None:
    kiosk = Kiosk()
    kiosk.touch("appointment")
    assert kiosk.at() == (Screen.APPOINTMENT, None)
    assert kiosk.touch("enter") == []
    kiosk.type("2026-1148")
    kiosk.touch("rub-out")
    kiosk.type("7")
    look = CheckIn(id="id1", at=NOON, appointment="2026-1147", look=True)
    assert kiosk.touch("enter") == [Ask(look)]
    assert kiosk.touch("enter", "key:9", "rub-out") == []
    assert kiosk.hear(Answered("id1", booked())) == []
    assert kiosk.at() == (Screen.BOOKING, None)
    request = CheckIn(id="id2", at=NOON, appointment="2026-1147")
    kept = Pending(request, language="zh")
    assert kiosk.touch("confirm") == [Keep(kept), Ask(request)]
    reply = checked_in("id2")
    effects = kiosk.hear(Answered("id2", reply))
    assert effects == [Keep(Pending(request, reply, Paper.PRINTING, 1, "zh")), Print(reply, reprint=False)]
    kiosk.hear(PaperCame("A012", PrintResult.PRINTED))
    assert kiosk.touch("take") == [Forget()]
    assert kiosk.at() == (Screen.WELCOME, None)


def test_by_phone_four_digits_and_nothing_else() -> None:
    kiosk = Kiosk()
    kiosk.touch("appointment", "by:phone")
    kiosk.type("4a-3")
    assert kiosk.touch("enter") == []
    kiosk.type("215")
    assert kiosk.flow.state.typed == "4321"
    assert kiosk.touch("enter") == [Ask(CheckIn(id="id1", at=NOON, phone_digits="4321", look=True))]
    kiosk.hear(Answered("id1", booked()))
    (_, ask) = kiosk.touch("confirm")
    assert ask == Ask(CheckIn(id="id2", at=NOON, appointment="2026-1147"))


def test_the_other_way_begins_with_nothing_typed_and_a_language_can_be_chosen_there() -> None:
    kiosk = Kiosk()
    kiosk.touch("appointment")
    kiosk.type("12")
    kiosk.touch("by:code", "language:en", "language:xx", "by:smell")
    assert (kiosk.flow.state.typed, kiosk.flow.state.language) == ("12", "en")
    kiosk.touch("by:phone")
    assert (kiosk.flow.state.typed, kiosk.flow.state.entry) == ("", Entry.PHONE)
    kiosk.type("12")
    kiosk.touch("rub-out-all", "back")
    assert kiosk.at() == (Screen.WELCOME, None)


@pytest.mark.parametrize(
    ("scanned", "code"),
    [
        ("2026-1147", "2026-1147"),
        (" https://hall.example/book/2026-1147 ", "2026-1147"),
        ("https://hall.example/?a=b_1.x", "b_1.x"),
        ("预约", None),
        ("x" * 65, None),
        ("https://hall.example/", None),
    ],
)
def test_a_scanned_code_goes_straight_to_the_check_in(scanned: str, code: str | None) -> None:
    kiosk = Kiosk()
    effects = kiosk.hear(Touch("scan", scanned))
    if code is None:
        assert (effects, kiosk.at()) == ([], (Screen.TROUBLE, Trouble.UNKNOWN_CODE))
    else:
        assert effects == [Ask(CheckIn(id="id1", at=NOON, appointment=code, look=True))]
        kiosk.hear(Answered("id1", booked()))
        assert kiosk.at() == (Screen.BOOKING, None)


@pytest.mark.parametrize(
    "before",
    [
        ["language:zh"], ["language:zh", "category:c1"], ["language:zh", "category:c1", "service:c1-1"],
        ["language:zh", "category:c1", "service:c1-1", "priority:none"], ["appointment", "by:phone", "key:1"],
    ],
)  # fmt: skip
def test_a_scan_is_heard_on_every_screen_of_questions(before: list[str]) -> None:
    kiosk = Kiosk()
    kiosk.touch(*before)
    assert len(kiosk.touch("scan:77")) == 1
    state = kiosk.flow.state
    assert (state.screen, state.typed, state.entry, state.basket) == (
        Screen.APPOINTMENT,
        "77",
        Entry.CODE,
        (),
    )


def test_a_scan_disturbs_no_number_and_no_closed_hall() -> None:
    kiosk = Kiosk().found()
    kiosk.touch("confirm")
    assert kiosk.touch("scan:77") == []
    kiosk.hear(Answered("id2", checked_in("id2")))
    assert kiosk.touch("scan:77") == []
    assert kiosk.at() == (Screen.TICKET, None)
    closed = Kiosk()
    closed.hear(HallCame(hall_state(is_open=False, bookings=BookingsInfo())))
    assert closed.touch("scan:77", "appointment") == []
    assert closed.at() == (Screen.WELCOME, None)


def test_a_hall_that_takes_no_bookings_asks_for_none() -> None:
    kiosk = Kiosk(bookings=None)
    kiosk.touch("appointment")
    assert kiosk.at() == (Screen.WELCOME, None)


@pytest.mark.parametrize(
    ("reply", "trouble"),
    [
        (refusal(ErrorCode.UNKNOWN_APPOINTMENT), Trouble.UNKNOWN_CODE),
        (refusal(ErrorCode.UNKNOWN_APPOINTMENT, bookings=2), Trouble.SEVERAL),
        (refusal(ErrorCode.BUSY, wait_s=30), Trouble.GUESSED),
        (refusal(ErrorCode.BUSY), Trouble.NOT_SAVING),
        (refusal(ErrorCode.HALL_CLOSED), Trouble.HALL_CLOSED),
        (refusal(ErrorCode.WRONG_STATE), Trouble.USED),
        (refusal(ErrorCode.EXPIRED), Trouble.NO_ANSWER),
        (refusal(ErrorCode.NOT_ALLOWED), Trouble.REFUSED),
        (booked().model_copy(update={"appointment": None}), Trouble.REFUSED),
        (booked(slot=NOON + _DAY), Trouble.ANOTHER_DAY),
        (booked(slot=NOON - 12 * _HOUR - 1), Trouble.ANOTHER_DAY),
    ],
)
def test_why_not(reply: Reply, trouble: Trouble) -> None:
    kiosk = Kiosk().asked()
    kiosk.hear(Answered("id1", reply))
    assert kiosk.at() == (Screen.TROUBLE, trouble)
    kiosk.touch("take-number")
    assert kiosk.at() == (Screen.CATEGORIES, None)
    assert kiosk.flow.state.entry is None


def test_no_digits_and_nobody_who_answers() -> None:
    kiosk = Kiosk()
    kiosk.touch("appointment", "by:phone")
    kiosk.type("0000")
    kiosk.touch("enter")
    kiosk.hear(Answered("id1", refusal(ErrorCode.UNKNOWN_APPOINTMENT, bookings=0)))
    assert kiosk.at() == (Screen.TROUBLE, Trouble.UNKNOWN_PHONE)
    kiosk.touch("retype")
    assert (kiosk.flow.state.entry, kiosk.flow.state.typed) == (Entry.PHONE, "")
    kiosk.type("0001")
    kiosk.touch("enter")
    assert kiosk.hear(Unanswered("id2")) == []
    assert kiosk.at() == (Screen.TROUBLE, Trouble.NO_ANSWER)


@pytest.mark.parametrize("figures", [{"bookings": 3}, {"wait_s": 9}])
def test_where_digits_do_not_help_the_code_is_asked_for(figures: dict[str, int]) -> None:
    kiosk = Kiosk()
    kiosk.touch("appointment", "by:phone")
    kiosk.type("1234")
    kiosk.touch("enter")
    code = ErrorCode.BUSY if "wait_s" in figures else ErrorCode.UNKNOWN_APPOINTMENT
    kiosk.hear(Answered("id1", refusal(code, "id1", **figures)))
    kiosk.touch("retype")
    assert (kiosk.flow.state.screen, kiosk.flow.state.entry) == (Screen.APPOINTMENT, Entry.CODE)


def test_an_answer_that_comes_too_late_shows_nobody_elses_appointment() -> None:
    kiosk = Kiosk().asked()
    kiosk.touch("back")
    assert kiosk.hear(Answered("id1", booked()), Unanswered("id1")) == []
    assert kiosk.at() == (Screen.WELCOME, None)
    kiosk.asked("77")
    kiosk.hear(Answered("id1", booked()))
    assert kiosk.at() == (Screen.APPOINTMENT, None)


def test_not_mine_and_idle_forget_it() -> None:
    kiosk = Kiosk().found()
    kiosk.touch("back")
    assert kiosk.at() == (Screen.APPOINTMENT, None)
    assert (kiosk.flow.state.typed, kiosk.flow.state.booking) == ("", None)
    again = Kiosk().found()
    again.wait(60)
    for _ in range(30):  # is anybody still there?
        again.wait(1)
    assert again.flow.state.booking is None
    assert again.at() == (Screen.WELCOME, None)


def test_who_checked_in_before_gets_the_same_number_and_a_slip_that_says_so() -> None:
    kiosk = Kiosk().found(ticket=issued("old"))
    assert kiosk.at() == (Screen.BOOKING, None)
    kiosk.touch("confirm")
    effects = kiosk.hear(Answered("id2", checked_in("id2", issued_at=NOON - _HOUR)))
    assert [effect.reprint for effect in effects if isinstance(effect, Print)] == [True]


@pytest.mark.parametrize("state", [TicketState.FINISHED, TicketState.CANCELLED, TicketState.NO_SHOW])
def test_whose_ticket_has_ended_is_told(state: TicketState) -> None:
    old = issued("old")
    assert old.ticket is not None
    ended = old.model_copy(update={"ticket": old.ticket.model_copy(update={"state": state})})
    assert Kiosk().found(ticket=ended).at() == (Screen.TROUBLE, Trouble.USED)


@pytest.mark.parametrize(("ahead", "early"), [(29, False), (31, True), (-200, False)])
def test_whoever_is_early_is_told(ahead: int, early: bool) -> None:
    assert Kiosk().found(slot=NOON + ahead * 60_000).flow.state.early is early


def test_killed_while_asking_it_asks_the_very_same_and_speaks_the_same_language() -> None:
    kiosk = Kiosk()
    kiosk.touch("appointment", "language:en")
    kiosk.type("2026-1147")
    kiosk.touch("enter")
    kiosk.hear(Answered("id1", booked()))
    keep = kiosk.touch("confirm")[0]
    assert isinstance(keep, Keep)
    again = Kiosk(known=False)
    assert again.hear(Restarted(keep.pending)) == [Ask(keep.pending.request)]
    assert (again.at(), again.flow.state.language) == ((Screen.ISSUING, None), "en")
    again.hear(Answered("id2", checked_in("id2")))
    assert again.flow.state.ticket is not None
    assert again.flow.state.ticket.number == "A012"


def test_killed_with_the_number_it_shows_it_and_prints_nothing() -> None:
    request = CheckIn(id="id2", at=NOON, appointment="x")
    kiosk = Kiosk(known=False)
    effects = kiosk.hear(Restarted(Pending(request, checked_in("id2"), Paper.FAILED, 1, "en")))
    assert effects == []
    assert (kiosk.at(), kiosk.flow.state.paper) == ((Screen.TICKET, None), Paper.FAILED)


def test_one_that_came_too_late_is_asked_anew_as_long_as_the_resident_waits() -> None:
    kiosk = Kiosk().found()
    kiosk.touch("confirm")
    for n in range(3, 6):
        kiosk.now += 20
        (keep,) = kiosk.hear(Answered(f"id{n - 1}", refusal(ErrorCode.EXPIRED)))
        request = CheckIn(id=f"id{n}", at=NOON + int(kiosk.now * 1000), appointment="2026-1147")
        assert keep == Keep(Pending(request, language="zh"))
        assert kiosk.wait(1) == [Ask(request)]
    kiosk.now += 600
    assert kiosk.hear(Answered("id5", refusal(ErrorCode.EXPIRED))) == [Forget()]
    assert kiosk.at() == (Screen.TROUBLE, Trouble.NO_ANSWER)
    kiosk.touch("retype")
    assert kiosk.at() == (Screen.APPOINTMENT, None)


def test_nobody_answers_the_check_in_it_is_asked_again_with_the_same_id() -> None:
    kiosk = Kiosk().found()
    _, ask = kiosk.touch("confirm")
    kiosk.now += 20
    assert kiosk.hear(Unanswered("id2")) == [ask]
