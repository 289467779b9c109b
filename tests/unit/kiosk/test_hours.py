"""What the kiosk says of the hall's hours: today, over night, over a holiday, and where nobody knows."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kiosk.flow import Known, Screen, State, Trouble
from kiosk.flow.hours import open_until, opens_again
from kiosk.flow.view import Teller
from kiosk.window import LANGUAGES
from tests.support.kiosk_halls import catalog, hall_state
from ui.languages import Texts

TEXTS = Texts.load(LANGUAGES)
ZONE = ZoneInfo("Asia/Shanghai")


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZONE).timestamp() * 1000)


def known(until: str | None, *, is_open: bool) -> Known:
    return Known(catalog(), hall_state(is_open=is_open, until=at(until) if until else None), True)


@pytest.mark.parametrize(
    ("until", "zh", "en"),
    [
        ("2026-11-20T13:00", "13:00 恢复办公。", "It opens again at 13:00."),
        ("2026-11-21T08:30", "明天 08:30 恢复办公。", "It opens again tomorrow at 08:30."),
        (
            "2026-11-23T08:30",
            "11月23日（星期一）08:30 恢复办公。",
            "It opens again at 08:30 on Monday, 23 November.",
        ),
        (
            "2027-01-01T00:00",
            "1月1日（星期五）00:00 恢复办公。",
            "It opens again at 00:00 on Friday, 1 January.",
        ),
        (None, "", ""),
    ],
)
def test_a_closed_hall_says_when_it_opens_and_on_which_day(until: str | None, zh: str, en: str) -> None:
    shut = known(until, is_open=False)
    friday = at("2026-11-20T11:40")
    assert opens_again(TEXTS, "zh", shut, friday) == zh
    assert opens_again(TEXTS, "en", shut, friday) == en


def test_an_open_hall_does_not_say_that_it_opens() -> None:
    assert opens_again(TEXTS, "en", known("2026-11-20T16:30", is_open=True), at("2026-11-20T11:40")) == ""
    assert opens_again(TEXTS, "en", Known(), at("2026-11-20T11:40")) == ""


@pytest.mark.parametrize(
    ("until", "said"),
    [
        ("2026-11-20T16:30", "16:30"),
        ("2026-11-21T00:00", "24:00"),
        ("2026-11-21T02:00", ""),
        ("2026-11-25T00:00", ""),
        (None, ""),
    ],
)
def test_the_time_of_closing_is_told_where_it_is_todays(until: str | None, said: str) -> None:
    assert open_until(known(until, is_open=True), at("2026-11-20T11:40")) == said


def test_a_closing_soon_after_midnight_is_told_before_it() -> None:
    assert open_until(known("2026-11-21T00:10", is_open=True), at("2026-11-20T23:50")) == "00:10"


def test_who_is_refused_because_the_hall_closed_is_told_when_it_opens() -> None:
    state = State(language="en", screen=Screen.TROUBLE, trouble=Trouble.HALL_CLOSED)
    teller, now = Teller(TEXTS, lambda *_: ""), at("2026-11-20T16:31")
    shut = known("2026-11-23T08:30", is_open=False)
    assert teller.view(state, shut, now)["trouble"]["text"].endswith("on Monday, 23 November.")
    not_heard_yet = known("2026-11-20T16:30", is_open=True)
    assert (
        teller.view(state, not_heard_yet, now)["trouble"]["text"] == "Please come back during opening hours."
    )
