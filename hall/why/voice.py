"""How moments, stretches of time, numbers and names are said, in Chinese and in English."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import NamedTuple

from hall.plan import DaySpan, Plan
from hall.why.figures import Figure

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MOST = 8
"""So many names are said; of more, their number."""
_DAYS = tuple(zip("一二三四五六日", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), strict=True))


class Both(NamedTuple):
    """The same in both languages."""

    zh: str
    en: str


class Voice:
    """Speaks of one hall: its time of day, its names."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def time(self, moment: int, now: int) -> str:
        """The hall's time of day to the second; with the date, if that is not the day of `now`."""
        return self._said(moment, self._local(now).date())

    def time_of(self, moment: int, day: date | None) -> str:
        """As `time`; with the date, if that is not this hall day."""
        return self._said(moment, day)

    def comes_twice(self, moment: int) -> bool:
        """Whether the clock on the wall shows that time twice, as in autumn."""
        return bool(_offset(self._local(moment)))

    def slot(self, moment: int, now: int) -> str:
        """As `time`, of an appointment: to the minute."""
        local = self._local(moment)
        clock = f"{local:%H:%M:%S}".removesuffix(":00")
        return f"{_date(local, self._local(now).date())}{clock}{_offset(local)}"

    def service(self, name: str) -> Both:
        """A service by its name; one that the file lost by its id."""
        service = self._plan.service(name)
        return Both(name, name) if service is None else self._named(service.name)

    def services(self, names: Iterable[str]) -> Both:
        """Several, or the first of many and how many more."""
        said = [self.service(name) for name in names]
        more = len(said) - _MOST
        zh, en = "、".join(one.zh for one in said[:_MOST]), ", ".join(one.en for one in said[:_MOST])
        return Both(f"{zh}等 {len(said)} 项", f"{en} and {more} more") if more > 0 else Both(zh, en)

    def clerk(self, name: str) -> Both:
        """A clerk by name."""
        clerk = self._plan.clerk(name)
        return Both(name, name) if clerk is None else self._named(clerk.name)

    def _named(self, names: Mapping[str, str]) -> Both:
        default = names[self._plan.default_language]
        return Both(names.get("zh", default), names.get("en", default))

    def _local(self, moment: int) -> datetime:
        return (_EPOCH + timedelta(milliseconds=moment)).astimezone(self._plan.hall.zone)

    def _said(self, moment: int, day: date | None) -> str:
        local = self._local(moment)
        return f"{_date(local, day)}{local:%H:%M:%S}{_offset(local)}"


def _date(local: datetime, day: date | None) -> str:
    return "" if local.date() == day else f"{local:%Y-%m-%d} "


def _offset(local: datetime) -> str:
    """Which of the two it is, where a time comes twice; empty else."""
    if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
        return ""
    offset = f"{local:%z}"
    return f" ({offset[:3]}:{offset[3:5]})"


def exact(value: Fraction) -> str:
    """A number that decimals can write, with all of its digits and no more."""
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    text = f"{abs(int(value * 10**digits)):0{digits + 1}d}"
    sign = "-" if value < 0 else ""
    return f"{sign}{text[:-digits]}.{text[-digits:]}" if digits else f"{sign}{text}"


def minutes(milliseconds: int | Fraction) -> str:
    """A stretch of time as minutes:seconds, exact: `12:03`, `-5:00`, `0:07.25`."""
    whole, seconds = divmod(abs(Fraction(milliseconds)) / 1000, 60)
    zero = "0" if seconds < 10 else ""
    return f"{'-' if milliseconds < 0 else ''}{whole}:{zero}{exact(seconds)}"


def figure(parts: Figure) -> Both:
    """How the figure of rule 5 is worked out, as short as it can be."""
    first = _waited(parts.waited)
    zh, en = [first.zh], [first.en]
    if parts.head_start:
        zh.append(f"提前量 {minutes(parts.head_start)}")
        en.append(f"{minutes(parts.head_start)} head start")
    if parts.priority:
        zh.append(f"优先提前量 {minutes(parts.priority)}")
        en.append(f"{minutes(parts.priority)} priority head start")
    return Both(_product(parts, zh, "×（", "）= "), _product(parts, en, "× (", ") = "))


def _waited(milliseconds: int) -> Both:
    """The time waited; before a ticket is due, how long until then."""
    said = minutes(milliseconds)
    if milliseconds >= 0:
        return Both(f"等候 {said}", f"{said} waited")
    seconds = -milliseconds // 1000
    if seconds < 3600:
        return Both(f"{said} [还有 {said[1:]} 才到点]", f"{said} [due in {said[1:]} min]")
    clock = f"{seconds // 3600}:{seconds // 60 % 60:02d}" + (f":{seconds % 60:02d}" if seconds % 60 else "")
    return Both(f"{said} [还有 {clock} 小时才到点]", f"{said} [due in {clock} h]")


def _product(parts: Figure, terms: list[str], begin: str, end: str) -> str:
    total = minutes(parts.total)
    if parts.weight != 1:
        weight, one = exact(parts.weight), len(terms) == 1
        return (
            f"{weight} × {terms[0]} = {total}" if one else f"{weight} {begin}{' + '.join(terms)}{end}{total}"
        )
    return terms[0] if len(terms) == 1 else f"{' + '.join(terms)} = {total}"


def spans(hours: Iterable[DaySpan]) -> Both:
    """The hours of a `when`."""
    said = [_span(span) for span in hours]
    return Both("、".join(one.zh for one in said), ", ".join(one.en for one in said))


def _span(span: DaySpan) -> Both:
    clock = "-".join(f"{edge // 60:02d}:{edge % 60:02d}" for edge in (span.start, span.end))
    if len(span.days) == len(_DAYS):
        return Both(f"每天 {clock}", clock)
    runs = [[_DAYS[day] for day in run] for run in _runs(sorted(span.days))]
    zh = "、".join("至".join(f"周{day[0]}" for day in run) for run in runs)
    en = ",".join("-".join(day[1] for day in run) for run in runs)
    return Both(f"{zh} {clock}", f"{en} {clock}")


def _runs(days: list[int]) -> list[tuple[int, ...]]:
    """Days in a row as first and last, a single one alone."""
    begins = [day for day in days if day - 1 not in days]
    ends = [day for day in days if day + 1 not in days]
    return [(a,) if a == b else (a, b) for a, b in zip(begins, ends, strict=True)]
