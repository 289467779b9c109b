"""CONTRACT §3: what time alone brings, by the hall's own calendar; clocks that step; changes of the clocks."""

import pytest

from hall import (
    ImpossibleEventError,
    Refusal,
    Taken,
    advance,
    apply,
    change_plan,
    decide,
    new_state,
    next_wake,
    peek_next,
    restore,
    set_right,
    snapshot,
)
from hall.replay import Replay
from tests.support.hall_days import HallDay, hall_plan
from wire.codec import command_from_fields
from wire.events import ClockSetRight, DayBegan, event_from_json, journal_json
from wire.instant import format_instant, parse_instant
from wire.terms import CallReason

HOURS = {"open": ["Mon-Fri 08:30-16:30", "Sat 09:00-15:00"]}


class TestHours:
    def test_doors_open_and_close_at_their_moments(self) -> None:
        day = HallDay(hall=HOURS)
        assert day.do("08:00", "kiosk issue_ticket a") == ["refused hall_closed"]
        assert day.do("08:30", "kiosk issue_ticket a") == ["hall_opened", "ticket_issued A001"]
        assert day.do("16:29:59.999", "kiosk issue_ticket a") == ["ticket_issued A002"]
        assert day.do("16:30", "kiosk issue_ticket a") == ["hall_closed", "refused hall_closed"]

    def test_clerks_work_outside_the_hours(self) -> None:
        day = HallDay(hall=HOURS)
        day.issue("16:00", "a")
        assert day.do("17:00", "pad-1 open_counter 1") == ["hall_closed", "counter_opened 1"]
        assert day.do("17:00", "pad-1 next 1") == ["ticket_called A001 1 order"]

    def test_a_booking_is_checked_in_only_while_it_is_open(self) -> None:
        day = HallDay(hall=HOURS)
        day.do("08:00", "console book_appointment x", services=["a"], slot=day.at("08:30"))
        assert day.do("08:29", "kiosk check_in x") == ["refused hall_closed"]
        day.do("08:31", "kiosk check_in x")
        assert day.do("17:00", "kiosk check_in x") == ["hall_closed"]

    def test_nothing_before_the_first_line(self) -> None:
        day = HallDay(hall=HOURS)
        assert day.do("08:30", "kiosk sync") == []
        assert day.state.is_open

    def test_without_hours_the_doors_are_never_told(self) -> None:
        day = HallDay(hall={"closed": ["2026-11-21"]})
        day.do("09:00", "kiosk sync")
        assert day.do("2026-11-23 09:00", "kiosk issue_ticket a") == ["ticket_issued A001"]
        assert day.state.opens_or_closes_at(day.moment("09:00")) is None

    def test_closed_dates_and_extra_hours(self) -> None:
        extra = ["2026-11-21 08:00-10:00", "2026-11-22 10:00-11:00", "2026-11-23 12:00-13:00"]
        day = HallDay(hall={**HOURS, "closed": ["2026-11-23"], "extra": extra})
        day.do("17:00", "kiosk sync")
        told = [day.replay.follow(1, line(day.at(f"2026-11-{d} 23:00")))[0] for d in (21, 22, 23)]
        moments = [[event.at for event in events if event.public] for events in told]
        assert moments == [
            [day.moment("2026-11-21 08:00"), day.moment("2026-11-21 15:00")],
            [day.moment("2026-11-22 10:00"), day.moment("2026-11-22 11:00")],
            [day.moment("2026-11-23 12:00"), day.moment("2026-11-23 13:00")],
        ]

    def test_a_single_closed_day_far_ahead_is_seen(self) -> None:
        day = HallDay(hall={"open": ["00:00-24:00"], "closed": ["2026-12-25"]})
        day.do("12:00", "kiosk sync")
        assert day.do("2026-12-25 12:00", "kiosk issue_ticket a") == ["hall_closed", "refused hall_closed"]
        assert day.do("2026-12-26 00:00", "kiosk sync") == ["hall_opened"]

    def test_hours_end_again_after_extra_days_that_ran_on_for_weeks(self) -> None:
        extra = [f"{sunday} 00:00-24:00" for sunday in ("2026-11-22", "2026-11-29", "2026-12-06")]
        day = HallDay(hall={"open": ["Mon-Sat 00:00-24:00"], "extra": extra})
        day.do("12:00", "kiosk sync")
        assert day.do("2026-12-13 12:00", "kiosk issue_ticket a") == ["hall_closed", "refused hall_closed"]

    def test_a_weekly_hour_that_a_clock_change_hides_comes_back(self) -> None:
        plan = hall_plan(hall={"open": ["Sun 02:30-03:30"], "timezone": "America/New_York"})
        hours = new_state(plan).rules.hours
        shown = parse_instant("2026-03-01T22:00:00-05:00")
        assert format_instant(hours.next_change(shown)) == "2026-03-15T06:30:00.000Z"

    def test_hours_that_touch_are_one(self) -> None:
        day = HallDay(hall={"open": ["08:00-12:00", "12:00-24:00", "00:00-02:00"]})
        day.do("11:00", "kiosk sync")
        assert day.do("2026-11-21 01:00", "kiosk sync") == []
        assert day.do("2026-11-21 02:00", "kiosk sync") == ["hall_closed"]

    def test_when_it_opens_next(self) -> None:
        day = HallDay(hall={**HOURS, "closed": ["2026-11-23", "2026-11-24"]})
        day.do("17:00", "kiosk sync")
        assert day.state.opens_or_closes_at(day.moment("17:00")) == day.moment("2026-11-21 09:00")
        monday = day.moment("2026-11-21 15:00")
        assert day.state.opens_or_closes_at(monday) == day.moment("2026-11-25 08:30")

    def test_hours_that_never_come(self) -> None:
        day = HallDay(hall={"open": [], "extra": ["2030-01-01 08:00-09:00"]})
        day.do("09:00", "kiosk sync")
        assert day.state.opens_or_closes_at(day.moment("09:00")) == day.moment("2030-01-01 08:00")
        assert day.state.opens_or_closes_at(day.moment("2030-01-01 09:00")) is None


