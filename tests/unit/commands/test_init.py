"""`greenwindow init`: what it writes is a hall without fault or warning."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from greenwindow.commands.init import init
from greenwindow.starter import Answers, starter
from hall.plan import load_plan, warnings_of

app = typer.Typer()
app.command()(init)


@pytest.mark.parametrize("counters", [1, 2, 5, 32])
@pytest.mark.parametrize("languages", [("zh", "en"), ("en",), ("ug", "zh")])
@pytest.mark.parametrize("hours", ["", "Mon-Fri 08:30-16:30; Sat 09:00-12:00"])
def test_every_answer_gives_a_hall(counters: int, languages: tuple[str, ...], hours: str) -> None:
    plan = load_plan(starter(Answers(languages=languages, open=hours, counters=counters)).encode())
    assert warnings_of(plan) == ()
    assert len(plan.counters) == counters
    assert plan.default_language == languages[0]


def test_with_yes_it_asks_nothing(tmp_path: Path) -> None:
    path = tmp_path / "h.toml"
    result = CliRunner().invoke(app, [str(path), "--yes"])
    assert (result.exit_code, result.output) == (
        0,
        f"{path}: written; change it as you like, then: greenwindow check {path}\n",
    )
    assert load_plan(path.read_bytes()).hall.id == "my-hall"


def test_it_asks_and_takes_the_answers(tmp_path: Path) -> None:
    path = tmp_path / "h.toml"
    answers = 'corner\nEcke "1"\nEurope/Berlin\nde, en\nalways\n3\n'
    assert CliRunner().invoke(app, [str(path)], input=answers).exit_code == 0
    plan = load_plan(path.read_bytes())
    assert (plan.hall.id, plan.hall.name, plan.hall.open) == ("corner", {"de": 'Ecke "1"'}, None)
    assert len(plan.counters) == 3


def test_answers_that_are_not_allowed_are_named_and_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "h.toml"
    result = CliRunner().invoke(app, [str(path)], input="a b\nx\nMars\nzh\nMo 1\n2\n")
    assert result.exit_code == 2
    for key in ("hall.id", "hall.timezone", "hall.open[1]"):
        assert f"{path}: {key}: " in result.output
    assert "nothing was written" in result.output
    assert not path.exists()


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "h.toml"
    path.write_text("mine")
    assert CliRunner().invoke(app, [str(path), "--yes"]).exit_code == 2
    assert path.read_text() == "mine"
    assert CliRunner().invoke(app, [str(tmp_path / "no" / "h.toml"), "--yes"]).exit_code == 1


@pytest.mark.parametrize("counters", ["0", "1000000000"])
def test_so_many_counters(tmp_path: Path, counters: str) -> None:
    result = CliRunner().invoke(app, [str(tmp_path / "h.toml")], input="\n\n\n\n\n" + counters + "\n")
    assert result.exit_code == 2
    assert "1 to 200 are allowed" in result.output
