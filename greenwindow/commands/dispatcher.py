"""`greenwindow dispatcher`: the one that decides, keeps and tells."""

from pathlib import Path
from typing import Annotated

import typer

from greenwindow.problems import read_bytes, stop


def dispatcher(
    hall: Annotated[Path, typer.Argument(help="the hall file")],
    directory: Annotated[
        Path | None,
        typer.Option("--dir", envvar="GREENWINDOW_DIR", help="what this hall has here [var/<hall id>]"),
    ] = None,
    broker: Annotated[
        str | None,
        typer.Option(envvar="GREENWINDOW_BROKER", help="the broker's URL [DIR/credentials/dispatcher.url]"),
    ] = None,
    database: Annotated[
        str | None, typer.Option(envvar="GREENWINDOW_DATABASE", help="a path or sqlite:/// URL [DIR/hall.db]")
    ] = None,
    standby: Annotated[
        bool, typer.Option("--standby", envvar="GREENWINDOW_STANDBY", help="wait for the first one's end")
    ] = False,
) -> None:
    """Runs a hall's dispatcher; prints `ready` once it answers commands. SIGHUP reads the hall file again."""
    from dispatcher.bootstrap import Settings, run_dispatcher  # noqa: PLC0415 - quick --help
    from dispatcher.errors import DispatcherError  # noqa: PLC0415
    from dispatcher.logs import log_to_stderr  # noqa: PLC0415
    from dispatcher.planfile import PlanFile  # noqa: PLC0415
    from dispatcher.reload import plan_problem  # noqa: PLC0415
    from dispatcher.store import database_path  # noqa: PLC0415
    from hall.plan import PlanError  # noqa: PLC0415
    from runtime import BrokerError, SystemClock, UrlError, find_broker_url  # noqa: PLC0415

    if standby:
        stop("--standby: comes in a later version, with PostgreSQL; start it without")
    read_bytes(hall)
    file = PlanFile(hall)
    try:
        plan = file.read()
    except (PlanError, OSError) as fault:
        stop(*file.fault_lines(fault))
    problem = plan_problem(plan)
    if problem is not None:
        stop(f"{hall}: {problem}")
    folder = directory or Path("var") / plan.plan.hall.id
    log_to_stderr()
    try:
        url = find_broker_url(folder, "dispatcher", broker)
        path = database_path(database) if database else folder / "hall.db"
        run_dispatcher(Settings(file, plan, url, path), SystemClock(), lambda: print("ready", flush=True))
    except (DispatcherError, BrokerError, UrlError) as fault:
        stop(str(fault))
