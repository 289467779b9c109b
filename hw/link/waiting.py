"""Waiting on a file descriptor no longer than a deadline allows."""

import select

from hw.link.deadline import Deadline

_SLICE_S = 0.05
"""A terminal whose far end makes room does not always wake who waits to write: look again now and then."""


def readable(fd: int, deadline: Deadline) -> bool:
    """Wait until `fd` has something to read, or has ended; False at the deadline."""
    return _ready(fd, select.POLLIN, deadline)


def writable(fd: int, deadline: Deadline) -> bool:
    """Wait until `fd` takes bytes, or has ended; False at the deadline."""
    return _ready(fd, select.POLLOUT, deadline)


def ended(fd: int) -> bool:
    """Whether the other side is gone for good."""
    poll = select.poll()
    poll.register(fd, 0)
    return bool(poll.poll(0))


def _ready(fd: int, events: int, deadline: Deadline) -> bool:
    poll = select.poll()
    poll.register(fd, events)
    while not (ready := bool(poll.poll(deadline.within(_SLICE_S).left() * 1000))) and not deadline.passed:
        pass
    return ready
