"""A refusal with figures, and how any refusal is answered."""

from dataclasses import dataclass

from hall import Refusal
from wire.replies import ReplyError


@dataclass(frozen=True)
class FiguredRefusal(Refusal):
    """With what a station counts down from, or chooses its words by."""

    tries_left: int | None = None
    wait_s: int | None = None
    bookings: int | None = None


def error_of(refusal: Refusal) -> ReplyError:
    """As it is answered."""
    if isinstance(refusal, FiguredRefusal):
        return ReplyError(
            code=refusal.code, message=refusal.message, tries_left=refusal.tries_left, wait_s=refusal.wait_s,
            bookings=refusal.bookings,
        )  # fmt: skip
    return ReplyError(code=refusal.code, message=refusal.message)
