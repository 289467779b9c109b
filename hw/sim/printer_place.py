"""The simulated printer as a place a driver can open in the same process, without a thread."""

from hw.link import Deadline, LinkUnavailableError
from hw.sim.printer import SimPrinter

_LOOK_S = 0.02
"""How often a waiting host looks whether somebody has put a fault right."""


class SimPrinterPlace:
    """An hw.link Endpoint."""

    bytes_per_s = 1_000_000.0

    def __init__(self, sim: SimPrinter, label: str = "sim") -> None:
        self._sim = sim
        self._label = label

    def __str__(self) -> str:
        return self._label

    def open(self, deadline: Deadline) -> "SimPrinterLink":
        """Raises LinkUnavailableError while it is switched off."""
        del deadline
        link = SimPrinterLink(self._sim, self._label)
        link.check()
        return link


class SimPrinterLink:
    """An hw.link Link."""

    two_way = True

    def __init__(self, sim: SimPrinter, label: str) -> None:
        self._sim = sim
        self._label = label
        self._open = True

    def check(self) -> None:
        """Raises LinkUnavailableError when nobody is there."""
        if not self._sim.connected:
            raise LinkUnavailableError(f"{self._label}: switched off or unplugged")

    def write(self, data: bytes, deadline: Deadline) -> int:
        while True:
            self.check()
            taken = self._sim.accept(data)
            if taken or deadline.passed or not data:
                return taken
            deadline.pause(_LOOK_S)

    def read(self, deadline: Deadline) -> bytes:
        while True:
            self.check()
            said = self._sim.answers()
            if said or deadline.passed:
                return said
            deadline.pause(_LOOK_S)

    def close(self) -> None:
        if self._open:
            self._open = False
            self._sim.hang_up()
