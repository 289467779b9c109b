"""Until when a hall's database keeps what: from `[keep]` of the hall file to days, by the hall's own calendar."""

from dataclasses import dataclass
from datetime import timedelta

from hall import State

REPLIES_MS = 24 * 3_600_000
"""A repeated id gets the same reply for a day."""


@dataclass(frozen=True)
class Bounds:
    """What is older than this goes. Days are hall days, moments milliseconds."""

    personal_day: str
    """What is personal of the days before it."""
    personal_at: int
    journal_day: str
    """Everything of the days before it."""
    journal_at: int
    replies_at: int
    today: str
    """The phones of bookings of the days before it."""


def bounds(state: State, now: int) -> Bounds:
    """By the hall file that is in force."""
    days, keep = state.rules.days, state.plan.keep
    today = days.of(now)
    personal, whole = (today - timedelta(days=n) for n in (keep.personal_days, keep.journal_days))
    return Bounds(
        str(personal), days.midnight(personal), str(whole), days.midnight(whole), now - REPLIES_MS, str(today)
    )
