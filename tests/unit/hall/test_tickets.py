"""CONTRACT §3: tickets from their issue to their end, bookings, ratings and paper."""

import pytest

from tests.support.hall_days import HallDay


class TestIssue:
    def test_numbers_by_prefix(self) -> None:
        day = HallDay(services={"x": {"prefix": "A"}, "y": {"prefix": "AB"}})
        needs = ("a", "b", "x", "y", "a")
        assert [day.issue("09:00", need) for need in needs] == ["A001", "B001", "A002", "AB001", "A003"]

    def test_the_first_need_gives_the_prefix(self) -> None:
        assert HallDay().issue("09:00", "b", "a") == "B001"

    def test_after_999_comes_1000(self) -> None:
        day = HallDay()
        day.issue("09:00", "a")
        day.state.numbers["A"] = 998
        assert [day.issue("09:00", "a") for _ in range(2)] == ["A999", "A1000"]

    def test_the_same_service_twice_counts_once(self) -> None:
        day = HallDay()
        day.issue("09:00", "a", "b", "a")
        assert day.state.tickets["A001"].needs == ("a", "b")

    def test_what_is_left_out_has_a_default(self) -> None:
        day = HallDay()
        day.issue("09:00", "a", language=None)
        ticket = day.state.tickets["A001"]
        assert (ticket.language, ticket.priority, ticket.help, ticket.device) == ("zh", "none", None, "kiosk")

    def test_priority_and_help_are_known_and_not_printed(self) -> None:
        day = HallDay()
        lines = day.raw(
            b'{"at":"2026-11-20T01:00:00Z","device":"kiosk","type":"issue_ticket","services":["a"],'
            b'"language":"en","priority":"ill","help":"wheelchair"}'
        )
        assert lines == [
            '{"seq":1,"at":"2026-11-20T01:00:00.000Z","epoch":0,"type":"ticket_issued","ticket":"A001",'
            '"services":["a"],"language":"en"}'
        ]
        assert (day.state.tickets["A001"].priority, day.state.tickets["A001"].help) == ("ill", "wheelchair")

    @pytest.mark.parametrize(
        ("services", "code"),
        [("", "bad_message"), ("z", "unknown_service"), ("a z", "unknown_service"), ("a_b", "bad_message")],
    )
    def test_a_wrong_list(self, services: str, code: str) -> None:
        assert HallDay().do("09:00", f"kiosk issue_ticket {services}") == [f"refused {code}"]


class TestDailyLimit:
    def test_counts_tickets_with_that_need_cancelled_ones_included(self) -> None:
        day = HallDay(services={"a": {"daily_limit": 2}})
        day.issue("09:00", "a")
        day.issue("09:00", "b", "a")
        day.do("09:01", "console cancel_ticket A001")
        assert day.do("09:02", "kiosk issue_ticket b a") == ["refused service_full"]
        assert day.issue("09:03", "b") == "B002"
        assert day.do("2026-11-21 09:00", "kiosk issue_ticket a")[-1] == "ticket_issued A001"

    def test_a_booking_is_honoured_and_counts(self) -> None:
        day = HallDay(services={"a": {"daily_limit": 1}})
        for name in ("x", "y"):
            day.do("10:00", f"console book_appointment {name}", services=["a"], slot=day.at("10:00"))
            assert day.do("10:00", f"kiosk check_in {name}")[0].startswith("ticket_issued")
        assert day.do("10:00", "kiosk issue_ticket a") == ["refused service_full"]

    def test_a_limit_of_zero_gives_out_none(self) -> None:
        day = HallDay(services={"a": {"daily_limit": 0}})
        assert day.do("10:00", "kiosk issue_ticket a") == ["refused service_full"]


class TestCancel:
    def test_what_can_be_cancelled(self) -> None:
        day = HallDay()
        day.open("08:00", "1", "2")
        for press in (None, "hold 1", "no_show 1", "transfer 1"):
            number = day.issue("09:00", "a")
            if press:
                day.do("09:00", "console call 1", ticket=number)
                day.do("09:00", f"console {press}", **({"to_counter": "2"} if "transfer" in press else {}))
            assert day.do("09:00", f"console cancel_ticket {number}") == [f"ticket_cancelled {number}"]
            assert day.state.tickets[number].state == "cancelled"
        assert day.state.waiting_count == day.state.waiting_of("a") == 0
        assert day.state.held_at("1") == day.state.missed_at("1") == []

    def test_what_can_not(self) -> None:
        day = HallDay()
        day.open("08:00", "1")
        day.issue("09:00", "a")
        for press in ("next 1", "start 1", "done 1"):
            day.do("09:01", f"pad-1 {press}")
            assert day.do("09:01", "console cancel_ticket A001") == ["refused wrong_state"]
        assert day.do("09:01", "console cancel_ticket A009") == ["refused unknown_ticket"]


