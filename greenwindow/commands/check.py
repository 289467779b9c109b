"""`greenwindow check`: every fault of a hall file at once, in words."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greenwindow.problems import fault_lines, read_plan, stop

if TYPE_CHECKING:
    from hall.plan import Plan


def check(hall: Annotated[Path, typer.Argument(metavar="HALL.toml", help="the hall file")]) -> None:
    """Validates a hall file: prints every fault at once (exit code 2), or its warnings and that it is in order.

    A clerk's pin_hash is made with: greenwindow pin
    """
    from dispatcher.logo import read_logo  # noqa: PLC0415
    from greenwindow.tongues import language_warnings  # noqa: PLC0415
    from hall.plan import PlanError, warnings_of  # noqa: PLC0415

    plan = read_plan(hall)
    try:
        read_logo(plan, hall)
    except PlanError as error:
        stop(*fault_lines(hall, error.faults))
    for line in fault_lines(hall, (*warnings_of(plan), *language_warnings(plan))):
        typer.echo(f"{line} (a warning)")
    typer.echo(f"{hall}: ok, {_summary(plan)}")


def _summary(plan: "Plan") -> str:
    found = (
        (len(plan.services), "service"),
        (len(plan.counters), "counter"),
        (len(plan.green_windows), "green window"),
        (len(plan.clerks), "clerk"),
        (len(plan.devices), "device"),
    )
    return ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in found)
