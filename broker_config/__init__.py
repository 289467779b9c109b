"""What mosquitto needs to serve one hall: its configuration, who may do what, passwords, and certificates.

`write_broker` makes a folder of it from the hall file; passwords that are there already are kept. `Pki` has the
hall's own certificate authority; what it knows is the truth about who was revoked.
"""

from broker_config.acl import DISPATCHERS, DOCTOR, OWN_NAMES, acl_text
from broker_config.bundle import bundle_text
from broker_config.conf import CONNECTIONS, Place
from broker_config.folder import BrokerFolder, last_place, write_again, write_broker
from broker_config.lock import hold, reread
from broker_config.pki import NEAR_END, Issued, Pki, PkiError
from broker_config.private import write_private

__all__ = [
    "CONNECTIONS", "DISPATCHERS", "DOCTOR", "NEAR_END", "OWN_NAMES", "BrokerFolder", "Issued", "Pki", "PkiError",
    "Place", "acl_text", "bundle_text", "hold", "last_place", "reread", "write_again", "write_broker", "write_private",
]  # fmt: skip
