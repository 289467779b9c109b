"""`greenwindow init`: a first hall file, after a few questions."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from greenwindow.problems import FAILED, fault_lines, stop
from greenwindow.starter import Answers, starter, usual_name

_MOST_COUNTERS = 200
_ALWAYS = ("always", "全天")


def init(
    hall: Annotated[Path, typer.Argument(metavar="HALL.toml", help="where it is written")] = Path(
        "hall.toml"
    ),
    yes: Annotated[bool, typer.Option("--yes", help="asks nothing: an example to change")] = False,
) -> None:
    """Writes a commented hall file after a few questions, or with --yes without."""
    if hall.exists():
        stop(f"{hall}: is there already; choose another name, or change it with an editor")
    data = _written(hall, Answers() if yes else _answers())
    try:
        with hall.open("xb") as file:
            file.write(data)
    except OSError as fault:
        stop(f"{hall}: can't be written: {fault.strerror}; choose another place", code=FAILED)
    typer.echo(f"{hall}: written; change it as you like, then: greenwindow check {hall}")


def _written(hall: Path, answers: Answers) -> bytes:
    """The file's bytes, or the end with the faults of the answers."""
    from hall.plan import PlanError, load_plan  # noqa: PLC0415

    try:
        data = starter(answers).encode()
        load_plan(data)
    except UnicodeEncodeError:
        stop("standard input: an answer is not UTF-8; nothing was written; answer again")
    except PlanError as error:
        stop(*fault_lines(hall, error.faults), f"{hall}: nothing was written; answer again")
    return data


def _answers() -> Answers:
    try:
        return _ask()
    except typer.Abort:
        if sys.stdin.isatty():  # Ctrl-C
            raise
        stop("standard input: ended before the last question; give an answer a line, or --yes")


def _ask() -> Answers:
    """Enter takes what stands in the brackets."""
    usual = Answers()
    name = typer.prompt("编号 · id of the hall (A-Z a-z 0-9 -)", usual.id)
    languages = _parts(typer.prompt("语言 · languages, the first is the default", "zh,en"), ",，、")
    if not languages:
        stop("no language: a hall has one at least, as zh; answer again")
    return Answers(
        id=name,
        languages=languages,
        names={language: _name(language) for language in languages},
        timezone=typer.prompt("时区 · its time zone", usual.timezone),
        open=_hours(
            typer.prompt("开放时间 · opening hours (`always` 全天, or with ; between)", usual.open[0])
        ),
        counters=_counters(typer.prompt("窗口数 · how many counters", usual.counters, type=int)),
    )


def _name(language: str) -> str:
    return str(typer.prompt(f"名称 · its name ({language})", usual_name(language)))


def _counters(answer: int) -> int:
    if not 1 <= answer <= _MOST_COUNTERS:
        stop(f"{answer} counters: 1 to {_MOST_COUNTERS} are allowed; answer again")
    return answer


def _hours(answer: str) -> tuple[str, ...]:
    return () if answer.strip().lower() in _ALWAYS else _parts(answer, ";；")


def _parts(answer: str, separators: str) -> tuple[str, ...]:
    """What is between the separators, each once, in that order."""
    for separator in separators:
        answer = answer.replace(separator, separators[0])
    return tuple(dict.fromkeys(part.strip() for part in answer.split(separators[0]) if part.strip()))
