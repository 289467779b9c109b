"""What is too old is forgotten, what is personal first; a restart and the broker lose nothing they need."""

import sqlite3
from pathlib import Path

import pytest

from dispatcher.care.keeping import Bounds, bounds
from dispatcher.care.personal import HARMLESS, PERSONAL, without_personal
from dispatcher.care.prune import prune, survey
from dispatcher.care.pruner import Pruner
from dispatcher.care.set_right import set_clock_right
from dispatcher.errors import StoreFailure
from dispatcher.planfile import PlanFile
from hall import new_state
from hall.plan import load_plan
from tests.support.dispatcher import HALL, NOON, InProcess, TurnedClock, in_process
from wire.events import EVENTS, NOTES, event_from_json, is_private

_DAY_S = 86_400
_KEEP = "\n[keep]\npersonal_days = 2\njournal_days = 4\n"
_SECRET = "wheelchair-of-mrs-zhang"


def _one_day(hall: InProcess, name: str) -> None:
    """A ticket with everything personal, a booking, words for the loudspeaker; then the next day begins."""
    hall.ask("pad-1", "open_counter", f"{name}-o", counter="1")
    hall.ask("kiosk-1", "issue_ticket", f"{name}-i", services=["card"], priority="ill", help=_SECRET)
    hall.ask("pad-1", "next", f"{name}-n", counter="1")
    hall.ask("pad-1", "done", f"{name}-d", counter="1")
    hall.ask("console-1", "rate", f"{name}-r", ticket="A001", score=5, reason=f"{_SECRET} says")
    booking = {"services": ["card"], "slot": "2026-11-20T05:00:00Z", "priority": "ill"}
    hall.ask("console-1", "book_appointment", f"{name}-b", appointment=f"{_SECRET}-{name}", **booking)
    hall.ask("console-1", "announce", f"{name}-a", text=f"{_SECRET} please")
    hall.clock.pass_time(_DAY_S)
    for _ in range(3):
        hall.step()


def _days(folder: Path, count: int) -> TurnedClock:
    clock = TurnedClock()
    with in_process(folder, clock, HALL + _KEEP) as hall:
        for day in range(count):
            _one_day(hall, f"d{day}")
    return clock


def _until(now: int) -> Bounds:
    return bounds(new_state(load_plan((HALL + _KEEP).encode())), now)


def _prune(folder: Path, now: int, most: int = 7) -> int:
    """As a stopped dispatcher's; how many batches it took."""
    from dispatcher.store import open_store

    batches = 0
    store = open_store(folder / "hall.db", "little")
    while store.tidy(lambda connection: prune(connection, _until(now), most)):
        batches += 1
    store.close()
    return batches


