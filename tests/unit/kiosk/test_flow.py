"""The flow, as a resident meets it: questions, the one request, the paper, time-outs, restarts."""

from typing import Any

import pytest

from kiosk.flow import (
    AlarmsChanged,
    Answered,
    Ask,
    CatalogCame,
    Effect,
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
    Report,
    ReprintAsked,
    Restarted,
    Screen,
    Tick,
    Touch,
    Trouble,
    Unanswered,
)
from tests.support.kiosk_halls import catalog, hall_state, issued
from wire.commands import IssueTicket
from wire.errors import ErrorCode
from wire.replies import Reply, ReplyError
from wire.terms import PrintResult, Priority


class Kiosk:
    """A flow with hands: ids count up, time is set by the test."""

    def __init__(self, *, known: bool = True, **catalogue: Any) -> None:
        self.made = 0
        self.now = 0.0
        self.flow = Flow(self._new_id, lambda: int(self.now * 1000))
        self.done: list[Effect] = []
        if known:
            self.hear(CatalogCame(catalog(**catalogue)), HallCame(hall_state()), OnlineChanged(True))

    def _new_id(self) -> str:
        self.made += 1
        return f"id{self.made}"

    def hear(self, *inputs: Input) -> list[Effect]:
        """Lets these happen; the effects of the last."""
        effects: list[Effect] = []
        for given in inputs:
            effects = list(self.flow.take(given, self.now))
            self.done += effects
        return effects

    def touch(self, *touches: str) -> list[Effect]:
        return self.hear(*(Touch(*t.split(":")) for t in touches))

    def wait(self, seconds: float) -> list[Effect]:
        self.now += seconds
        return self.hear(Tick())

    def at(self) -> Screen:
        return self.flow.state.screen

    def paper(self) -> Paper:
        return self.flow.state.paper

    def to_confirm(self) -> "Kiosk":
        self.touch("language:zh", "category:c1", "service:c1-1", "priority:none")
        return self

    def to_issuing(self) -> "Kiosk":
        self.to_confirm().touch("confirm")
        return self

    def to_ticket(self) -> "Kiosk":
        self.to_issuing().hear(Answered("id1", issued("id1")))
        return self


def refusal(code: ErrorCode) -> Reply:
    return Reply(
        command="id1", ok=False, at=1, epoch=1, seq=1, error=ReplyError(code=code, message="because")
    )


def test_from_the_first_touch_to_the_ticket() -> None:
    kiosk = Kiosk()
    assert kiosk.at() is Screen.WELCOME
    for touch, screen in [
        ("language:en", Screen.CATEGORIES),
        ("category:c1", Screen.SERVICES),
        ("service:c1-2", Screen.PRIORITY),
        ("priority:elderly", Screen.CONFIRM),
    ]:
        assert kiosk.touch(touch) == []
        assert kiosk.at() is screen
    request = IssueTicket(id="id1", at=0, services=("c1-2",), priority=Priority.ELDERLY, language="en")
    assert kiosk.touch("confirm") == [Keep(Pending(request)), Ask(request)]
    assert kiosk.at() is Screen.ISSUING
    reply = issued("id1")
    kept = Pending(request, reply, Paper.PRINTING, 1)
    assert kiosk.hear(Answered("id1", reply)) == [Keep(kept), Print(reply, reprint=False)]
    assert kiosk.at() is Screen.TICKET
    effects = kiosk.hear(PaperCame("A012", PrintResult.PRINTED, "confirmed"))
    assert effects[1] == Report("A012", PrintResult.PRINTED, "confirmed")
    assert kiosk.touch("take") == [Forget()]
    assert kiosk.at() is Screen.WELCOME
    assert kiosk.flow.state.language == "zh"


def test_a_service_whose_numbers_are_all_given_out_can_not_be_chosen() -> None:
    kiosk = Kiosk()
    full = hall_state().services["c1-1"].model_copy(update={"full": True})
    kiosk.hear(HallCame(hall_state().model_copy(update={"services": {"c1-1": full}})))
    kiosk.touch("language:zh", "category:c1", "service:c1-1")
    assert kiosk.at() is Screen.SERVICES
    kiosk.touch("service:c1-2")
    assert kiosk.flow.state.basket == ("c1-2",)


