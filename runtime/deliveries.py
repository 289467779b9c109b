"""What a station's link tells the station."""

from dataclasses import dataclass
from enum import StrEnum
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


class Alarm(StrEnum):
    """Something is wrong though the dispatcher is there; whoever looks at the screen should know."""

    CANNOT_SAVE = "cannot_save"
    """The dispatcher can't keep anything just now: every command is answered `busy`."""
    DUPLICATE_ID = "duplicate_id"
    """Another machine goes by this device's name; the two throw each other out."""
    NOT_IN_HALL_FILE = "not_in_hall_file"
    """The hall file no longer names this device: nothing it asks for is done. It may be back in a moment."""
    CLOCK_OFF = "clock_off"
    """This machine's own clock is a minute or more off the dispatcher's."""
    CLOCK_BEHIND = "clock_behind"
    """The dispatcher's clock is behind the hall's time: times and waits are off until somebody has seen to it."""


@dataclass(frozen=True)
class Alarms:
    """All that stand now; told whenever they change. None stands at the start."""

    standing: frozenset[Alarm]


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
    """A reply to somebody else's command that concerns us: a reprint or a sheet for this kiosk."""

    reply: Reply


@dataclass(frozen=True)
class PresenceOf:
    """A device's presence."""

    device: str
    presence: Presence


Delivery = (
    Online
    | Alarms
    | Answered
    | Unanswered
    | Unasked
    | PresenceOf
    | Catalog
    | HallState
    | Board
    | CounterView
    | Event
)
