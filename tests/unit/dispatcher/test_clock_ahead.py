"""A clock that was ahead and is put right: doors go by it, everybody is told, and one order puts the hall right."""

from pathlib import Path

import pytest

from dispatcher.care.health import health
from dispatcher.care.set_right import set_clock_right
from dispatcher.planfile import PlanFile
from dispatcher.store import SqliteFile, open_store
from tests.support.dispatcher import HALL, NOON, InProcess, TurnedClock, in_process
from wire.instant import parse_instant

_HOUR = 3_600_000
_OPEN = HALL.replace("[[service]]", 'open = ["08:30-16:30"]\n\n[[service]]', 1)
_AHEAD = NOON + 4 * _HOUR + 29 * 60_000 + 30_000
"""16:29:30, while it is 08:29:30."""
pytestmark = pytest.mark.logs("the clock is behind the journal")


def _issue(hall: InProcess, name: str) -> dict[str, object]:
    at = parse_instant(hall.state("dispatcher")["at"])
    found: dict[str, object] = hall.ask("kiosk-1", "issue_ticket", name, services=["card"], at=at)
    return found


def _number(reply: dict[str, object]) -> object:
    ticket = reply["ticket"]
    assert isinstance(ticket, dict)
    return ticket["number"]


def _pass(hall: InProcess, clock: TurnedClock, seconds: float) -> None:
    clock.pass_time(seconds)
    hall.step()


def test_the_hall_opens_when_the_clock_says_so(tmp_path: Path) -> None:
    clock = TurnedClock(wall=_AHEAD)
    with in_process(tmp_path, clock, _OPEN) as hall:
        assert _number(_issue(hall, "a")) == "A001"
        clock.wall -= 8 * _HOUR
        _pass(hall, clock, 2)
        assert hall.state("hall")["open"] is False
        assert parse_instant(hall.state("hall")["until"]) == _AHEAD - 8 * _HOUR + 30_000
        _pass(hall, clock, 40)
        assert hall.state("hall")["open"] is True
        assert _number(_issue(hall, "b")) == "A002"
    with in_process(tmp_path, clock, _OPEN) as hall:
        assert _number(_issue(hall, "c")) == "A003"
        _pass(hall, clock, 8 * 3600)
        assert hall.state("hall")["open"] is False
        _pass(hall, clock, 16.5 * 3600)
        assert _number(_issue(hall, "d")) == "A001"
        assert hall.state("dispatcher").get("behind_s") is None
    dated = [event["at"] for event in hall.events()]
    assert dated == sorted(dated)


def test_everybody_is_told(tmp_path: Path) -> None:
    clock = TurnedClock(wall=_AHEAD)
    with in_process(tmp_path, clock) as hall:
        _issue(hall, "a")
        assert "behind_s" not in hall.state("dispatcher")
        clock.wall -= 8 * _HOUR
        _pass(hall, clock, 2)
        assert hall.state("dispatcher")["behind_s"] in range(8 * 3600 - 5, 8 * 3600 + 1)
        reasons = health(hall.body.figures.picture, clock.monotonic(), None).reasons
        assert len(reasons) == 1
        assert "behind the hall's time; if the clock is right now, stop the dispatcher" in reasons[0]
        clock.wall += 9 * _HOUR
        _pass(hall, clock, 2)
        assert "behind_s" not in hall.state("dispatcher")
        assert health(hall.body.figures.picture, clock.monotonic(), None).ok


def _set_right(folder: Path, now: int) -> object:
    store = open_store(SqliteFile(folder / "hall.db"), "little")
    try:
        return set_clock_right(store, PlanFile(folder / "hall.toml").read(), now)
    finally:
        store.close()


def test_the_order_that_the_clock_is_right(tmp_path: Path) -> None:
    """A day ahead for a while: both days' numbers go on above what was given."""
    day = 24 * _HOUR
    clock = TurnedClock()
    with in_process(tmp_path, clock) as hall:
        assert [_number(_issue(hall, f"a{n}")) for n in range(2)] == ["A001", "A002"]
        clock.wall += day
        _pass(hall, clock, 1)
        assert [_number(_issue(hall, f"b{n}")) for n in range(3)] == ["A001", "A002", "A003"]
        hall.ask("pad-1", "open_counter", "o", counter="1")
        hall.ask("kiosk-1", "ask_help", "h")
    clock.wall -= day
    done = _set_right(tmp_path, clock.wall)
    assert done is not None
    assert (getattr(done, "day", ""), getattr(done, "expired", 0)) == ("2026-11-20", 3)
    assert getattr(done, "numbers", {}) == {"A": 2}
    assert _set_right(tmp_path, clock.wall) is None
    with in_process(tmp_path, clock) as hall:
        clock.pass_time(1)
        reply = _issue(hall, "c")
        assert _number(reply) == "A003"
        assert parse_instant(str(reply["at"])) <= clock.wall
        assert hall.state("hall")["help"] == []
        assert hall.state("board")["calls"] == []
        hall.ask("pad-1", "open_counter", "o2", counter="1")
        called = hall.ask("pad-1", "next", "n", counter="1")
        assert called["ticket"]["number"] == "A003"
        _pass(hall, clock, day / 1000)
        assert _number(_issue(hall, "d")) == "A004"
    with in_process(tmp_path, clock) as hall:  # the same from the disk
        assert _number(_issue(hall, "e")) == "A005"
        _pass(hall, clock, day / 1000)
        assert _number(_issue(hall, "f")) == "A001"
