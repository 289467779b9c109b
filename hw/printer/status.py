"""How a printer is: what its status bytes mean, and the words for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hw.printer.escpos import STATUS_KINDS


class PrinterState(StrEnum):
    """The one thing to know first; of several, the one that needs a hand first."""

    READY = "ready"
    PAPER_LOW = "paper_low"
    PAPER_OUT = "paper_out"
    COVER = "cover"
    CUTTER = "cutter"
    ERROR = "error"
    OFFLINE = "offline"
    UNKNOWN = "unknown"
    """It says nothing, or not enough. Never to be read as ready."""


_STOPS = (
    PrinterState.PAPER_OUT,
    PrinterState.COVER,
    PrinterState.CUTTER,
    PrinterState.ERROR,
    PrinterState.OFFLINE,
)


@dataclass(frozen=True)
class PrinterStatus:
    """A state, and one line about it for staff and logs (English)."""

    state: PrinterState
    detail: str

    @property
    def stopped(self) -> bool:
        """Whether it is known that nothing can be printed now. False for `unknown`: it may print all the same."""
        return self.state in _STOPS


_WORDS = {
    PrinterState.READY: "ready",
    PrinterState.PAPER_LOW: "the paper is nearly used up",
    PrinterState.PAPER_OUT: "no paper",
    PrinterState.COVER: "the cover is open",
    PrinterState.CUTTER: "the cutter is jammed",
    PrinterState.ERROR: "the printer reports an error",
    PrinterState.OFFLINE: "offline",
    PrinterState.UNKNOWN: "the printer says nothing",
}


def status(state: PrinterState, detail: str = "") -> PrinterStatus:
    """That state, with the usual words unless there are better ones."""
    return PrinterStatus(state, detail or _WORDS[state])


def from_real_time(answers: Mapping[int, int]) -> PrinterStatus:
    """What the answers to DLE EOT say; a kind that was not answered is missing."""
    a = {kind: answers.get(kind, 0) for kind in STATUS_KINDS}
    fault = _first_fault(
        cover=a[2] & 0x04,
        cutter=a[3] & 0x08,
        paper_out=a[4] & 0x60 or a[2] & 0x20,
        error=a[3] & 0x60 or a[2] & 0x40 or a[1] & 0x20,
        offline=a[1] & 0x08,
    )
    if fault:
        return status(fault)
    missing = [str(kind) for kind in STATUS_KINDS if kind not in answers]
    if missing:
        return status(PrinterState.UNKNOWN, _silence(missing))
    return status(PrinterState.PAPER_LOW if a[4] & 0x0C else PrinterState.READY)


def from_automatic(frame: bytes) -> PrinterStatus:
    """What the four bytes of an automatic status say."""
    fault = _first_fault(
        cover=frame[0] & 0x20,
        cutter=frame[1] & 0x08,
        paper_out=frame[2] & 0x0C,
        error=frame[1] & 0x60,
        offline=frame[0] & 0x08,
    )
    return status(fault or (PrinterState.PAPER_LOW if frame[2] & 0x03 else PrinterState.READY))


def _first_fault(cover: int, cutter: int, paper_out: int, error: int, offline: int) -> PrinterState | None:
    """Cover first: an open cover hides the paper sensor, and often reports both."""
    seen = (
        (cover, PrinterState.COVER),
        (cutter, PrinterState.CUTTER),
        (paper_out, PrinterState.PAPER_OUT),
        (error, PrinterState.ERROR),
        (offline, PrinterState.OFFLINE),
    )
    return next((state for bits, state in seen if bits), None)


def _silence(missing: list[str]) -> str:
    if len(missing) == len(STATUS_KINDS):
        return ""
    return f"the printer does not answer status request {', '.join(missing)}"
