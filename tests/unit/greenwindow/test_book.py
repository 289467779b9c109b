"""What the demo's players know of each other."""

import pytest

from greenwindow.arrivals import Arrival, Hold, Need, NoShow
from greenwindow.demo.book import Book
from hall.plan import Plan, load_plan

HALL = """
[hall]
id = "h"
name = { zh = "厅" }
timezone = "Asia/Shanghai"
languages = ["zh"]
[[service]]
id = "a"
prefix = "A"
name = { zh = "甲" }
[[service]]
id = "b"
prefix = "B"
name = { zh = "乙" }
[[counter]]
id = "1"
services = ["a"]
[[counter]]
id = "2"
"""


@pytest.fixture
def book() -> Book:
    plan: Plan = load_plan(HALL.encode())
    return Book(plan)


def test_a_counter_takes_the_time_of_the_needs_it_serves(book: Book) -> None:
    book.note("A001", Arrival(0, (Need("a", 4), Need("b", 6))))
    assert book.minutes_at("A001", "1") == 4
    assert book.minutes_at("A001", "2") == 6
    assert book.given == ["A001"]


def test_where_none_is_served_all_are_done(book: Book) -> None:
    book.note("B001", Arrival(0, (Need("b", 6),)))
    assert book.minutes_at("B001", "1") == 6


def test_a_stranger_takes_five_minutes(book: Book) -> None:
    assert book.minutes_at("A099", "1") == 5
    assert book.event_of("A099") is None


def test_an_event_happens_once(book: Book) -> None:
    book.note("A001", Arrival(0, (Need("a", 4),), event=Hold(5)))
    assert book.event_of("A001") == Hold(5)
    assert book.event_of("A001") is None


def test_no_shows_come_back_when_it_is_time_or_never(book: Book) -> None:
    book.returns("A001", NoShow(2), now=100)
    book.returns("A002", NoShow(), now=100)
    assert book.away == {"A001": 220}
