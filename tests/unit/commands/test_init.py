"""`greenwindow init`: what it writes is a hall without fault or warning."""

import io
import re
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from greenwindow.commands.init import init
from greenwindow.starter import Answers, starter
from hall.plan import load_plan, warnings_of

app = typer.Typer()
app.command()(init)
_CENTRE = "Community Affairs Service Centre"


_LANGUAGES = [("zh", "en"), ("en",), ("zh",), ("ug", "zh"), ("de",), ("en-GB", "zh-Hant", "fr")]


@pytest.mark.parametrize("counters", [*range(1, 12), 32, 200])
@pytest.mark.parametrize("languages", _LANGUAGES)
@pytest.mark.parametrize("hours", [(), ("Mon-Fri 08:30-16:30", "Sat 09:00-12:00")])
def test_every_answer_gives_a_hall(counters: int, languages: tuple[str, ...], hours: tuple[str, ...]) -> None:
    names = {language: f"{language}的" for language in languages}
    plan = load_plan(starter(Answers("h", languages, names, "UTC", hours, counters)).encode())
    assert warnings_of(plan) == ()
    assert (len(plan.counters), plan.default_language) == (counters, languages[0])
    assert plan.hall.name == names


def test_a_text_is_in_every_language_it_is_known_in_and_in_no_other() -> None:
    def named(*languages: str) -> tuple[dict[str, str], bool]:
        text = starter(Answers(languages=languages, names=dict.fromkeys(languages, "x")))
        return load_plan(text.encode()).services[0].name, "translate them" in text

    assert named("zh", "en") == ({"zh": "身份证", "en": "ID cards"}, False)
    assert named("en-GB", "fr", "zh") == ({"en-GB": "ID cards", "zh": "身份证"}, False)
    assert named("fr", "zh") == ({"fr": "ID cards", "zh": "身份证"}, True)


def test_what_is_commented_out_is_right_too() -> None:
    text = re.sub(r"^# (?=\w+ = |\[\[)", "", starter(Answers()), flags=re.MULTILINE)
    plan = load_plan(text.encode())
    assert warnings_of(plan) == ()
    assert (len(plan.clerks), len(plan.hall.closed), len(plan.hall.extra)) == (1, 1, 1)
    assert plan.hall.public_url is not None
    always = starter(Answers(open=()))
    assert '\n# open = ["Mon-Fri 08:30-16:30"]' in always


def test_with_yes_it_asks_nothing(tmp_path: Path) -> None:
    path = tmp_path / "h.toml"
    result = CliRunner().invoke(app, [str(path), "--yes"])
    assert (result.exit_code, result.output) == (
        0,
        f"{path}: written; change it as you like, then: greenwindow check {path}\n",
    )
    plan = load_plan(path.read_bytes())
    assert (plan.hall.id, set(plan.hall.name)) == ("my-hall", {"zh", "en"})


@pytest.mark.parametrize(
    ("answers", "names", "hours"),
    [
        ('corner\nde, en\nEcke "1"\n\nEurope/Berlin\nalways\n3\n', ['Ecke "1"', _CENTRE], 0),
        ("corner\nen，zh、en\nCorner\n角落\n\n全天\n3\n", ["Corner", "角落"], 0),
        ("corner\n en ,\n\\ \x7f\n\n Mon 08:00-09:00；;Tue 08:00-09:00\n3\n", ["\\ \x7f"], 2),
    ],
)
def test_it_asks_and_takes_the_answers(answers: str, names: list[str], hours: int, tmp_path: Path) -> None:
    path = tmp_path / "h.toml"
    result = CliRunner().invoke(app, [str(path)], input=answers)
    assert result.exit_code == 0, result.output
    plan = load_plan(path.read_bytes())
    assert (plan.hall.id, list(plan.hall.name.values())) == ("corner", names)
    assert len(plan.hall.open or ()) == hours
    assert len(plan.counters) == 3


