"""What can go wrong between us and a device: faults that pass, and addresses that never will work."""


class LinkError(Exception):
    """Root of what a link reports; its text names the place and what happened, in one line."""


class LinkUnavailableError(LinkError):
    """Temporary: refused, unplugged, broken off, or not open in time. Trying again later may help."""


class BadAddressError(LinkError):
    """Permanent: the address itself is wrong; only a person who corrects it can help."""
