"""CONTRACT §5, and a bounded wait, over whatever anybody does in whatever order (hypothesis, stateful)."""

import json
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from hall import Refusal, advance, apply, decide, new_state, restore, snapshot
from hall.plan import Plan, load_plan
from hall.replay import Replay, ReplayError
from tests.support.hall_days import hall_plan
from tests.support.random_days import random_day
from wire.codec import command_from_fields
from wire.events import Event, ServiceFinished, TicketCalled, TicketIssued, event_from_json, journal_json
from wire.instant import format_instant, parse_instant
from wire.terms import CallReason, CounterState, Priority, TicketState

_START = parse_instant("2026-11-20T00:30:00Z")
_COUNTERS = st.sampled_from(["1", "2", "3"])
_NEEDS = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=3)
_PRIORITIES = st.sampled_from(Priority)
_AT_COUNTER = (TicketState.CALLED, TicketState.SERVING)


def _plan(overdue: bool) -> Plan:
    queue: dict[str, Any] = {"priority_head_start_minutes": 3}
    return hall_plan(
        services={
            "a": {"weight": 3.3, "daily_limit": 40},
            "b": {"head_start_minutes": 2},
            "c": {"weight": 0.7},
        },
        counters={"2": {"services": ["a", "b"], "priority": True}, "3": {"services": ["c"]}},
        green={"short": {"counters": ["1", "2"], "enter_above": 1, "leave_below": 1}},
        clerks={"li": {"services": ["a", "c"]}},
        queue={**queue, "max_wait_minutes": 10} if overdue else queue,
        hall={"open": ["06:00-22:00"]},
    )


class Hall(RuleBasedStateMachine):
    """Presses of every kind. Everything that can be said of any hall at any moment is an invariant."""

    def __init__(self) -> None:
        super().__init__()
        self.now = _START
        self.numbers: set[tuple[str, str]] = set()
        self.journal: list[str] = []
        self.last: list[Event] = []
        self.steps = 0
        """Commands decided, and times that time passed."""

    @initialize(overdue=st.booleans())
    def begin(self, overdue: bool) -> None:
        self.plan = _plan(overdue)
        self.state = new_state(self.plan)
        self.bounds: dict[tuple[str, str, int], int] = {}

    def press(self, kind: str, **fields: Any) -> None:
        command = command_from_fields({"at": format_instant(self.now), "type": kind, **fields})
        self.steps += 1
        self.happen(advance(self.state, self.now))
        before = snapshot(self.state)
        outcome = decide(self.state, command, self.now, "console")
        assert snapshot(self.state) == before, "to decide changes nothing"
        self.last = [] if isinstance(outcome, Refusal) else outcome
        self.happen(self.last)

    def happen(self, events: list[Event]) -> None:
        for event in events:
            if isinstance(event, TicketIssued):
                key = (str(self.state.day), event.ticket)
                assert key not in self.numbers, "a number is given twice on a hall day"
                self.numbers.add(key)
            if isinstance(event, TicketCalled):
                self.check_call(event)
            self.journal.append(journal_json(event))
            apply(self.state, event)

    def check_call(self, event: TicketCalled) -> None:
        """First come first served within a kind, unless a rule that is written in the event says otherwise."""
        called = self.state.tickets[event.ticket]
        assert called.state is TicketState.WAITING, "called while not waiting"
        assert event.waited_s >= 0
        if event.reason is CallReason.MANUAL:
            return
        others = [t for t in self.state.waiting_at(event.counter) if t is not called]
        if event.reason is CallReason.PINNED:
            rivals = [t for t in others if t.pinned == event.counter]
        else:
            assert not any(t.pinned for t in others), "pins go first"
            rivals = [t for t in others if t.kind == called.kind or event.reason is CallReason.OVERDUE]
        assert all(called.entry < t.entry for t in rivals)

    @rule(minutes=st.sampled_from([0, 0, 0.01, 1, 1, 7, 25, 300]))
    def time_passes(self, minutes: float) -> None:
        self.steps += 1
        self.now += int(minutes * 60_000)

    @rule(needs=_NEEDS, priority=_PRIORITIES)
    def issue(self, needs: list[str], priority: Priority) -> None:
        self.press("issue_ticket", services=needs, priority=priority.value)

    @rule(name=st.sampled_from(["x", "y", "z"]), needs=_NEEDS, minutes=st.integers(-40, 40))
    def book_and_check_in(self, name: str, needs: list[str], minutes: int) -> None:
        slot = format_instant(self.now + minutes * 60_000)
        self.press("book_appointment", appointment=name, services=needs, slot=slot)
        self.press("check_in", appointment=name)

    @rule(counter=_COUNTERS, clerk=st.sampled_from([None, "li"]))
    def open(self, counter: str, clerk: str | None) -> None:
        self.press("open_counter", counter=counter, clerk=clerk)

    @rule(counter=_COUNTERS)
    def next(self, counter: str) -> None:
        self.press("next", counter=counter)

    @rule(
        counter=_COUNTERS,
        kind=st.sampled_from(
            [
                "next",
                "start",
                "done",
                "no_show",
                "hold",
                "recall",
                "pause_counter",
                "resume_counter",
                "close_counter",
            ]
        ),
    )
    def work(self, counter: str, kind: str) -> None:
        self.press(kind, counter=counter)

    @rule(counter=_COUNTERS, goal=_COUNTERS, service=st.sampled_from([None, "a", "b", "c"]))
    def transfer(self, counter: str, goal: str, service: str | None) -> None:
        self.press("transfer", counter=counter, to_service=service, to_counter=None if service else goal)

    @rule(data=st.data(), kind=st.sampled_from(["resume", "requeue", "cancel_ticket", "call", "call"]))
    def about(self, data: st.DataObject, kind: str) -> None:
        if self.state.tickets:
            ticket = data.draw(st.sampled_from(sorted(self.state.tickets)))
            fields = {"counter": data.draw(_COUNTERS)} if kind == "call" else {}
            self.press(kind, ticket=ticket, **fields)

    @rule(mode=st.sampled_from(["on", "off", "auto", "auto"]))
    def set_green(self, mode: str) -> None:
        self.press("set_green", rule="short", mode=mode)

    @invariant()
    def a_ticket_is_at_one_counter_at_most(self) -> None:
        current = [c.current for c in self.state.counters.values() if c.current is not None]
        assert len(current) == len(set(current))
        at_counters = {t.number for t in self.state.tickets.values() if t.state in _AT_COUNTER}
        assert at_counters == set(current)
        for counter in self.state.counters.values():
            busy = counter.state in (CounterState.CALLED, CounterState.SERVING)
            assert busy == (counter.current is not None)
            assert counter.current is None or self.state.tickets[counter.current].counter == counter.id

    @invariant()
    def what_is_counted_on_the_way_is_what_is_there(self) -> None:
        waiting = [t for t in self.state.tickets.values() if t.state is TicketState.WAITING]
        assert self.state.waiting_count == len(waiting)
        for service in ("a", "b", "c"):
            assert self.state.waiting_of(service) == sum(service in t.needs for t in waiting)
        green = self.state.green("short")
        assert green.waiting == sum(set(t.needs) == {"a"} and t.pinned is None for t in waiting)
        for counter in self.state.counters.values():
            pinned = sorted(t.entry for t in waiting if t.pinned == counter.id)
            assert counter.pinned == pinned
            if counter.state is CounterState.CLOSED:
                assert not pinned
                continue
            free = [t for t in waiting if t.pinned is None]
            served = self.state.rules.served(counter.id, counter.clerk)
            fit = [t.entry for t in free if served is None or served & set(t.needs)]
            assert [t.entry for t in self.state.waiting_at(counter.id)] == sorted(pinned + fit)

    def teardown(self) -> None:
        """A replay of the journal, and a snapshot, give the same state."""
        again = new_state(self.plan)
        for line in self.journal:
            apply(again, event_from_json(line))
        whole = snapshot(self.state)
        assert snapshot(again) == whole
        assert snapshot(restore(self.plan, json.loads(json.dumps(whole)))) == whole
        public = [event_from_json(line) for line in self.journal]
        seqs = [event.seq for event in public if event.public]
        assert all(b == a + 1 for a, b in pairwise(seqs))


