"""The hall's own time: what its clock says, and which notices are in force."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from wire.states import Catalog, NoticeInfo


def time_zone(catalog: Catalog | None) -> tzinfo:
    """The hall's; UTC while the hall isn't known."""
    try:
        return ZoneInfo(catalog.hall.timezone) if catalog else UTC
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


def local(ms: int, zone: tzinfo) -> datetime:
    """A moment of the wire on the hall's clock."""
    return datetime.fromtimestamp(ms / 1000, zone)


def in_force(notice: NoticeInfo, now: datetime) -> bool:
    """Whether a notice is to be shown; its `until` is inclusive where it is a day."""
    begin = _moment(notice.from_, now.tzinfo, whole_day=False)
    end = _moment(notice.until, now.tzinfo, whole_day=True)
    return (begin is None or begin <= now) and (end is None or now < end)


def _moment(text: str | None, zone: tzinfo | None, *, whole_day: bool) -> datetime | None:
    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        moment = datetime.fromisoformat(text)
        return moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return datetime.combine(day + timedelta(days=whole_day), time(), zone)
