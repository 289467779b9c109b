"""Whether a command still means what it did when somebody pressed."""

from collections.abc import Callable
from datetime import date

from wire.commands import Command

AHEAD_MS = 10_000
"""How far ahead of the dispatcher's time a command may be."""


def too_old(command: Command, now: int, hall_day: Callable[[int], date]) -> bool:
    """Older than it may be, or from a future; one that lives long does so within its hall day."""
    age = now - command.at
    if age > command.life_ms or -age > AHEAD_MS:
        return True
    return command.life_ms > AHEAD_MS and hall_day(command.at) != hall_day(now)
