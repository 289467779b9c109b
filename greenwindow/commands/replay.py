"""`greenwindow replay`: a recorded day through the pure rules, every event as a JSON line."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from greenwindow.arguments import HallFile
from greenwindow.problems import FAILED, read_bytes, read_plan, stop


def replay(
    hall: HallFile,
    commands: Annotated[
        Path, typer.Argument(metavar="COMMANDS.jsonl", help="a command with its device a line, by time")
    ],
) -> None:
    """Runs a recorded day through the rules, the commands' own `at` as the clock; prints every event."""
    from hall import replay as heart  # noqa: PLC0415

    plan = read_plan(hall)
    lines = read_bytes(commands).split(b"\n")
    try:
        _print(heart.replay(plan, lines))
    except heart.ReplayError as fault:
        stop(f"{commands}: {fault}")


def _print(lines: Iterator[str]) -> None:
    """UTF-8 whatever the locale says, so that it is byte for byte the same everywhere."""
    out = sys.stdout.buffer
    try:
        try:
            for line in lines:
                out.write(line.encode() + b"\n")
        finally:
            out.flush()
    except BrokenPipeError:  # who reads has seen enough; Python itself would complain again at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as fault:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        stop(f"standard output: cannot be written: {fault.strerror}; make room there", code=FAILED)
