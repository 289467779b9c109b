"""What a ticket printer can do, whoever made it and however it is reached."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from hw.link import Deadline
from hw.printer.sheet import Profile, Sheet
from hw.printer.status import PrinterStatus

PrintResult = Literal["printed", "failed", "unconfirmed"]


@dataclass(frozen=True)
class PrintOutcome:
    """What became of one sheet.

    printed: the printer itself said that all of it, the cut included, is done.
    failed: not all of it could be sent, or the printer said that it has stopped, and not that it was done. Nothing,
    a part or, if the paper ended right behind it, even all of it may be out.
    unconfirmed: all was sent, and nothing tells what became of it.
    """

    result: PrintResult
    status: PrinterStatus
    detail: str
    """One line for staff and logs (English), at most 200 letters."""


Watch = Callable[[PrinterStatus], None]
"""Told how the printer is while it is at a ticket, on the caller's thread: hand over and return."""


def unwatched(status: PrinterStatus) -> None:
    """Nobody wants to know before the outcome."""


class Printer(Protocol):
    """A ticket printer. One caller at a time; nothing is open between calls. Device faults never raise."""

    @property
    def width_dots(self) -> int:
        """How wide a raster it prints: 384 (58 mm paper), 512 or 576 (80 mm)."""

    @property
    def profile(self) -> Profile:
        """What it wants to be given: a raster of its width, or a text in its own letters."""

    def patience_s(self, sheet: Sheet) -> float:
        """Seconds to give `print` for this sheet: the way there and the paper's way out, with room to spare."""

    def status(self, deadline: Deadline) -> PrinterStatus:
        """Ask how it is. Silence is `unknown`, an unreachable printer `offline`."""

    def print(self, sheet: Sheet, deadline: Deadline, watch: Watch = unwatched) -> PrintOutcome:
        """Print and cut it once, never again by itself. Raises ValueError if it is wider than the printer.

        `watch` is told on the way when the printer says that it has stopped or goes on again, or falls silent.
        """
