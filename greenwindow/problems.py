"""How a command ends when something is wrong: one line a fault on standard error, and the right exit code."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from hall.plan import Plan

FAILED = 1
WRONG_INPUT = 2


def stop(*lines: str, code: int = WRONG_INPUT) -> NoReturn:
    """Says what is wrong, where, and what to do, and ends the command."""
    for line in lines:
        typer.echo(line, err=True)
    raise typer.Exit(code)


def read_bytes(path: Path) -> bytes:
    """A file's content, or the end of the command with one line."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        stop(f"{path}: there is no such file; check the path")
    except IsADirectoryError:
        stop(f"{path}: is a folder; name the file in it")
    except OSError as fault:
        stop(f"{path}: cannot be read: {fault.strerror or fault}")


def read_plan(path: Path) -> "Plan":
    """The hall file's plan, or the end of the command with a line for each of its faults."""
    from hall.plan import PlanError, load_plan  # noqa: PLC0415 - quick start of every other command

    data = read_bytes(path)
    try:
        return load_plan(data)
    except PlanError as error:
        stop(*fault_lines(path, error.faults))


def fault_lines(path: Path, faults: Iterable[object]) -> list[str]:
    """`HALL.toml: key.path: what is wrong, what is allowed`."""
    return [f"{path}: {fault}" for fault in faults]
