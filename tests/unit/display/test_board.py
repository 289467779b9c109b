"""From the dispatcher's states to the picture of the hall screen."""

import pytest

from display.board import HallBoard
from display.board.parts import Picture
from display.words import Words
from runtime import Alarm, Alarms, Online
from tests.support.display import ONLINE, ROOM, START, TEXTS, board, call, catalog, hall, missed, summary
from tests.support.qml_texts import untranslated
from wire.states import Announcement, GreenWindowState, NoticeInfo
from wire.terms import GreenMode

NOW = START + 30_000


def screen(device: str = "all", *deliveries: object) -> HallBoard:
    hall_board = HallBoard(device, TEXTS)
    for delivery in (catalog(), ONLINE, *deliveries):
        hall_board.take(delivery, NOW)  # type: ignore[arg-type]
    return hall_board


def seen(hall_board: HallBoard, monotonic: float = 100.0, now: int = NOW) -> Picture:
    return hall_board.picture(now, monotonic)


def test_every_text_is_translated() -> None:
    assert untranslated(ROOM) == []


def test_before_anything_is_known_it_says_that_it_connects() -> None:
    picture = HallBoard("all", TEXTS).picture(NOW, 0.0)
    assert picture.offline.main == "正在连接大厅系统……"
    assert (picture.newest.seq, picture.calls, picture.figures, picture.stale) == (0, (), None, False)


def test_the_head_speaks_both_languages_on_the_halls_clock() -> None:
    head = seen(screen("north")).head
    assert head.hall == ("测试大厅", "Test hall")
    assert head.area == ("A 区", "Area A")
    assert head.clock == "09:00"
    assert head.date == ("11月20日 星期四", "Thursday, 20 November")


@pytest.mark.parametrize(
    ("left_ms", "minutes"), [(1_800_001, None), (1_800_000, 30), (60_001, 2), (1, 1), (0, None)]
)
def test_from_half_an_hour_before_it_says_when_the_hall_closes(left_ms: int, minutes: int | None) -> None:
    closing = hall().model_copy(update={"until": NOW + left_ms})
    said = seen(screen("all", closing)).closing
    assert bool(said.main) == (minutes is not None)
    if minutes is not None:
        assert said.main.startswith("大厅 09:")
        assert said.main.endswith(f"结束办公，还有 {minutes} 分钟")
        assert said.sub.endswith(f"in {minutes} min")
    shut = closing.model_copy(update={"open": False})
    assert seen(screen("all", shut)).closing == ("", "")


def test_the_hall_decides_which_language_comes_first() -> None:
    turned = screen("all", catalog(("en", "zh")), hall(c1=summary("paused")))
    assert seen(turned).head.hall == ("Test hall", "测试大厅")
    assert seen(turned).tiles[0].words == ("Paused", "暂停")


def test_one_language_is_not_said_twice() -> None:
    assert seen(screen("all", catalog(("zh",)))).head.hall == ("测试大厅", "")


def test_the_newest_call_stands_large_and_the_others_follow() -> None:
    picture = seen(screen("all", board(call(1), call(2), call(3, counter="2"))))
    assert (picture.newest.ticket, picture.newest.counter) == ("A003", "2")
    assert picture.newest.where == ("请到 2 号窗口", "Please go to counter 2")
    assert [(row.ticket, row.time) for row in picture.calls] == [("A002", "09:00"), ("A001", "09:00")]


def test_a_call_that_is_over_stays_to_be_read_but_sends_nobody() -> None:
    newest = seen(screen("all", board(call(1), call(2, counter="2", live=False)))).newest
    assert (newest.ticket, newest.counter, newest.live) == ("A002", "2", False)
    assert newest.where == ("2 号窗口", "Counter 2")
    assert seen(screen("all", board(call(1)))).newest.live


def test_started_late_it_shows_the_truth_and_blinks_nothing() -> None:
    assert seen(screen("all", board(call(1), call(2)))).newest.blink == 0


def test_a_new_call_blinks() -> None:
    hall_board = screen("all", board(call(1)))
    assert hall_board.take(board(call(1), call(2)), NOW) == (2,)
    assert seen(hall_board).newest.blink == 2


