"""Whatever stands in a hall file, it is read, or its faults are named in single lines; nothing else happens."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from hall import advance, new_state
from hall.plan import Plan, PlanError, PlanFault, load_plan, warnings_of
from hall.plan.hours import DAYS, overlap, parse_day_span
from hall.plan.read import SECTIONS, read_plan

_NAMES = sorted({field.alias or name for _, m in SECTIONS.values() for name, field in m.model_fields.items()})
_WORDS = st.sampled_from(
    ["a", "1", "zh", "A", "pad", "Mon-Fri 08:00-12:00", "2026-10-10 08:00-09:00", "UTC", "2026-10-01", ""]
)
_VALUES = st.one_of(
    _WORDS, st.integers(-2, 5), st.booleans(), st.none(), st.text(max_size=5), st.dates(), st.datetimes(),
    st.decimals(allow_nan=True, allow_infinity=True).map(Decimal),
)  # fmt: skip
_DEEP = st.recursive(
    _VALUES,
    lambda v: (
        st.lists(v, max_size=3) | st.dictionaries(st.sampled_from(["zh", "en", "a", "1"]), v, max_size=2)
    ),
)
_TABLE = st.dictionaries(st.sampled_from(_NAMES), _DEEP, max_size=9)
_FILES = st.dictionaries(
    st.sampled_from([*SECTIONS, "x"]), st.one_of(_TABLE, st.lists(_TABLE, max_size=3), _DEEP)
)


def _faults(read: Callable[[], Plan]) -> tuple[PlanFault, ...]:
    """None of a plan that can be used, and then it can."""
    try:
        plan = read()
    except PlanError as error:
        return error.faults or (PlanFault("", "\n"),)
    warnings_of(plan)
    assert advance(new_state(plan), 1_795_100_000_000)
    return ()


@given(_FILES)
def test_any_tables(raw: dict[str, Any]) -> None:
    assert all(fault.message and str(fault).isprintable() for fault in _faults(lambda: read_plan(raw)))


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes(data: bytes) -> None:
    assert all(fault.message and str(fault).isprintable() for fault in _faults(lambda: load_plan(data)))


_MINUTES = st.integers(0, 1440)


@given(
    st.sets(st.sampled_from(DAYS), min_size=1), _MINUTES, _MINUTES, st.sampled_from(DAYS), _MINUTES, _MINUTES
)
def test_two_stretches_overlap_if_they_share_a_minute(
    days: set[str], start: int, end: int, day: str, other_start: int, other_end: int
) -> None:
    def text(names: str, begin: int, stop: int) -> str:
        return f"{names} {begin // 60:02d}:{begin % 60:02d}-{stop // 60:02d}:{stop % 60:02d}"

    if start < end and other_start < other_end:
        one = parse_day_span(text(",".join(sorted(days)), start, end))
        other = parse_day_span(text(day, other_start, other_end))
        shared = day in days and bool(set(range(start, end)) & set(range(other_start, other_end)))
        assert overlap(one, other) == overlap(other, one) == shared