def line(at: str) -> bytes:
    return b'{"at":"%s","device":"kiosk","type":"sync"}' % at.encode()


class TestMidnight:
    def test_tickets_expire_in_the_order_of_their_issue_then_counters_close(self) -> None:
        day = HallDay(green={"short": {"enter_above": 0, "leave_below": 1, "counters": ["3"]}})
        day.open("08:00", "3", "2", "1")
        numbers = [day.issue("09:00", need) for need in ("b", "a", "c", "b", "a", "a")]
        for number, press in zip(numbers, (None, None, "no_show", "hold", "done", "start"), strict=True):
            if press:
                day.do("09:01", "console call 1", ticket=number)
                day.do("09:01", f"console {press} 1")
        day.do("09:02", "console pause_counter 2")
        assert day.do("2026-11-21 00:00", "kiosk sync") == [
            "ticket_expired B001",
            "ticket_expired A001",
            "green_left short 0",
            "ticket_expired C001",
            "ticket_expired B002",
            "ticket_expired A003",
            "counter_closed 1",
            "counter_closed 2",
            "counter_closed 3",
        ]

    def test_numbers_start_again_and_yesterdays_are_unknown(self) -> None:
        day = HallDay()
        day.issue("23:59:59.999", "a")
        assert day.do("2026-11-21 00:00", "console cancel_ticket A001")[-1] == "refused unknown_ticket"
        assert day.issue("2026-11-21 00:00", "a") == "A001"

    def test_it_is_the_halls_own_midnight(self) -> None:
        day = HallDay(hall={"timezone": "America/New_York"})
        day.issue("23:59", "a")
        events, _ = day.replay.follow(1, line("2026-11-21T06:00:00Z"))
        assert [event.at for event in events] == [day.moment("2026-11-21 00:00")] * 2
        assert isinstance(events[-1], DayBegan)

    def test_edges_of_one_moment_when_then_doors_then_the_end_of_the_day(self) -> None:
        day = HallDay(
            hall={"open": ["00:00-24:00"], "closed": ["2026-11-21"]},
            green={"short": {"enter_above": 0, "leave_below": 1, "when": ["Fri 00:00-24:00"]}},
        )
        day.issue("23:00", "a")
        lines = day.do("2026-11-21 00:00", "kiosk sync")
        assert lines == ["green_left short 1", "hall_closed", "ticket_expired A001"]

    def test_several_days_at_once(self) -> None:
        day = HallDay(hall=HOURS)
        day.issue("09:00", "a")
        assert day.do("2026-11-23 09:00", "kiosk sync") == [
            "hall_closed", "ticket_expired A001", "hall_opened", "hall_closed", "hall_opened",
        ]  # fmt: skip
        assert str(day.state.day) == "2026-11-23"

    def test_a_paused_counter_opens_again_without_its_reason(self) -> None:
        day = HallDay(clerks={"li": {}})
        day.do("09:00", "pad-1 open_counter 1", clerk="li")
        day.do("09:00", "pad-1 pause_counter 1", reason="tea")
        day.do("2026-11-21 09:00", "kiosk sync")
        counter = day.state.counters["1"]
        assert (counter.state, counter.clerk, counter.reason) == ("closed", None, None)


