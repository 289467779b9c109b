"""What can be wrong with the simulated printer, and the switch for it: a file a person or the demo makes."""

from enum import StrEnum
from pathlib import Path
from typing import Protocol


class Fault(StrEnum):
    """The value is the name of the file that brings it about."""

    PAPER_OUT = "paper-out"
    """No paper. Taking the fault away is putting in a new roll."""
    COVER_OPEN = "cover-open"
    CUTTER = "cutter"
    """The knife is jammed."""
    MUTE = "mute"
    """It prints, but nothing comes back: a line with one wire."""
    OFFLINE = "offline"
    """Switched off or unplugged; what it had in memory is lost."""
    STUCK = "stuck"
    """It hangs: takes nothing, says nothing, keeps the connection."""


class Faults(Protocol):
    """Where the simulated printer looks for what is wrong with it, at every step."""

    def active(self) -> frozenset[Fault]:
        """The faults that are there now."""

    def add(self, fault: Fault) -> None:
        """Bring that one about."""


class SetFaults:
    """Faults in memory."""

    def __init__(self, *faults: Fault) -> None:
        self._faults = set(faults)

    def active(self) -> frozenset[Fault]:
        return frozenset(self._faults)

    def add(self, fault: Fault) -> None:
        self._faults.add(fault)

    def remove(self, fault: Fault) -> None:
        """Mend that one."""
        self._faults.discard(fault)


class FolderFaults:
    """A fault is there while a file of its name is in the folder. Anybody may make and remove them.

    The folder is made at the first look, so that whoever wants a fault finds where to put it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def active(self) -> frozenset[Fault]:
        self._folder.mkdir(parents=True, exist_ok=True)
        return frozenset(fault for fault in Fault if (self._folder / fault).exists())

    def add(self, fault: Fault) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        (self._folder / fault).touch()
