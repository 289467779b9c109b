"""From the URL on a command line to a strip."""

from pathlib import Path

from hw.link import parse_address
from hw.panel.content import Strip
from hw.sim.strip import SimStrip


def open_strip(url: str, device: str) -> Strip:
    """The strip at `url` (`sim:DIR`), for this device. Raises BadAddressError, FontError."""
    at = parse_address(url)
    if at.kind != "sim":
        raise at.bad(f"unknown kind of strip {at.kind!r}; known: sim:DIR")
    at.only()
    if at.host or not at.path:
        raise at.bad("must be sim:DIR, the folder for the pictures")
    try:
        return SimStrip(Path(at.path), device)
    except OSError as fault:
        raise at.bad(f"the folder can't be made: {fault.strerror}") from fault
