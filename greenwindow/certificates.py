"""Which names and dates a hall's certificates should have: what `broker` and `pki` agree on."""

import socket
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from broker_config import Pki

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
