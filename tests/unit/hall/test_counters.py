"""CONTRACT §3: what a clerk's commands do in each state of a counter, and which of two faults answers."""

import pytest

from tests.support.hall_days import HallDay

STATES = ("closed", "idle", "called", "serving", "paused")
TABLE = {  # command: what it answers in each of STATES
    "open_counter 1": ("counter_opened 1", "wrong_state", "wrong_state", "wrong_state", "wrong_state"),
    "close_counter 1": ("wrong_state", "counter_closed 1", "counter_busy", "counter_busy", "counter_closed 1"),
    "pause_counter 1": ("wrong_state", "counter_paused 1", "counter_busy", "counter_busy", "wrong_state"),
    "resume_counter 1": ("wrong_state", "wrong_state", "wrong_state", "wrong_state", "counter_resumed 1"),
    "next 1": ("counter_closed", "ticket_called", "service_finished", "service_finished", "counter_paused"),
    "call 1": ("counter_closed", "ticket_called", "service_finished", "service_finished", "counter_paused"),
    "recall 1": ("counter_closed", "no_current_ticket", "ticket_recalled", "ticket_recalled", "counter_paused"),
    "start 1": ("counter_closed", "no_current_ticket", "service_started", "wrong_state", "counter_paused"),
    "done 1": ("counter_closed", "no_current_ticket", "service_finished", "service_finished", "counter_paused"),
    "no_show 1": ("counter_closed", "no_current_ticket", "ticket_no_show", "wrong_state", "counter_paused"),
    "hold 1": ("counter_closed", "no_current_ticket", "ticket_held", "ticket_held", "counter_paused"),
    "transfer 1": (
        "counter_closed", "no_current_ticket", "ticket_transferred", "ticket_transferred", "counter_paused",
    ),
}  # fmt: skip
_TO_REACH = {
    "closed": (),
    "idle": ("open_counter 1",),
    "called": ("open_counter 1", "next 1"),
    "serving": ("open_counter 1", "next 1", "start 1"),
    "paused": ("open_counter 1", "pause_counter 1"),
}
_FIELDS = {"call 1": {"ticket": "B001"}, "transfer 1": {"to_service": "b"}}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("command", TABLE)
def test_every_command_in_every_state(command: str, state: str) -> None:
    day = HallDay()
    day.issue("08:00", "a")
    day.issue("08:01", "b")
    for press in _TO_REACH[state]:
        day.do("09:00", f"pad-1 {press}")
    assert day.state.counters["1"].state == state
    before = day.state.seq
    answer = day.do("09:01", f"pad-1 {command}", **_FIELDS.get(command, {}))[0]
    expected = TABLE[command][STATES.index(state)]
    assert answer.startswith((expected, f"refused {expected}"))
    assert (day.state.seq == before) == answer.startswith("refused")


class TestDone:
    def test_only_the_needs_served_here_the_others_wait_with_their_ready_time(self) -> None:
        day = HallDay(counters={"2": {"services": ["b", "c"]}})
        day.open("08:00", "2")
        day.issue("09:00", "a", "b", "c")
        day.do("09:01", "console next 2")
        assert day.do("09:02", "console done 2") == ["service_finished A001 2 b+c"]
        ticket = day.state.tickets["A001"]
        assert (ticket.state, ticket.needs, ticket.ready) == ("waiting", ("a",), day.moment("09:00"))
        assert day.state.handled_today == 0

    def test_all_of_them_if_none_is_served_here(self) -> None:
        day = HallDay(counters={"2": {"services": ["c"]}})
        day.open("08:00", "2")
        day.issue("09:00", "a", "b")
        day.do("09:01", "console call 2", ticket="A001")
        assert day.do("09:02", "console done 2") == ["service_finished A001 2 a+b"]
        assert day.state.tickets["A001"].state == "finished"
        assert day.state.handled_today == 1

    def test_the_clerk_counts(self) -> None:
        day = HallDay(clerks={"li": {"services": ["b"]}})
        day.do("08:00", "console open_counter 1", clerk="li")
        day.issue("09:00", "a", "b")
        day.do("09:01", "console next 1")
        assert day.do("09:02", "console done 1") == ["service_finished A001 1 b"]


class TestTransfer:
    @pytest.mark.parametrize(
        ("needs", "to", "left"),
        [
            ("a", "b", "b"),
            ("a b c", "d", "d+c"),  # a and b are served at counter 2: d once, in place of the first
            ("c a b", "d", "c+d"),
            ("c d", "a", "a"),  # none is served there: all become a
            ("a c", "a", "a+c"),
            ("a c", "c", "c"),
            ("c b", "c", "c"),
        ],
    )
    def test_to_a_service_replaces_the_needs_served_here(self, needs: str, to: str, left: str) -> None:
        day = HallDay(counters={"2": {"services": ["a", "b"]}}, services={"d": {}})
        day.open("08:00", "2")
        number = day.issue("09:00", *needs.split())
        day.do("09:01", "console call 2", ticket=number)
        lines = day.do("09:02", "console transfer 2", to_service=to)
        assert lines == [f"ticket_transferred {number} {left} keep"]
        assert day.state.tickets[number].ready == day.moment("09:00")

    def test_to_the_back(self) -> None:
        day = HallDay()
        day.open("08:00", "1")
        day.issue("09:00", "a")
        day.do("09:01", "pad-1 next 1")
        lines = day.do("09:02", "pad-1 transfer 1", to_service="b", position="back")
        assert lines == ["ticket_transferred A001 b back"]
        assert day.state.tickets["A001"].ready == day.moment("09:02")

    @pytest.mark.parametrize("goal", ["1", "2"])
    def test_to_a_counter_waits_pinned_there_ready_now(self, goal: str) -> None:
        day = HallDay()
        day.open("08:00", "1", "2")
        day.issue("09:00", "a")
        day.do("09:01", "pad-1 next 1")
        day.do("09:02", "console pause_counter 2")
        assert day.do("09:03", "pad-1 transfer 1", to_counter=goal) == [f"ticket_transferred A001 a {goal}"]
        ticket = day.state.tickets["A001"]
        assert (ticket.state, ticket.pinned, ticket.ready) == ("waiting", goal, day.moment("09:03"))
        assert [t.number for t in day.state.waiting_at(goal)] == ["A001"]

    def test_not_to_a_closed_counter(self) -> None:
        day = HallDay()
        day.open("08:00", "1")
        day.issue("09:00", "a")
        assert day.do("09:01", "pad-1 transfer 1", to_counter="2") == ["refused counter_closed"]
        day.do("09:01", "pad-1 next 1")
        assert day.do("09:02", "pad-1 transfer 1", to_counter="2") == ["refused counter_closed"]

    def test_unknown_goals(self) -> None:
        day = HallDay()
        assert day.do("09:00", "pad-1 transfer 1", to_counter="9") == ["refused unknown_counter"]
        assert day.do("09:00", "pad-1 transfer 1", to_service="z") == ["refused unknown_service"]


