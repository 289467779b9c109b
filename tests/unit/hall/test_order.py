"""CONTRACT §3: the order in which tickets are called."""

import pytest

from tests.support.hall_days import HallDay


def called(lines: list[str]) -> str:
    return next(
        (line.removeprefix("ticket_called ") for line in lines if line.startswith("ticket_called")), "nobody"
    )


def test_first_come_first_served() -> None:
    day = HallDay()
    day.open("08:00", "1", "2")
    for clock, need in (("09:00", "b"), ("09:01", "a"), ("09:02", "c")):
        day.issue(clock, need)
    assert called(day.do("09:10", "pad-1 next 1")) == "B001 1 order"
    assert called(day.do("09:11", "console next 2")) == "A001 2 order"


def test_with_nothing_to_call_next_is_accepted() -> None:
    day = HallDay()
    day.open("08:00", "1")
    assert day.do("09:00", "pad-1 next 1") == []


def test_only_tickets_with_a_need_served_here_are_eligible() -> None:
    day = HallDay(counters={"2": {"services": ["b"]}})
    day.open("08:00", "2")
    day.issue("09:00", "a")
    assert called(day.do("09:01", "console next 2")) == "nobody"
    day.issue("09:02", "a", "b")
    assert called(day.do("09:03", "console next 2")) == "A002 2 order"


def test_a_clerk_narrows_what_a_counter_serves() -> None:
    day = HallDay(clerks={"li": {"services": ["c"]}, "wang": {}})
    day.do("08:00", "console open_counter 1", clerk="li")
    day.do("08:00", "console open_counter 2", clerk="wang")
    day.issue("09:00", "a")
    day.issue("09:01", "c")
    assert called(day.do("09:02", "console next 1")) == "C001 1 order"
    assert called(day.do("09:02", "console next 2")) == "A001 2 order"


class TestPinned:
    def test_goes_before_everything_and_overrides_services(self) -> None:
        day = HallDay(counters={"2": {"services": ["b"]}}, queue={"max_wait_minutes": 1})
        day.open("08:00", "1", "2")
        first = day.issue("09:00", "a")
        day.do("09:01", "console next 1")
        day.do("09:02", "console transfer 1", to_counter="2")
        day.issue("09:02", "b")
        assert called(day.do("10:00", "console next 2")) == f"{first} 2 pinned"

    def test_the_one_ready_longest(self) -> None:
        day = HallDay()
        day.open("08:00", "1", "2")
        one, two = day.issue("09:00", "a"), day.issue("09:00", "a")
        for clock, ticket in (("09:01", two), ("09:02", one)):
            day.do(clock, "console call 1", ticket=ticket)
            day.do(clock, "console transfer 1", to_counter="2")
        assert called(day.do("09:03", "console next 2")) == f"{two} 2 pinned"

    def test_is_eligible_nowhere_else(self) -> None:
        day = HallDay()
        day.open("08:00", "1", "2")
        day.issue("09:00", "a")
        day.do("09:01", "console next 1")
        day.do("09:02", "console transfer 1", to_counter="2")
        assert called(day.do("09:03", "console next 1")) == "nobody"


class TestOverdue:
    @pytest.mark.parametrize(
        ("clock", "who"), [("10:00", "A001 1 green short"), ("10:00:00.001", "B001 1 overdue")]
    )
    def test_longer_than_that(self, clock: str, who: str) -> None:
        day = HallDay(queue={"max_wait_minutes": 60}, green={"short": {"enter_above": 0, "leave_below": 0}})
        day.open("08:00", "1")
        day.issue("09:00", "b")
        day.issue("09:30", "a")
        assert called(day.do(clock, "pad-1 next 1")) == who

    def test_goes_before_a_priority(self) -> None:
        day = HallDay(queue={"max_wait_minutes": 0.5}, counters={"1": {"priority": True}})
        day.open("08:00", "1")
        day.issue("09:00", "b")
        day.issue("09:01", "a", priority="ill")
        assert called(day.do("09:02", "pad-1 next 1")) == "B001 1 overdue"


class TestPriority:
    @pytest.mark.parametrize("priority", ["elderly", "ill", "disabled", "pregnant", "military", "infant"])
    def test_at_a_priority_counter(self, priority: str) -> None:
        day = HallDay(counters={"1": {"priority": True}})
        day.open("08:00", "1", "2")
        day.issue("09:00", "b")
        day.issue("09:01", "a", priority=priority)
        assert called(day.do("09:02", "console next 1")) == "A001 1 priority"
        assert called(day.do("09:02", "console next 2")) == "B001 2 order"

    def test_none_there_then_the_order(self) -> None:
        day = HallDay(counters={"1": {"priority": True}})
        day.open("08:00", "1")
        day.issue("09:00", "b")
        assert called(day.do("09:02", "pad-1 next 1")) == "B001 1 order"


