"""Moments as whole milliseconds since 1970-01-01 UTC, written as `2026-11-21T01:02:03.456Z`."""

import re
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

_FORM = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:)([0-9]{2})(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})", re.A
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST = 253_402_128_000_000  # a day before the year 9999 ends: sums with it can still be written
_MILLISECOND = timedelta(milliseconds=1)
_EXAMPLE = "2026-11-21T01:02:03.456Z"


def parse_instant(text: str) -> int:
    """Milliseconds since 1970 of an RFC 3339 text with a zone; finer digits are cut.

    A leap second (`…:60`) counts as the first moment of the next minute. Raises ValueError.
    """
    form = _FORM.fullmatch(text)
    if form is None:
        raise ValueError(f"must be a time with a zone, as {_EXAMPLE}")
    head, second, fraction, zone = form.groups()
    leap = second == "60"
    digits = "59" if leap else second + (fraction or "")[:4]
    try:
        moment = datetime.fromisoformat(f"{head}{digits}{zone}")
    except ValueError:
        raise ValueError(f"is not a time that exists, as {_EXAMPLE} does") from None
    ms = (moment - _EPOCH) // _MILLISECOND + (1000 if leap else 0)
    if not 0 <= ms <= _LAST:
        raise ValueError(f"is not a time between 1970 and 9999, as {_EXAMPLE} is")
    return ms


def format_instant(ms: int) -> str:
    """The one way a moment is written on the wire: UTC, three digits of a second, `Z`."""
    moment = _EPOCH + timedelta(seconds=ms // 1000)
    return f"{moment.isoformat()[:19]}.{ms % 1000:03d}Z"


def _to_ms(value: Any) -> Any:
    return parse_instant(value) if isinstance(value, str) else value


Instant = Annotated[
    int,
    BeforeValidator(_to_ms),
    PlainSerializer(format_instant, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date-time", "examples": [_EXAMPLE]}),
]
"""In Python an int of milliseconds since 1970 UTC; on the wire a text."""
