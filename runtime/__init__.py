"""What every process shares: the MQTT session (the only user of paho), the station's link, the broker's URL, clocks.

`Session` moves bytes and tells when the link is up or down; `Station` makes of it typed states, answered commands
and one truth about being online. Threads meet at queues: nothing here calls into a screen.
"""

from runtime.clock import Clock, SystemClock
from runtime.deliveries import Alarm, Alarms, Answered, Delivery, Online, PresenceOf, Unanswered, Unasked
from runtime.identity import command_id
from runtime.logs import log_to_stderr
from runtime.session import Arrived, BrokerError, LinkDown, LinkUp, Session
from runtime.station import Station
from runtime.url import BrokerUrl, UrlError, find_broker_url, parse_broker_url

__all__ = [
    "Alarm", "Alarms", "Answered", "Arrived", "BrokerError", "BrokerUrl", "Clock", "Delivery", "LinkDown", "LinkUp",
    "Online", "PresenceOf", "Session", "Station", "SystemClock", "Unanswered", "Unasked", "UrlError", "command_id",
    "find_broker_url", "log_to_stderr", "parse_broker_url",
]  # fmt: skip
