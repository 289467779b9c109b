"""The broker a station is to go to, as the options of its command say it."""

from pathlib import Path
from typing import TYPE_CHECKING

from greenwindow.problems import stop

if TYPE_CHECKING:
    from runtime import BrokerUrl


def station_url(directory: Path | None, device: str | None, broker: str | None) -> "BrokerUrl":
    """Its URL, or the end of the command with one line."""
    from runtime import UrlError, find_broker_url  # noqa: PLC0415 - quick --help

    try:
        return find_broker_url(directory, device, broker)
    except UrlError as fault:
        stop((not broker and directory and device and _revoked(directory, device)) or str(fault))


def _revoked(directory: Path, device: str) -> str:
    """Why a device has no URL any more, if that is because it was revoked; else nothing. Its own things say it only
    where the hall's certificates are made: elsewhere the broker turns it away."""
    from broker_config import Pki, PkiError  # noqa: PLC0415

    if (directory / "credentials" / f"{device}.url").exists():
        return ""
    try:
        last = Pki(directory / "pki").newest().get((device, False))
    except (PkiError, OSError):
        return ""
    if last is None or last.revoked is None:
        return ""
    return (
        f"{device}: was revoked on {last.revoked:%Y-%m-%d}, so it has no rights any more; "
        f"for a new certificate `greenwindow pki issue HALL.toml {device}`"
    )
