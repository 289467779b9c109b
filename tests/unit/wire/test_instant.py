"""Moments: every form the wire accepts, and none other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wire.instant import format_instant, parse_instant


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        ("2026-11-21T01:02:03.456Z", "2026-11-21T01:02:03.456Z"),
        ("2026-11-21T01:02:03Z", "2026-11-21T01:02:03.000Z"),
        ("2026-11-21T01:02:03.4569999Z", "2026-11-21T01:02:03.456Z"),
        ("2026-11-21T01:02:03.456789012345Z", "2026-11-21T01:02:03.456Z"),
        ("2026-11-21T01:02:03.4Z", "2026-11-21T01:02:03.400Z"),
        ("2026-11-21T09:02:03.456+08:00", "2026-11-21T01:02:03.456Z"),
        ("2026-11-20T20:02:03.456-05:00", "2026-11-21T01:02:03.456Z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"),
        ("2016-12-31T23:59:60.9Z", "2017-01-01T00:00:00.000Z"),
    ],
)
def test_reads_rfc_3339(text: str, same_as: str) -> None:
    assert format_instant(parse_instant(text)) == same_as


@pytest.mark.parametrize(
    "text",
    [
        "", "now", "2026-11-21", "2026-11-21T01:02:03", "2026-11-21 01:02:03Z", "20261121T010203Z",
        "2026-W01-1T00:00:00Z", "1969-12-31T23:59:59Z", "9999-12-31T23:59:59Z",
        "2026-13-21T01:02:03Z", "2026-11-21T25:02:03Z", "2026-11-21T01:02:03+99:00", "2026-11-21T01:02:03Zx",
        "٢٠٢٦-11-21T01:02:03Z", "2026-11-21T01:02:61Z", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00",
    ],
)  # fmt: skip
def test_refuses_everything_else(text: str) -> None:
    with pytest.raises(ValueError, match="time"):
        parse_instant(text)


@given(st.integers(min_value=0, max_value=253_402_128_000_000))
def test_written_and_read_again(ms: int) -> None:
    assert parse_instant(format_instant(ms)) == ms
