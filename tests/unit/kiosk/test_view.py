"""What screens and slip say: ranges in whole minutes, names by language, the hall's own clock, the phone's address."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk import sample
from kiosk.flow import Flow, Known, Screen, State, Trouble
from kiosk.flow.view import Teller, shown
from kiosk.slip import slip, ticket_address
from kiosk.window import LANGUAGES
from kiosk.words import trouble_words
from tests.support.kiosk_halls import catalog, hall_state, issued
from ui.languages import Texts
from wire.replies import WaitRange
from wire.states import ServiceInfo, ServiceLoad
from wire.terms import Priority

TEXTS = Texts.load(LANGUAGES)
TELLER = Teller(TEXTS, lambda *_: "")


def view(known: Known, language: str = "zh") -> dict[str, Any]:
    return TELLER.view(State(language=language), known)


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        (None, {"known": False, "low": 0, "high": 0}),
        (WaitRange(low_s=0, high_s=0), {"known": True, "low": 0, "high": 1}),
        (WaitRange(low_s=59, high_s=61), {"known": True, "low": 0, "high": 2}),
        (WaitRange(low_s=250, high_s=700), {"known": True, "low": 4, "high": 12}),
        (WaitRange(low_s=300, high_s=300), {"known": True, "low": 0, "high": 5}),
    ],
)
def test_a_wait_is_a_range_never_shorter_than_expected(wait: WaitRange | None, said: dict[str, Any]) -> None:
    hall = hall_state().model_copy(update={"services": {"c1-1": ServiceLoad(waiting=2, expected=wait)}})
    assert view(Known(catalog(), hall, True))["loads"]["c1-1"] == {"waiting": 2, "wait": said, "full": False}


def test_the_time_is_the_halls() -> None:
    shown_ = view(Known(sample.catalog(), sample.hall(), True))
    assert (shown_["hours"], shown_["closesSoon"]) == (["今天办公至 14:10", "Open until 14:10"], False)
    assert view(Known(sample.catalog(), hall_state(), True))["hours"] == []


@pytest.mark.parametrize(
    ("left_ms", "said"),
    [
        (30 * 60_000 + 1, None),
        (30 * 60_000, 30),
        (20 * 60_000, 20),
        (60_001, 2),
        (1, 1),
        (0, None),
        (-5, None),
    ],
)
def test_from_half_an_hour_before_it_says_when_the_hall_closes(left_ms: int, said: int | None) -> None:
    until = 1_800_000_000_000
    known = Known(catalog(), hall_state(until=until), True)
    told = TELLER.view(State(language="en"), known, until - left_ms)
    assert told["closesSoon"] == (said is not None)
    assert told["hours"][:1] == [f"Closes at 16:00, in {said} min" if said else "Open until 16:00"]
    shut = Known(catalog(), hall_state(is_open=False, until=until), True)
    assert not TELLER.view(State(language="zh"), shut, until - left_ms)["closesSoon"]


def test_of_several_errands_the_full_one_is_named() -> None:
    full = hall_state().services["c1-1"].model_copy(update={"full": True})
    known = Known(catalog(), hall_state().model_copy(update={"services": {"c1-1": full}}), True)
    for basket, title in {
        ("c1-1", "c1-2"): "No more numbers today:\nErrand 1",
        ("c1-1",): "No more numbers for this today",
    }.items():
        state = State("en", Screen.TROUBLE, basket=basket, trouble=Trouble.SERVICE_FULL)
        assert TELLER.view(state, known)["trouble"]["title"] == title


def test_a_language_names_itself_and_a_missing_name_comes_in_the_halls_first() -> None:
    shown_ = view(Known(catalog(languages=("zh", "en", "ug")), hall_state(), True), "en")
    assert [(tongue["name"], tongue["prompt"]) for tongue in shown_["languages"]] == [
        ("中文", "取号"),
        ("English", "Take a number"),
        ("ئۇيغۇرچە", "نومۇر ئېلىش"),
    ]
    assert shown_["languages"][2]["hall"] == "宝山路街道社区事务受理服务中心"


@pytest.mark.parametrize(
    ("known", "screen", "headlines"),
    [
        (Known(), "starting", ["请稍候", "One moment, please"]),
        (
            Known(catalog(), hall_state(), False),
            "offline",
            ["暂时联系不上大厅系统", "No connection to the hall's system"],
        ),
        (
            Known(catalog(), hall_state(), True, not_saving=True),
            "not-saving",
            ["暂时无法取号", "No numbers just now"],
        ),
        (
            Known(catalog(), hall_state(), False, not_saving=True, twice=True),
            "twice",
            ["本取号机暂停使用", "This ticket machine is out of order"],
        ),
        (
            Known(catalog(), hall_state(is_open=False), True, unlisted=True),
            "unlisted",
            ["本取号机暂停使用", "This ticket machine is out of order"],
        ),
        (
            Known(catalog(), hall_state(is_open=False), True, not_saving=True),
            "closed",
            ["大厅现在不办公", "The hall is closed"],
        ),
        (
            Known(catalog(), hall_state(is_open=False), True),
            "closed",
            ["大厅现在不办公", "The hall is closed"],
        ),
        (Known(catalog(), hall_state(), True), "welcome", []),
        (Known(catalog(), None, True), "welcome", []),
    ],
)
def test_an_idle_kiosk_says_why_in_the_halls_languages(
    known: Known, screen: str, headlines: list[str]
) -> None:
    assert shown(State(language="zh"), known) == screen
    assert [notice["title"] for notice in view(known)["notices"]] == headlines


@pytest.mark.parametrize(
    ("answered", "online", "not_saving", "said"),
    [
        (False, True, False, False),
        (True, True, False, True),
        (False, True, True, True),
        (True, False, False, False),
        (False, False, True, False),
    ],
)
def test_a_hall_that_answers_but_takes_nothing_is_told_from_a_silent_one(
    answered: bool, online: bool, not_saving: bool, said: bool
) -> None:
    known = Known(catalog(), hall_state(), online, not_saving=not_saving)
    assert TELLER.view(State("zh", Screen.ISSUING, busy=answered), known)["busy"] is said


def test_a_trouble_while_nothing_can_be_saved_has_the_words_of_the_welcome() -> None:
    state = State("en", Screen.TROUBLE, trouble=Trouble.NOT_SAVING)
    told = TELLER.view(state, Known(catalog(), hall_state(), True))["trouble"]
    assert told["title"] == "No numbers just now"


def test_every_situation_has_the_same_keys() -> None:
    keys = set()
    for inputs in sample.situations("en").values():
        flow = Flow(lambda: sample.REQUEST, lambda: sample.AT)
        for given in inputs:
            flow.take(given, 0.0)
        keys.add(tuple(sorted(TELLER.view(flow.state, flow.known))))
    assert len(keys) == 1


def test_an_unknown_trouble_has_words_too() -> None:
    assert trouble_words(TEXTS, "zh", "who knows") == ("没能为您取到号", "请到服务台咨询。")


def test_the_slip_says_what_the_answer_says() -> None:
    known = catalog(public_url="https://hall.example/")
    things = ({"zh": "身份证", "en": "ID card"}, {"zh": "病历"})
    services = (
        ServiceInfo(id="c1-1", prefix="A", name={"zh": "事项"}, checklist=things),
        ServiceInfo(id="c1-2", prefix="A", name={"zh": "另一项"}, checklist=things[:1]),
    )
    known = known.model_copy(update={"services": services})
    reply = issued("id1", services=("c1-1", "c1-2", "gone"))
    paper = slip(reply, None, known, reprint=True)
    assert paper.number == "A012"
    assert [dict(name) for name in paper.services] == [{"zh": "事项"}, {"zh": "另一项"}, {"zh": "gone"}]
    assert [dict(thing) for thing in paper.checklist] == [{"zh": "身份证", "en": "ID card"}, {"zh": "病历"}]
    assert (paper.issued_at, paper.wait_s, paper.ahead) == ("1970-01-01 08:00", (250, 700), 3)
    assert (paper.language, paper.second, paper.reprint, paper.priority) == ("zh", "en", True, False)
    assert paper.qr_url == f"https://hall.example/t/{'0' * 32}"


def test_the_slip_of_a_kiosk_that_has_not_heard_the_hall_yet_has_the_number() -> None:
    reply = issued("id1")
    assert reply.ticket is not None
    elder = reply.ticket.model_copy(update={"priority": Priority.ELDERLY})
    paper = slip(reply.model_copy(update={"ticket": elder}), None, None, reprint=False)
    assert (paper.number, paper.priority, paper.qr_url) == ("A012", True, None)


def test_without_a_public_address_there_is_no_code() -> None:
    assert ticket_address(catalog(), "0" * 32) == ""
    assert ticket_address(catalog(public_url="https://hall.example"), None) == ""


@pytest.mark.parametrize(
    ("alarms", "told"),
    [
        ({}, ""),
        ({"times_off": True}, "times-off"),
        ({"times_off": True, "not_saving": True}, "not-saving"),
        ({"times_off": True, "twice": True}, "twice"),
    ],
)
def test_the_worst_alarm_is_told_and_times_that_are_off_hinder_nobody(
    alarms: dict[str, bool], told: str
) -> None:
    known = replace(Known(catalog(), hall_state(), True), **alarms)  # type: ignore[arg-type]
    assert TELLER.view(State(language="zh"), known)["alarm"] == told
    assert known.ready is (told in ("", "times-off"))