class TestChangesOfTheClocks:
    @pytest.mark.parametrize(
        ("zone", "day", "hours"),
        [
            ("Europe/Berlin", "2026-03-29", 23),
            ("Europe/Berlin", "2026-10-25", 25),
            ("Australia/Lord_Howe", "2026-04-05", 24.5),
            ("Australia/Lord_Howe", "2026-10-04", 23.5),
            (
                "Africa/Cairo",
                "2026-04-24",
                23,
            ),  # the clock goes forward at midnight: that day begins at 01:00
        ],
    )
    def test_a_day_is_as_long_as_it_is(self, zone: str, day: str, hours: float) -> None:
        hall = HallDay(hall={"timezone": zone})
        state = hall.state
        days = state.rules.days
        begin = days.moment(days.of(hall.moment(f"{day} 12:00")), 0)
        assert (days.ends(days.of(begin)) - begin) / 3_600_000 == hours
        assert str(days.of(begin)) == day
        assert str(days.of(begin - 1)) < day
        assert str(days.of(days.ends(days.of(begin)) - 1)) == day

    def test_a_clock_that_goes_back_over_midnight_begins_no_day_twice(self) -> None:
        hall = HallDay(hall={"timezone": "America/Goose_Bay"})
        day = hall.state.rules.days.of
        first = hall.moment("2010-11-07 00:00")  # a minute later the clock shows 23:01 of the day before
        assert [str(day(first - 1)), str(day(first)), str(day(first + 1_800_000))] == [
            "2010-11-06", "2010-11-07", "2010-11-07",
        ]  # fmt: skip

    def test_hours_that_a_change_skips_are_none(self) -> None:
        hall = HallDay(hall={"timezone": "Europe/Berlin", "open": ["Sun 02:30-03:00"]})
        hall.do("2026-03-28 12:00", "kiosk sync")
        assert hall.do("2026-03-30 12:00", "kiosk sync") == []

    def test_a_leap_second_as_text(self) -> None:
        day = HallDay()
        day.raw(b'{"at":"2016-12-31T23:59:60Z","device":"kiosk","type":"issue_ticket","services":["a"]}')
        assert day.state.tickets["A001"].issued_at == day.moment("2017-01-01 08:00")

    @pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
    @pytest.mark.parametrize("at", ["1970-01-01T00:00:00Z", "9999-12-30T00:00:00Z", "9998-12-28T00:00:00Z"])
    def test_the_ends_of_the_calendar(self, zone: str, at: str) -> None:
        hall = {
            "timezone": zone,
            "open": ["08:00-24:00"],
            "extra": ["9999-12-31 01:00-02:00", "9999-12-30 01:00-02:00"],
        }
        day = HallDay(hall=hall)
        day.raw(line(at))
        if at.startswith("99"):
            day.raw(line("9999-12-30T00:00:00Z"))
        assert day.state.day is not None