def _rows(folder: Path, statement: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(folder / "hall.db")
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


def test_every_private_field_is_known_to_be_personal_or_not() -> None:
    for kind, event in (EVENTS | NOTES).items():
        private = {name for name in event.model_fields if is_private(event, name)}
        assert private == {*PERSONAL.get(kind, ()), *HARMLESS.get(kind, ())}, kind


def test_an_event_without_what_is_personal_is_one() -> None:
    text = (
        '{"seq":1,"at":"2026-11-20T04:00:00.000Z","epoch":1,"type":"appointment_booked","services":["card"],'
        '"appointment":"zhang","slot":"2026-11-20T05:00:00.000Z","priority":"ill","language":"en"}'
    )
    assert '"appointment":"forgotten"' in without_personal("appointment_booked", text)
    assert event_from_json(without_personal("appointment_booked", text)).seq == 1


def test_the_days_of_the_hall_file() -> None:
    until = _until(NOON)
    assert (until.personal_day, until.journal_day) == ("2026-11-18", "2026-11-16")
    assert NOON - until.personal_at == 2.5 * _DAY_S * 1000
    assert NOON - until.replies_at == _DAY_S * 1000


def test_what_is_personal_goes_first(tmp_path: Path) -> None:
    clock = _days(tmp_path, 4)
    until = _until(clock.wall)
    assert until.personal_day == "2026-11-22"
    assert _prune(tmp_path, clock.wall) > 3
    old = f"day < '{until.personal_day}'"
    assert (
        _rows(tmp_path, f"SELECT COUNT(*), SUM(json LIKE '%{_SECRET}%') FROM journal WHERE {old}")[0][1] == 0
    )
    assert _rows(tmp_path, f"SELECT COUNT(*) FROM journal WHERE NOT {old} AND json LIKE '%{_SECRET}%'")[0][0]
    assert set(_rows(tmp_path, f"SELECT token, priority FROM ticket WHERE {old}")) == {(None, "none")}
    kept = _rows(tmp_path, f"SELECT token, priority FROM ticket WHERE NOT {old}")
    assert [(token is not None, priority) for token, priority in kept] == [(True, "ill")] * 2
    assert len(_rows(tmp_path, "SELECT day FROM ticket")) == 4
    assert _rows(tmp_path, f"SELECT day FROM snapshot WHERE {old}") == []
    assert _rows(tmp_path, "SELECT COUNT(*) FROM announcement") == [(2,)]
    assert _rows(tmp_path, "SELECT COUNT(*) FROM reply") == [(7,)]  # of the last 24 hours


def test_it_is_gone_from_the_file_too(tmp_path: Path) -> None:
    clock = _days(tmp_path, 4)
    clock.pass_time(60 * _DAY_S)  # bookings are remembered for 30 days after their slot
    with in_process(tmp_path, clock) as hall:
        for _ in range(5):  # snapshots of two days, so that none that is older is needed
            hall.clock.pass_time(_DAY_S)
            hall.step()
            hall.step()
    assert _SECRET.encode() in (tmp_path / "hall.db").read_bytes()
    _prune(tmp_path, clock.wall)
    whole = (tmp_path / "hall.db").read_bytes()
    left = _rows(tmp_path, f"SELECT json FROM journal WHERE json LIKE '%{_SECRET}%'")
    assert left == []
    assert _SECRET.encode() not in whole
    assert _rows(tmp_path, "SELECT number, text FROM announcement") == [(4, "")]
    with in_process(tmp_path, clock) as hall:
        assert hall.state("board")["announcements"] == []
        hall.ask("console-1", "announce", "next", text="next")
        assert [words["number"] for words in hall.state("board")["announcements"]] == [5]


def test_words_go_from_the_screens_too(tmp_path: Path) -> None:
    with in_process(tmp_path, hall=HALL + _KEEP) as hall:
        hall.ask("console-1", "announce", "old", text=_SECRET)
        hall.clock.pass_time(2 * _DAY_S)
        hall.step()
        assert [words["text"] for words in hall.state("board")["announcements"]] == [_SECRET]
        hall.clock.pass_time(_DAY_S)
        hall.step()
        assert hall.state("board")["announcements"] == []


@pytest.mark.logs("the clock is behind the journal")
def test_a_day_that_a_wrong_clock_made_is_forgotten_with_the_day_it_really_was(tmp_path: Path) -> None:
    """A day of next year stands before those of this week, until the clock was set right."""
    from dispatcher.store import open_store

    clock = TurnedClock(wall=NOON + 365 * _DAY_S * 1000)
    with in_process(tmp_path, clock, HALL + _KEEP) as hall:
        hall.ask("kiosk-1", "issue_ticket", "i", services=["card"], priority="ill", help=_SECRET)
        hall.ask("pad-1", "open_counter", "o", counter="1")
    clock.wall = NOON
    store = open_store(tmp_path / "hall.db", "little")
    assert set_clock_right(store, PlanFile(tmp_path / "hall.toml").read(), clock.wall) is not None
    store.close()
    with in_process(tmp_path, clock, HALL + _KEEP) as hall:
        for day in range(6):
            _one_day(hall, f"d{day}")
    secret = f"SELECT COUNT(*) FROM journal WHERE day > '2027' AND json LIKE '%{_SECRET}%'"
    assert _rows(tmp_path, secret) == [(1,)]
    _prune(tmp_path, clock.wall, most=2)
    assert _rows(tmp_path, "SELECT COUNT(*) FROM journal WHERE day > '2027'") == [(0,)]
    assert _rows(tmp_path, "SELECT COUNT(*) FROM snapshot WHERE day > '2027'") == [(0,)]


def test_later_everything_goes(tmp_path: Path) -> None:
    clock = _days(tmp_path, 8)
    _prune(tmp_path, clock.wall)
    until = _until(clock.wall)
    assert until.journal_day == "2026-11-24"
    for table in ("journal", "ticket"):
        assert _rows(tmp_path, f"SELECT MIN(day) FROM {table}") == [(until.journal_day,)], table
    assert _survey(tmp_path, clock.wall) == dict.fromkeys(_survey(tmp_path, clock.wall), 0)
    with in_process(tmp_path, clock) as hall:
        reply = hall.ask("kiosk-1", "issue_ticket", "new", services=["card"])
        assert reply["ticket"]["number"] == "A001"


def _survey(folder: Path, now: int) -> dict[str, int]:
    from dispatcher.store import open_store

    store = open_store(folder / "hall.db", "little")
    try:
        with store.home.reads.connect() as connection:
            return survey(connection, _until(now))
    finally:
        store.close()


def test_the_survey_tells_what_will_go(tmp_path: Path) -> None:
    clock = _days(tmp_path, 6)
    found = _survey(tmp_path, clock.wall)
    assert (found["personal"], found["ticket"], found["announcement"]) == (12, 2, 4)
    before = _rows(tmp_path, "SELECT COUNT(*) FROM journal")[0][0]
    _prune(tmp_path, clock.wall)
    assert before - found["journal"] == _rows(tmp_path, "SELECT COUNT(*) FROM journal")[0][0]  # type: ignore[operator]


def test_what_is_not_published_or_not_in_a_snapshot_stays(tmp_path: Path) -> None:
    clock = _days(tmp_path, 6)
    connection = sqlite3.connect(tmp_path / "hall.db")
    connection.execute("UPDATE meta SET value = '3' WHERE name = 'published'")
    connection.commit()
    connection.close()
    _prune(tmp_path, clock.wall)
    assert _rows(tmp_path, "SELECT value FROM meta WHERE name = 'personal'") == [("3",)]
    assert _rows(tmp_path, "SELECT MIN(id) FROM journal") == [(4,)]


def test_between_any_two_batches_a_restart_finds_all_it_needs(tmp_path: Path) -> None:
    from dispatcher.store import open_store

    clock = _days(tmp_path, 5)
    more = True
    while more:
        store = open_store(tmp_path / "hall.db", "little")
        more = bool(store.tidy(lambda connection: prune(connection, _until(clock.wall), 9)))
        store.close()
        with in_process(tmp_path, clock) as hall:
            assert hall.state("hall")["handled"] == 0


def test_why_says_that_a_day_is_forgotten(tmp_path: Path) -> None:
    from dispatcher.errors import DatabaseError
    from dispatcher.past import NewRules, Past
    from hall import apply

    clock = _days(tmp_path, 5)
    _prune(tmp_path, clock.wall)
    past = Past(tmp_path / "hall.db")
    try:
        assert past.days_of("A001")[-2:] == ["2026-11-23", "2026-11-24"]
        with pytest.raises(
            DatabaseError, match="the calls of 2026-11-22 can't be explained any more"
        ) as told:
            past.stretch("2026-11-22")
        assert "\n" not in str(told.value)
        for day in ("2026-11-23", "2026-11-24"):
            stretch, calls = past.stretch(day), 0
            for step in stretch.steps:
                assert not isinstance(step, NewRules)
                calls += step.type == "ticket_called"
                apply(stretch.state, step)
            assert calls >= 1, day
    finally:
        past.close()


def test_a_dispatcher_does_it_by_itself(tmp_path: Path) -> None:
    clock = _days(tmp_path, 5)
    with in_process(tmp_path, clock) as hall:
        hall.clock.pass_time(61)
        for _ in range(40):
            hall.clock.pass_time(0.6)
            hall.step()
        assert hall.ask("kiosk-1", "issue_ticket", "x", services=["card"])["ok"]
    found = _survey(tmp_path, clock.wall)
    assert found == dict.fromkeys(found, 0)


def test_not_while_somebody_waits(tmp_path: Path) -> None:
    clock = _days(tmp_path, 5)
    with in_process(tmp_path, clock) as hall:
        hall.clock.pass_time(61)
        for n in range(40):
            hall.clock.pass_time(0.3)
            hall.ask("kiosk-1", "issue_ticket", f"x{n}", services=["card"])
    assert _survey(tmp_path, clock.wall)["personal"] > 0


class _Tidy:
    """Counts batches; each takes a while."""

    def __init__(self, clock: TurnedClock, batches: int, takes_s: float) -> None:
        self.clock, self.left, self.takes_s, self.asked = clock, batches, takes_s, 0

    def __call__(self, work: object) -> int:
        self.asked += 1
        self.clock.pass_time(self.takes_s)
        self.left -= 1
        return max(0, self.left)


def test_little_by_little(tmp_path: Path) -> None:
    clock, state = TurnedClock(), new_state(load_plan(HALL.encode()))
    tidy = _Tidy(clock, 5, 0.001)
    pruner = Pruner(tidy, clock.monotonic)
    pruner.step(state, NOON)
    assert tidy.asked == 0  # not while it starts
    clock.pass_time(61)
    for _ in range(100):
        pruner.step(state, NOON)
        clock.pass_time(0.1)
    assert tidy.asked == 5
    clock.pass_time(3600)
    pruner.step(state, NOON)
    assert tidy.asked == 6


def test_long_work_is_followed_by_a_smaller_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock, state, sizes = TurnedClock(), new_state(load_plan(HALL.encode())), []

    def work(_connection: object, _until: Bounds, most: int) -> int:
        sizes.append(most)
        clock.pass_time(0.0001 * most)
        return most

    monkeypatch.setattr("dispatcher.care.pruner.prune", work)
    pruner = Pruner(lambda batch: batch(None), clock.monotonic)  # type: ignore[arg-type]
    for _ in range(6):
        clock.pass_time(61)
        pruner.step(state, NOON)
    assert sizes == [100, 50, 50, 50, 50, 50]


@pytest.mark.logs("nothing is forgotten for an hour")
def test_a_disk_that_can_not_take_it(tmp_path: Path) -> None:
    clock, state = TurnedClock(), new_state(load_plan(HALL.encode()))
    asked = []

    def tidy(work: object) -> int:
        asked.append(clock.monotonic())
        raise StoreFailure("database or disk is full")

    pruner = Pruner(tidy, clock.monotonic)
    for _ in range(3):
        clock.pass_time(100)
        pruner.step(state, NOON)
    assert len(asked) == 1
