"""Whole and back: snapshots, restarts from the journal, a changed hall file, and events that can't be."""

import json

import pytest

from hall import ImpossibleEventError, apply, change_plan, new_state, peek_next, restore, snapshot
from hall.plan import load_plan
from hall.replay import ReplayError
from tests.support.hall_days import HallDay, hall_plan
from tests.support.random_days import random_day
from wire import events as e
from wire.events import event_from_json, journal_json


@pytest.mark.parametrize("seed", range(60))
def test_a_replay_of_the_journal_and_a_snapshot_give_the_same_state(seed: int) -> None:
    made = random_day(seed)
    plan = load_plan(made.hall)
    day = HallDay(plan)
    again = new_state(plan)
    for number, line in enumerate(made.lines, 1):
        if not line.strip():
            continue
        try:
            events, _ = day.replay.follow(number, line)
        except ReplayError:
            break
        for event in events:
            apply(again, event_from_json(journal_json(event)))
    whole = snapshot(day.state)
    assert snapshot(again) == whole
    loaded = restore(plan, json.loads(json.dumps(whole)))
    assert snapshot(loaded) == whole
    now = day.state.clock or 0
    for counter in plan.counters:
        seen = [t.number for t in day.state.waiting_at(counter.id)]
        assert [t.number for t in loaded.waiting_at(counter.id)] == seen
        choices = [peek_next(state, counter.id, now) for state in (day.state, loaded)]
        assert choices[0] == choices[1]
    assert [(g.waiting, g.engaged) for g in loaded.greens] == [
        (g.waiting, g.engaged) for g in day.state.greens
    ]
    assert loaded.waiting_count == day.state.waiting_count


class TestPeek:
    def test_what_next_would_call(self) -> None:
        day = HallDay(
            green={"short": {"enter_above": 0, "leave_below": 1}}, counters={"2": {"services": ["b"]}}
        )
        assert peek_next(day.state, "1", day.moment("09:00")) is None
        day.open("08:00", "1", "2")
        assert peek_next(day.state, "1", day.moment("09:00")) is None
        day.issue("09:00", "c")
        day.issue("09:00", "b", "a")
        day.do("09:00", "console next 2")
        day.do("09:00", "console call 1", ticket="C001")
        choice = peek_next(day.state, "1", day.moment("09:01"))
        assert choice is None
        before = snapshot(day.state)
        day.do("09:01", "console done 2")
        choice = peek_next(day.state, "1", day.moment("09:01"))
        assert choice is not None
        assert (choice.ticket.number, choice.reason, choice.rule) == ("B001", "green", "short")
        assert snapshot(day.state) != before


class TestAnotherHallFile:
    def test_who_was_at_a_counter_that_is_gone_waits_again(self) -> None:
        day = HallDay()
        day.open("08:00", "1", "2", "3")
        for press in ("start 3", "hold 3", "no_show 3", "transfer 3"):
            number = day.issue("09:00", "a")
            day.do("09:00", "console call 3", ticket=number)
            day.do("09:00", f"console {press}", **({"to_counter": "3"} if "transfer" in press else {}))
            if press == "start 3":
                day.do("09:00", "console transfer 3", to_counter="2")
        day.do("09:00", "console call 3", ticket="A004")
        plan = load_plan(
            b'[hall]\nid = "h"\nname = { zh = "h" }\ntimezone = "UTC"\nlanguages = ["zh"]\n'
            b'[[service]]\nid = "b"\nprefix = "B"\nname = { zh = "b" }\n[[counter]]\nid = "1"\n[[counter]]\nid = "4"\n'
            b'[[device]]\nid = "console"\nkind = "console"\n'
        )
        change_plan(day.state, plan)
        assert [t.number for t in day.state.waiting_at("1")] == ["A001", "A004"]
        assert day.state.counters["1"].state == "idle"
        assert day.state.counters["4"].state == "closed"
        assert day.do("09:01", "console resume A002") == ["ticket_resumed A002"]
        assert day.do("09:02", "console requeue A003") == ["ticket_requeued A003 back"]
        assert day.do("09:03", "console next 1") == ["ticket_called A001 1 order"]
        assert day.do("09:04", "console done 1") == ["service_finished A001 1 a"]

    def test_a_clerk_and_a_booked_service_that_are_gone(self) -> None:
        day = HallDay(clerks={"li": {"services": ["b"]}}, services={"d": {}})
        day.do("08:00", "pad-1 open_counter 1", clerk="li")
        day.do("08:00", "console book_appointment x", services=["d"], slot=day.at("09:00"))
        change_plan(day.state, hall_plan())
        assert day.do("09:00", "kiosk check_in x") == ["ticket_issued A001"]
        assert day.do("09:01", "pad-1 next 1") == ["ticket_called A001 1 order"]


def at(seq: int, **fields: object) -> dict[str, object]:
    return {"seq": seq, "at": 1_795_100_000_000, **fields}


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (e.TicketCancelled, {"seq": 9, "ticket": "A001"}),
        (e.GreenModeSet, {"seq": 1, "rule": "short", "mode": "on"}),
        (e.TicketIssued, {"ticket": "A001", "services": ["a"], "language": "zh"}),
        (e.TicketIssued, {"ticket": "A002", "services": ["a"], "language": "zh", "appointment": "nothing"}),
        (e.TicketCancelled, {"ticket": "A009"}),
        (
            e.TicketCalled,
            {"ticket": "A001", "counter": "2", "services": ["a"], "reason": "order", "waited_s": 0},
        ),
        (
            e.TicketCalled,
            {"ticket": "A001", "counter": "9", "services": ["a"], "reason": "order", "waited_s": 0},
        ),
        (e.ServiceStarted, {"ticket": "A001", "counter": "1"}),
        (e.TicketRequeued, {"ticket": "A001", "position": "back"}),
        (e.TicketResumed, {"ticket": "A001"}),
        (e.TicketTransferred, {"ticket": "A001", "counter": "1", "services": ["a"], "to_counter": "9"}),
        (e.CounterOpened, {"counter": "1"}),
        (e.CounterClosed, {"counter": "2"}),
        (e.GreenEntered, {"rule": "nothing", "waiting": 3}),
        (e.DayBegan, {"seq": 2, "day": "2026-11-21"}),
    ],
)
def test_an_event_that_can_not_be_changes_nothing(kind: type[e.Event], fields: dict[str, object]) -> None:
    day = HallDay(green={"short": {}})
    day.open("08:00", "1")
    day.issue("08:00", "a")
    before = snapshot(day.state)
    event = kind.model_validate(at(**{"seq": 3, **fields}))  # type: ignore[arg-type]
    with pytest.raises(ImpossibleEventError):
        apply(day.state, event)
    assert snapshot(day.state) == before


def test_a_green_window_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        HallDay().state.green("nothing")
