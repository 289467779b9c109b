"""Any call of any day can be explained from the database, by the rules that were in force then."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import typer

from greenwindow.commands.why import why
from tests.support.dispatcher import HALL, InProcess, TurnedClock, in_process

_SHORT = """
[[green_window]]
id = "short"
services = ["card"]
counters = ["1"]
enter_above = 0
leave_below = 0
"""
_DAY_S = 86_400


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[InProcess]:
    with in_process(tmp_path) as found:
        yield found


def _call(hall: InProcess, name: str) -> None:
    """One who wants a card, after one who wants a pension; counter 1 calls the first of them that it would."""
    hall.ask("pad-1", "open_counter", f"{name}-o", counter="1")
    hall.ask("kiosk-1", "issue_ticket", f"{name}-i", services=["pension"])
    hall.clock.pass_time(60)
    hall.ask("kiosk-1", "issue_ticket", f"{name}-j", services=["card"], priority="ill")
    hall.ask("pad-1", "next", f"{name}-n", counter="1")


def _change(hall: InProcess, text: str) -> None:
    hall.plan_path.write_text(text, encoding="utf-8")
    hall.clock.pass_time(2)
    hall.step()


def _why(folder: Path, ticket: str, capsys: pytest.CaptureFixture[str], day: str | None = None) -> str:
    capsys.readouterr()
    why([ticket], directory=folder, day=day)
    return capsys.readouterr().out


def test_every_day_by_its_own_rules(
    hall: InProcess, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _call(hall, "monday")
    hall.clock.pass_time(_DAY_S)
    hall.step()
    _change(hall, HALL + _SHORT)
    _call(hall, "tuesday")
    hall.clock.pass_time(_DAY_S)
    hall.step()
    _change(hall, HALL)
    _call(hall, "wednesday")
    first = _why(tmp_path, "B001", capsys, "2026-11-20")
    second = _why(tmp_path, "A001", capsys, "2026-11-21")
    third = _why(tmp_path, "B001", capsys)
    assert first.startswith("2026-11-20 B001\n")
    assert "rules in force: first come, first served" in first
    assert first.count("was issued") == 1
    assert "作废" in first  # it was never finished: midnight ended it
    assert second.startswith("2026-11-21 A001\n")
    assert 'green window "short"' in second or "green window short" in second
    assert "B001" in second  # who was ready earlier and passed over
    assert third.startswith("2026-11-22 B001\n")
    assert "was called to counter 1" in third


def test_rules_that_change_at_noon_and_a_kill(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    clock = TurnedClock()
    with in_process(tmp_path, clock) as hall:
        _call(hall, "a")
        _change(hall, HALL + _SHORT)
        hall.ask("kiosk-1", "issue_ticket", "x", services=["pension"])
    with in_process(tmp_path, clock) as hall:
        _call(hall, "b")
        assert "green" not in _why(tmp_path, "B001", capsys)
        assert "green window" in _why(tmp_path, "A001", capsys)


def test_two_hall_files_without_an_event_between_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A counter is gone for some seconds, by a hall file under which nothing happened."""
    clock = TurnedClock()
    counter = '[[counter]]\nid = "2"\nservices = ["card"]\n'
    pad = '[[device]]\nid = "pad-2"\nkind = "pad"\ncounter = "2"\n'
    with in_process(tmp_path, clock) as hall:
        hall.ask("pad-2", "open_counter", "o", counter="2")
        hall.ask("kiosk-1", "issue_ticket", "i", services=["card"])
        _change(hall, HALL.replace(counter, "").replace(pad, ""))
        _change(hall, HALL)
        hall.ask("pad-2", "open_counter", "o2", counter="2")
        hall.ask("pad-2", "next", "n", counter="2")
        assert "was called to counter 2" in _why(tmp_path, "A001", capsys)
    with in_process(tmp_path, clock) as hall:
        assert hall.state("counter/2")["current"]["number"] == "A001"


def test_a_journal_that_cannot_be_followed(
    hall: InProcess, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the versions that did not note such a hall file have left it: one line."""
    _call(hall, "a")
    with closing(sqlite3.connect(tmp_path / "hall.db")) as database, database:
        database.execute(
            "UPDATE journal SET json = replace(json, '\"B001\"', '\"B009\"') WHERE type = 'ticket_called'"
        )
    with pytest.raises(typer.Exit) as end:
        why(["A001"], directory=tmp_path)
    said = capsys.readouterr().err
    assert (end.value.exit_code, said.count("\n"), "can't be followed" in said) == (1, 1, True), said


def test_what_is_not_there(hall: InProcess, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _call(hall, "a")
    cases = [
        ({"words": ["B009"], "directory": tmp_path}, 1, "there is no ticket B009"),
        ({"words": ["B001"], "directory": tmp_path, "day": "2026-01-01"}, 1, "it was given on 2026-11-20"),
        ({"words": ["B001"], "directory": tmp_path, "day": "today"}, 2, "write it as 2026-11-20"),
        ({"words": ["B001"], "directory": tmp_path / "no"}, 2, "is not there"),
        ({"words": ["B001"]}, 2, "give --dir DIR"),
        ({"words": ["x", "B001"]}, 2, "for a recorded day"),
    ]
    for arguments, code, words in cases:
        with pytest.raises(typer.Exit) as end:
            why(**arguments)  # type: ignore[arg-type]
        said = capsys.readouterr().err
        assert (end.value.exit_code, words in said, said.count("\n")) == (code, True, 1), said


def test_each_day_keeps_the_state_it_began_with(hall: InProcess, tmp_path: Path) -> None:
    for day in range(4):
        _call(hall, f"d{day}")
        for _ in range(2):
            hall.loop.step(())
        hall.clock.pass_time(_DAY_S)
        hall.step()
    connection = sqlite3.connect(tmp_path / "hall.db")
    kept = connection.execute("SELECT day FROM snapshot WHERE day IS NOT NULL ORDER BY day").fetchall()
    connection.close()
    assert kept == [(f"2026-11-{20 + n}",) for n in range(5)]
