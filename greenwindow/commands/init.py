"""`greenwindow init`: a first hall file, after a few questions."""

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
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
    data, faults = _file(answers)
    if faults:
        stop(*fault_lines(hall, faults), f"{hall}: nothing was written; answer again")
    return data


def _file(answers: Answers) -> tuple[bytes, tuple[object, ...]]:
    """The file that these answers make, and what is wrong with it."""
    from hall.plan import PlanError, load_plan  # noqa: PLC0415

    try:
        data = starter(answers).encode()
        load_plan(data)
    except UnicodeEncodeError:
        return b"", ("an answer is not UTF-8; write it in letters that are",)
    except PlanError as error:
        return b"", error.faults
    return data, ()


def _answers() -> Answers:
    try:
        return _ask()
    except typer.Abort:
        if sys.stdin.isatty():  # Ctrl-C
            raise
        stop("standard input: ended before the last question; give an answer a line, or --yes")


def _ask() -> Answers:
    """Enter takes what stands in the brackets."""
    so_far = Answers()
    so_far = _question("编号 · id of the hall (A-Z a-z 0-9 -)", so_far.id, partial(_id, so_far))
    so_far = _question("语言 · languages, the first is the default", "zh,en", partial(_languages, so_far))
    for language in so_far.languages:
        so_far = _question(
            f"名称 · its name ({language})", usual_name(language), partial(_name, so_far, language)
        )
    so_far = _question("时区 · its time zone", so_far.timezone, partial(_timezone, so_far))
    so_far = _question(
        "开放时间 · opening hours (`always` 全天, or with ; between)", so_far.open[0], partial(_hours, so_far)
    )
    return _question("窗口数 · how many counters", str(so_far.counters), partial(_counters, so_far))


def _question(words: str, usual: str | None, with_answer: Callable[[str], Answers]) -> Answers:
    """Asks a person again until the answer is allowed; what comes through a pipe is judged once, all of it."""
    while True:
        try:
            answers = with_answer(str(typer.prompt(words, usual)))
            faults = _file(answers)[1] if sys.stdin.isatty() else ()
        except _WrongAnswerError as fault:
            answers, faults = Answers(), (fault,)
            if not sys.stdin.isatty():
                stop(f"{fault}; answer again")
        if not faults:
            return answers
        for line in faults:
            typer.echo(str(line), err=True)


class _WrongAnswerError(Exception):
    """What no hall file can be made of."""


def _id(answers: Answers, answer: str) -> Answers:
    return replace(answers, id=answer)


def _timezone(answers: Answers, answer: str) -> Answers:
    return replace(answers, timezone=answer)


def _languages(answers: Answers, answer: str) -> Answers:
    """With names that stand in until each is asked for."""
    languages = _parts(answer, ",，、")
    if not languages:
        raise _WrongAnswerError("no language: a hall has one at least, as zh")
    return replace(answers, languages=languages, names={code: usual_name(code) or "-" for code in languages})


def _name(answers: Answers, language: str, answer: str) -> Answers:
    return replace(answers, names={**answers.names, language: answer})


def _counters(answers: Answers, answer: str) -> Answers:
    count = int(answer) if re.fullmatch(r"[0-9]{1,9}", answer.strip()) else 0
    if not 1 <= count <= _MOST_COUNTERS:
        raise _WrongAnswerError(f"{answer.strip()} counters: 1 to {_MOST_COUNTERS} are allowed")
    return replace(answers, counters=count)


def _hours(answers: Answers, answer: str) -> Answers:
    always = answer.strip().lower() in _ALWAYS
    return replace(answers, open=() if always else _parts(answer, ";；"))


def _parts(answer: str, separators: str) -> tuple[str, ...]:
    """What is between the separators, each once, in that order."""
    for separator in separators:
        answer = answer.replace(separator, separators[0])
    return tuple(dict.fromkeys(part.strip() for part in answer.split(separators[0]) if part.strip()))
