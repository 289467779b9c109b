"""A screen whose hall has closed: nobody is called by it, and it says when it opens; until then the last are served."""

import pytest

from display.board import HallBoard
from display.board.parts import Figures, Newest, Picture
from display.words import Pair
from tests.support.display import ONLINE, START, TEXTS, board, call, catalog, hall, missed, summary
from wire.states import Board, CounterSummary, GreenWindowState, HallState
from wire.terms import GreenMode

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
STILL_SERVED = Pair(
    "大厅已停止取号，已取号的请继续等候办理", "The hall is closed; those with a number are still served"
)


def over(until: int | None = START + DAY, waiting: int = 0, **counters: CounterSummary) -> HallState:
    engaged = {"short": GreenWindowState(mode=GreenMode.AUTO, engaged=True, waiting=3)}
    changes = {"open": False, "until": until, "green_windows": engaged}
    return hall(1, waiting, 7, **counters).model_copy(update=changes)


def drawn(state: HallState, calls: Board | None = None, device: str = "all") -> Picture:
    screen = HallBoard(device, TEXTS)
    done = board(call(1, live=False), call(2, live=False), missed=(missed("A009"),))
    for delivery in (catalog(), ONLINE, calls or done, state):
        screen.take(delivery, START)
    return screen.picture(START, 0.0)


def test_a_closed_hall_calls_nobody_and_shows_no_number() -> None:
    seen = drawn(over())
    assert seen.closed is not None
    assert seen.closed.words == Pair("大厅现在不办公", "The hall is closed")
    assert (seen.newest, seen.calls, seen.missed, seen.tiles, seen.figures) == (Newest(), (), (), (), None)
    assert seen.notices == (), "no green counter either"
    assert seen.head.clock == "09:00"


@pytest.mark.parametrize(
    ("until", "zh", "en"),
    [
        (START + 4 * HOUR, "13:00 恢复办公。", "It opens again at 13:00."),
        (START + DAY, "明天 09:00 恢复办公。", "It opens again tomorrow at 09:00."),
        (
            START + 3 * DAY,
            "11月23日（星期日）09:00 恢复办公。",
            "It opens again at 09:00 on Sunday, 23 November.",
        ),
        (None, "请在办公时间再来。", "Please come back during opening hours."),
        (START - 1, "请在办公时间再来。", "Please come back during opening hours."),
    ],
)
def test_it_says_when_the_hall_opens_as_the_kiosk_does(until: int | None, zh: str, en: str) -> None:
    seen = drawn(over(until))
    assert seen.closed is not None
    assert seen.closed.opens == Pair(zh, en)


@pytest.mark.parametrize(
    "state",
    [
        over(c1=summary("serving", "A002")),
        over(c1=summary("called", "A002")),
        over(waiting=1, c1=summary("idle")),
        over(waiting=1, c1=summary("paused")),
    ],
)
def test_while_the_last_are_served_their_calls_stand_and_it_is_said(state: HallState) -> None:
    seen = drawn(state)
    assert seen.closed is None
    assert seen.newest.ticket == "A002"
    assert seen.closing == STILL_SERVED
    assert seen.figures == Figures(state.waiting, 7)


def test_a_call_that_came_before_the_halls_state_is_shown() -> None:
    assert drawn(over(), board(call(3))).closed is None


def test_a_counter_left_open_with_nobody_waiting_keeps_no_screen_up() -> None:
    assert drawn(over(c1=summary("idle"))).closed is not None
    assert drawn(over(waiting=2)).closed is not None, "nobody is there who could call them"


def test_each_zone_closes_with_its_own_counters() -> None:
    working = over(waiting=2, c3=summary("serving", "B001"))
    calls = board(call(1, live=False))
    assert drawn(working, calls, "all").closed is None
    assert drawn(working, calls, "north").closed is not None


def test_an_open_hall_is_not_closed_however_many_counters_are() -> None:
    assert drawn(hall()).closed is None


def test_a_closed_counter_is_not_called_green() -> None:
    seen = drawn(over(waiting=1, c2=summary("idle")))
    assert [tile.green for tile in seen.tiles] == [False, False, False]
    assert (seen.closing, seen.notices) == (STILL_SERVED, ())
