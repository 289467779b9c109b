"""How bytes travel to a device: TCP, serial lines, files, memory; opened per job, bound by deadlines.

place = endpoint("tcp://10.0.0.9:9100")       # BadAddressError if it can't be meant; nothing is opened yet
link = place.open(Deadline.after(3.0))         # LinkUnavailableError: try again later
link.write(data, deadline); link.read(deadline); link.close()
"""

from hw.link.address import Address, endpoint, parse_address
from hw.link.deadline import Deadline
from hw.link.errors import BadAddressError, LinkError, LinkUnavailableError
from hw.link.link import Endpoint, Link, write_all
from hw.link.memory import MemoryLink, memory_pair

__all__ = [
    "Address",
    "BadAddressError",
    "Deadline",
    "Endpoint",
    "Link",
    "LinkError",
    "LinkUnavailableError",
    "MemoryLink",
    "endpoint",
    "memory_pair",
    "parse_address",
    "write_all",
]
