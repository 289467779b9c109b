"""Whether a command passes: no PIN is needed, it is right, it is wrong, or nobody knows yet."""

from enum import Enum, auto

from dispatcher.letters import Letter
from dispatcher.pin_desk import AT_MOST, PinCheck, PinChecked
from dispatcher.pin_tries import DELAY_MS, FREE_TRIES, PinTries
from dispatcher.refused import FiguredRefusal
from dispatcher.round import Round
from hall import Refusal
from hall.plan import Plan
from wire.commands import OpenCounter
from wire.errors import ErrorCode


class Passing(Enum):
    """What is no refusal."""

    NOW = auto()
    LATER = auto()
    """It is answered when its PIN has been checked."""


class PinGate:
    """Asked last, when nothing else speaks against a command."""

    def __init__(self, tries: PinTries) -> None:
        self._tries = tries

    def look(
        self, letter: Letter, plan: Plan, done: PinChecked | None, now: int, round_: Round
    ) -> Refusal | Passing:
        """`done`: what a check of this very command has found, if one was made."""
        command = letter.command
        clerk = plan.clerk(command.clerk) if isinstance(command, OpenCounter) and command.clerk else None
        if clerk is None or clerk.pin_hash is None or not isinstance(command, OpenCounter):
            return Passing.NOW
        if done is not None and done.right is not None and done.check.pin_hash == clerk.pin_hash:
            return self._judged(clerk.id, now, round_, right=done.right)
        wait = self._tries.wait_s(clerk.id, now)
        if wait:
            words = (
                f"the PIN of clerk {clerk.id} was wrong too often; wait {_seconds(wait)}, then type it again"
            )
            return FiguredRefusal(ErrorCode.WRONG_PIN, words, wait_s=wait)
        if command.pin is None:
            return Refusal(ErrorCode.WRONG_PIN, f"clerk {clerk.id} signs in with a PIN; type it")
        return _wait(PinCheck(letter, clerk.id, clerk.pin_hash), round_)

    def _judged(self, clerk: str, now: int, round_: Round, *, right: bool) -> Refusal | Passing:
        if right:
            if self._tries.right(clerk):
                round_.batch.wrong_pins[clerk] = None
            return Passing.NOW
        wrong = self._tries.wrong(clerk, now)
        round_.batch.wrong_pins[clerk] = wrong
        left, wait = FREE_TRIES - wrong.tries, DELAY_MS // 1000
        words = f"({left} more, then a wait)" if left > 0 else f"after {_seconds(wait)}"
        told = f"this is not the PIN of clerk {clerk}; type it again {words}"
        if left > 0:
            return FiguredRefusal(ErrorCode.WRONG_PIN, told, tries_left=left)
        return FiguredRefusal(ErrorCode.WRONG_PIN, told, wait_s=wait)


def _seconds(count: int) -> str:
    return "1 second" if count == 1 else f"{count} seconds"


def _wait(check: PinCheck, round_: Round) -> Refusal | Passing:
    if len(round_.under_way) + len(round_.checks) >= AT_MOST:
        return Refusal(ErrorCode.BUSY, "too many sign in at this moment; try again")
    round_.checks[check.letter.key] = check
    return Passing.LATER