class TestHold:
    def test_resume_waits_pinned_there_ready_now(self) -> None:
        day = HallDay()
        day.open("08:00", "1")
        day.issue("09:00", "a")
        day.do("09:01", "pad-1 next 1")
        assert day.do("09:02", "pad-1 hold 1") == ["ticket_held A001 1"]
        assert [t.number for t in day.state.held_at("1")] == ["A001"]
        assert day.do("09:03", "pad-1 resume A001") == ["ticket_resumed A001 1"]
        ticket = day.state.tickets["A001"]
        assert (ticket.pinned, ticket.ready, day.state.held_at("1")) == ("1", day.moment("09:03"), [])

    def test_held_tickets_stay_held_when_their_counter_closes(self) -> None:
        day = HallDay()
        day.open("08:00", "1", "2")
        day.issue("09:00", "a")
        day.do("09:01", "pad-1 next 1")
        day.do("09:02", "pad-1 hold 1")
        day.do("09:03", "pad-1 close_counter 1")
        assert day.state.tickets["A001"].state == "held"
        assert day.do("09:04", "pad-1 resume A001") == ["ticket_resumed A001"]
        assert day.state.tickets["A001"].ready == day.moment("09:04")
        assert day.do("09:05", "console next 2") == ["ticket_called A001 2 order"]

    def test_only_a_held_one(self) -> None:
        day = HallDay()
        day.issue("09:00", "a")
        assert day.do("09:01", "console resume A001") == ["refused wrong_state"]


def test_closing_unpins_and_keeps_the_ready_time() -> None:
    day = HallDay()
    day.open("08:00", "1", "2")
    day.issue("09:00", "a")
    day.do("09:01", "pad-1 next 1")
    day.do("09:02", "pad-1 transfer 1", to_counter="2")
    assert day.do("09:03", "console close_counter 2") == ["counter_closed 2"]
    ticket = day.state.tickets["A001"]
    assert (ticket.state, ticket.pinned, ticket.ready) == ("waiting", None, day.moment("09:02"))


def test_recalls_count_on_and_a_new_call_begins_with_one() -> None:
    day = HallDay()
    day.open("08:00", "1")
    day.issue("09:00", "a")
    day.do("09:01", "pad-1 next 1")
    for calls in (2, 3):
        day.do("09:02", "pad-1 recall 1")
        assert day.state.tickets["A001"].calls == calls
    day.do("09:03", "pad-1 no_show 1")
    day.do("09:04", "pad-1 requeue A001")
    day.do("09:05", "pad-1 next 1")
    assert day.state.tickets["A001"].calls == 1


def test_a_pause_has_its_reason_until_it_ends() -> None:
    day = HallDay()
    day.open("08:00", "1")
    day.do("09:00", "pad-1 pause_counter 1", reason="tea")
    assert day.state.counters["1"].reason == "tea"
    day.do("09:01", "pad-1 resume_counter 1")
    assert day.state.counters["1"].reason is None


class TestFirstOfTwoFaults:
    def test_an_unknown_counter_before_an_unknown_ticket_before_its_state(self) -> None:
        day = HallDay()
        assert day.do("09:00", "console call 9", ticket="A001") == ["refused unknown_counter"]
        assert day.do("09:00", "console call 1", ticket="A001") == ["refused unknown_ticket"]
        day.issue("09:00", "a")
        assert day.do("09:00", "console call 1", ticket="A001") == ["refused counter_closed"]

    def test_an_unknown_clerk_before_the_counters_state(self) -> None:
        day = HallDay()
        day.open("08:00", "1")
        assert day.do("09:00", "console open_counter 1", clerk="li") == ["refused unknown_clerk"]

    @pytest.mark.parametrize("state", ["called", "no_show", "cancelled", "held", "finished"])
    def test_call_needs_a_ticket_that_waits(self, state: str) -> None:
        day = HallDay()
        day.open("08:00", "1")
        day.issue("09:00", "a")
        day.do("09:01", "pad-1 next 1")
        ends = {"no_show": "no_show 1", "held": "hold 1", "finished": "done 1"}
        if state == "cancelled":
            day.do("09:02", "pad-1 no_show 1")
            day.do("09:02", "pad-1 cancel_ticket A001")
        elif state in ends:
            day.do("09:02", f"pad-1 {ends[state]}")
        assert day.state.tickets["A001"].state == state
        assert day.do("09:03", "pad-1 call 1", ticket="A001") == ["refused wrong_state"]