def test_double_touches_give_one_request() -> None:
    kiosk = Kiosk().to_confirm()
    kiosk.touch("confirm", "confirm", "confirm")
    kiosk.hear(Answered("id1", issued("id1")), Answered("id1", issued("id1")))
    assert [type(e).__name__ for e in kiosk.done] == ["Keep", "Ask", "Keep", "Print"]
    assert kiosk.made == 1


def test_several_errands_on_one_ticket_and_the_question_of_priority_only_once() -> None:
    kiosk = Kiosk().to_confirm()
    kiosk.touch("add-need", "category:c2", "service:c2-1")
    assert kiosk.at() is Screen.CONFIRM
    kiosk.touch("add-need", "category:c2", "service:c2-1")
    assert kiosk.flow.state.basket == ("c1-1", "c2-1")
    kiosk.touch("remove:c1-1", "confirm")
    request = kiosk.flow.state.request
    assert isinstance(request, IssueTicket)
    assert request.services == ("c2-1",)


def test_a_full_basket_takes_no_more_and_an_emptied_one_asks_for_an_errand() -> None:
    kiosk = Kiosk().to_confirm()
    for n in range(2, 9):
        kiosk.touch("add-need", "category:c1", f"service:c1-{n}")
    assert len(kiosk.flow.state.basket) == 5
    assert kiosk.at() is Screen.CONFIRM
    for service in kiosk.flow.state.basket:
        kiosk.touch(f"remove:{service}")
    assert kiosk.at() is Screen.CATEGORIES
    kiosk.touch("confirm")
    assert kiosk.done == []


@pytest.mark.parametrize(
    ("touches", "screens"),
    [
        (["language:zh", "back"], [Screen.CATEGORIES, Screen.WELCOME]),
        (
            ["language:zh", "category:c1", "back", "back"],
            [Screen.SERVICES, Screen.CATEGORIES, Screen.WELCOME],
        ),
        (
            ["language:zh", "category:c1", "service:c1-1", "priority:none", "back", "back"],
            [Screen.PRIORITY, Screen.CONFIRM, Screen.PRIORITY, Screen.SERVICES],
        ),
        (
            ["language:zh", "category:c1", "service:c1-1", "priority:none", "add-need", "back"],
            [Screen.CONFIRM, Screen.CATEGORIES, Screen.CONFIRM],
        ),
    ],
)
def test_back_goes_one_question_back(touches: list[str], screens: list[Screen]) -> None:
    kiosk = Kiosk()
    seen = []
    for touch in touches:
        kiosk.touch(touch)
        seen.append(kiosk.at())
    assert seen[-len(screens) :] == screens


def test_pages_turn_within_their_number_and_back_returns_to_the_page() -> None:
    kiosk = Kiosk()
    kiosk.touch("language:zh", "previous-page")
    assert kiosk.flow.state.page == 0
    kiosk.touch("next-page", "next-page", "next-page")
    assert kiosk.flow.state.page == 1
    kiosk.touch("category:c7", "back")
    assert (kiosk.at(), kiosk.flow.state.page) == (Screen.CATEGORIES, 1)
    kiosk.touch("category:c1", "next-page", "service:c1-8", "back")
    assert (kiosk.at(), kiosk.flow.state.page) == (Screen.SERVICES, 1)


def test_a_hall_without_categories_goes_straight_to_its_services() -> None:
    kiosk = Kiosk(categories=0)
    kiosk.touch("language:zh")
    assert kiosk.at() is Screen.SERVICES
    kiosk.touch("service:lone", "back")
    assert kiosk.at() is Screen.SERVICES
    kiosk.touch("back")
    assert kiosk.at() is Screen.WELCOME


def test_services_without_a_category_have_one_of_their_own() -> None:
    kiosk = Kiosk()
    kiosk.touch("language:zh", "category:other", "service:lone", "priority:none")
    assert kiosk.flow.state.basket == ("lone",)


@pytest.mark.parametrize(
    "given",
    [
        OnlineChanged(False),
        HallCame(hall_state(is_open=False)),
        AlarmsChanged(not_saving=True, twice=False),
        AlarmsChanged(not_saving=False, twice=True),
        AlarmsChanged(not_saving=False, twice=False, unlisted=True),
    ],
)
def test_nothing_begins_while_no_ticket_can_be_had(given: Input) -> None:
    kiosk = Kiosk()
    kiosk.hear(given)
    kiosk.touch("language:zh")
    assert kiosk.at() is Screen.WELCOME
    kiosk = Kiosk(known=False)
    kiosk.touch("language:zh", "back", "confirm", "take")
    assert kiosk.at() is Screen.WELCOME


