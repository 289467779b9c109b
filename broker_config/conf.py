"""mosquitto's configuration for a hall. The reasons stand beside each line, in the file itself."""

from dataclasses import dataclass
from pathlib import Path

from broker_config.pki import Pki

_TEMPLATE = """\
# written by `greenwindow broker` from the hall file; changes here are lost
user {user}
allow_anonymous false
password_file {folder}/passwords
acl_file {folder}/acl

# the dispatcher publishes the whole state on every connect: nothing need survive here
persistence false

# without it each hop waits up to 40 ms
set_tcp_nodelay true

# for each client that is slow to read; the default of 1000 messages drops what was acknowledged
max_queued_messages 200000
max_queued_bytes 67108864
max_inflight_messages 1000

# the catalog needs 200 kB; the dispatcher itself refuses commands over 4 kB
max_packet_size 262144

log_dest stderr
log_type error
log_type warning
log_type notice
connection_messages false
"""

_LISTENER = """
listener {port} {address}
# after its listener line, or it would open 1883 on every address; a device's name is its id, and cannot be forged
use_username_as_clientid true
# a socket that says nothing is kept for a minute and a half: a few hundred of them must lock nobody out
max_connections {connections}
"""

_TLS = """\
# who has no certificate of this hall is turned away; the name in it is who the device is, whatever it says itself
require_certificate true
use_identity_as_username true
cafile {pki.ca}
crlfile {pki.crl}
certfile {pki.broker}
keyfile {pki.broker}
tls_version tlsv1.2
"""
CONNECTIONS = 4000
"""Open at once, on each port."""


@dataclass(frozen=True)
class Place:
    """Where a broker listens, as whom it runs, and by which name the devices reach it.

    With `tls_port` it takes only devices with a certificate of the folder's `pki`; with `also_plain` besides
    those that come with their password to `port`.
    """

    port: int
    address: str
    host: str
    user: str
    tls_port: int | None = None
    also_plain: bool = False


def conf_text(folder: Path, place: Place, pki: Pki) -> str:
    """The configuration of the broker at that place, whose files are in `folder`."""
    text = _TEMPLATE.format(folder=folder, user=place.user)
    if place.tls_port is None or place.also_plain:
        text += _listener(place.port, place)
    if place.tls_port is not None:
        text += _listener(place.tls_port, place) + _TLS.format(pki=pki)
    return text


def _listener(port: int, place: Place) -> str:
    return _LISTENER.format(port=port, address=place.address, connections=CONNECTIONS)
