"""The codes with which a command is refused."""

from enum import StrEnum


class ErrorCode(StrEnum):
    """Every way a command can be refused (CONTRACT §4)."""

    BAD_MESSAGE = "bad_message"
    TOO_LARGE = "too_large"
    UNKNOWN_DEVICE = "unknown_device"
    NOT_ALLOWED = "not_allowed"
    EXPIRED = "expired"
    UNKNOWN_SERVICE = "unknown_service"
    UNKNOWN_COUNTER = "unknown_counter"
    UNKNOWN_TICKET = "unknown_ticket"
    UNKNOWN_APPOINTMENT = "unknown_appointment"
    UNKNOWN_CLERK = "unknown_clerk"
    HALL_CLOSED = "hall_closed"
    SERVICE_FULL = "service_full"
    COUNTER_CLOSED = "counter_closed"
    COUNTER_PAUSED = "counter_paused"
    COUNTER_BUSY = "counter_busy"
    NO_CURRENT_TICKET = "no_current_ticket"
    WRONG_STATE = "wrong_state"
    WRONG_PIN = "wrong_pin"
    ALREADY_RATED = "already_rated"
    BUSY = "busy"


FORGOTTEN = frozenset({ErrorCode.BAD_MESSAGE, ErrorCode.BUSY, ErrorCode.TOO_LARGE})
"""Refusals that are not remembered under the command's id: sent again, the command is looked at anew."""


class WireError(Exception):
    """A message that is not one: the code to answer with, and words that name the field."""

    def __init__(self, code: ErrorCode, message: str, command: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.command = command
        """The command's id, when it could be read all the same."""
