"""`greenwindow demo`: a whole hall for a few minutes."""

import os
import signal
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greenwindow.commands.broker import find_mosquitto
from greenwindow.problems import fault_lines, read_bytes, stop

if TYPE_CHECKING:
    from greenwindow.arrivals import Arrival
    from hall.plan import Plan

_EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"


def demo(
    hall: Annotated[
        Path | None, typer.Option(envvar="GREENWINDOW_HALL", help="[examples/baoshan.toml]")
    ] = None,
    arrivals: Annotated[
        Path | None,
        typer.Option(envvar="GREENWINDOW_ARRIVALS", help="who comes when [examples/<hall>-morning.csv]"),
    ] = None,
    speed: Annotated[
        float | None,
        typer.Option(min=1, max=1000, help="hall seconds in a real one [so that the morning fits]"),
    ] = None,
    seconds: Annotated[float, typer.Option(min=30, help="how long the whole run may take")] = 165,
    out: Annotated[
        Path | None, typer.Option(help="where papers, pictures and sounds go [demo-out/<time>]")
    ] = None,
) -> None:
    """Plays a morning through real processes, windows, paper and sound, and tells at the end what happened."""
    from rich.console import Console  # noqa: PLC0415 - quick start of every other command

    from greenwindow.demo.options import Options  # noqa: PLC0415
    from greenwindow.demo.run import run  # noqa: PLC0415
    from hall.plan import PlanError, load_plan  # noqa: PLC0415
    from runtime.clock import SystemClock  # noqa: PLC0415

    hall_file = hall or _EXAMPLES / "baoshan.toml"
    data = read_bytes(hall_file)
    try:
        plan = load_plan(data)
    except PlanError as error:
        stop(*fault_lines(hall_file, error.faults))
    residents = _read(arrivals or _EXAMPLES / f"{plan.hall.id}-morning.csv", plan)
    folder = (out or Path("demo-out") / datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")).resolve()
    if folder.is_dir() and any(folder.iterdir()):
        stop(f"{folder}: is not empty; choose another with --out")
    find_mosquitto()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        stop(f"{folder}: cannot be made: {fault.strerror or fault}; choose another with --out")
    on_screen = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    console = Console(soft_wrap=False)
    if not on_screen:
        console.print("no screen here: the windows run off-screen; their pictures are kept", style="dim")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C: everything is stopped and told
    options = Options(
        data, residents, folder, seconds=seconds, speed=speed, on_screen=on_screen, home=hall_file.parent
    )
    raise typer.Exit(run(options, SystemClock(), console))


def _read(path: Path, plan: "Plan") -> "tuple[Arrival, ...]":
    from greenwindow.arrivals import ArrivalsError, check_arrivals, read_arrivals  # noqa: PLC0415

    try:
        residents = read_arrivals(path)
        check_arrivals(
            residents, services={s.id for s in plan.services}, languages=set(plan.hall.languages),
            counters={c.id for c in plan.counters}, path=path,
        )  # fmt: skip
    except ArrivalsError as error:
        stop(*error.faults)
    if not residents:
        stop(f"{path}: there is no resident in it; docs/arrivals.md shows the format")
    return residents
