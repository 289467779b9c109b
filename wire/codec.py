"""Bytes to commands and back: the edge behind which nothing raw travels."""

import json
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, from_json

from wire.base import MAX_COMMAND_BYTES, WORDS, dump
from wire.commands import COMMANDS, TIMES, Command, command_fields
from wire.errors import ErrorCode, WireError

_READABLE_ID = 262_144  # a larger packet is not even searched for its id: the broker's own limit


def encode_command(command: Command) -> bytes:
    """What a station publishes on its command topic."""
    return dump(command_fields(command)).encode()


def decode_command(payload: bytes) -> Command:
    """The command in a packet. Raises WireError: `too_large` or `bad_message`, with the field's name."""
    if len(payload) > MAX_COMMAND_BYTES:
        message = f"{len(payload)} bytes; a command has at most {MAX_COMMAND_BYTES}: shorten its text"
        raise WireError(ErrorCode.TOO_LARGE, message, _readable_id(payload))
    try:
        fields = _parse(payload)
    except WireError as fault:
        raise WireError(fault.code, fault.message, _readable_id(payload)) from None
    command = command_from_fields(fields)
    if command.id is None:
        raise WireError(ErrorCode.BAD_MESSAGE, "id: is missing")
    return command


def command_from_fields(fields: dict[str, Any]) -> Command:
    """The command in a JSON object; `id` may be missing (in a replay). Raises WireError `bad_message`."""
    given = {name: value for name, value in fields.items() if value is not None}
    kind = given.pop("type", None)
    model = COMMANDS.get(kind) if isinstance(kind, str) else None
    known_id = _id_of(fields)
    if model is None:
        words = "type: is missing" if kind is None else f"type: there is no command {str(kind)[:40]!r}"
        raise WireError(ErrorCode.BAD_MESSAGE, words, known_id)
    for name in TIMES:
        if not isinstance(given.get(name, ""), str):
            raise WireError(ErrorCode.BAD_MESSAGE, f"{name}: must be a time written as text", known_id)
    try:
        return model.model_validate(given)
    except ValidationError as fault:
        raise WireError(ErrorCode.BAD_MESSAGE, fault_words(fault), known_id) from None


def fault_words(fault: ValidationError) -> str:
    """The first thing wrong, as `field: words`, in at most 200 characters."""
    first = fault.errors(include_url=False, include_context=True)[0]
    where = ".".join(str(part) for part in first["loc"])
    words = _words(first)
    return (f"{where}: {words}" if where else words)[:200]


_WORDS = {
    "missing": "is missing",
    "extra_forbidden": "there is no such field; leave it out",
    "string_type": "must be a text",
    "string_too_long": "has more than {max_length} characters",
    "string_too_short": "is empty",
    "int_type": "must be a whole number",
    "tuple_type": "must be a list",
    "too_short": "is empty",
    "too_long": "has more than {max_length} entries",
    "enum": "must be {expected}",
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "must be {le} or less",
}


def _words(error: ErrorDetails) -> str:
    limits: dict[str, Any] = error.get("ctx", {})
    if error["type"] == "string_pattern_mismatch" and limits["pattern"] == WORDS:
        return "must be one line, without control characters and marks of writing direction"
    if error["type"] == "string_pattern_mismatch":
        return "must match " + str(limits["pattern"]).lstrip("^").removesuffix(r"\z")
    if error["type"] in _WORDS:
        return _WORDS[error["type"]].format(**limits)
    return error["msg"].removeprefix("Value error, ")


def _parse(payload: bytes) -> dict[str, Any]:
    try:
        fields = from_json(payload, allow_inf_nan=False)
    except ValueError as fault:
        raise WireError(ErrorCode.BAD_MESSAGE, f"is not JSON in UTF-8: {str(fault)[:120]}") from None
    if not isinstance(fields, dict):
        raise WireError(ErrorCode.BAD_MESSAGE, "is not a JSON object")
    return fields


def _readable_id(payload: bytes) -> str | None:
    if len(payload) > _READABLE_ID:
        return None
    try:
        fields = json.loads(payload)  # more forgiving than the wire: NaN, half a character
    except (ValueError, RecursionError):
        return None
    return _id_of(fields) if isinstance(fields, dict) else None


def _id_of(fields: dict[str, Any]) -> str | None:
    value = fields.get("id")
    good = isinstance(value, str) and 0 < len(value) <= 64 and all(c in _ID_LETTERS for c in value)
    return value if good and isinstance(value, str) else None


_ID_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-")
