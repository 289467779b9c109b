"""`greenwindow caller`: the clerk's pad for one counter."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greenwindow import VERSION
from greenwindow.problems import stop
from greenwindow.stations import station_url

if TYPE_CHECKING:
    from hw.keypad import PadLine
    from runtime import BrokerUrl


def caller(
    *,
    directory: Annotated[
        Path | None, typer.Option("--dir", envvar="GREENWINDOW_DIR", help="what the hall has on this machine")
    ] = None,
    device: Annotated[
        str | None, typer.Option(envvar="GREENWINDOW_DEVICE", help="which pad of the hall file this is")
    ] = None,
    broker: Annotated[
        str | None,
        typer.Option(envvar="GREENWINDOW_BROKER", help="the pad's broker URL, instead of --dir and --device"),
    ] = None,
    size: Annotated[
        str, typer.Option(envvar="GREENWINDOW_SIZE", help="of the window, WIDTHxHEIGHT in pixels")
    ] = "1024x768",
    fullscreen: Annotated[
        bool, typer.Option(envvar="GREENWINDOW_FULLSCREEN", help="fills the screen")
    ] = False,
    language: Annotated[
        str, typer.Option(envvar="GREENWINDOW_LANGUAGE", help="of the first picture: zh or en")
    ] = "zh",
    pad: Annotated[
        list[str] | None,
        typer.Option(
            envvar="GREENWINDOW_PAD",
            help="a pad that is a thing, or a line of them; repeatable: ff68+serial:///dev/ttyUSB1, "
            "ff68+socket://HOST:PORT, evdev:/dev/input/by-path/…, mqtt-button+mqtt://HOST?preset=…&topic=…",
        ),
    ] = None,
    no_window: Annotated[
        bool, typer.Option("--no-window", envvar="GREENWINDOW_NO_WINDOW", help="only the pads of --pad")
    ] = False,
    evaluator: Annotated[
        str | None,
        typer.Option(
            envvar="GREENWINDOW_EVALUATOR",
            help="whose ratings those of evaluators on these lines are: a device of the hall file (with --dir), "
            "or its broker URL; with --no-window",
        ),
    ] = None,
    automation: Annotated[
        Path | None,
        typer.Option(envvar="GREENWINDOW_AUTOMATION", help="opens a socket here for tests to drive the pad"),
    ] = None,
) -> None:
    """The clerk's pad: next, recall, start, done, no-show, hold, transfer, pause."""
    url = station_url(directory, device, broker)
    state = directory / "state" / url.device if directory is not None else None
    lines = _lines(pad or [])
    if no_window:
        judge = _evaluator(directory, evaluator) if evaluator is not None else None
        raise typer.Exit(_without_window(url, lines, state, judge))
    if evaluator is not None:
        stop("--evaluator: goes with --no-window; start a process of its own for the line")
    from caller.app import LANGUAGES, Options, run  # noqa: PLC0415
    from runtime import BrokerError  # noqa: PLC0415
    from ui.automation.server import SocketError  # noqa: PLC0415
    from ui.languages import Texts  # noqa: PLC0415
    from ui.window import parse_size  # noqa: PLC0415

    known = Texts.load(LANGUAGES).languages
    if language not in known:
        stop(f"--language {language}: is not one of {', '.join(known)}; choose one of these")
    try:
        pixels = parse_size(size)
    except ValueError as fault:
        stop(f"--size: {fault}")
    try:
        code = run(url, VERSION, Options(pixels, fullscreen, language, automation, state, lines))
    except (BrokerError, SocketError) as fault:
        stop(str(fault))
    raise typer.Exit(code)


def _lines(pads: Sequence[str]) -> "tuple[PadLine, ...]":
    """The lines of `--pad`, not opened yet; or the end of the command with one line for what is wrong."""
    from caller.pads.lines import open_lines  # noqa: PLC0415
    from hw.link import BadAddressError  # noqa: PLC0415

    try:
        return open_lines(pads)
    except BadAddressError as fault:
        stop(f"--pad {fault}")


def _evaluator(directory: Path | None, name: str) -> "BrokerUrl":
    return station_url(directory, name, name if "://" in name else None)


def _without_window(
    url: "BrokerUrl", lines: "Sequence[PadLine]", state: Path | None, evaluator: "BrokerUrl | None"
) -> int:
    from caller.assignment import WrongDeviceError  # noqa: PLC0415
    from caller.pads.app import run_pads  # noqa: PLC0415
    from runtime import BrokerError  # noqa: PLC0415

    if not lines:
        stop("--no-window: needs at least one --pad URL, e.g. --pad ff68+serial:///dev/ttyUSB1")
    try:
        return run_pads(url, VERSION, lines, state, evaluator)
    except (BrokerError, WrongDeviceError) as fault:
        stop(str(fault))