class TestClocksThatStep:
    """A live hall's clock may be put right by days; CONTRACT §5 holds all the same."""

    def press(self, day: HallDay, clock: str, kind: str, **fields: object) -> list[str]:
        """As a dispatcher does it: advance, decide, apply; whatever the clock says."""
        now = day.moment(clock)
        command = command_from_fields({"at": day.at(clock), "type": kind, **fields})
        brought = advance(day.state, now)
        for event in brought:
            apply(day.state, event)
        made = decide(day.state, command, now, "console")
        assert isinstance(made, list)
        for event in made:
            apply(day.state, event)
        return [event.type for event in [*brought, *made]]

    def test_two_days_back(self) -> None:
        day = HallDay(hall=HOURS)
        self.press(day, "09:00", "issue_ticket", services=["a"])
        self.press(day, "09:00", "open_counter", counter="1")
        assert self.press(day, "2026-11-18 09:00", "issue_ticket", services=["a"]) == ["ticket_issued"]
        assert [*day.state.tickets] == ["A001", "A002"]
        day.state.tickets["A001"].issued_at += 10**9
        assert self.press(day, "2026-11-18 09:01", "call", counter="1", ticket="A001") == ["ticket_called"]
        assert self.press(day, "2026-11-18 17:00", "done", counter="1") == ["hall_closed", "service_finished"]
        self.press(day, "2026-11-19 09:00", "issue_ticket", services=["a"])
        assert [*day.state.tickets] == ["A001", "A002", "A003"]
        assert self.press(day, "2026-11-21 09:00", "issue_ticket", services=["a"])[-4:] == [
            "counter_closed", "day_began", "hall_opened", "ticket_issued",
        ]  # fmt: skip
        assert [*day.state.tickets] == ["A001"]

    def test_back_to_when_the_doors_were_open(self) -> None:
        day = HallDay(hall=HOURS)
        self.press(day, "17:00", "sync")
        assert self.press(day, "09:00", "sync") == ["hall_opened"]

    def test_two_days_on_and_back(self) -> None:
        day = HallDay()
        self.press(day, "09:00", "issue_ticket", services=["a"])
        expected = ["ticket_expired", "day_began", "day_began", "ticket_issued"]
        assert self.press(day, "2026-11-22 09:00", "issue_ticket", services=["a"]) == expected
        assert self.press(day, "09:01", "issue_ticket", services=["a"]) == ["ticket_issued"]
        assert [*day.state.tickets] == ["A001", "A002"]


class TestAClockThatWasAhead:
    """The hall's time doesn't go back; doors and hours go by the clock that was put right."""

    def take(self, day: HallDay, at: str, wall: str) -> list[str]:
        brought = advance(day.state, day.moment(at), wall=day.moment(wall))
        for event in brought:
            apply(day.state, event)
            assert event.at <= day.moment(at)
        return [event.type for event in brought]

    def test_doors_open_and_close_by_the_clock(self) -> None:
        day = HallDay(hall=HOURS)
        day.issue("16:29", "a")
        assert self.take(day, "16:29:30", "08:29:30") == ["hall_closed"]
        assert self.take(day, "16:31", "08:30") == ["hall_opened"]
        assert self.take(day, "20:00", "16:29") == []
        assert self.take(day, "20:01", "16:30") == ["hall_closed"]
        assert [*day.state.tickets] == ["A001"]

    def test_it_says_when_it_opens_by_the_clock(self) -> None:
        day = HallDay(hall=HOURS)
        day.issue("16:29", "a")
        self.take(day, "16:30", "08:00")
        command = command_from_fields({"at": day.at("16:30"), "type": "issue_ticket", "services": ["a"]})
        refused = decide(day.state, command, day.moment("16:30"), "kiosk", wall=day.moment("08:00"))
        assert isinstance(refused, Refusal)
        assert "at 08:30" in refused.message

    def test_hours_of_a_green_window(self) -> None:
        day = HallDay(green={"short": {"enter_above": 0, "leave_below": 0, "when": ["09:00-10:00"]}})
        day.open("12:00", "1")
        day.issue("12:00", "a")
        assert self.take(day, "12:01", "09:30") == ["green_entered"]
        now, wall = day.moment("12:01"), day.moment("09:30")
        choice = peek_next(day.state, "1", now, wall)
        assert choice is not None
        assert choice.reason is CallReason.GREEN
        assert self.take(day, "12:30", "10:00") == ["green_left"]

    def test_an_edge_that_the_clock_has_passed_is_dated_its_own_moment(self) -> None:
        day = HallDay(hall=HOURS)
        day.issue("16:00", "a")
        brought = advance(day.state, day.moment("16:40"), wall=day.moment("16:35"))
        assert [(event.type, event.at) for event in brought] == [("hall_closed", day.moment("16:30"))]

    def test_until_when_time_may_go_on_before_the_clock_has_come_there(self) -> None:
        day = HallDay()
        ends = day.state.rules.days.ends_after
        assert ends(day.moment("00:00")) == ends(day.moment("23:59:59.999")) == day.moment("2026-11-21 00:00")

    def test_the_day_ends_by_the_clock(self) -> None:
        day = HallDay()
        day.issue("23:59", "a")
        assert self.take(day, "23:59:59", "12:00") == []
        ends = "2026-11-21 00:00"
        assert self.take(day, ends, ends) == ["ticket_expired", "day_began"]


