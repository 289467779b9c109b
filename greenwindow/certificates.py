"""A hall's certificates as its commands see them: who has one, who gets one, and who must be told."""

import secrets
import socket
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

import typer

from greenwindow.problems import read_plan, stop

if TYPE_CHECKING:
    from broker_config import Pki
    from hall.plan import Plan

BROKER = "broker"
"""What the broker itself is called where a device is named."""

_ALWAYS = ("localhost", "127.0.0.1", "::1")


def broker_hosts(given: Iterable[str]) -> tuple[str, ...]:
    """Names and addresses for the broker's certificate: those given, this machine's own, and loopback."""
    return tuple(dict.fromkeys([*given, socket.gethostname(), *_ALWAYS]))


def needs_broker_certificate(pki: "Pki", host: str, now: datetime) -> str:
    """Why the broker needs a new certificate to be reached by that name; empty if it doesn't."""
    newest = pki.newest().get(("broker", True))
    if newest is None or not pki.broker.exists():
        return "there was none"
    if not newest.is_good(now) or newest.ends_soon(now):
        return f"the last one is good until {newest.until:%Y-%m-%d}"
    return "" if host in pki.broker_hosts() else f"the last one is not for {host}"


class Desk:
    """A hall, its folder, its certificates, and the time it is."""

    def __init__(self, hall: Path, directory: Path | None) -> None:
        from broker_config import OWN_NAMES, Pki  # noqa: PLC0415 - quick --help

        self.plan: Plan = read_plan(hall)
        self.folder = directory or Path("var") / self.plan.hall.id
        self.pki: Pki = Pki(self.folder / "pki")
        self.now = datetime.now(UTC)
        self.names = [*OWN_NAMES, *(device.id for device in self.plan.devices)]

    def need_known(self, names: list[str]) -> None:
        """Ends the command where a name is neither a device of the hall file nor the broker."""
        for name in names:
            if name not in self.names and name != BROKER:
                stop(f"{name}: no such device in the hall file; the broker itself is called `{BROKER}`")

    def is_broker(self, name: str) -> bool:
        """A device of the hall file may be called so too; then the word means the device."""
        return name == BROKER and name not in self.names

    def missing(self, *, also_broker: bool) -> list[str]:
        """Who has no good certificate; the broker, where it needs other names, is counted too."""
        good = {key for key, one in self.pki.newest().items() if one.is_good(self.now)}
        found = [name for name in self.names if (name, False) not in good]
        return [*found, BROKER] if also_broker or (BROKER, True) not in good else found

    def without(self) -> list[str]:
        """Who never had one."""
        known = self.pki.newest()
        found = [name for name in self.names if (name, False) not in known]
        return found if (BROKER, True) in known else [*found, BROKER]

    def make(self, names: list[str], hosts: list[str] | None) -> None:
        """New certificates, and the broker learns of them; the broker keeps the names it had."""
        revoked = self.pki.revoked_devices()
        for name in names:
            if self.is_broker(name):
                wanted = broker_hosts([*(hosts or ()), *self.pki.broker_hosts()])
                made = self.pki.issue_broker(wanted, self.now)
            else:
                made = self.pki.issue(name, self.now)
            typer.echo(f"{made.name}: good until {made.until:%Y-%m-%d}")
        if names and self.tell_broker():
            for name in revoked.intersection(names):
                self.throw_out(name)

    def tell_broker(self) -> bool:
        """Lets a broker that runs on this folder with certificates take over what changed; whether there is one."""
        from broker_config import last_place, reread, write_again  # noqa: PLC0415

        place = last_place(self.folder)
        if place is None or place.tls_port is None:
            typer.echo("start `greenwindow broker` again: it takes up the certificates")
            return False
        write_again(self.plan, self.folder, place, random_bytes=secrets.token_bytes)
        runs = reread(self.folder)
        if runs:
            typer.echo("the running broker knows")
        return runs

    def throw_out(self, name: str) -> None:
        """Who is connected with a revoked certificate can do nothing while the device has no other one; before its
        new one gives it its rights back, that connection must end: the same name connecting again does it."""
        from runtime import BrokerError, Session, find_broker_url  # noqa: PLC0415
        from runtime.session import Will  # noqa: PLC0415
        from wire.topics import Topics  # noqa: PLC0415

        url = find_broker_url(self.folder, name, None)
        will = Will(Topics(url.hall).device(name), "")
        session = Session(url, SimpleQueue(), subscriptions=(), will=will)
        try:
            session.start(3.0)
        except BrokerError:
            typer.echo(
                f"{name}: start the broker again, so that nobody stays connected with the old one", err=True
            )
        session.stop()
