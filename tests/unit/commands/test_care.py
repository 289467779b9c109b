"""What `backup` and `prune` refuse: in one line, before anything else is said or made."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from greenwindow.cli import make_app
from runtime import SystemClock
from tests.support.dispatcher import HALL, TurnedClock, in_process

_READING = (("backup",), ("prune",), ("prune", "--dry-run"), ("clock",))


def _run(*words: object) -> Result:
    return CliRunner().invoke(make_app(), [str(word) for word in words])


def _refused(found: Result) -> str:
    """The one line."""
    assert (found.exit_code, found.stdout, found.stderr.count("\n")) == (2, "", 1), found.output
    return found.stderr


@pytest.mark.parametrize("words", [*_READING, ("clock", "--is-right")])
def test_no_database(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "hall.toml").write_text(HALL, encoding="utf-8")
    said = _refused(_run(words[0], tmp_path / "hall.toml", "--dir", tmp_path, *words[1:]))
    assert said.startswith(f"{tmp_path}/hall.db: is not there; name another with --dir or --database")
    assert not (tmp_path / "hall.db").exists()


@pytest.mark.parametrize("words", [*_READING, ("clock", "--is-right")])
def test_another_halls_database(tmp_path: Path, database: str, words: tuple[str, ...]) -> None:
    with in_process(tmp_path, database=database):
        pass
    other = tmp_path / "other.toml"
    other.write_text(HALL.replace('id = "little"', 'id = "other"'), encoding="utf-8")
    said = _refused(_run(words[0], other, "--dir", tmp_path, "--database", database, *words[1:]))
    assert "belongs to hall little, not other; give another with " in said


def test_while_a_dispatcher_runs(tmp_path: Path, database: str) -> None:
    with in_process(tmp_path, database=database):
        words = ("prune", tmp_path / "hall.toml", "--dir", tmp_path, "--database", database)
        assert "in use by" in _refused(_run(*words))
        assert _run(*words, "--dry-run").exit_code == 0


@pytest.mark.logs("the clock is behind the journal")
def test_a_hall_that_is_ahead_of_the_clock(tmp_path: Path, database: str) -> None:
    """It is said, nothing is done while a dispatcher runs, and then the hall goes on from now."""
    words = ("clock", tmp_path / "hall.toml", "--dir", tmp_path, "--database", database)
    clock = TurnedClock(wall=SystemClock().now_ms() + 3 * 86_400_000)
    with in_process(tmp_path, clock, database=database) as hall:
        hall.ask("kiosk-1", "issue_ticket", "a", services=["card"])
        told = _run(*words)
        assert (told.exit_code, "the hall is ahead: if this machine's clock is right" in told.output) == (
            1,
            True,
        )
        assert "in use by" in _refused(_run(*words, "--is-right"))
    done = _run(*words, "--is-right")
    assert done.exit_code == 0, done.output
    assert "1 tickets expired: take new ones" in done.output
    again = _run(*words, "--is-right")
    assert (again.exit_code, "nothing was changed" in again.output) == (0, True)
    assert "nothing to do" in _run(*words).output
    with in_process(tmp_path, TurnedClock(wall=SystemClock().now_ms()), database=database) as hall:
        assert hall.ask("kiosk-1", "issue_ticket", "b", services=["card"])["ticket"]["number"] == "A001"


def test_a_stick_that_is_not_there(tmp_path: Path) -> None:
    with in_process(tmp_path):
        goal = tmp_path / "stick" / "h.gwbackup"
        words = ("backup", tmp_path / "hall.toml", "--dir", tmp_path, "--to", goal)
        assert "is the stick or disk mounted?" in _refused(_run(*words))
        assert not goal.parent.exists()
        goal.parent.mkdir()
        assert _run(*words).exit_code == 0
        assert goal.exists()


@pytest.mark.parametrize("words", [("backup",), ("prune",), ("doctor",), ("why", "A001")])
def test_no_part_of_a_password_is_shown(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "hall.toml").write_text(HALL, encoding="utf-8")
    hall = () if words[0] == "why" else (tmp_path / "hall.toml",)
    url = "postgresql://me:top@secret@127.0.0.1:1/x"
    found = _run(words[0], *hall, *words[1:], "--dir", tmp_path, "--database", url)
    said = _refused(found)
    assert "write an @ of the password as %40" in said
    assert "secret" not in said
