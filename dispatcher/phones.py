"""Which booking has which phone digits: known here and in a table of its own, in no event, state, reply or log."""

from collections import deque
from collections.abc import Iterable

from dispatcher.refused import FiguredRefusal
from dispatcher.store.batch import PhoneRow
from hall import Refusal, State
from wire.commands import BookAppointment, CheckIn
from wire.errors import ErrorCode

LAST = 4
"""Digits kept of a phone number."""
FREE_GUESSES = 5
MINUTE_MS = 60_000


class Phones:
    """Of bookings to come; the database holds the same."""

    def __init__(self, saved: Iterable[PhoneRow]) -> None:
        self._rows = {row.appointment: row for row in saved}
        self._guesses: dict[str, deque[int]] = {}
        """Device → when its last wrong digits came, at most so many as are free."""

    def __bool__(self) -> bool:
        """Whether there is anything to find."""
        return bool(self._rows)

    def note(self, command: BookAppointment, state: State) -> PhoneRow | None:
        """The row to write for an accepted booking; None where it has no phone, or its day is over."""
        day = state.rules.days.of(command.slot)
        if command.phone is None or state.day is None or day < state.day:
            return None
        row = PhoneRow(command.appointment, command.phone[-LAST:], str(day))
        self._rows[row.appointment] = row
        return row

    def find(self, command: CheckIn, device: str, state: State, now: int) -> CheckIn | Refusal:
        """The same command with the appointment in the place of digits. A device that guesses has to wait. Who only
        looks need not know which letters of an id are small."""
        digits = command.phone_digits
        if digits is None:
            return _as_written(command, state) if command.look else command
        wait = self._wait_s(device, now)
        if wait:
            words = f"phone digits were wrong too often here; wait {wait} s, or give the appointment's id"
            return FiguredRefusal(ErrorCode.BUSY, words, wait_s=wait)
        found = self._today(digits, state)
        if len(found) == 1:
            return command.model_copy(update={"appointment": found[0], "phone_digits": None})
        return self._several(len(found)) if found else self._none(device, now)

    def _today(self, digits: str, state: State) -> list[str]:
        """Bookings of today with these digits; those that have a ticket only if there is no other."""
        today = str(state.day)
        self._rows = {name: row for name, row in self._rows.items() if row.day >= today}
        named = [row.appointment for row in self._rows.values() if (row.day, row.digits) == (today, digits)]
        there = [a for name in named if (a := state.appointments.get(name)) is not None and not a.used]
        return [a.id for a in there if a.ticket is None] or [a.id for a in there]

    def _several(self, count: int) -> Refusal:
        words = f"{count} appointments of today have these digits; give the appointment's id instead"
        return FiguredRefusal(ErrorCode.UNKNOWN_APPOINTMENT, words, bookings=count)

    def _none(self, device: str, now: int) -> Refusal:
        self._guesses.setdefault(device, deque(maxlen=FREE_GUESSES)).append(now)
        words = (
            "no appointment of today has these phone digits; look at them again, or give the appointment's id"
        )
        return FiguredRefusal(ErrorCode.UNKNOWN_APPOINTMENT, words, bookings=0)

    def _wait_s(self, device: str, now: int) -> int:
        """Whole seconds until that device's digits are looked at again; 0: at once."""
        wrong = self._guesses.get(device)
        if wrong is None or len(wrong) < FREE_GUESSES:
            return 0
        return max(0, -((now - wrong[0] - MINUTE_MS) // 1000))


def _as_written(command: CheckIn, state: State) -> CheckIn:
    """With the one id that differs at most in small letters and capitals."""
    given = command.appointment or ""
    alike = [name for name in state.appointments if name.lower() == given.lower()]
    one = given not in alike and len(alike) == 1
    return command.model_copy(update={"appointment": alike[0]}) if one else command
