"""`greenwindow replay`: a recorded day through the pure rules, every event as a JSON line."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from greenwindow.commands.check import HallFile, complain, read_hall
from hall.replay import ReplayError, replay

CommandsFile = Annotated[
    Path, typer.Argument(metavar="COMMANDS.jsonl", help="commands, one JSON object a line")
]


def replay_day(hall: HallFile, commands: CommandsFile) -> None:
    """Run a recorded day through the rules; the commands' own times are the clock."""
    plan = read_hall(hall)
    try:
        with commands.open("rb") as lines:
            for line in replay(plan, lines):
                sys.stdout.buffer.write(line.encode() + b"\n")
        sys.stdout.buffer.flush()
    except ReplayError as fault:
        sys.stdout.buffer.flush()
        complain(f"{commands}: {fault}")
        raise typer.Exit(2) from None
    except BrokenPipeError:  # who read it has seen enough; Python would complain once more at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as fault:
        complain(f"{commands}: can't be read: {fault.strerror}; give the path of a file of commands")
        raise typer.Exit(2) from None
