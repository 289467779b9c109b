"""Waiting on a file descriptor no longer than a deadline allows."""

import select

from hw.link.deadline import Deadline


def readable(fd: int, deadline: Deadline) -> bool:
    """Wait until `fd` has something to read, or has ended; False at the deadline."""
    return _ready(fd, select.POLLIN, deadline)


def writable(fd: int, deadline: Deadline) -> bool:
    """Wait until `fd` takes bytes, or has ended; False at the deadline."""
    return _ready(fd, select.POLLOUT, deadline)


def _ready(fd: int, events: int, deadline: Deadline) -> bool:
    poll = select.poll()
    poll.register(fd, events)
    return bool(poll.poll(deadline.left() * 1000))
