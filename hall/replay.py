"""A recorded day through the rules: commands as JSON lines in, events as JSON lines out, byte for byte the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from pydantic_core import from_json

from hall.decisions import decide
from hall.effects import apply
from hall.passing import advance
from hall.plan import Plan
from hall.refusals import Refusal
from hall.rights import right_refusal
from hall.state import State
from wire.base import dump
from wire.codec import command_from_fields
from wire.commands import COMMANDS
from wire.errors import FORGOTTEN, ErrorCode, WireError
from wire.events import Event, public_json
from wire.instant import format_instant, parse_instant


class ReplayError(Exception):
    """A line that ends a replay: not a command, or a step back in time. Lines count from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message


def replay(plan: Plan, lines: Iterable[bytes]) -> Iterator[str]:
    """What each line brings, as lines without their end. Raises ReplayError when it comes to a bad one.

    Nothing is produced before the first line's moment or after the last one's.
    """
    recorder = Replay(State(plan))
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text:
            yield from recorder.take(number, text)


class Replay:
    """A replay under way. Its state may be read between the lines."""

    def __init__(self, state: State, put: Callable[[Event], object] | None = None) -> None:
        """`put` does with each event what `apply` does, and may look at the state before."""
        self.state = state
        self._put = put or partial(apply, state)
        self._now: int | None = None
        self._seen: set[tuple[str, str]] = set()

    def take(self, number: int, line: bytes) -> list[str]:
        """What this line brings, printed. Raises ReplayError."""
        events, refusal = self.follow(number, line)
        printed = [public_json(event) for event in events if event.public]
        if refusal is not None:
            printed.append(dump({"refused": refusal.code.value, "line": number}))
        return printed

    def follow(self, number: int, line: bytes) -> tuple[list[Event], Refusal | None]:
        """The events this line brings, which the state has already, and why it is refused. Raises ReplayError."""
        fields = _fields(number, line)
        device, at = fields.pop("device"), _moment(fields)
        key = _key(device, fields.get("id"))
        events = [] if at is None else self._pass_time(number, at, repeated=key in self._seen)
        outcome = self._outcome(fields, device, key)
        return (events, outcome) if isinstance(outcome, Refusal) else (events + outcome, None)

    def _pass_time(self, number: int, at: int, repeated: bool) -> list[Event]:
        """What time alone brought. An old press sent again is no step back in time."""
        now = at if self._now is None else self._now
        if at < now and not repeated:
            words = f"{format_instant(at)} goes back in time, it comes after {format_instant(now)}"
            raise ReplayError(number, f"{words}; sort the lines by their at")
        self._now = max(at, now)
        return self._happen(advance(self.state, self._now))

    def _outcome(self, fields: dict[str, Any], device: Any, key: _Key | None) -> list[Event] | Refusal:
        """Message, device, right, repeated id, then the rules: the first thing wrong answers."""
        try:
            command = command_from_fields(fields)
        except WireError as fault:
            return Refusal(fault.code, fault.message)
        if not isinstance(device, str):
            return Refusal(ErrorCode.BAD_MESSAGE, "device: must be a text")
        refusal = right_refusal(self.state.plan, device, command, self.state)
        if refusal is None and key in self._seen:
            return []
        outcome = refusal or decide(self.state, command, command.at, device)
        if key is not None and not (isinstance(outcome, Refusal) and outcome.code in FORGOTTEN):
            self._seen.add(key)
        return outcome if isinstance(outcome, Refusal) else self._happen(outcome)

    def _happen(self, events: list[Event]) -> list[Event]:
        for event in events:
            self._put(event)
        return events


_Key = tuple[str, str]
_BOM = b"\xef\xbb\xbf"


def _key(device: Any, command: Any) -> _Key | None:
    return (device, command) if isinstance(device, str) and isinstance(command, str) else None


def _fields(number: int, line: bytes) -> dict[str, Any]:
    """The line's JSON object, if it is a command at all. Raises ReplayError."""
    try:
        fields = from_json(line.removeprefix(_BOM), allow_inf_nan=False)
    except ValueError as fault:
        raise ReplayError(number, f"is not JSON in UTF-8: {str(fault)[:120]}") from None
    if not isinstance(fields, dict):
        raise ReplayError(number, "is not a JSON object; a line is a command with a device")
    for name in ("at", "type", "device"):
        if fields.get(name) is None:
            raise ReplayError(number, f"has no {name}; a line is a command with at, type and device")
    kind = fields["type"]
    if not isinstance(kind, str) or kind not in COMMANDS:
        raise ReplayError(number, f"type: there is no command {str(kind)[:40]!r}")
    return fields


def _moment(fields: dict[str, Any]) -> int | None:
    """The line's time; None for one that is no time: such a command is refused and moves nothing."""
    try:
        return parse_instant(fields["at"]) if isinstance(fields["at"], str) else None
    except ValueError:
        return None