class TestRequeue:
    @pytest.mark.parametrize(("position", "ready"), [({}, "09:05"), ({"position": "keep"}, "09:00")])
    def test_back_is_ready_now_keep_as_before(self, position: dict[str, str], ready: str) -> None:
        day = HallDay()
        day.open("08:00", "1")
        day.issue("09:00", "a")
        day.do("09:01", "pad-1 next 1")
        day.do("09:02", "pad-1 no_show 1")
        assert [t.number for t in day.state.missed_at("1")] == ["A001"]
        assert day.do("09:05", "pad-1 requeue A001", **position)[0].startswith("ticket_requeued A001")
        assert day.state.tickets["A001"].ready == day.moment(ready)
        assert day.state.missed_at("1") == []

    def test_only_a_no_show(self) -> None:
        day = HallDay()
        day.issue("09:00", "a")
        assert day.do("09:01", "console requeue A001") == ["refused wrong_state"]


class TestAppointments:
    def book(self, **queue: float) -> HallDay:
        day = HallDay(queue=queue)
        lines = day.do(
            "09:00", "console book_appointment x", services=["a", "b", "a"], slot=day.at("10:00"), priority="ill",
            language="en",
        )  # fmt: skip
        assert lines == ["appointment_booked"]
        return day

    def test_the_ticket_is_as_booked(self) -> None:
        day = self.book()
        assert day.do("10:00", "kiosk check_in x") == ["ticket_issued A001"]
        ticket = day.state.tickets["A001"]
        assert (ticket.needs, ticket.priority, ticket.language, ticket.appointment) == (
            ("a", "b"),
            "ill",
            "en",
            "x",
        )

    @pytest.mark.parametrize(
        ("checked_in", "ready"),
        [("09:01", "09:45"), ("09:50", "09:45"), ("10:15", "09:45"), ("10:15:00.001", "10:15:00.001")],
    )
    def test_early_on_time_and_late(self, checked_in: str, ready: str) -> None:
        day = self.book()
        day.do(checked_in, "guide check_in x")
        ticket = day.state.tickets["A001"]
        assert (ticket.issued_at, ticket.ready) == (day.moment(checked_in), day.moment(ready))

    def test_head_start_and_grace_are_the_halls(self) -> None:
        day = self.book(appointment_head_start_minutes=2.5, appointment_grace_minutes=0)
        day.do("10:00", "kiosk check_in x")
        assert day.state.tickets["A001"].ready == day.moment("09:57:30")

    def test_once_its_ticket_was_cancelled(self) -> None:
        day = self.book()
        day.do("10:00", "kiosk check_in x")
        day.do("10:01", "console cancel_ticket A001")
        assert day.do("10:02", "kiosk check_in x") == ["refused wrong_state"]
        assert day.do("10:03", "kiosk check_in x", look=True) == ["refused wrong_state"]

    def test_twice_is_the_same_ticket(self) -> None:
        day = self.book()
        day.do("10:00", "kiosk check_in x")
        assert day.do("10:01", "kiosk check_in x") == []
        assert day.state.appointments["x"].ticket == "A001"

    def test_who_only_looks_changes_nothing_and_hears_what_speaks_against_it(self) -> None:
        day = self.book()
        assert day.do("09:50", "kiosk check_in x", look=True) == []
        assert day.state.appointments["x"].ticket is None
        assert day.do("10:00", "kiosk check_in x", look=False) == ["ticket_issued A001"]
        assert day.do("10:01", "kiosk check_in x", look=True) == []
        assert day.do("10:02", "kiosk check_in y", look=True) == ["refused unknown_appointment"]

    def test_phone_digits_say_nothing_to_the_rules(self) -> None:
        day = self.book()
        line = '{"at":"2026-11-20T02:00:00Z","device":"kiosk","type":"check_in","phone_digits":"4321"}'
        assert day.raw(line.encode()) == ['{"refused":"unknown_appointment","line":2}']

    def test_whoever_was_not_served_by_midnight_has_the_booking_still(self) -> None:
        day = self.book()
        day.do("10:00", "kiosk check_in x")
        midnight = "2026-11-21 00:00"
        assert day.do(midnight, "kiosk check_in x") == ["ticket_expired A001", "ticket_issued A001"]
        assert day.state.tickets["A001"].ready == day.moment(midnight)
        assert day.do(midnight, "kiosk check_in x") == []

    @pytest.mark.parametrize("press", ["done 1", "no_show 1"])
    def test_checked_in_a_day_early_it_is_served_or_still_good(self, press: str) -> None:
        day = HallDay()
        day.open("08:00", "1")
        tomorrow = day.at("2026-11-21 10:00")
        day.do("08:01", "console book_appointment x", services=["a"], slot=tomorrow)
        day.do("08:02", "kiosk check_in x")
        day.issue("16:00", "c")
        assert day.do("16:00", "pad-1 next 1") == ["ticket_called C001 1 order"]
        assert day.do("16:05", "pad-1 next 1")[-1] == "ticket_called A001 1 order"
        day.do("16:06", f"pad-1 {press}")
        again = day.do("2026-11-21 09:50", "kiosk check_in x")[-1]
        assert again == ("refused wrong_state" if press == "done 1" else "ticket_issued A001")
        if press == "no_show 1":
            assert day.state.tickets["A001"].ready == day.moment("2026-11-21 09:45")

    def test_a_booking_once_used_says_so_on_any_later_day(self) -> None:
        day = self.book()
        day.do("10:00", "kiosk check_in x")
        day.do("10:01", "console cancel_ticket A001")
        assert day.do("10:02", "kiosk check_in x") == ["refused wrong_state"]
        for later in ("2026-11-21 10:00", "2026-11-22 10:00"):
            assert day.do(later, "kiosk check_in x") == ["refused wrong_state"]
            again = {"services": ["a"], "slot": day.at("2026-11-23 10:00")}
            assert day.do(later, "console book_appointment x", **again) == ["refused wrong_state"]

    def test_before_it_is_ready_it_comes_after_all_who_are(self) -> None:
        day = self.book()
        day.open("09:00", "1")
        day.do("09:01", "kiosk check_in x")
        day.issue("09:40", "c")
        assert day.do("09:40", "pad-1 next 1") == ["ticket_called C001 1 order"]
        assert day.do("09:41", "pad-1 next 1")[-1] == "ticket_called A001 1 order"

    def test_unknown_or_booked_twice(self) -> None:
        day = self.book()
        assert day.do("10:00", "kiosk check_in y") == ["refused unknown_appointment"]
        again = {"services": ["a"], "slot": day.at("11:00")}
        assert day.do("10:00", "console book_appointment x", **again) == ["refused wrong_state"]
        assert day.do("10:00", "console book_appointment z", **{**again, "services": ["z"]}) == [
            "refused unknown_service"
        ]

    def test_a_booking_outlives_midnight_and_is_forgotten_a_month_after_its_slot(self) -> None:
        day = self.book()
        assert day.do("2026-12-20 09:00", "kiosk sync") == []
        assert "x" in day.state.appointments
        assert day.do("2026-12-21 09:00", "kiosk check_in x") == ["refused unknown_appointment"]


