"""The kinds of value a hall file has, each refusing a wrong one in words: what is wrong, what is allowed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BeforeValidator

from hall.plan.closest import did_you_mean
from hall.plan.hours import parse_date, parse_date_span, parse_day_span
from hall.plan.pin_hash import parse_pin_hash

_ID = re.compile(r"[A-Za-z0-9-]{1,32}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}")
_PREFIX = re.compile(r"[A-Z]{1,2}")
_URL = re.compile(r"https?://[^\s/]+\S*")
_DIGITS = 100


def shown(value: Any) -> str:
    """A value as the file has it, short enough for a line."""
    text = (
        f'"{value}"'
        if isinstance(value, str)
        else str(value).lower()
        if isinstance(value, bool)
        else str(value)
    )
    return text if len(text) <= 60 else text[:57] + "..."


def _text(value: Any, allowed: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{shown(value)} is not a text; {allowed}")
    return value


def _matching(pattern: re.Pattern[str], wrong: str, allowed: str) -> BeforeValidator:
    def check(value: Any) -> str:
        text = _text(value, allowed)
        if pattern.fullmatch(text) is None:
            raise ValueError(f"{shown(text)} is {wrong}; {allowed}")
        return text

    return BeforeValidator(check)


def _limited(longest: int) -> BeforeValidator:
    allowed = f"allowed is a text of 1 to {longest} characters"

    def check(value: Any) -> str:
        text = _text(value, allowed)
        if not 0 < len(text.strip()) <= longest:
            raise ValueError(f"{shown(text)} has {len(text.strip())} characters; {allowed}")
        return text

    return BeforeValidator(check)


def _whole(low: int, high: int) -> BeforeValidator:
    def check(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError(f"{shown(value)} is not allowed; a whole number from {low} to {high} is")
        return value

    return BeforeValidator(check)


def _decimal(low: int, high: int, above: bool) -> BeforeValidator:
    words = f"a number above {low}, up to {high}," if above else f"a number from {low} to {high}"

    def check(value: Any) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise ValueError(f"{shown(value)} is not a number; {words} is allowed")
        number = Decimal(value)
        if not number.is_finite() or not low <= number <= high or (above and number == low):
            raise ValueError(f"{shown(value)} is out of range; {words} is allowed")
        if number.as_tuple().exponent < -_DIGITS:  # type: ignore[operator]  # finite, as was just seen
            raise ValueError(
                f"{shown(value)} has too many digits; at most {_DIGITS} after the point are allowed"
            )
        return number

    return BeforeValidator(check)


def _parsed(parse: Callable[[str], Any], allowed: str) -> BeforeValidator:
    return BeforeValidator(lambda value: parse(_text(value, allowed)))


def _true_or_false(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{shown(value)} is not allowed; true or false is")
    return value


def _timezone(value: Any) -> str:
    name = _text(value, "allowed is the name of a time zone, as Asia/Shanghai")
    try:
        ZoneInfo(name)
    except (ValueError, KeyError, OSError):  # an unknown name, one with .., a folder of the database
        guess = did_you_mean(name, sorted(available_timezones()))
        raise ValueError(f"{shown(name)} is no time zone{guess}; names look like Asia/Shanghai") from None
    return name


def _closed_date(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    return parse_date(_text(value, "allowed is a date, as 2026-10-01"))


def moment(value: Any) -> str:
    """A local date or time, of TOML's own or as a text, in ISO form to the minute."""
    if isinstance(value, datetime):
        if value.tzinfo is not None:
            raise ValueError(f"{shown(value)} has a zone; write the hall's own time, as 2026-10-01 08:30")
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    text = _text(value, "allowed is a date or a time, as 2026-10-01 or 2026-10-01 08:30")
    form = re.fullmatch(r"(\S{10})(?:[ T]([0-9]{2}:[0-9]{2}))?", text)
    try:
        if form is None:
            raise ValueError
        day = parse_date(form.group(1))
        return (
            f"{datetime.fromisoformat(f'{day}T{form.group(2)}'):%Y-%m-%dT%H:%M}"
            if form.group(2)
            else str(day)
        )
    except ValueError:
        raise ValueError(f"{shown(text)} is not a time; write 2026-10-01 or 2026-10-01 08:30") from None


@dataclass(frozen=True)
class Kind:
    """What a value is called in the reference of the hall file."""

    words: str


Id = Annotated[
    str, _matching(_ID, "not an id", "1 to 32 of A-Z, a-z, 0-9 and - are allowed, in quotes"), Kind("id")
]
LanguageId = Annotated[
    str, _matching(_LANGUAGE, "not a language", "allowed are codes such as zh, en, zh-Hant"), Kind("language")
]
Prefix = Annotated[
    str, _matching(_PREFIX, "not a prefix", "1 or 2 capitals A-Z are allowed"), Kind("1 or 2 capitals")
]
WebAddress = Annotated[
    str,
    _matching(_URL, "not a web address", "allowed is one such as https://hall.example"),
    Kind("web address"),
]
PinHash = Annotated[str, BeforeValidator(parse_pin_hash), Kind("argon2id hash")]
Line = Annotated[str, _limited(200), Kind("text")]
LongLine = Annotated[str, _limited(1000), Kind("text")]
Flag = Annotated[bool, BeforeValidator(_true_or_false), Kind("true or false")]
Threshold = Annotated[int, _whole(0, 1_000_000), Kind("whole number, 0 or more")]
DaysKept = Annotated[int, _whole(1, 36_500), Kind("days")]
Limit = Annotated[int, _whole(0, 1_000_000), Kind("whole number, 0 or more")]
Minutes = Annotated[Decimal, _decimal(0, 10_000_000, above=False), Kind("number, 0 or more")]
SomeMinutes = Annotated[Decimal, _decimal(0, 10_000_000, above=True), Kind("number above 0")]
Weight = Annotated[Decimal, _decimal(0, 1_000_000_000, above=True), Kind("number above 0")]
TimeZone = Annotated[str, BeforeValidator(_timezone), Kind("name of a time zone")]
ClosedDate = Annotated[date, BeforeValidator(_closed_date), Kind("`2026-10-01`")]
Moment = Annotated[str, BeforeValidator(moment), Kind("`2026-10-01` or `2026-10-01 08:30`")]
Hours = Annotated[
    Any,
    _parsed(parse_day_span, "allowed is a text such as `Mon-Fri 08:30-16:30`"),
    Kind("`Mon-Fri 08:30-16:30`"),
]
DatedHours = Annotated[
    Any,
    _parsed(parse_date_span, "allowed is a text such as `2026-10-10 08:30-19:00`"),
    Kind("`2026-10-10 08:30-19:00`"),
]
