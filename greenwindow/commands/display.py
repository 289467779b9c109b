"""`greenwindow display`: the hall screen with its voice, or a window strip."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greenwindow import VERSION
from greenwindow.problems import stop
from greenwindow.stations import station_url

if TYPE_CHECKING:
    from runtime import BrokerUrl


def display(
    *,
    directory: Annotated[
        Path | None, typer.Option("--dir", envvar="GREENWINDOW_DIR", help="what the hall has on this machine")
    ] = None,
    device: Annotated[
        str | None,
        typer.Option(envvar="GREENWINDOW_DEVICE", help="which display or strip of the hall file this is"),
    ] = None,
    broker: Annotated[
        str | None,
        typer.Option(
            envvar="GREENWINDOW_BROKER", help="the device's broker URL, instead of --dir and --device"
        ),
    ] = None,
    strip: Annotated[
        str | None,
        typer.Option(
            envvar="GREENWINDOW_STRIP", help="this is a window strip, reached there: sim:DIR; no window"
        ),
    ] = None,
    sound: Annotated[
        Path | None,
        typer.Option(
            envvar="GREENWINDOW_SOUND", help="keeps each announcement here, as NNNN-ticket-counter.wav"
        ),
    ] = None,
    silent: Annotated[
        bool, typer.Option(envvar="GREENWINDOW_SILENT", help="says nothing aloud; another display does")
    ] = False,
    size: Annotated[
        str, typer.Option(envvar="GREENWINDOW_SIZE", help="of the window, WIDTHxHEIGHT in pixels")
    ] = "1920x1080",
    fullscreen: Annotated[
        bool, typer.Option(envvar="GREENWINDOW_FULLSCREEN", help="fills the screen")
    ] = False,
    automation: Annotated[
        Path | None,
        typer.Option(
            envvar="GREENWINDOW_AUTOMATION", help="opens a socket here for tests to look at the screen"
        ),
    ] = None,
) -> None:
    """The hall screen with its voice; with --strip a window strip instead."""
    url = station_url(directory, device, broker)
    if strip is not None:
        raise typer.Exit(_strip(url, strip))
    raise typer.Exit(_screen(url, size, fullscreen, automation, sound, silent))


def _strip(url: "BrokerUrl", strip: str) -> int:
    from display.kind import WrongDeviceError  # noqa: PLC0415
    from display.strip.app import run_strip  # noqa: PLC0415
    from hw.link import BadAddressError  # noqa: PLC0415
    from hw.panel import FontError  # noqa: PLC0415
    from hw.panel.opening import open_strip  # noqa: PLC0415
    from runtime import BrokerError  # noqa: PLC0415

    try:
        return run_strip(url, open_strip(strip, url.device), VERSION)
    except BadAddressError as fault:
        stop(f"--strip {fault}")
    except (FontError, BrokerError, WrongDeviceError) as fault:
        stop(str(fault))


def _screen(
    url: "BrokerUrl", size: str, fullscreen: bool, automation: Path | None, sound: Path | None, silent: bool
) -> int:
    from display.app import Options, run  # noqa: PLC0415
    from runtime import BrokerError  # noqa: PLC0415
    from ui.automation.server import SocketError  # noqa: PLC0415
    from ui.window import parse_size  # noqa: PLC0415

    try:
        pixels = parse_size(size)
    except ValueError as fault:
        stop(f"--size: {fault}")
    try:
        return run(url, VERSION, Options(pixels, fullscreen, automation, sound, silent))
    except (BrokerError, SocketError) as fault:
        stop(str(fault))
    except OSError as fault:
        stop(f"--sound {sound}: the folder can't be made: {fault.strerror or fault}; choose another")