@pytest.mark.parametrize(
    "touch", ["nonsense", "category:none", "service:none", "priority:king", "language:xx", "confirm"]
)
def test_a_touch_that_makes_no_sense_changes_nothing(touch: str) -> None:
    kiosk = Kiosk()
    for step in ("language:zh", "category:c1", "service:c1-1"):
        before = kiosk.flow.state
        assert kiosk.touch(touch) == []
        assert kiosk.flow.state == before
        kiosk.touch(step)


def test_an_idle_kiosk_forgets_after_a_minute_without_a_touch() -> None:
    kiosk = Kiosk().to_confirm()
    kiosk.wait(50)
    kiosk.wait(9)
    assert kiosk.at() is Screen.CONFIRM
    kiosk.touch("nothing")
    kiosk.wait(50)
    assert kiosk.at() is Screen.CONFIRM
    kiosk.hear(HallCame(hall_state(seq=9)))
    kiosk.wait(10)
    assert kiosk.at() is Screen.WELCOME
    assert kiosk.flow.state.basket == ()


def test_the_same_id_is_asked_until_the_answer_comes() -> None:
    kiosk = Kiosk().to_issuing()
    request = kiosk.flow.state.request
    assert request is not None
    kiosk.hear(OnlineChanged(False))
    for _ in range(3):
        kiosk.now += 20
        assert kiosk.hear(Unanswered("id1")) == [Ask(request)]
    assert kiosk.wait(500) == []
    kiosk.hear(Answered("id1", issued("id1")))
    assert kiosk.at() is Screen.TICKET


def test_a_request_that_outlived_its_life_ends_in_words() -> None:
    kiosk = Kiosk().to_issuing()
    kiosk.now += 601
    assert kiosk.hear(Unanswered("id1")) == [Forget()]
    assert (kiosk.at(), kiosk.flow.state.trouble) == (Screen.TROUBLE, Trouble.NO_ANSWER)
    kiosk.wait(25)
    assert kiosk.at() is Screen.WELCOME


def test_who_gives_up_is_forgotten_and_a_late_answer_shows_nobody_elses_number() -> None:
    kiosk = Kiosk().to_issuing()
    assert kiosk.touch("give-up") == [Forget()]
    assert kiosk.hear(Answered("id1", issued("id1")), Unanswered("id1")) == []
    assert kiosk.at() is Screen.WELCOME


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        (ErrorCode.HALL_CLOSED, Trouble.HALL_CLOSED),
        (ErrorCode.SERVICE_FULL, Trouble.SERVICE_FULL),
        (ErrorCode.UNKNOWN_SERVICE, Trouble.GONE),
        (ErrorCode.EXPIRED, Trouble.NO_ANSWER),
        (ErrorCode.NOT_ALLOWED, Trouble.REFUSED),
        (ErrorCode.BAD_MESSAGE, Trouble.REFUSED),
    ],
)
def test_a_refusal_is_said_and_forgotten(code: ErrorCode, trouble: Trouble) -> None:
    kiosk = Kiosk().to_issuing()
    assert kiosk.hear(Answered("id1", refusal(code))) == [Forget()]
    assert kiosk.flow.state.trouble is trouble
    kiosk.touch("again")
    assert kiosk.at() is Screen.WELCOME


def test_a_busy_dispatcher_is_asked_again_after_a_second() -> None:
    kiosk = Kiosk().to_issuing()
    assert kiosk.hear(Answered("id1", refusal(ErrorCode.BUSY))) == []
    assert kiosk.wait(0.5) == []
    assert [type(e) for e in kiosk.wait(0.5)] == [Ask]
    assert kiosk.at() is Screen.ISSUING


def test_a_busy_answer_is_remembered_until_there_is_another_or_none() -> None:
    kiosk = Kiosk().to_issuing()
    assert not kiosk.flow.state.busy
    kiosk.hear(Answered("id1", refusal(ErrorCode.BUSY)))
    assert kiosk.flow.state.busy
    kiosk.hear(Unanswered("id1"))
    assert not kiosk.flow.state.busy
    kiosk.hear(Answered("id1", refusal(ErrorCode.BUSY)), Answered("id1", issued("id1")))
    assert kiosk.at() is Screen.TICKET


