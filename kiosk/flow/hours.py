"""When the hall opens or closes next, in words that stay true on another day: a holiday, a night, a week-end."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.flow.state import Known
from ui.languages import Texts

_WARN_MS = 30 * 60_000
"""So long before it closes the hall says so."""


def open_until(known: Known, now_ms: int) -> str:
    """The time of day at which the open hall closes today, on its own clock; '' where that isn't today or isn't known.

    `now_ms` is the hall's time; 0 where that isn't known: then it counts as today.
    """
    moment = _next(known)
    if moment is None:
        return ""
    today = _today(moment, now_ms)
    if moment == datetime.combine(today + timedelta(days=1), datetime.min.time(), moment.tzinfo):
        return "24:00"
    return f"{moment:%H:%M}" if moment.date() == today or closes_in(known, now_ms) else ""


def open_words(texts: Texts, languages: Sequence[str], known: Known, now_ms: int) -> list[str]:
    """Until when the hall is open today, and in how many minutes where that is soon: a line a language, or none."""
    time, minutes = open_until(known, now_ms), closes_in(known, now_ms)
    if not time:
        return []
    if not minutes:
        return [texts.get(code, "Hours", "Open until {time}", time=time) for code in languages]
    return [
        texts.get(code, "Hours", "Closes at {time}, in {minutes} min", time=time, minutes=minutes)
        for code in languages
    ]


def closes_in(known: Known, now_ms: int) -> int:
    """Whole minutes until the hall closes, begun ones counted; 0 while that is far, or not known."""
    if known.hall is None or not known.hall.open or known.hall.until is None:
        return 0
    left = known.hall.until - now_ms
    return -(-left // 60_000) if 0 < left <= _WARN_MS else 0


def opens_again(texts: Texts, language: str, known: Known, now_ms: int) -> str:
    """When the closed hall opens, with the day where it isn't today; '' while it is open or nobody knows."""
    moment = _next(known)
    if moment is None or known.hall is None or known.hall.open:
        return ""
    day, time = _today(moment, now_ms), f"{moment:%H:%M}"
    if moment.date() == day:
        return texts.get(language, "Hours", "It opens again at {time}.", time=time)
    if moment.date() == day + timedelta(days=1):
        return texts.get(language, "Hours", "It opens again tomorrow at {time}.", time=time)
    return texts.get(
        language, "Hours", "It opens again at {time} on {weekday}, {day} {month}.",
        time=time, weekday=_weekday(texts, language, moment), day=moment.day, month=_month(texts, language, moment),
    )  # fmt: skip


def day_words(texts: Texts, language: str, moment: datetime) -> str:
    """The day with its weekday."""
    return texts.get(
        language, "Hours", "{weekday}, {day} {month}",
        weekday=_weekday(texts, language, moment), day=moment.day, month=_month(texts, language, moment),
    )  # fmt: skip


def _next(known: Known) -> datetime | None:
    """When that changes, on the hall's clock."""
    if known.catalog is None or known.hall is None or known.hall.until is None:
        return None
    return datetime.fromtimestamp(known.hall.until / 1000, ZoneInfo(known.catalog.hall.timezone))


def _today(moment: datetime, now_ms: int) -> date:
    return datetime.fromtimestamp(now_ms / 1000, moment.tzinfo).date() if now_ms else moment.date()


def _weekday(texts: Texts, language: str, moment: datetime) -> str:
    names = texts.get(language, "Hours", "Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
    return names.split(" ")[moment.weekday()]


def _month(texts: Texts, language: str, moment: datetime) -> str:
    names = texts.get(
        language, "Hours",
        "January February March April May June July August September October November December",
    )  # fmt: skip
    return names.split(" ")[moment.month - 1]
