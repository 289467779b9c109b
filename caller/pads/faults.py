"""What is wrong with the pads of a process, kept together: told whenever it changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hw.keypad import FaultKind, PadFault

UNPLUGGED = "pad-offline"
NO_EVALUATOR = "pad-evaluator"


@dataclass(frozen=True, order=True)
class Complaint:
    """One fault: its code, the line, the pad's address where it is one pad's, and a line in English for logs."""

    code: str
    line: str
    address: str
    detail: str


class Complaints:
    """Of all lines, by their places."""

    def __init__(self, lines: Sequence[str], tell: Callable[[tuple[Complaint, ...]], None]) -> None:
        self._lines, self._tell = lines, tell
        self._away: dict[int, str] = {}
        self._faults: dict[int, tuple[PadFault, ...]] = {}
        self._twice: set[str] = set()
        self._unrated: set[str] = set()
        self._told: tuple[Complaint, ...] = ()

    def plugged(self, line: int, there: bool, detail: str) -> None:
        """A line is there, or not."""
        if there:
            self._away.pop(line, None)
        else:
            self._away[line] = detail
        self._update()

    def faulty(self, line: int, faults: tuple[PadFault, ...]) -> None:
        """All that is wrong with a line that is there."""
        self._faults[line] = faults
        self._update()

    def twice(self, address: str, is_so: bool) -> None:
        """One address is pressed on two lines."""
        if is_so != (address in self._twice):
            self._twice ^= {address}
            self._update()

    def unrated(self, address: str, is_so: bool) -> None:
        """An evaluator speaks, and nobody here may pass its score on."""
        if is_so and address not in self._unrated:
            self._unrated.add(address)
            self._update()

    def _update(self) -> None:
        away = [Complaint(UNPLUGGED, self._lines[line], "", detail) for line, detail in self._away.items()]
        faults = [
            Complaint(fault.kind, self._lines[line], fault.address, fault.detail)
            for line, several in self._faults.items() if line not in self._away
            for fault in several
        ]  # fmt: skip
        words = "one address is pressed on two lines; give each pad an address of its own"
        both = [Complaint(FaultKind.SAME_ADDRESS, "", address, words) for address in self._twice]
        words = "an evaluator speaks; name it with --evaluator, or take it off the line"
        unrated = [Complaint(NO_EVALUATOR, "", address, words) for address in self._unrated]
        now = (*sorted(away), *sorted(both), *sorted(unrated), *sorted(faults))
        if now != self._told:
            self._told = now
            self._tell(now)
