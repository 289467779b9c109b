"""What can be wrong with the simulated printer, its bad manners too, and the switch: a file that somebody makes."""

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
    SLOW = "slow"
    """Its paper comes out slowly; its host feels it once the buffer is full."""
    LATE = "late"
    """Its answers take their time."""
    FRAGMENTS = "fragments"
    """Its answers come byte by byte."""
    CHATTER = "chatter"
    """It says its state by itself before each answer, and XOFF and XON around it."""
    STALE = "stale"
    """Whoever opens it hears first what was left over for the one before."""


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
