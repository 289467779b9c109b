"""`greenwindow broker`: writes what mosquitto needs for a hall, and becomes mosquitto."""

import fcntl
import os
import pwd
import secrets
import shutil
import socket
from pathlib import Path
from typing import Annotated

import typer

from greenwindow.problems import read_plan, stop

_ELSEWHERE = "/usr/sbin:/usr/local/sbin:/opt/homebrew/sbin"


def broker(
    hall: Annotated[Path, typer.Argument(help="the hall file")],
    port: Annotated[
        int, typer.Option(min=1, max=65535, envvar="GREENWINDOW_PORT", help="where it listens")
    ] = 1883,
    directory: Annotated[
        Path | None,
        typer.Option("--dir", envvar="GREENWINDOW_DIR", help="what this hall has here [var/<hall id>]"),
    ] = None,
    listen: Annotated[
        str,
        typer.Option(
            envvar="GREENWINDOW_LISTEN", help="its address; 0.0.0.0 to serve stations on other machines"
        ),
    ] = "127.0.0.1",
    host: Annotated[
        str | None,
        typer.Option(envvar="GREENWINDOW_HOST", help="the name of this machine in the devices' URLs"),
    ] = None,
) -> None:
    """Writes mosquitto's configuration, ACL and passwords for a hall, and runs mosquitto in the foreground."""
    from broker_config import write_broker  # noqa: PLC0415

    plan = read_plan(hall)
    program = find_mosquitto()
    _need_free_port(listen, port)
    folder = directory or Path("var") / plan.hall.id
    _hold(folder)
    try:
        written = write_broker(
            plan, folder, port=port, address=listen, host=host or _own_name(listen),
            user=pwd.getpwuid(os.getuid()).pw_name, random_bytes=secrets.token_bytes,
        )  # fmt: skip
    except OSError as fault:
        stop(f"{folder}: cannot be written: {fault.strerror or fault}; choose another with --dir")
    typer.echo(f"broker of {plan.hall.id} at {listen}:{port}; the devices' URLs are in {written.credentials}")
    os.execv(program, [program, "-c", str(written.conf)])


def find_mosquitto() -> str:
    """Where mosquitto is, or the end of the command with one line."""
    wanted = os.environ.get("GREENWINDOW_MOSQUITTO", "mosquitto")
    found = shutil.which(wanted) or shutil.which(wanted, path=_ELSEWHERE)
    if found is None:
        stop(f"{wanted}: is not installed; run `make setup`, or `apt-get install mosquitto`")
    return found


def _hold(folder: Path) -> None:
    """One broker a folder: the lock stays with mosquitto, which this process becomes, and ends with it."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(folder / "broker.lock", os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        stop(f"{folder}: another broker runs on it; stop that one first, or choose another with --dir")
    except OSError as fault:
        stop(f"{folder}: cannot be written: {fault.strerror or fault}; choose another with --dir")
    os.set_inheritable(lock, True)


def _own_name(listen: str) -> str:
    return socket.gethostname() if listen in ("0.0.0.0", "::") else listen


def _need_free_port(listen: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in listen else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((listen, port))
        except PermissionError:
            stop(f"port {port}: needs root; choose one above 1023 with --port")
        except OSError as fault:
            words = "is in use by another program" if fault.errno == 98 else str(fault.strerror)
            stop(f"port {port} at {listen}: {words}; stop that, or choose another with --port")