def test_a_request_that_was_refused_as_busy_until_it_was_over_does_not_end_as_unanswered() -> None:
    kiosk = Kiosk().to_issuing()
    kiosk.hear(Answered("id1", refusal(ErrorCode.BUSY)))
    assert kiosk.hear(Answered("id1", refusal(ErrorCode.EXPIRED))) == [Forget()]
    assert kiosk.flow.state.trouble is Trouble.NOT_SAVING
    kiosk.touch("again")
    assert not kiosk.flow.state.busy


def test_failed_paper_leaves_the_number_until_it_is_noted() -> None:
    kiosk = Kiosk().to_ticket()
    kiosk.hear(PaperCame("A012", PrintResult.FAILED, "paper out"))
    assert kiosk.wait(3600) == []
    assert (kiosk.at(), kiosk.paper()) == (Screen.TICKET, Paper.FAILED)
    assert kiosk.touch("take") == [Forget()]


def test_a_slip_asked_for_again_says_reprint_and_not_more_than_twice() -> None:
    kiosk = Kiosk().to_ticket()
    assert kiosk.touch("reprint") == []
    for _ in range(2):
        kiosk.hear(PaperCame("A012", PrintResult.FAILED))
        effects = kiosk.touch("reprint")
        assert [e.reprint for e in effects if isinstance(e, Print)] == [True]
        assert kiosk.touch("reprint", "take") == []
    kiosk.hear(PaperCame("A012", PrintResult.FAILED))
    assert kiosk.touch("reprint") == []


@pytest.mark.parametrize(("result", "seconds"), [(PrintResult.PRINTED, 8), (PrintResult.UNCONFIRMED, 20)])
def test_a_ticket_on_paper_leaves_the_screen_by_itself(result: PrintResult, seconds: float) -> None:
    kiosk = Kiosk().to_ticket()
    kiosk.hear(PaperCame("A012", result))
    kiosk.wait(seconds - 1)
    assert kiosk.at() is Screen.TICKET
    assert kiosk.wait(1) == [Forget()]
    assert kiosk.at() is Screen.WELCOME


def test_a_printer_that_fell_silent_is_unknown_never_fine() -> None:
    kiosk = Kiosk().to_ticket()
    effects = kiosk.wait(45)
    assert effects[-1] == Report("A012", PrintResult.UNCONFIRMED, "the printer fell silent")
    assert kiosk.paper() is Paper.UNKNOWN
    kiosk.hear(PaperCame("A012", PrintResult.PRINTED))
    assert kiosk.paper() is Paper.PRINTED


def test_staffs_reprint_is_printed_and_reported_and_disturbs_nobody() -> None:
    kiosk = Kiosk().to_confirm()
    reply = issued("other", number="B007")
    assert kiosk.hear(ReprintAsked(reply)) == [Print(reply, reprint=True)]
    assert kiosk.hear(PaperCame("B007", PrintResult.PRINTED)) == [Report("B007", PrintResult.PRINTED, "")]
    assert kiosk.at() is Screen.CONFIRM


def test_killed_while_asking_the_same_request_is_asked_again() -> None:
    request = Kiosk().to_issuing().flow.state.request
    assert request is not None
    kiosk = Kiosk(known=False)
    assert kiosk.hear(Restarted(Pending(request))) == [Ask(request)]
    assert kiosk.at() is Screen.ISSUING
    kiosk.hear(Answered("id1", issued("id1")))
    assert kiosk.flow.state.ticket is not None
    assert kiosk.flow.state.ticket.number == "A012"


@pytest.mark.parametrize(
    ("before", "after", "reports"),
    [
        (Paper.PRINTING, Paper.UNKNOWN, 1),
        (Paper.FAILED, Paper.FAILED, 0),
        (Paper.PRINTED, Paper.PRINTED, 0),
        (Paper.UNKNOWN, Paper.UNKNOWN, 0),
    ],
)
def test_killed_with_a_number_it_shows_it_again_and_prints_nothing(
    before: Paper, after: Paper, reports: int
) -> None:
    request = Kiosk().to_issuing().flow.state.request
    assert request is not None
    kiosk = Kiosk(known=False)
    effects = kiosk.hear(Restarted(Pending(request, issued("id1"), before, 1)))
    assert (kiosk.at(), kiosk.paper()) == (Screen.TICKET, after)
    assert not [e for e in effects if isinstance(e, Print)]
    assert len([e for e in effects if isinstance(e, Report)]) == reports


def test_the_halls_first_language_is_the_welcomes_where_the_preferred_is_not_spoken() -> None:
    assert Kiosk(languages=("ug", "en")).flow.state.language == "ug"
