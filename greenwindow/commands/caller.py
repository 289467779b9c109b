"""`greenwindow caller`: the clerk's pad for one counter."""

from pathlib import Path
from typing import Annotated

import typer

from greenwindow import VERSION
from greenwindow.problems import stop
from greenwindow.stations import station_url


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
    automation: Annotated[
        Path | None,
        typer.Option(envvar="GREENWINDOW_AUTOMATION", help="opens a socket here for tests to drive the pad"),
    ] = None,
) -> None:
    """The clerk's pad: next, recall, start, done, no-show, hold, transfer, pause."""
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
        url = station_url(directory, device, broker)
        state = directory / "state" / url.device if directory is not None else None
        code = run(url, VERSION, Options(pixels, fullscreen, language, automation, state))
    except (BrokerError, SocketError) as fault:
        stop(str(fault))
    raise typer.Exit(code)
