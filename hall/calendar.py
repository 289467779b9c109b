"""The hall's own days and hours as moments: when a hall day begins, whether something holds now, when that changes.

Moments are milliseconds since 1970 UTC. A local time that a clock change skips counts with the offset before the
change; one that happens twice is its first. The memos here only spare work: they never change an answer.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

from hall.plan import Spans

FOREVER = 1 << 62
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_DAY = timedelta(days=1)
_LOOK_AHEAD = 23
"""Days."""
_LAST = (datetime(9998, 12, 30, tzinfo=UTC) - _EPOCH) // _MILLISECOND
"""After this the calendar stands still, so that no zone leads out of Python's years."""


class Days:
    """The hall days of a time zone: each ends where the next one's local midnight is."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._known = (0, 0, date.min)

    def of(self, moment: int) -> date:
        """The hall day a moment belongs to; never an earlier one for a later moment."""
        begins, ends, day = self._known
        if begins <= moment < ends:
            return day
        local = _EPOCH + timedelta(milliseconds=min(moment, _LAST))
        day = local.astimezone(self._zone).date()
        if moment >= self.midnight(
            day + _DAY
        ):  # the clock went back over midnight: that day has ended already
            day += _DAY
        self._known = (self.midnight(day), self.midnight(day + _DAY), day)
        return day

    def midnight(self, day: date) -> int:
        """The moment a hall day begins."""
        return self.moment(day, 0)

    def moment(self, day: date, minutes: int) -> int:
        """The moment of a local time, in minutes since midnight as the clock on the wall shows them."""
        wall = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)  # noqa: DTZ001
        return (wall.replace(tzinfo=self._zone) - _EPOCH) // _MILLISECOND

    def ends_after(self, moment: int) -> int:
        """The end of the hall day that a moment belongs to."""
        return self.ends(self.of(moment))

    def ends(self, day: date) -> int:
        """The moment a hall day ends; FOREVER at the end of the calendar."""
        end = self._known[1] if day == self._known[2] else self.midnight(day + _DAY)
        return end if end <= _LAST else FOREVER


class Hours:
    """Whether certain hours hold; without spans they always do."""

    def __init__(self, days: Days, spans: Spans | None) -> None:
        self._days = days
        self._spans = spans
        self._known = self._before = (0, 0, False)
        self._of_day: dict[date, tuple[tuple[int, int], ...]] = {}

    def hold(self, moment: int) -> bool:
        """Whether they hold at that moment. A start is inside, an end outside."""
        return self._spans is None or self._stretch(moment, self._spans)[2]

    def next_change(self, moment: int) -> int:
        """The first moment after this one at which they begin or end to hold; FOREVER if there is none."""
        return FOREVER if self._spans is None else self._stretch(moment, self._spans)[1]

    def _stretch(self, moment: int, spans: Spans) -> tuple[int, int, bool]:
        """From when on, until when, and whether; the last two are kept, for the last event's moment and now."""
        if not self._known[0] <= moment < self._known[1]:
            self._known, self._before = self._before, self._known
            if not self._known[0] <= moment < self._known[1]:
                self._known = (moment, self._find_change(moment, spans), self._look(moment))
        return self._known

    def _look(self, moment: int) -> bool:
        return any(start <= moment < end for start, end in self._on(self._days.of(moment)))

    def _find_change(self, moment: int, spans: Spans) -> int:
        for day in self._days_ahead(self._days.of(moment), spans):
            for edge in sorted(edge for span in self._on(day) for edge in span):
                if moment < edge <= _LAST and self._look(edge) != self._look(edge - 1):
                    return edge
        return FOREVER

    def _days_ahead(self, first: date, spans: Spans) -> Iterator[date]:
        """Every day on which they may change: three weeks from now and around each single date show every weekday
        twice, even where a clock change hides one; the day before a date, since a stretch may end at its 24:00."""
        dates = {*spans.closed, *(span.day for span in spans.extra)}
        begins = [first, *(day for day in dates if day >= first - _LOOK_AHEAD * _DAY)]
        near = [day for day in begins if day.year < 9990]
        days = {day + n * _DAY for day in near for n in range(-1, _LOOK_AHEAD)}
        yield from sorted(day for day in days if day >= first)

    def _on(self, day: date) -> tuple[tuple[int, int], ...]:
        if day not in self._of_day:
            if len(self._of_day) > 1000:
                self._of_day.clear()
            self._of_day[day] = self._merged(day)
        return self._of_day[day]

    def _merged(self, day: date) -> tuple[tuple[int, int], ...]:
        spans = self._spans or Spans()
        found = [(s.start, s.end) for s in spans.extra if s.day == day]
        if day not in spans.closed:
            found += [(s.start, s.end) for s in spans.weekly if day.weekday() in s.days]
        moments = sorted((self._days.moment(day, a), self._days.moment(day, b)) for a, b in found)
        return tuple((start, end) for start, end in moments if start < end)
