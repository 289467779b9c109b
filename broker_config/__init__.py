"""What mosquitto needs to serve one hall: its configuration, who may do what, and each device's password.

`write_broker` makes a folder of it from the hall file; passwords that are there already are kept.
"""

from broker_config.acl import acl_text
from broker_config.folder import BrokerFolder, write_broker

__all__ = ["BrokerFolder", "acl_text", "write_broker"]
