"""The simulated printer as a place a driver can open in the same process, without a thread."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from hw.link import Deadline, LinkUnavailableError
from hw.sim.printer import SimPrinter

_LOOK_S = 0.02
"""How often a waiting host looks whether somebody has put a fault right."""


class SimPrinterPlace:
    """An hw.link Endpoint."""

    bytes_per_s = 1_000_000.0

    def __init__(self, sim: SimPrinter, label: str = "sim", look_s: float = _LOOK_S) -> None:
        self._sim = sim
        self._label = label
        self._look_s = look_s

    def __str__(self) -> str:
        return self._label

    def open(self, deadline: Deadline) -> "SimPrinterLink":
        """Raises LinkUnavailableError while it is switched off."""
        del deadline
        link = SimPrinterLink(self._sim, self._label, self._look_s)
        link.check()
        return link


class SimPrinterLink:
    """An hw.link Link."""

    two_way = True

    def __init__(self, sim: SimPrinter, label: str, look_s: float) -> None:
        self._sim = sim
        self._label = label
        self._look_s = look_s
        self._open = True

    def check(self) -> None:
        """Raises LinkUnavailableError when nobody is there."""
        with self._reachable():
            connected = self._sim.connected
        if not connected:
            raise LinkUnavailableError(f"{self._label}: switched off or unplugged")

    @contextmanager
    def _reachable(self) -> Iterator[None]:
        """A folder that can't be written is this printer's broken cable."""
        try:
            yield
        except OSError as e:
            raise LinkUnavailableError(f"{self._label}: {e.strerror or e}") from e

    def write(self, data: bytes, deadline: Deadline) -> int:
        while True:
            self.check()
            with self._reachable():
                taken = self._sim.accept(data)
            if taken or deadline.passed or not data:
                return taken
            deadline.pause(self._look_s)

    def read(self, deadline: Deadline) -> bytes:
        while True:
            self.check()
            with self._reachable():
                said = self._sim.answers()
            if said or deadline.passed:
                return said
            deadline.pause(self._look_s)

    def close(self) -> None:
        if self._open:
            self._open = False
            with suppress(LinkUnavailableError), self._reachable():
                self._sim.hang_up()
