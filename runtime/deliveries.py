"""What a station's link tells the station."""

from dataclasses import dataclass
from typing import Literal

from wire.commands import Command
from wire.events import Event
from wire.replies import Reply
from wire.states import Board, Catalog, CounterView, HallState, Presence


@dataclass(frozen=True)
class Online:
    """Whether the dispatcher is there, since when (its time, milliseconds), and why not."""

    online: bool
    since_ms: int
    reason: str = ""


@dataclass(frozen=True)
class Answered:
    """The dispatcher's answer to a command of ours."""

    command: Command
    reply: Reply


@dataclass(frozen=True)
class Unanswered:
    """No answer, and the command will not be sent again: the hall was offline, or patience is over."""

    command: Command
    why: Literal["offline", "no_answer"]


@dataclass(frozen=True)
class Unasked:
    """A reply to somebody else's command that concerns us: a reprint for this kiosk."""

    reply: Reply


@dataclass(frozen=True)
class PresenceOf:
    """A device's presence."""

    device: str
    presence: Presence


Delivery = (
    Online | Answered | Unanswered | Unasked | PresenceOf | Catalog | HallState | Board | CounterView | Event
)
