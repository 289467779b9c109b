"""What a link can do, and what can open one: every driver in hw speaks to these two and to nothing below."""

from typing import Protocol

from hw.link.deadline import Deadline
from hw.link.errors import LinkUnavailableError


class Link(Protocol):
    """An open way to a device. Bytes only; no thread, no buffer beyond the system's own."""

    @property
    def two_way(self) -> bool:
        """False where nothing can ever come back (a file): ask nothing there."""

    def write(self, data: bytes, deadline: Deadline) -> int:
        """Pass on the first bytes of `data`; return how many were taken, 0 if none by the deadline.

        Raises LinkUnavailableError when the other side is gone.
        """

    def read(self, deadline: Deadline) -> bytes:
        """Return what has come, waiting for at least one byte until the deadline; b"" when none came.

        Raises LinkUnavailableError when the other side is gone.
        """

    def close(self) -> None:
        """Let go of the device. Never raises; closing twice is fine."""


def write_all(link: Link, data: bytes, deadline: Deadline) -> None:
    """Write all of `data`. Raises LinkUnavailableError: not taken in time, or the other side is gone."""
    sent = 0
    while sent < len(data):
        taken = link.write(data[sent:], deadline)
        if not taken and deadline.passed:
            raise LinkUnavailableError(f"it took {sent} of {len(data)} bytes, then no more in time")
        sent += taken


class Endpoint(Protocol):
    """Where a device is. Its text (`str`) is what people read in messages."""

    @property
    def bytes_per_s(self) -> float:
        """The pace of the way there, for whoever must say how long a job may take."""

    def open(self, deadline: Deadline) -> Link:
        """Open the way, for one job. Raises LinkUnavailableError."""
