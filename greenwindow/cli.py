"""`greenwindow`: every command a person runs, each in a file of its own below `commands/`."""

import importlib
import sys
from collections.abc import Callable
from typing import Any

import typer

COMMANDS = (
    "init", "check", "pin", "pki", "broker", "dispatcher", "kiosk", "caller", "display", "book",
    "backup", "restore", "prune", "clock", "doctor", "replay", "why", "demo",
)  # fmt: skip


def make_app() -> typer.Typer:
    """The command line, without running it."""
    app = typer.Typer(
        name="greenwindow", no_args_is_help=True, add_completion=False, rich_markup_mode=None,
        pretty_exceptions_enable=False, help="Green Window 绿色窗口: the queue system of public-service halls.",
    )  # fmt: skip
    app.callback()(_root)
    for name in COMMANDS:
        found: typer.Typer | Callable[..., Any] = getattr(
            importlib.import_module(f"greenwindow.commands.{name}"), name
        )
        if isinstance(found, typer.Typer):
            app.add_typer(found, name=name)
        else:
            app.command(name)(found)
    return app


def _root() -> None:
    """Green Window 绿色窗口: the queue system of public-service halls."""


def main(arguments: list[str] | None = None) -> None:
    """Runs a command and ends the process: 0 done, 1 it failed, 2 wrong usage or wrong input, with one line."""
    words = (sys.argv[1:] if arguments is None else arguments) or ["--help"]
    try:
        code = make_app()(words, prog_name="greenwindow", standalone_mode=False)
    except typer.TyperException as fault:
        print(_one_line(fault), file=sys.stderr)
        sys.exit(fault.exit_code)
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    sys.exit(code if isinstance(code, int) else 0)


def _one_line(fault: typer.TyperException) -> str:
    context = getattr(fault, "ctx", None)
    where = context.command_path if context is not None else "greenwindow"
    return f"{where}: {' '.join(fault.format_message().split())} See `{where} --help`."