class TestGreen:
    def test_short_ones_first_at_the_green_counters_only(self) -> None:
        day = HallDay(green={"short": {"enter_above": 0, "leave_below": 1}})
        day.open("08:00", "1", "2")
        day.issue("09:00", "b")
        day.issue("09:01", "a")
        day.issue("09:02", "a")
        assert called(day.do("09:03", "console next 1")) == "A001 1 green short"
        assert called(day.do("09:03", "console next 2")) == "B001 2 order"

    def test_all_needs_must_be_in_the_window(self) -> None:
        day = HallDay(green={"short": {"enter_above": 0, "leave_below": 1}})
        day.open("08:00", "1")
        day.issue("09:00", "b", "a")
        assert called(day.do("09:03", "console next 1")) == "B001 1 order"

    def test_windows_in_file_order(self) -> None:
        first = {"services": ["b"], "enter_above": 0, "leave_below": 0}
        day = HallDay(green={"first": first, "second": {"enter_above": 0, "leave_below": 0}})
        day.open("08:00", "1")
        day.issue("09:00", "a")
        day.issue("09:01", "b")
        assert called(day.do("09:02", "console next 1")) == "B001 1 green first"
        assert called(day.do("09:02", "console next 1")) == "A001 1 green second"

    def test_counted_anew_after_the_finish_and_before_the_choice(self) -> None:
        day = HallDay(
            counters={"2": {"services": ["b"]}},
            green={"short": {"enter_above": 0, "leave_below": 1, "counters": ["1", "3"]}},
        )
        day.open("08:00", "2")
        day.issue("09:00", "b", "a")
        day.do("09:01", "console next 2")
        assert day.do("09:02", "console next 2") == ["service_finished B001 2 b", "green_entered short 1"]


class TestIndex:
    def test_a_weight_gains(self) -> None:
        day = HallDay(services={"a": {"weight": 2.0}})
        day.open("08:00", "1")
        day.issue("09:00", "b")
        day.issue("09:10", "a")
        assert (
            called(day.do("09:20", "pad-1 next 1")) == "B001 1 order"
        )  # 20 × 1 = 10 × 2: the one issued first
        day.issue("09:30", "b")
        assert called(day.do("09:30:01", "pad-1 next 1")) == "A001 1 order"

    def test_the_least_weight_of_the_needs(self) -> None:
        day = HallDay(services={"a": {"weight": 9}})
        day.open("08:00", "1")
        day.issue("09:00", "b")
        day.issue("09:01", "a", "b")
        assert called(day.do("09:30", "pad-1 next 1")) == "B001 1 order"

    def test_exact_decimals(self) -> None:
        """0.1 × 30 s and 0.3 × 10 s are equal; as floats they are not."""
        day = HallDay(services={"a": {"weight": 0.1}, "b": {"weight": 0.3}})
        day.open("08:00", "1")
        day.issue("09:00:00", "a")
        day.issue("09:00:20", "b")
        assert called(day.do("09:00:30", "pad-1 next 1")) == "A001 1 order"

    def test_a_head_start_of_the_service_the_least_of_the_needs(self) -> None:
        day = HallDay(services={"a": {"head_start_minutes": 10}, "b": {"head_start_minutes": 4}})
        day.open("08:00", "1")
        day.issue("09:00", "c")
        day.issue("09:05", "b", "a")
        assert called(day.do("09:06", "pad-1 next 1")) == "C001 1 order"
        day.issue("09:20", "c")
        day.issue("09:29", "a")
        assert called(day.do("09:30", "pad-1 next 1")) == "B001 1 order"
        assert called(day.do("09:30", "pad-1 next 1")) == "A001 1 order"

    def test_a_head_start_of_the_priority_at_any_counter(self) -> None:
        day = HallDay(queue={"priority_head_start_minutes": 5})
        day.open("08:00", "1")
        day.issue("09:00", "b")
        day.issue("09:04", "a", priority="infant")
        assert called(day.do("09:06", "pad-1 next 1")) == "A001 1 order"

    def test_keeping_the_ready_time_keeps_the_place(self) -> None:
        day = HallDay(counters={"2": {"services": ["b"]}})
        day.open("08:00", "1", "2")
        day.issue("09:00", "b", "a")
        day.issue("09:01", "a")
        day.do("09:02", "console next 2")
        day.do("09:03", "console done 2")
        assert called(day.do("09:04", "pad-1 next 1")) == "B001 1 order"


def test_call_takes_any_waiting_ticket_pinned_or_served_here_or_not() -> None:
    day = HallDay(counters={"2": {"services": ["b"]}})
    day.open("08:00", "1", "2", "3")
    pinned, plain = day.issue("09:00", "a"), day.issue("09:00", "a")
    day.do("09:01", "console call 1", ticket=pinned)
    day.do("09:02", "console transfer 1", to_counter="3")
    assert day.do("09:03", "console call 2", ticket=plain) == ["ticket_called A002 2 manual"]
    assert day.do("09:04", "console call 2", ticket=pinned) == [
        "service_finished A002 2 a",
        "ticket_called A001 2 manual",
    ]
    assert called(day.do("09:05", "console next 3")) == "nobody"


def test_what_is_waited_is_whole_seconds_since_the_issue() -> None:
    day = HallDay()
    day.open("08:00", "1")
    day.issue("09:00:00.001", "a")
    line = day.raw(
        b'{"at":"2026-11-20T01:01:00.000Z","device":"pad-1","type":"next","counter":"1","id":"n"}'
    )[0]
    assert line == (
        '{"seq":3,"at":"2026-11-20T01:01:00.000Z","epoch":0,"command":"n","type":"ticket_called","ticket":"A001",'
        '"counter":"1","services":["a"],"reason":"order","call":1,"waited_s":59}'
    )
