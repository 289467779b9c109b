"""`greenwindow init`: a first hall file, after a few questions."""

from pathlib import Path
from typing import Annotated

import typer

from greenwindow.problems import FAILED, fault_lines, stop
from greenwindow.starter import Answers, starter

_MOST_COUNTERS = 200


def init(
    hall: Annotated[Path, typer.Argument(metavar="HALL.toml", help="where it is written")] = Path(
        "hall.toml"
    ),
    yes: Annotated[bool, typer.Option("--yes", help="asks nothing: an example to change")] = False,
) -> None:
    """Writes a commented hall file after a few questions, or with --yes without."""
    from hall.plan import PlanError, load_plan  # noqa: PLC0415

    if hall.exists():
        stop(f"{hall}: is there already; choose another name, or change it with an editor")
    text = starter(Answers() if yes else _ask())
    try:
        load_plan(text.encode())
    except PlanError as error:
        stop(*fault_lines(hall, error.faults), f"{hall}: nothing was written; answer again")
    try:
        with hall.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as fault:
        stop(f"{hall}: can't be written: {fault.strerror}; choose another place", code=FAILED)
    typer.echo(f"{hall}: written; change it as you like, then: greenwindow check {hall}")


def _ask() -> Answers:
    """Enter takes what stands in the brackets."""
    usual = Answers()
    return Answers(
        id=typer.prompt("编号 · id of the hall (A-Z a-z 0-9 -)", usual.id),
        name=typer.prompt("名称 · its name", usual.name),
        timezone=typer.prompt("时区 · its time zone", usual.timezone),
        languages=tuple(
            typer.prompt("语言 · languages, the first is the default", "zh,en").replace(" ", "").split(",")
        ),
        open=_hours(typer.prompt("开放时间 · opening hours (`always`, or with ; between)", usual.open)),
        counters=_counters(typer.prompt("窗口数 · how many counters", usual.counters, type=int)),
    )


def _counters(answer: int) -> int:
    if not 1 <= answer <= _MOST_COUNTERS:
        stop(f"{answer} counters: 1 to {_MOST_COUNTERS} are allowed; answer again")
    return answer


def _hours(answer: str) -> str:
    return "" if answer.strip().lower() == "always" else answer
