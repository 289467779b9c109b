"""`greenwindow pki`: a hall's own certificates, so that nothing travels in the clear and no device is another."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greenwindow.certificates import Desk
from greenwindow.problems import stop

if TYPE_CHECKING:
    from broker_config import Issued

pki = typer.Typer(help="The hall's own certificates: makes, renews, revokes and lists them.")

Hall = Annotated[Path, typer.Argument(metavar="HALL.toml", help="the hall file")]
Dir = Annotated[
    Path | None,
    typer.Option("--dir", envvar="GREENWINDOW_DIR", help="what this hall has here [var/<hall id>]"),
]
Hosts = Annotated[
    list[str] | None,
    typer.Option("--host", help="a name or address of the broker's machine; may be given several times"),
]


@contextmanager
def _desk(hall: Path, directory: Path | None) -> Iterator[Desk]:
    """Whatever goes wrong with the files is one line."""
    from broker_config import PkiError  # noqa: PLC0415

    desk = Desk(hall, directory)
    try:
        yield desk
    except PkiError as fault:
        stop(str(fault))
    except OSError as fault:
        stop(
            f"{fault.filename or desk.pki.folder}: {fault.strerror or fault}; let this user read and write it"
        )


@pki.command()
def init(hall: Hall, directory: Dir = None) -> None:
    """Makes the hall's own authority. Once; then `issue`."""
    with _desk(hall, directory) as desk:
        desk.pki.create(desk.plan.hall.id, desk.now)
        typer.echo(
            f"{desk.pki.folder}: the authority of {desk.plan.hall.id}; keep ca.key safe: it can be any device"
        )
        typer.echo(f"next: greenwindow pki issue {hall}")


@pki.command()
def issue(
    hall: Hall,
    devices: Annotated[
        list[str] | None, typer.Argument(metavar="[DEVICE]...", help="only these [all that have none]")
    ] = None,
    directory: Dir = None,
    host: Hosts = None,
) -> None:
    """Makes certificates for devices, dispatchers and the broker."""
    with _desk(hall, directory) as desk:
        desk.need_known(devices or [])
        missing = desk.missing(also_broker=bool(host))
        for name in devices or ():
            if name not in missing:
                stop(f"{name}: has a good certificate; for a new one `greenwindow pki renew {hall} {name}`")
        revoked = desk.pki.revoked_devices()
        if not devices and revoked.intersection(missing):
            names = ", ".join(sorted(revoked))
            typer.echo(f"not made, because they were revoked: {names}; for a new one name the device")
        elif not missing:
            typer.echo("everybody has a good one; `greenwindow pki renew` makes new ones")
        desk.make(devices or [name for name in missing if name not in revoked], host)


@pki.command()
def renew(
    hall: Hall,
    devices: Annotated[
        list[str] | None, typer.Argument(metavar="[DEVICE]...", help="these [all that end within 60 days]")
    ] = None,
    directory: Dir = None,
) -> None:
    """Makes new keys and certificates; the old ones stay good until their end."""
    with _desk(hall, directory) as desk:
        desk.need_known(devices or [])
        wanted = devices or _ending(desk)
        if not wanted:
            typer.echo("nothing ends within 60 days")
        desk.make(wanted, None)


@pki.command()
def revoke(
    hall: Hall,
    device: Annotated[str, typer.Argument(help="stolen, lost or given away")],
    directory: Dir = None,
) -> None:
    """Makes every certificate a device ever got worthless, at once."""
    with _desk(hall, directory) as desk:
        count = desk.pki.revoke(device, desk.now)
        typer.echo(f"{device}: revoked ({count} certificate{'s' if count > 1 else ''})")
        desk.tell_broker()


@pki.command("list")
def list_(hall: Hall, directory: Dir = None) -> None:
    """Shows each certificate that was made last, and until when it is good."""
    with _desk(hall, directory) as desk:
        found = list(desk.pki.newest().values())
        rows = [(one.name, f"{one.until:%Y-%m-%d}", _standing(one, desk.now)) for one in found]
        rows += [(name, "-" * 10, "none yet") for name in desk.without()]
        width = max(len(name) for name, _, _ in rows)
        for name, until, standing in rows:
            typer.echo(f"{name:<{width}}  {until}  {standing}")


@pki.command()
def bundle(
    hall: Hall,
    device: Annotated[str, typer.Argument(help="the device that moves to another machine")],
    directory: Dir = None,
    out: Annotated[Path | None, typer.Option("--out", help="where it is written [DEVICE.bundle]")] = None,
) -> None:
    """Writes all that a device needs on another machine into one file: `greenwindow kiosk --broker FILE`."""
    from broker_config import bundle_text, write_private  # noqa: PLC0415

    with _desk(hall, directory) as desk:
        desk.need_known([device])
        text, path = bundle_text(desk.folder, device), out or Path(f"{device}.bundle")
        write_private(path, text)
        typer.echo(f"{path}: carry it there safely and delete it here; who has it is {device}")
        if any(f"@{own}:" in text for own in ("127.0.0.1", "localhost", "[::1]")):
            typer.echo(
                "it says that the broker is on the same machine; for another one start "
                "`greenwindow broker` with --listen 0.0.0.0 and --host, and make the bundle again",
                err=True,
            )


def _ending(desk: Desk) -> list[str]:
    """Devices still in the hall file, and the broker, whose certificate ends soon or has ended."""
    return [
        one.name
        for one in desk.pki.newest().values()
        if one.revoked is None
        and (one.server or one.name in desk.names)
        and (one.ends_soon(desk.now) or not one.is_good(desk.now))
    ]


def _standing(one: "Issued", now: datetime) -> str:
    if one.revoked is not None:
        return f"revoked {one.revoked:%Y-%m-%d}"
    left = (one.until - now).days
    return f"{left} days left" if one.is_good(now) else f"over since {-left} days"