def test_a_recall_blinks_again() -> None:
    hall_board = screen("all", board(call(1)))
    assert hall_board.take(board(call(4, "A001", call=2)), NOW) == (4,)
    assert seen(hall_board).newest.blink == 4


def test_calls_of_one_second_stand_large_one_after_the_other_while_the_list_has_all() -> None:
    hall_board = screen("all", board())
    hall_board.take(board(call(1), call(2), call(3)), NOW)
    pictures = [seen(hall_board, at) for at in (0.0, 2.6, 5.2, 9.0)]
    assert [p.newest.ticket for p in pictures] == ["A001", "A002", "A003", "A003"]
    assert [row.ticket for row in pictures[0].calls] == ["A003", "A002"]


def test_no_more_than_eight_calls_are_listed() -> None:
    assert len(seen(screen("all", board(*map(call, range(1, 13))))).calls) == 8


def test_a_screen_of_an_area_shows_its_own_counters_only() -> None:
    deliveries = (board(call(1), call(2, counter="3"), missed=(missed("A009"), missed("A008", "3"))), hall())
    picture = seen(screen("north", *deliveries))
    assert (picture.newest.ticket, picture.calls) == ("A001", ())
    assert [m.ticket for m in picture.missed] == ["A009"]
    assert [tile.counter for tile in picture.tiles] == ["1", "2"]
    assert [tile.counter for tile in seen(screen("all", *deliveries)).tiles] == ["1", "2", "3"]


def test_a_new_call_elsewhere_is_no_news_here() -> None:
    hall_board = screen("north", board())
    assert hall_board.take(board(call(1, counter="3")), NOW) == ()
    assert seen(hall_board).newest.seq == 0


def test_counters_say_what_they_do() -> None:
    states = hall(c1=summary("called", "A001"), c2=summary("idle"), c3=summary("paused", reason="午休"))
    tiles = seen(screen("all", states)).tiles
    assert [(t.state, t.ticket, t.words.main) for t in tiles] == [
        ("called", "A001", ""),
        ("idle", "", "空闲"),
        ("paused", "", "暂停"),
    ]


@pytest.mark.parametrize("engaged", [True, False])
def test_an_engaged_green_window_marks_its_counters(engaged: bool) -> None:
    green = {"short": GreenWindowState(mode=GreenMode.AUTO, engaged=engaged, waiting=3)}
    state = hall(c1=summary("idle")).model_copy(update={"green_windows": green})
    assert [tile.green for tile in seen(screen("all", state)).tiles] == [engaged, False, False]


def test_several_green_counters_are_listed_as_each_language_does() -> None:
    words = Words(TEXTS)
    assert words.green(["1", "2"]) == (
        "绿色窗口 1、2 号：现在优先办理短时业务",
        "Green counters 1, 2: short business goes first now",
    )


def test_the_figures_come_from_the_hall() -> None:
    figures = seen(screen("all", hall(waiting=17, handled=42))).figures
    assert figures
    assert (figures.waiting, figures.handled) == (17, 42)


def test_a_lost_hall_is_said_with_the_time_and_the_numbers_are_called_stale() -> None:
    hall_board = screen("all", board(call(1)), Online(False, START + 65_000, "gone"))
    picture = seen(hall_board)
    assert picture.stale
    assert picture.offline.main == "09:01:05 起与大厅系统失去联系，号码可能已经变化"
    assert picture.offline.sub.startswith("No connection since 09:01:05")
    hall_board.take(ONLINE, NOW)
    assert (seen(hall_board).offline, seen(hall_board).stale) == (("", ""), False)


def alarms(*standing: Alarm) -> Alarms:
    return Alarms(frozenset(standing))


def test_a_hall_that_can_not_save_is_said_while_it_is_there_and_the_numbers_stay_good() -> None:
    hall_board = screen("all", board(call(1)), alarms(Alarm.CANNOT_SAVE))
    picture = seen(hall_board)
    assert picture.alarm.main.startswith("暂时不能取号和叫号，已取的号码仍然有效")
    assert "yours stays good" in picture.alarm.sub
    assert (picture.offline, picture.stale) == (("", ""), False)
    hall_board.take(Online(False, START + 65_000, "gone"), NOW)
    assert seen(hall_board).alarm == ("", "")
    assert "失去联系" in seen(hall_board).offline.main
    hall_board.take(ONLINE, NOW)
    hall_board.take(alarms(), NOW)
    assert seen(hall_board).alarm == ("", "")