@pytest.mark.parametrize(
    ("answers", "keys"),
    [
        ("a b\nzh\nx\nMars\nMo 1\n2\n", ["hall.id", "hall.timezone", "hall.open[1]"]),
        ("h\nzh,中文\nx\ny\n\n\n2\n", ["hall.languages[2]", "hall.name.中文"]),
        (f"h\nen\n{'x' * 201}\n\n\n2\n", ["hall.name.en"]),
    ],
)
def test_answers_that_are_not_allowed_are_named_and_nothing_is_written(
    answers: str, keys: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "h.toml"
    result = CliRunner().invoke(app, [str(path)], input=answers)
    assert result.exit_code == 2
    for key in keys:
        assert f"{path}: {key}: " in result.output
    assert "nothing was written" in result.output
    assert not path.exists()


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (b"h\n,\n", "no language: a hall has one at least"),
        (b"h\nzh\n", "standard input: ended before the last question"),
        (b"h\nzh\n\n\n\nmany\n", "many counters: 1 to 200 are allowed; answer again"),
    ],
)
def test_an_end_in_one_line(
    answers: bytes,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    given = io.TextIOWrapper(io.BytesIO(answers), encoding="utf-8", errors="surrogateescape")
    monkeypatch.setattr("sys.stdin", given)
    with pytest.raises(typer.Exit) as end:
        init(tmp_path / "h.toml")
    assert end.value.exit_code == 2
    assert capfd.readouterr().err.splitlines()[-1].startswith(words)
    assert not (tmp_path / "h.toml").exists()


class Person(io.TextIOWrapper):
    """Somebody at a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_person_is_told_of_a_wrong_answer_at_once_and_asked_only_that_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "h.toml"
    answers = "a b\ncorner\n,\nzh,x!\nzh,de\n角落\nEcke\nMars\nAsia/Shanghai\nMo 1\nalways\n0\nmany\n3\n"
    given = Person(io.BytesIO(answers.encode() + b"\n"), encoding="utf-8", errors="surrogateescape")
    monkeypatch.setattr("sys.stdin", given)
    init(path)
    plan = load_plan(path.read_bytes())
    assert (plan.hall.id, plan.hall.name) == ("corner", {"zh": "角落", "de": "Ecke"})
    assert (plan.hall.timezone, plan.hall.open, len(plan.counters)) == ("Asia/Shanghai", None, 3)
    told = [line.split(" ")[0] for line in capfd.readouterr().err.splitlines()]
    assert told == [
        "hall.id:", "no", "hall.name.x!:", "hall.languages[2]:", "hall.timezone:", "hall.open[1]:", "0", "many",
    ]  # fmt: skip


def test_an_answer_that_is_no_text_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "h.toml"
    given = Person(io.BytesIO(b"h\nzh\na\xff\nb\n\n\n\n"), encoding="utf-8", errors="surrogateescape")
    monkeypatch.setattr("sys.stdin", given)
    init(path)
    assert "an answer is not UTF-8" in capfd.readouterr().err
    assert load_plan(path.read_bytes()).hall.name == {"zh": "b"}


def test_an_answer_through_a_pipe_that_is_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    given = io.TextIOWrapper(io.BytesIO(b"h\nzh\na\xff\n\n\n2\n"), encoding="utf-8", errors="surrogateescape")
    monkeypatch.setattr("sys.stdin", given)
    with pytest.raises(typer.Exit):
        init(tmp_path / "h.toml")
    assert "an answer is not UTF-8" in capfd.readouterr().err
    assert not (tmp_path / "h.toml").exists()


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "h.toml"
    path.write_text("mine")
    assert CliRunner().invoke(app, [str(path), "--yes"]).exit_code == 2
    assert path.read_text() == "mine"
    assert CliRunner().invoke(app, [str(tmp_path / "no" / "h.toml"), "--yes"]).exit_code == 1


@pytest.mark.parametrize("counters", ["0", "1000000000"])
def test_so_many_counters(tmp_path: Path, counters: str) -> None:
    result = CliRunner().invoke(app, [str(tmp_path / "h.toml")], input="\n\n\n\n\n\n" + counters + "\n")
    assert result.exit_code == 2
    assert "1 to 200 are allowed" in result.output
