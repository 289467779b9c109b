"""`greenwindow broker`: writes what mosquitto needs for a hall, and becomes mosquitto."""

import errno
import os
import pwd
import resource
import secrets
import shutil
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greenwindow.arguments import Folder
from greenwindow.problems import read_plan, stop

if TYPE_CHECKING:
    from broker_config import Pki, Place
    from hall.plan import Plan

_ELSEWHERE = "/usr/sbin:/usr/local/sbin:/opt/homebrew/sbin"


def broker(
    hall: Annotated[Path, typer.Argument(help="the hall file")],
    port: Annotated[
        int, typer.Option(min=1, max=65535, envvar="GREENWINDOW_PORT", help="where it listens without TLS")
    ] = 1883,
    directory: Folder = None,
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
    tls_port: Annotated[
        int,
        typer.Option(
            min=1, max=65535, envvar="GREENWINDOW_TLS_PORT",
            help="where it listens, and there only, once `greenwindow pki init` made certificates",
        ),
    ] = 8883,
    also_plain: Annotated[
        bool,
        typer.Option(
            "--also-plain", envvar="GREENWINDOW_ALSO_PLAIN",
            help="with certificates, also at --port without TLS, while stations move one by one",
        ),
    ] = False,
) -> None:  # fmt: skip
    """Writes mosquitto's configuration, ACL and passwords for a hall, and runs mosquitto in the foreground.

    With certificates (`greenwindow pki`) it takes TLS only, from devices that have one.
    """
    from broker_config import Pki, Place  # noqa: PLC0415 - quick --help

    plan = read_plan(hall)
    program = find_mosquitto()
    folder = directory or Path("var") / plan.hall.id
    pki = Pki(folder / "pki")
    secure = pki.exists()
    if also_plain and not secure:
        stop("--also-plain: there are no certificates yet, so it is plain anyhow; leave it out")
    place = Place(
        port, listen, host or _own_name(listen), pwd.getpwuid(os.getuid()).pw_name,
        tls_port if secure else None, also_plain,
    )  # fmt: skip
    for one in _ports(place):
        _need_free_port(listen, one, "--tls-port" if one == place.tls_port else "--port")
    _hold(folder)
    if secure:
        _look_after(pki, plan, place, datetime.now(UTC))
    conf = _write(plan, folder, place)
    _allow_sockets()
    os.execv(program, [program, "-c", str(conf)])


def _ports(place: "Place") -> list[int]:
    """Those it listens on."""
    plain = [place.port] if place.tls_port is None or place.also_plain else []
    return plain if place.tls_port is None else [*plain, place.tls_port]


def _write(plan: "Plan", folder: Path, place: "Place") -> Path:
    from broker_config import PkiError, write_again  # noqa: PLC0415

    try:
        written = write_again(plan, folder, place, random_bytes=secrets.token_bytes)
    except PkiError as fault:
        stop(str(fault))
    except OSError as fault:
        stop(f"{folder}: cannot be written: {fault.strerror or fault}; choose another with --dir")
    secure = "" if place.tls_port is None else " (TLS)" if not place.also_plain else " (the second with TLS)"
    where = " and ".join(f"{place.address}:{port}" for port in _ports(place))
    typer.echo(f"broker of {plan.hall.id} at {where}{secure}; the devices' URLs are in {written.credentials}")
    return written.conf


def _look_after(pki: "Pki", plan: "Plan", place: "Place", now: datetime) -> None:
    """Its own certificate is made anew where that is needed: nobody has to carry it anywhere."""
    from broker_config import OWN_NAMES, PkiError  # noqa: PLC0415
    from greenwindow.certificates import broker_hosts, needs_broker_certificate  # noqa: PLC0415

    try:
        why = needs_broker_certificate(pki, place.host, now)
        if why and pki.has_key():
            pki.issue_broker(broker_hosts((place.host, *pki.broker_hosts())), now)
            typer.echo(f"the broker's certificate was made: {why}")
        elif why:
            stop(f"{pki.broker}: {why}; put {pki.folder / 'ca.key'} back and start again")
        for line in _warnings(pki, [*OWN_NAMES, *(device.id for device in plan.devices)], now):
            typer.echo(line, err=True)
    except PkiError as fault:
        stop(str(fault))
    except OSError as fault:
        stop(f"{pki.folder}: {fault.strerror or fault}; let this user write there")


def _warnings(pki: "Pki", names: list[str], now: datetime) -> list[str]:
    newest = {name: found for (name, server), found in pki.newest().items() if not server}
    without = [name for name in names if name not in newest]
    dead = [name for name in names if name in newest and not newest[name].is_good(now)]
    soon = [name for name in names if name in newest and newest[name].ends_soon(now)]
    lines = []
    if without:
        lines.append(f"without a certificate: {', '.join(without)}; `greenwindow pki issue` makes them")
    if dead:
        lines.append(f"certificate over or revoked: {', '.join(dead)}; `greenwindow pki list` shows them")
    if soon:
        lines.append(f"certificate ends soon: {', '.join(soon)}; `greenwindow pki renew` makes new ones")
    return lines


def _allow_sockets() -> None:
    """As many open files as the broker's own limit of connections needs, where this user may."""
    from broker_config import CONNECTIONS  # noqa: PLC0415

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 3 * CONNECTIONS
    files = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, most))


def find_mosquitto() -> str:
    """Where mosquitto is, or the end of the command with one line."""
    wanted = os.environ.get("GREENWINDOW_MOSQUITTO", "mosquitto")
    found = shutil.which(wanted) or shutil.which(wanted, path=_ELSEWHERE)
    if found is None:
        stop(f"{wanted}: is not installed; run `make setup`, or `apt-get install mosquitto`")
    return found


def _hold(folder: Path) -> None:
    """One broker a folder: the lock stays with mosquitto, which this process becomes, and ends with it."""
    from broker_config import hold  # noqa: PLC0415

    try:
        is_ours = hold(folder)
    except OSError as fault:
        stop(f"{folder}: cannot be written: {fault.strerror or fault}; choose another with --dir")
    if not is_ours:
        stop(f"{folder}: another broker runs on it; stop that one first, or choose another with --dir")


def _own_name(listen: str) -> str:
    return socket.gethostname() if listen in ("0.0.0.0", "::") else listen


def _need_free_port(listen: str, port: int, option: str) -> None:
    """Tries it as mosquitto will, and says which option to put right."""
    family = socket.AF_INET6 if ":" in listen else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((listen, port))
        except PermissionError:
            stop(f"port {port}: needs root; choose one above 1023 with {option}")
        except OSError as fault:
            stop(_no_bind(listen, port, option, fault))


def _no_bind(listen: str, port: int, option: str, fault: OSError) -> str:
    if fault.errno == errno.EADDRINUSE:
        return f"port {port} at {listen}: is in use by another program; stop that, or choose another with {option}"
    why = (
        "this machine has no such address" if fault.errno == errno.EADDRNOTAVAIL else fault.strerror or fault
    )
    return f"--listen {listen}: {why}; give one of its own (`ip address` shows them), or 0.0.0.0 for all"
