"""What came in: bytes on a topic to a device's command, to its presence, or to nothing."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import structlog
from pydantic_core import from_json

from dispatcher.rate import COMMANDS, PRESENCES, REFUSALS, Limit, Rate
from dispatcher.timers import Every
from runtime import Arrived
from wire.base import MAX_COMMAND_BYTES
from wire.codec import decode_command
from wire.commands import Command
from wire.errors import ErrorCode, WireError
from wire.states import Presence
from wire.topics import Topics

_DEVICE = re.compile(r"[A-Za-z0-9-]{1,32}")
_TOO_MANY = "this device asks more than is allowed; wait a moment and ask again"
_COMPLAIN_S = 10.0


@dataclass(frozen=True)
class Letter:
    """A device's command."""

    device: str
    command: Command

    @property
    def key(self) -> tuple[str, str]:
        """What a repeated command is known by."""
        return self.device, self.command.id or ""


@dataclass(frozen=True)
class Unreadable:
    """What a device sent and nobody can read, or will: why, and its id, if that could be read."""

    device: str
    fault: WireError


@dataclass(frozen=True)
class Present:
    """What a device says of itself, just now."""

    device: str
    presence: Presence


Opened = Letter | Unreadable | Present


class Reader:
    """Opens what arrives, and counts what is none of ours. Who says too much is told so, and then not read at all."""

    def __init__(
        self, topics: Topics, monotonic: Callable[[], float], commands: Limit | None = COMMANDS,
        flooded: Callable[[str, str], None] = lambda _device, _kind: None,
    ) -> None:  # fmt: skip
        """`commands` is the limit of each device; None for none. `flooded` is told whose message was dropped
        unread, and what it was: a command or a presence."""
        self._topics = topics
        self._monotonic = monotonic
        self._flooded = flooded
        self._commands = Rate(commands, monotonic) if commands is not None else None
        self._refusals, self._presences = Rate(REFUSALS, monotonic), Rate(PRESENCES, monotonic)
        self._complaint = Every(_COMPLAIN_S)
        self.dropped = 0
        """Messages that nobody can be answered for."""
        self.unreadable = 0
        """Messages that are no command."""
        self.too_many = 0
        """Commands and presences beyond what a device may say; most of these commands were answered `busy`."""
        self._log = structlog.get_logger("dispatcher")

    def read(self, arrived: Arrived) -> Opened | None:
        """None for what is dropped: a foreign topic, or what is retained: an old press, an old presence."""
        parts = self._topics.split(arrived.topic) or ()
        if len(parts) == 2 and not arrived.retained and _DEVICE.fullmatch(parts[1]):
            match parts:
                case ("command", device):
                    return self._command(device, arrived.payload)
                case ("device", device):
                    return self._presence(device, arrived.payload)
        self.dropped += 1
        return None

    def read_all(self, arrived: Iterable[Arrived]) -> list[Opened]:
        """Those that can be answered, in order."""
        return [letter for letter in map(self.read, arrived) if letter is not None]

    def _command(self, device: str, payload: bytes) -> Letter | Unreadable | None:
        allowed = self._commands is None or self._commands.allows(device)
        if not allowed and not self._told_busy(device):
            return None
        try:
            letter = Letter(device, decode_command(payload))
        except WireError as fault:
            self.unreadable += 1
            return Unreadable(device, _alone(fault))
        except RecursionError:
            self.unreadable += 1
            return None
        return letter if allowed else Unreadable(device, _busy(letter))

    def _presence(self, device: str, payload: bytes) -> Present | None:
        if not self._presences.allows(device):
            self._count(device)
            self._flooded(device, "device")
            return None
        try:
            if len(payload) > MAX_COMMAND_BYTES:
                raise ValueError
            return Present(device, Presence.model_validate(from_json(payload)))
        except (ValueError, RecursionError):
            self.unreadable += 1
            return None

    def _told_busy(self, device: str) -> bool:
        self._count(device)
        told = self._refusals.allows(device)
        if not told:
            self._flooded(device, "command")
        return told

    def _count(self, device: str) -> None:
        self.too_many += 1
        if self._complaint.due(self._monotonic()):
            self._log.warning(
                "a device says too much; the rest is refused", device=device, refused=self.too_many
            )


def _alone(fault: WireError) -> WireError:
    """Without its past: a traceback holds on to the whole round, which holds on to the fault; and in between is an
    error of pydantic's, into which the garbage collector can't see. The circle would stay for ever."""
    return WireError(fault.code, fault.message, fault.command)


def _busy(letter: Letter) -> WireError:
    return WireError(ErrorCode.BUSY, _TOO_MANY, letter.command.id)
