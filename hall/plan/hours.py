"""Opening hours and `when` as they are written: `Mon-Fri 08:30-16:30`, `2026-10-10 08:30-19:00`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_EVERY_DAY = frozenset(range(7))
_CLOCK = r"([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})"
_WEEKLY = re.compile(rf"(?:([A-Za-z]{{3}}(?:[-,][A-Za-z]{{3}})*) +)?{_CLOCK}", re.A)
_DATED = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}) +{_CLOCK}", re.A)
_HOW = "write it as `Mon-Fri 08:30-16:30` (days may be `Mon`, `Mon,Wed`, or left out for every day)"
_HOW_DATED = "write it as `2026-10-10 08:30-19:00`"


@dataclass(frozen=True)
class DaySpan:
    """A stretch of certain weekdays (0 is Monday), in minutes since local midnight; the end is outside."""

    days: frozenset[int]
    start: int
    end: int


@dataclass(frozen=True)
class DateSpan:
    """A stretch of one date, in minutes since local midnight; the end is outside."""

    day: date
    start: int
    end: int


@dataclass(frozen=True)
class Spans:
    """When something holds: by weekday, but for the `closed` dates; and on dates of its own."""

    weekly: tuple[DaySpan, ...] = ()
    closed: frozenset[date] = frozenset()
    extra: tuple[DateSpan, ...] = ()


def parse_day_span(text: str) -> DaySpan:
    """`Mon-Fri 08:30-16:30`. Raises ValueError with words."""
    form = _WEEKLY.fullmatch(text.strip())
    if form is None:
        raise ValueError(f'"{text}" is not a stretch of time; {_HOW}')
    start, end = _minutes(text, form.groups()[1:], _HOW)
    return DaySpan(_days(form.group(1), text), start, end)


def parse_date_span(text: str) -> DateSpan:
    """`2026-10-10 08:30-19:00`. Raises ValueError with words."""
    form = _DATED.fullmatch(text.strip())
    if form is None:
        raise ValueError(f'"{text}" is not a stretch of a date; {_HOW_DATED}')
    start, end = _minutes(text, form.groups()[1:], _HOW_DATED)
    return DateSpan(parse_date(form.group(1)), start, end)


def parse_date(text: str) -> date:
    """`2026-10-01`. Raises ValueError with words."""
    try:
        if len(text) != 10:
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f'"{text}" is not a date; write it as `2026-10-01`') from None


def overlap(one: DaySpan, other: DaySpan) -> bool:
    """Whether both hold at some moment of some day; touching is no overlap."""
    return bool(one.days & other.days) and one.start < other.end and other.start < one.end


def days_text(days: Iterable[int]) -> str:
    """Weekdays as they are written: `Mon-Fri`, `Mon,Wed`; `every day`."""
    found = sorted(days)
    if len(found) == len(DAYS):
        return "every day"
    runs: list[list[int]] = []
    for day in found:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(_run(run) for run in runs)


def hours_text(start: int, end: int) -> str:
    """A stretch of a day as it is written: `08:30-16:30`."""
    return f"{start // 60:02d}:{start % 60:02d}-{end // 60:02d}:{end % 60:02d}"


def _run(days: list[int]) -> str:
    names = [DAYS[day] for day in days]
    return f"{names[0]}-{names[-1]}" if len(names) > 2 else ",".join(names)


def _minutes(text: str, digits: tuple[str, ...], how: str) -> tuple[int, int]:
    hour, minute, end_hour, end_minute = map(int, digits)
    start, end = hour * 60 + minute, end_hour * 60 + end_minute
    if minute > 59 or end_minute > 59 or end > 24 * 60:
        raise ValueError(f'"{text}" has a time that does not exist; times go from 00:00 to 24:00')
    if start >= end:
        raise ValueError(f'"{text}" ends before it begins; {how}, past midnight as two stretches')
    return start, end


def _days(text: str | None, whole: str) -> frozenset[int]:
    if text is None:
        return _EVERY_DAY
    days: set[int] = set()
    for part in text.split(","):
        first, *more = (_day(name, whole) for name in part.split("-"))
        if len(more) > 1:
            raise ValueError(f'"{whole}" is not a stretch of time; {_HOW}')
        last = more[0] if more else first
        days.update((first + i) % 7 for i in range((last - first) % 7 + 1))
    return frozenset(days)


def _day(name: str, whole: str) -> int:
    if name not in DAYS:
        raise ValueError(f'"{whole}": there is no day {name}; the days are {", ".join(DAYS)}')
    return DAYS.index(name)
