"""`greenwindow dispatcher`: the one that decides, keeps and tells."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greenwindow.arguments import Folder
from greenwindow.problems import read_bytes, stop

if TYPE_CHECKING:
    from dispatcher.bootstrap import Settings
    from dispatcher.care.surroundings import Surroundings
    from dispatcher.planfile import PlanFile, PlanText
    from dispatcher.store.address import DatabaseAddress
    from runtime import Clock


def dispatcher(
    hall: Annotated[Path, typer.Argument(help="the hall file")],
    directory: Folder = None,
    broker: Annotated[
        str | None,
        typer.Option(envvar="GREENWINDOW_BROKER", help="the broker's URL [DIR/credentials/dispatcher.url]"),
    ] = None,
    database: Annotated[
        str | None, typer.Option(envvar="GREENWINDOW_DATABASE", help="a path or URL [DIR/hall.db]")
    ] = None,
    standby: Annotated[
        bool,
        typer.Option(
            "--standby", envvar="GREENWINDOW_STANDBY", help="the second one: a credential of its own"
        ),
    ] = False,
    metrics: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=65535,
            envvar="GREENWINDOW_METRICS",
            help="serves /metrics and /healthz on this port of 127.0.0.1 [off]",
        ),
    ] = None,
) -> None:
    """Runs a hall's dispatcher; prints `ready` once it answers commands. SIGHUP reads the hall file again."""
    from runtime import SystemClock  # noqa: PLC0415 - quick --help

    file, plan = _read(hall)
    folder = directory or Path("var") / plan.plan.hall.id
    _run(file, plan, folder, broker, database, SystemClock(), standby=standby, metrics=metrics)


def _read(hall: Path) -> "tuple[PlanFile, PlanText]":
    """The hall file, or the end of the command with a line for each of its faults."""
    from dispatcher.planfile import PlanFile, plan_problem  # noqa: PLC0415
    from hall.plan import PlanError  # noqa: PLC0415

    read_bytes(hall)
    file = PlanFile(hall)
    try:
        plan = file.read()
    except (PlanError, OSError) as fault:
        stop(*file.fault_lines(fault))
    problem = plan_problem(plan)
    if problem is not None:
        stop(f"{hall}: {problem}")
    return file, plan


def _run(
    file: "PlanFile", plan: "PlanText", folder: Path, broker: str | None, database: str | None, clock: "Clock",
    *, standby: bool, metrics: int | None,
) -> None:  # fmt: skip
    from dispatcher.bootstrap import Settings  # noqa: PLC0415
    from dispatcher.errors import DispatcherError  # noqa: PLC0415
    from dispatcher.store import SqliteFile, parse_database  # noqa: PLC0415
    from dispatcher.terms import run_dispatcher  # noqa: PLC0415
    from runtime import BrokerError, UrlError, find_broker_url, log_to_stderr  # noqa: PLC0415

    log_to_stderr()
    try:
        url = find_broker_url(folder, "dispatcher-standby" if standby else "dispatcher", broker)
        address = parse_database(database) if database else SqliteFile(_in_folder(folder, "hall.db"))
        settings = Settings(file, plan, url, address, standby)
        with _metrics(metrics, settings, folder, address, clock):
            run_dispatcher(settings, clock, _say_ready)
    except (DispatcherError, BrokerError, UrlError) as fault:
        stop(str(fault))


def _say_ready() -> None:
    """To whoever started it; a hall goes on when nobody reads that any more, or there is no room for it."""
    try:
        print("ready", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains at its end


@contextmanager
def _metrics(
    port: int | None, settings: "Settings", folder: Path, database: "DatabaseAddress", clock: "Clock"
) -> Iterator[None]:
    """Figures for whoever looks after the machine, if a port is given."""
    if port is None:
        yield
        return
    from dispatcher.care.server import serve_metrics  # noqa: PLC0415
    from dispatcher.care.surroundings import look_around  # noqa: PLC0415

    def around() -> "Surroundings":
        return look_around(folder, database, clock.now_ms())

    server = serve_metrics(port, settings.figures, around, clock.monotonic)
    try:
        yield
    finally:
        if server is not None:
            server.stop()


def _in_folder(folder: Path, name: str) -> Path:
    """A file of this hall; its folder is made where it isn't there, for the owner only."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        stop(f"{folder}: cannot be made: {fault.strerror or fault}; choose another with --dir")
    return folder / name
