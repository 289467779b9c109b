"""How the kiosk's printer is, in one word for staff: its own state, and what became of the paper it is at."""

from dataclasses import dataclass
from typing import Literal

from hw.printer import PrinterStatus, PrintOutcome

Doing = Literal["", "printing", "confirmed", "unconfirmed"]
Fate = Literal["", "confirmed", "unconfirmed", "failed"]


@dataclass(frozen=True)
class PrinterNews:
    """Told whenever it changes."""

    status: PrinterStatus
    doing: Doing = ""
    """What it is at, or was until a moment ago."""
    last: Fate = ""
    """What became of the last paper of this run; nothing before the first."""

    @property
    def state(self) -> str:
        """ready, printing, confirmed, unconfirmed, paper_low, paper_out, cover, cutter, error, offline or unknown.
        What keeps it from printing comes first."""
        return self.status.state.value if self.status.stopped or not self.doing else self.doing


def after(outcome: PrintOutcome) -> PrinterNews:
    """The news that a paper brings when it is over."""
    match outcome.result:
        case "printed":
            return PrinterNews(outcome.status, "confirmed", "confirmed")
        case "unconfirmed":
            return PrinterNews(outcome.status, "unconfirmed", "unconfirmed")
    return PrinterNews(outcome.status, "", "failed")