TestHall = Hall.TestCase
TestHall.settings = settings(max_examples=40, stateful_step_count=50)


@pytest.mark.soak
def test_the_promises_hold_over_a_hundred_thousand_steps(
    capsys: pytest.CaptureFixture[str], record_property: Callable[[str, object], None]
) -> None:
    done: list[int] = []

    class Counted(Hall):
        def teardown(self) -> None:
            super().teardown()
            done.append(self.steps)

    run_state_machine_as_test(Counted, settings=settings(max_examples=2500, stateful_step_count=100))
    record_property("steps", sum(done))
    with capsys.disabled():
        print(f"\n{sum(done)} steps in {len(done)} halls")
    assert sum(done) >= 100_000


@given(seed=st.integers(0, 10**9))
@settings(max_examples=60)
def test_an_overdue_ticket_waits_only_for_those_pinned_there_and_those_ready_earlier(seed: int) -> None:
    """docs/rules.md says why. `call` is a person's own choice, not the order's."""
    plan, days = _played(seed)
    for before, events in days:
        state = restore(plan, before)
        for event in events:
            limit = state.rules.max_wait
            if (
                isinstance(event, TicketCalled)
                and limit is not None
                and event.reason is not CallReason.MANUAL
            ):
                waiting = list(state.waiting_at(event.counter))
                late = [t for t in waiting if t.pinned is None and event.at - t.ready > limit]
                pinned = {t.number for t in waiting if t.pinned is not None}
                earlier = {t.number for t in waiting for first in late[:1] if t.entry <= first.entry}
                assert not late or event.ticket in pinned | earlier
            apply(state, event)


def test_no_need_is_lost_and_none_finished_twice() -> None:
    for seed in range(40):
        plan, days = _played(seed)
        for before, events in days:
            state = restore(plan, before)
            for event in events:
                needs = {t.number: t.needs for t in state.tickets.values()}
                apply(state, event)
                if isinstance(event, ServiceFinished):
                    left = state.tickets[event.ticket].needs
                    assert sorted((*event.services, *left)) == sorted(needs[event.ticket])


def _played(seed: int) -> tuple[Plan, list[tuple[dict[str, Any], list[Event]]]]:
    """A random day: what was before each line, and what it brought."""
    made = random_day(seed, length=80)
    replay = Replay(new_state(load_plan(made.hall)))
    played = []
    for number, line in enumerate(filter(bytes.strip, made.lines), 1):
        before = snapshot(replay.state)
        try:
            played.append((before, replay.follow(number, line)[0]))
        except ReplayError:
            break
    return replay.state.plan, played
