"""What pads are to a station, whoever made them: presses come in, digits and beeps go out, faults are a state."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from hw.link import Deadline


class Action(StrEnum):
    """The clerk's words, as key maps name them. What each comes to at a counter is the station's to say."""

    NEXT = "next"
    CALL = "call"
    """With the number's digits."""
    RECALL = "recall"
    START = "start"
    DONE = "done"
    NO_SHOW = "no-show"
    HOLD = "hold"
    TRANSFER = "transfer"
    """With the counter's digits."""
    TRANSFER_SERVICE = "transfer-service"
    """With the service's place in the hall file, from 1."""
    PAUSE = "pause"
    RESUME_COUNTER = "resume-counter"
    PAUSE_OR_RESUME = "pause-or-resume"
    OPEN = "open-counter"
    CLOSE = "close-counter"
    OPEN_OR_CLOSE = "open-or-close"
    SIGN_IN = "sign-in"
    """With the clerk's number; where that clerk has a PIN, once more with the PIN."""
    RESUME = "resume"
    """A held number: its digits, or the one held last."""
    BRING_BACK = "bring-back"
    """A number that was missed: its digits, or the last one."""
    FOLLOW_UP = "follow-up"
    CONTACT = "contact-card"
    CHECKLIST = "checklist"
    RATE = "rate"
    """An evaluator's: the resident's score, 5 the best, stands in the digits."""
    IGNORE = "ignore"
    """Known, and meant to do nothing; not reported as unknown."""


@dataclass(frozen=True)
class Press:
    """One press, already known to be none that is repeated. `address` is the pad's, as the hall file writes it."""

    address: str
    action: Action
    digits: str = ""


@dataclass(frozen=True)
class Shown:
    """What a pad's digits show: a number (digits and capitals) and how many wait. `trouble`: neither is known."""

    number: str = ""
    waiting: int | None = None
    trouble: bool = False


class FaultKind(StrEnum):
    """What can be wrong with a line that is there."""

    UNKNOWN_PAD = "pad-unknown"
    """Something speaks from an address that the hall file doesn't have."""
    SAME_ADDRESS = "pad-twice"
    """Two pads go by one address."""
    UNKNOWN_KEY = "pad-key"
    """A key that the key map doesn't have."""
    NOISE = "pad-noise"
    """Much of what comes is no pad's language."""
    STALE = "pad-stale"
    """Presses that came too late to act: the sender's clock is wrong, or something holds them back."""


@dataclass(frozen=True, order=True)
class PadFault:
    """One fault; `detail` is a line for staff and logs (English)."""

    kind: FaultKind
    address: str
    detail: str


class PadLine(Protocol):
    """One line with one pad or several. One caller at a time; open it, read it all the time, close it.

    Its text (`str`) is what people read in messages.
    """

    @property
    def address(self) -> str:
        """The pad's own address where the line has one pad and says nothing of addresses."""

    def expect(self, addresses: Iterable[str]) -> None:
        """The addresses of the hall file: from now on these act, and no other. Before, none does."""

    def open(self, deadline: Deadline) -> None:
        """Raises LinkUnavailableError: unplugged, in use, out of reach. What was pressed before is forgotten."""

    def read(self, deadline: Deadline) -> list[Press]:
        """What was pressed, waiting for it until the deadline; sends on the way what is to be shown.

        Raises LinkUnavailableError when the line is gone.
        """

    def show(self, address: str, what: Shown) -> None:
        """Put this on that pad's digits when the line is free; only the latest counts. Nothing where there are none."""

    def beep(self, address: str, times: int = 1) -> None:
        """Let that pad beep. Nothing where it can't."""

    def faults(self) -> tuple[PadFault, ...]:
        """What is wrong now."""

    def close(self) -> None:
        """Let go of the line. Never raises; closing twice is fine."""
