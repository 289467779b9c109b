"""A hall that goes on from a backup: nothing is told under a `seq` that was heard, no number is given twice."""

import pytest

from hall import ImpossibleEventError, apply, decide, new_state, restore, snapshot
from hall.plan import load_plan
from hall.state import State
from tests.support.hall_days import hall_file
from wire.commands import IssueTicket
from wire.events import DayBegan, Event, HallRestored, event_from_json, journal_json


@pytest.fixture
def state() -> State:
    found = new_state(load_plan(hall_file()))
    apply(found, DayBegan(seq=0, at=1, day="1970-01-01"))
    found.is_open = True
    return found


def _issued(state: State) -> Event:
    command = IssueTicket(id="x", at=2, services=("a",))
    events = decide(state, command, 2, "kiosk")
    assert isinstance(events, list)
    for event in events:
        apply(state, event)
    return events[0]


def test_seq_and_numbers_leap(state: State) -> None:
    assert _issued(state).seq == 1
    apply(state, HallRestored(seq=5000, at=3, backup_at=2, numbers={"A": 300}))
    event = _issued(state)
    assert (event.seq, getattr(event, "ticket", "")) == (5001, "A301")
    again = restore(state.plan, snapshot(state))
    assert (again.seq, again.numbers) == (5001, {"A": 301})


def test_numbers_never_go_back(state: State) -> None:
    _issued(state)
    apply(state, HallRestored(seq=1, at=3, backup_at=2, numbers={"A": 0, "B": 7}))
    assert state.numbers == {"A": 1, "B": 7}


def test_seq_does_not_go_back(state: State) -> None:
    _issued(state)
    with pytest.raises(ImpossibleEventError, match="seq 0 after 1"):
        apply(state, HallRestored(seq=0, at=3, backup_at=2))


def test_the_journal_keeps_it() -> None:
    note = HallRestored(seq=9, at=3, backup_at=2, numbers={"A": 300})
    assert event_from_json(journal_json(note)) == note
