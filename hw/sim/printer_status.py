"""How the simulated printer puts its condition into status bytes (Epson's tables, written down a second time)."""

from collections.abc import Set
from dataclasses import dataclass

from hw.sim.printer_faults import Fault


@dataclass(frozen=True)
class Condition:
    """What its sensors see."""

    cover: bool
    cutter: bool
    paper_out: bool
    paper_low: bool

    @classmethod
    def of(cls, faults: Set[Fault], paper_low: bool) -> "Condition":
        """Made from the faults that are there."""
        return cls(Fault.COVER_OPEN in faults, Fault.CUTTER in faults, Fault.PAPER_OUT in faults, paper_low)

    @property
    def offline(self) -> bool:
        """Whether it has taken itself off line."""
        return self.cover or self.cutter or self.paper_out

    def real_time(self, kind: int) -> bytes:
        """The answer to DLE EOT `kind`."""
        bits = {
            1: self.offline * 0x08,
            2: self.cover * 0x04 | self.paper_out * 0x20 | self.cutter * 0x40,
            3: self.cutter * 0x08,
            4: self.paper_low * 0x0C | self.paper_out * 0x60,
        }
        return bytes((0x12 | bits[kind],))

    def automatic(self) -> bytes:
        """The four bytes of GS a."""
        first = 0x10 | self.offline * 0x08 | self.cover * 0x20
        return bytes((first, self.cutter * 0x08, self._paper(), 0))

    def in_order(self) -> bytes:
        """The answer to GS r 1."""
        return bytes((self._paper(),))

    def _paper(self) -> int:
        return self.paper_low * 0x03 | self.paper_out * 0x0C