class TestRate:
    def test_a_ticket_finished_today_once(self) -> None:
        day = HallDay()
        day.open("08:00", "1")
        day.issue("09:00", "a")
        assert day.do("09:01", "eval rate A001", score=5) == ["refused wrong_state"]
        day.do("09:01", "pad-1 next 1")
        day.do("09:02", "pad-1 done 1")
        assert day.do("09:03", "eval rate A001", score=6) == ["refused bad_message"]
        assert day.do("09:03", "eval rate A001", score=5, reason="kind") == ["rated A001"]
        assert day.do("09:04", "eval rate A001", score=1) == ["refused already_rated"]
        assert day.do("2026-11-21 09:03", "eval rate A001", score=5)[-1] == "refused unknown_ticket"


class TestPaper:
    @pytest.mark.parametrize(
        ("result", "event"),
        [("printed", "ticket_printed"), ("failed", "print_failed"), ("unconfirmed", "print_failed")],
    )
    def test_what_became_of_it(self, result: str, event: str) -> None:
        day = HallDay()
        day.issue("09:00", "a")
        assert day.do("09:01", "kiosk report_print A001", result=result) == [f"{event} A001"]
        assert day.do("09:01", "kiosk report_print A002", result=result) == ["refused unknown_ticket"]

    def test_a_reprint_prints_nothing_here(self) -> None:
        day = HallDay()
        day.issue("09:00", "a")
        assert day.do("09:01", "guide reprint A001", kiosk="kiosk") == []
        assert day.do("09:01", "guide reprint A001", kiosk="nothing") == ["refused unknown_device"]
        assert day.do("09:01", "guide reprint A002") == ["refused unknown_ticket"]


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("display report_shown", {"seq": 1, "part": "screen"}),
        ("kiosk ask_help", {}),
        ("console announce", {"text": "hello"}),
        ("strip sync", {}),
    ],
)
def test_what_the_rules_have_nothing_to_do_with(words: str, fields: dict[str, object]) -> None:
    assert HallDay().do("09:00", words, **fields) == []
