"""`greenwindow check`: every fault of a hall file at once, in words."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from hall.plan import Plan, PlanError, load_plan, warnings_of

HallFile = Annotated[Path, typer.Argument(metavar="HALL.toml", help="the hall file")]


def check(hall: HallFile) -> None:
    """Validate a hall file: one line a fault (exit code 2), warnings, or that all is well."""
    plan = read_hall(hall)
    for warning in warnings_of(plan):
        print(f"{hall}: warning: {warning}")
    print(f"{hall}: ok: {_summary(plan)}")


def read_hall(path: Path) -> Plan:
    """The plan of a hall file; when that can't be had, one line a fault on standard error and exit code 2."""
    try:
        return load_plan(path.read_bytes())
    except OSError as fault:
        complain(f"{path}: can't be read: {fault.strerror}; give the path of a hall file")
    except PlanError as error:
        complain(*(f"{path}: {fault}" for fault in error.faults))
    raise typer.Exit(2)


def complain(*lines: str) -> None:
    """Lines on standard error, however odd the characters in them."""
    for line in lines:
        words = line.encode("utf-8", "backslashreplace").decode()
        print(words.replace("\n", " "), file=sys.stderr)


def _summary(plan: Plan) -> str:
    found = (
        (len(plan.services), "service"),
        (len(plan.counters), "counter"),
        (len(plan.green_windows), "green window"),
        (len(plan.clerks), "clerk"),
        (len(plan.devices), "device"),
    )
    return ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in found)
