"""`greenwindow kiosk`: where a resident takes a ticket."""

import os
from pathlib import Path
from typing import Annotated

import typer

from greenwindow import VERSION
from greenwindow.problems import stop
from greenwindow.stations import station_url


def kiosk(
    *,
    directory: Annotated[
        Path | None, typer.Option("--dir", envvar="GREENWINDOW_DIR", help="what the hall has on this machine")
    ] = None,
    device: Annotated[
        str | None, typer.Option(envvar="GREENWINDOW_DEVICE", help="which kiosk of the hall file this is")
    ] = None,
    broker: Annotated[
        str | None,
        typer.Option(
            envvar="GREENWINDOW_BROKER", help="the kiosk's broker URL, instead of --dir and --device"
        ),
    ] = None,
    printer: Annotated[
        str | None,
        typer.Option(
            envvar="GREENWINDOW_PRINTER",
            help="tcp://HOST:9100, usb://VVVV:PPPP, serial:///dev/NAME?baud=N, cups:NAME, file:PATH or sim:FOLDER "
            "[sim: in the state folder]",
        ),
    ] = None,
    state: Annotated[
        Path | None,
        typer.Option(
            envvar="GREENWINDOW_STATE",
            help="what must outlive a kill [DIR/state/ID, or below XDG_STATE_HOME]",
        ),
    ] = None,
    size: Annotated[
        str, typer.Option(envvar="GREENWINDOW_SIZE", help="of the window, WIDTHxHEIGHT in pixels")
    ] = "1080x1920",
    fullscreen: Annotated[
        bool, typer.Option(envvar="GREENWINDOW_FULLSCREEN", help="fills the screen")
    ] = False,
    language: Annotated[
        str, typer.Option(envvar="GREENWINDOW_LANGUAGE", help="of the welcome, if the hall speaks it")
    ] = "zh",
    speech: Annotated[
        str,
        typer.Option(
            envvar="GREENWINDOW_SPEECH",
            help="reads screens aloud to who asks for it: loud:, sim:FOLDER (keeps what is read there) or none",
        ),
    ] = "loud:",
    idle: Annotated[
        float,
        typer.Option(
            envvar="GREENWINDOW_IDLE",
            min=5,
            max=3600,
            help="seconds without a touch until what was entered is forgotten; the last 10 are counted down",
        ),
    ] = 60.0,
    attract: Annotated[
        float,
        typer.Option(
            envvar="GREENWINDOW_ATTRACT",
            min=0,
            max=1440,
            help="minutes on the welcome until a picture moves there, so that nothing burns in; 0: never",
        ),
    ] = 3.0,
    automation: Annotated[
        Path | None,
        typer.Option(
            envvar="GREENWINDOW_AUTOMATION", help="opens a socket here for tests to drive the kiosk"
        ),
    ] = None,
) -> None:
    """The kiosk: language, errand, confirm, ticket."""
    from hw.link import BadAddressError  # noqa: PLC0415
    from hw.printer import open_printer  # noqa: PLC0415
    from kiosk.app import Options, run  # noqa: PLC0415
    from kiosk.reading.opening import check_address  # noqa: PLC0415
    from kiosk.window import LANGUAGES  # noqa: PLC0415
    from runtime import BrokerError  # noqa: PLC0415
    from ui.automation.server import SocketError  # noqa: PLC0415
    from ui.languages import Texts  # noqa: PLC0415
    from ui.window import parse_size  # noqa: PLC0415

    try:
        check_address(speech)
    except BadAddressError as fault:
        stop(f"--speech {fault}")
    known = Texts.load(LANGUAGES).languages
    if language not in known:
        stop(f"--language {language}: is not one of {', '.join(known)}; choose one of these")
    try:
        pixels = parse_size(size)
        url = station_url(directory, device, broker)
        folder = state or _state_folder(directory, url.hall, url.device)
        paper = open_printer(printer or f"sim:{folder / 'paper'}")
        options = Options(paper, folder, pixels, fullscreen, language, automation, speech, idle, attract * 60)
        code = run(url, VERSION, options)
    except BadAddressError as fault:
        stop(f"--printer {fault}")
    except (BrokerError, SocketError) as fault:
        stop(str(fault))
    except ValueError as fault:
        stop(f"--size: {fault}")
    except OSError as fault:
        stop(f"{fault.filename}: cannot be used: {fault.strerror}; choose another with --state")
    raise typer.Exit(code)


def _state_folder(directory: Path | None, hall: str, device: str) -> Path:
    """With the hall's other things on this machine, or where a lone station's belong."""
    if directory is not None:
        return directory / "state" / device
    home = os.environ.get("XDG_STATE_HOME") or "~/.local/state"
    return Path(home).expanduser() / "greenwindow" / f"{hall}-{device}"
