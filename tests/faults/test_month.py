"""Thirty days of 10,000 tickets on one database: the thirtieth is as quick as the first, and memory stays flat."""

import pytest

from bench import month
from tests.support.shares import Share

_SLOWER = 1.5
"""On a machine that does other things at the same time; `make bench` holds it to 1.2."""
_MEMORY_MB, _GROWS_MB = 150, 30


@pytest.mark.soak
@pytest.mark.timeout(7200)
@pytest.mark.full(1, "month", short=1, share=1)
def test_a_month(share: Share) -> None:
    seen = month.run()
    first, last = seen["days"][0], seen["days"][-1]
    share.worst(
        p99_ratio=seen["ratio_p99"], p50_ratio=seen["ratio_p50"], day_30_p99_ms=seen["day_30_ms"]["p99"],
        memory_mb=last["memory_mb"], database_mb=last["database_mb"],
    )  # fmt: skip
    share.add(tickets=seen["tickets_a_day"] * last["day"])
    assert seen["ratio_p99"] <= _SLOWER
    assert first["memory_mb"] < _MEMORY_MB
    assert last["memory_mb"] < _MEMORY_MB
    assert last["memory_mb"] - first["memory_mb"] < _GROWS_MB
