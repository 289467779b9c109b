"""Why a command is not done: a code, and words that tell a clerk what to do."""

from dataclasses import dataclass

from wire.errors import ErrorCode


@dataclass(frozen=True)
class Refusal:
    """The answer to a command that changes nothing."""

    code: ErrorCode
    message: str


class RefusedError(Exception):
    """Raised inside `decide` where a command can't go on; never leaves this room."""

    def __init__(self, code: ErrorCode, message: str) -> None:
        super().__init__(message)
        self.refusal = Refusal(code, message)
