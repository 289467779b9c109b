"""Papers that a counter asks for: what is refused, and for which errands they are."""

import pytest

from hall.papers import errands, last_at
from tests.support.hall_days import HallDay
from wire.commands import PrintPaper
from wire.terms import PaperKind

FOLLOW_UP = PrintPaper(at=0, counter="1", paper=PaperKind.FOLLOW_UP)


def _day(**parts: object) -> HallDay:
    day = HallDay(clerks={"li": {}}, **parts)  # type: ignore[arg-type]
    day.do("08:00", "pad-1 open_counter 1", clerk="li")
    return day


def _print(day: HallDay, at: str = "10:00", who: str = "pad-1", **fields: object) -> list[str]:
    return day.do(at, f"{who} print_paper 1", **fields)


@pytest.mark.parametrize("paper", ["follow_up", "checklist"])
def test_it_is_no_event_and_wants_a_ticket_or_services(paper: str) -> None:
    day = _day()
    assert _print(day, paper=paper) == ["refused no_current_ticket"]
    assert _print(day, paper=paper, services=["a"]) == []
    day.issue("10:00", "a")
    day.do("10:01", "pad-1 next 1")
    assert _print(day, "10:02", paper=paper) == []


def test_a_contact_card_wants_a_clerk() -> None:
    day = _day()
    assert _print(day, paper="contact") == []
    day.do("10:01", "pad-1 close_counter 1")
    assert _print(day, "10:02", paper="contact") == ["refused unknown_clerk"]
    assert _print(day, "10:02", paper="checklist", services=["a"]) == []


def test_what_is_not_in_the_hall_file_is_refused() -> None:
    day = _day()
    assert _print(day, paper="checklist", services=["a", "x"]) == ["refused unknown_service"]
    assert _print(day, paper="contact", kiosk="x") == ["refused unknown_device"]
    assert _print(day, paper="contact", kiosk="kiosk") == []
    assert _print(day, paper="menu") == ["refused bad_message"]
    assert day.do("10:00", "console print_paper 9", paper="contact") == ["refused unknown_counter"]
    assert day.do("10:00", "kiosk print_paper 1", paper="contact") == ["refused not_allowed"]
    assert day.do("10:00", "pad-23 print_paper 1", paper="contact") == ["refused not_allowed"]


def test_the_errands_are_those_that_are_served_here() -> None:
    day = _day(counters={"1": {"services": ["a", "b"]}})
    assert errands(day.state, FOLLOW_UP) == ()
    day.issue("09:00", "a", "c")
    day.do("09:01", "pad-1 next 1")
    assert errands(day.state, FOLLOW_UP) == ("a",)
    day.do("09:05", "pad-1 done 1")
    assert errands(day.state, FOLLOW_UP) == ("a",)
    asked = FOLLOW_UP.model_copy(update={"services": ("b", "b", "c")})
    assert errands(day.state, asked) == ("b", "c")


def test_the_last_one_there_counts_until_the_next_is_called() -> None:
    day = _day()
    day.issue("09:00", "a")
    day.issue("09:00", "b")
    day.do("09:01", "pad-1 next 1")
    day.do("09:05", "pad-1 done 1")
    assert errands(day.state, FOLLOW_UP) == ("a",)
    day.do("09:06", "pad-1 next 1")
    assert errands(day.state, FOLLOW_UP) == ("b",)
    day.do("09:07", "pad-1 no_show 1")
    assert errands(day.state, FOLLOW_UP) == ("b",)
    found = last_at(day.state, "1")
    assert found is not None
    assert found.number == "B001"
    assert last_at(day.state, "2") is None
