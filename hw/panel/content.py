"""What a window strip shows, whatever strip it is: a number, an arrow, lines of text; and what the strip says back."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Arrow(StrEnum):
    """Where the resident has to go, seen from in front of the strip."""

    NONE = "none"
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"


class Tone(StrEnum):
    """What the strip is about; one with several colours shows a call in amber and the rest in green."""

    CALL = "call"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class StripContent:
    """One thing to show. `lines`: at most two, the hall's first language first. `blink`: three times, then steady."""

    number: str = ""
    arrow: Arrow = Arrow.NONE
    lines: tuple[str, ...] = ()
    tone: Tone = Tone.REST
    blink: bool = False


@dataclass(frozen=True, slots=True)
class StripStatus:
    """Whether the strip took it; `detail` is one line (English) for staff and logs."""

    online: bool
    detail: str = ""


class Strip(Protocol):
    """A strip above a window. One caller at a time; device faults never raise, offline is a state."""

    def show(self, content: StripContent) -> StripStatus:
        """Show it instead of what was there. Offline, nothing is remembered: show it again later."""

    def probe(self) -> StripStatus:
        """Whether it is there; what it shows stays."""

    def close(self) -> None:
        """Let go of the device; what it shows stays."""
