"""CONTRACT §3: green windows, both edges, their hours and modes."""

import pytest

from tests.support.hall_days import HallDay


def short(day: HallDay, *clocks: str) -> list[str]:
    return [line for clock in clocks for line in day.do(clock, "kiosk issue_ticket a") if "green" in line]


def test_entered_when_greater_left_when_less_and_in_between_as_it_was() -> None:
    day = HallDay(green={"short": {}})
    day.open("08:00", "2")
    assert short(day, "09:00", "09:01") == []
    assert short(day, "09:02") == ["green_entered short 3"]
    assert day.do("09:03", "console next 2") == ["ticket_called A001 2 order"]
    assert day.do("09:04", "console next 2")[1:] == ["ticket_called A002 2 order", "green_left short 1"]
    assert short(day, "09:05") == []
    assert short(day, "09:06") == ["green_entered short 3"]


def test_leave_below_may_be_one_more_than_enter_above() -> None:
    day = HallDay(green={"short": {"enter_above": 0, "leave_below": 1}})
    assert short(day, "09:00") == ["green_entered short 1"]
    assert day.do("09:01", "console cancel_ticket A001") == ["ticket_cancelled A001", "green_left short 0"]


def test_with_leave_below_zero_it_stays() -> None:
    day = HallDay(green={"short": {"enter_above": 0, "leave_below": 0}})
    short(day, "09:00")
    assert day.do("09:01", "console cancel_ticket A001") == ["ticket_cancelled A001"]
    assert day.do("2026-11-21 09:00", "kiosk sync") == []
    assert day.state.green("short").engaged
    assert day.do("2026-11-21 09:01", "console set_green short", mode="auto") == ["green_left short 0"]


class TestCounting:
    def test_pinned_held_and_missed_tickets_do_not_count(self) -> None:
        day = HallDay(green={"short": {"enter_above": 0, "leave_below": 1, "counters": ["3"]}})
        day.open("08:00", "1", "2")
        assert day.do("09:00", "kiosk issue_ticket a")[1:] == ["green_entered short 1"]
        assert day.do("09:01", "console next 1")[1:] == ["green_left short 0"]
        assert day.do("09:02", "console transfer 1", to_counter="2") == ["ticket_transferred A001 a 2"]
        assert day.do("09:03", "console close_counter 2") == ["counter_closed 2", "green_entered short 1"]
        assert day.do("09:04", "console next 1")[1:] == ["green_left short 0"]
        assert day.do("09:05", "console hold 1") == ["ticket_held A001 1"]
        assert day.do("09:06", "console resume A001") == ["ticket_resumed A001 1"]
        assert day.do("09:07", "console next 1") == ["ticket_called A001 1 pinned"]
        assert day.do("09:08", "console no_show 1") == ["ticket_no_show A001 1"]
        assert day.do("09:09", "console requeue A001") == [
            "ticket_requeued A001 back",
            "green_entered short 1",
        ]

    def test_resumed_to_a_closed_counter_counts(self) -> None:
        day = HallDay(green={"short": {"enter_above": 0, "leave_below": 1}})
        day.open("08:00", "2")
        short(day, "09:00")
        day.do("09:01", "console next 2")
        day.do("09:02", "console hold 2")
        day.do("09:03", "console close_counter 2")
        assert day.do("09:04", "console resume A001") == ["ticket_resumed A001", "green_entered short 1"]

    def test_needs_left_count(self) -> None:
        day = HallDay(green={"short": {"enter_above": 0, "leave_below": 1}})
        day.open("08:00", "2")
        day.issue("09:00", "b")
        day.do("09:01", "console next 2")
        lines = day.do("09:02", "console transfer 2", to_service="a")
        assert lines == ["ticket_transferred B001 a keep", "green_entered short 1"]

    def test_two_windows_are_told_in_file_order(self) -> None:
        window = {"enter_above": 0, "leave_below": 1}
        day = HallDay(green={"y": window, "x": window})
        assert short(day, "09:00") == ["green_entered y 1", "green_entered x 1"]


class TestWhen:
    def test_the_start_counts_at_once_and_is_inside_the_end_is_outside(self) -> None:
        day = HallDay(green={"short": {"enter_above": 0, "leave_below": 1, "when": ["Mon-Fri 09:00-11:00"]}})
        assert short(day, "08:59:59.999") == []
        assert short(day, "09:00") == ["green_entered short 1"]
        assert day.do("11:00", "kiosk sync") == ["green_left short 2"]
        assert short(day, "11:01") == []

    def test_edges_are_dated_their_own_moment(self) -> None:
        day = HallDay(green={"short": {"enter_above": 0, "leave_below": 1, "when": ["09:00-11:00"]}})
        day.issue("08:00", "a")
        lines = day.raw(b'{"at":"2026-11-20T04:00:00Z","device":"kiosk","type":"sync","id":"s"}')
        assert lines == [
            '{"seq":2,"at":"2026-11-20T01:00:00.000Z","epoch":0,"type":"green_entered","rule":"short","waiting":1}',
            '{"seq":3,"at":"2026-11-20T03:00:00.000Z","epoch":0,"type":"green_left","rule":"short","waiting":1}',
        ]

    @pytest.mark.parametrize("when", [["09:00-10:00", "10:00-11:00"], ["09:00-10:30", "10:00-11:00"]])
    def test_hours_that_touch_or_overlap_are_one(self, when: list[str]) -> None:
        day = HallDay(green={"short": {"enter_above": 0, "leave_below": 1, "when": when}})
        day.issue("08:00", "a")
        assert day.do("12:00", "kiosk sync") == ["green_entered short 1", "green_left short 1"]

    def test_another_day_of_the_week(self) -> None:
        day = HallDay(green={"short": {"enter_above": 0, "leave_below": 1, "when": ["Mon,Wed 00:00-24:00"]}})
        assert short(day, "09:00") == []


class TestModes:
    def test_on_and_off_override_count_and_hours(self) -> None:
        day = HallDay(green={"short": {"when": ["Mon 09:00-11:00"]}})
        assert day.do("09:00", "console set_green short", mode="on") == ["green_entered short 0"]
        assert day.do("09:01", "console set_green short", mode="on") == []
        assert day.do("09:02", "console set_green short", mode="off") == ["green_left short 0"]
        assert short(day, "09:03", "09:04", "09:05") == []

    def test_off_keeps_it_off_however_many_wait(self) -> None:
        day = HallDay(green={"short": {}})
        assert day.do("09:00", "console set_green short", mode="off") == []
        assert short(day, "09:03", "09:04", "09:05") == []
        assert day.do("09:06", "console set_green short", mode="auto") == ["green_entered short 3"]

    def test_auto_starts_again_from_not_engaged(self) -> None:
        day = HallDay(green={"short": {}})
        short(day, "09:00", "09:01", "09:02")
        assert day.do("09:03", "console set_green short", mode="auto") == []
        day.do("09:04", "console cancel_ticket A001")
        assert day.do("09:05", "console set_green short", mode="auto") == ["green_left short 2"]

    def test_a_mode_outlives_midnight(self) -> None:
        day = HallDay(green={"short": {}})
        day.do("09:00", "console set_green short", mode="on")
        assert day.do("2026-11-21 09:00", "kiosk sync") == []
        assert day.state.green("short").engaged

    def test_an_unknown_window_is_a_bad_message(self) -> None:
        day = HallDay(green={"short": {}})
        assert day.do("09:00", "console set_green long", mode="on") == ["refused bad_message"]
        assert day.do("09:00", "pad-1 set_green long", mode="on") == ["refused not_allowed"]
