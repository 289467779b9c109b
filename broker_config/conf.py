"""mosquitto's configuration for a hall. The reasons stand beside each line, in the file itself."""

from pathlib import Path

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

# the defaults (1000) drop messages that were acknowledged
max_queued_messages 200000
max_queued_bytes 268435456
max_inflight_messages 1000

# the catalog needs 200 kB; the dispatcher itself refuses commands over 4 kB
max_packet_size 262144

log_dest stderr
log_type error
log_type warning
log_type notice
connection_messages false

listener {port} {address}
# after its listener line, or it would open 1883 on every address; a device's name is its id, and cannot be forged
use_username_as_clientid true
"""


def conf_text(folder: Path, *, port: int, address: str, user: str) -> str:
    """The configuration of a broker that listens on `address`:`port` and runs as `user`."""
    return _TEMPLATE.format(folder=folder, port=port, address=address, user=user)