class TestTheClockIsRight:
    """The one order by which a hall goes back in time."""

    def order(self, day: HallDay, now: str, taken: Taken) -> list[str]:
        brought = set_right(day.state, day.moment(now), taken, 7)
        for event in brought:
            apply(day.state, event)
        return [f"{event.type} {format_instant(event.at)}" for event in brought]

    def test_everybody_leaves_and_numbers_go_on(self) -> None:
        day = HallDay()
        day.issue("2026-11-21 09:00", "a")
        day.do("2026-11-21 09:00", "pad-1 open_counter 1")
        was = format_instant(day.moment("2026-11-21 09:00"))
        taken = {"2026-11-19": {"A": 9}, "2026-11-20": {"A": 4}, "2026-11-21": {"A": 1}}
        assert self.order(day, "10:00", taken) == [
            f"ticket_expired {was}", f"counter_closed {was}",
            f"clock_set_right {format_instant(day.moment('10:00'))}",
        ]  # fmt: skip
        assert str(day.state.day) == "2026-11-20"
        day.replay = Replay(restore(day.state.plan, snapshot(day.state)))
        assert day.state.taken == {"2026-11-20": {"A": 4}, "2026-11-21": {"A": 1}}
        assert day.issue("10:01", "a") == "A005"
        assert day.issue("2026-11-21 10:00", "a") == "A002"
        assert day.issue("2026-11-22 10:00", "a") == "A001"
        assert "taken" not in snapshot(day.state)

    def test_it_cannot_follow_while_somebody_waits(self) -> None:
        day = HallDay()
        day.issue("09:00", "a")
        note = ClockSetRight(seq=day.state.seq, at=1, day="2026-11-20")
        with pytest.raises(ImpossibleEventError, match="A001 of the day before did not end"):
            apply(day.state, note)
        assert event_from_json(journal_json(note)) == note


class TestNextWake:
    def test_the_next_edge(self) -> None:
        day = HallDay(hall=HOURS, green={"short": {"when": ["10:00-11:00"]}})
        assert next_wake(day.state, day.moment("08:00")) == day.moment("08:30")
        day.do("09:00", "kiosk sync")
        for now, then in (
            ("09:00", "10:00"),
            ("10:00", "11:00"),
            ("11:00", "16:30"),
            ("16:30", "2026-11-21 00:00"),
        ):
            assert next_wake(day.state, day.moment(now)) == day.moment(then)

    def test_never_in_a_hall_without_hours_before_it_began(self) -> None:
        assert next_wake(new_state(hall_plan()), 0) is None


class TestAnotherHallFile:
    def test_new_hours_open_the_doors_at_once(self) -> None:
        day = HallDay(hall=HOURS)
        day.do("17:00", "kiosk sync")
        change_plan(day.state, hall_plan(hall={"open": ["08:30-18:00"]}))
        assert [event.type for event in advance(day.state, day.moment("17:01"))] == ["hall_opened"]

    def test_a_new_green_window_counts_those_who_wait(self) -> None:
        day = HallDay()
        day.issue("09:00", "a")
        change_plan(day.state, hall_plan(green={"short": {"enter_above": 0, "leave_below": 0}}))
        assert [event.type for event in advance(day.state, day.moment("09:01"))] == ["green_entered"]

    def test_a_time_zone_in_which_the_day_is_over_ends_it_at_once(self) -> None:
        day = HallDay()
        day.issue("20:00", "a")
        change_plan(day.state, hall_plan(hall={"timezone": "Pacific/Kiritimati"}))
        assert [event.type for event in advance(day.state, day.moment("20:01"))] == [
            "ticket_expired",
            "day_began",
        ]


class TestMemos:
    """They bound themselves, and never change an answer."""

    def test_days_looked_at(self) -> None:
        hours = HallDay(hall=HOURS).state.rules.hours
        noon = HallDay().moment("12:00")
        answers = [hours.hold(noon + i * 86_400_000) for i in range(1100)]
        assert answers == [hours.hold(noon + i * 86_400_000) for i in range(1100)]
        assert answers[:4] == [True, True, False, True]

    def test_needs_asked_for(self) -> None:
        rules = HallDay(services={"a": {"weight": 2}}).state.rules
        first = rules.kind_of(("a",), priority=False)
        for i in range(10_002):
            rules.kind_of(("a", f"gone-{i}"), priority=False)
        assert rules.kind_of(("a",), priority=False) == first