def test_a_name_used_twice_is_said_also_between_the_turns() -> None:
    hall_board = screen("all", alarms(Alarm.DUPLICATE_ID, Alarm.CANNOT_SAVE))
    assert "另一台机器" in seen(hall_board).alarm.main
    hall_board.take(Online(False, START, "gone"), NOW)
    assert "another machine" in seen(hall_board).alarm.sub
    assert seen(hall_board).offline == ("", "")


def test_a_hall_whose_clock_was_ahead_says_that_its_times_are_off() -> None:
    hall_board = screen("all", board(call(1)), alarms(Alarm.CLOCK_BEHIND))
    assert seen(hall_board).alarm.main == "屏幕上的时间暂时不准，叫号照常进行"
    hall_board.take(alarms(Alarm.CLOCK_BEHIND, Alarm.CANNOT_SAVE), NOW)
    assert "暂时不能取号" in seen(hall_board).alarm.main
    hall_board.take(Online(False, START + 65_000, "gone"), NOW)
    assert seen(hall_board).alarm == ("", "")


def test_a_screen_that_is_taken_out_of_the_hall_file_stays_and_says_so_to_staff() -> None:
    hall_board = screen("all", board(call(1)), catalog(devices=()), alarms(Alarm.NOT_IN_HALL_FILE))
    picture = seen(hall_board)
    assert "大厅配置中已没有本屏" in picture.alarm.main
    assert picture.newest.ticket == "A001"
    hall_board.take(catalog(), NOW)
    hall_board.take(alarms(), NOW)
    assert seen(hall_board).alarm == ("", "")


def test_a_wrong_clock_of_the_machine_is_nothing_to_residents() -> None:
    assert seen(screen("all", alarms(Alarm.CLOCK_OFF))).alarm == ("", "")


def test_at_the_start_it_connects_and_only_later_the_connection_is_lost() -> None:
    hall_board = HallBoard("all", TEXTS)
    hall_board.take(Online(False, NOW), NOW)
    assert seen(hall_board, now=NOW + 2999).offline.main.startswith("正在连接")
    assert "失去联系" in seen(hall_board, now=NOW + 3000).offline.main


def test_a_missed_number_stands_apart_and_never_large() -> None:
    picture = seen(screen("all", board(call(1), call(2), call(3), missed=(missed("A003"), missed("A001")))))
    assert (picture.newest.ticket, picture.calls) == ("A002", ())
    assert [m.ticket for m in picture.missed] == ["A003", "A001"]


def test_a_board_of_a_replaced_dispatcher_is_not_shown() -> None:
    hall_board = screen("all", board(call(5), epoch=2))
    assert hall_board.take(board(call(9), epoch=1), NOW) == ()
    assert seen(hall_board).newest.ticket == "A005"


@pytest.mark.parametrize(
    ("begin", "end", "shown"),
    [
        (None, None, True),
        ("2025-11-20", "2025-11-20", True),
        ("2025-11-21", None, False),
        (None, "2025-11-19", False),
        ("2025-11-20 08:59:00", "2025-11-20 09:01:00", True),
        ("2025-11-20T09:00:31", None, False),
        (None, "2025-11-20T00:59:00+00:00", False),
    ],
)
def test_a_notice_is_shown_while_it_is_in_force(begin: str | None, end: str | None, shown: bool) -> None:
    notice = NoticeInfo.model_validate({"text": {"zh": "通知", "en": "Notice"}, "from": begin, "until": end})
    notices = seen(screen("all", catalog(notices=(notice,)))).notices
    assert notices == ((("通知", "Notice"),) if shown else ())


def test_words_for_the_hall_stand_for_a_minute_in_their_area() -> None:
    said = tuple(
        Announcement(number=n, at=START, text=f"text {n}", zone=zone)
        for n, zone in ((1, None), (2, "A"), (3, "B"))
    )
    hall_board = screen("north", board(announcements=said))
    assert seen(hall_board).announcement == "text 2"
    assert seen(hall_board, now=START + 60_000).announcement == ""
