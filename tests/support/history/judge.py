"""The judge: all checks on one history."""

from collections.abc import Iterator

from tests.support.history.faults import Found
from tests.support.history.follow import follow
from tests.support.history.kept import check_kept
from tests.support.history.records import History
from tests.support.history.said import check_said
from tests.support.history.screens import check_screens
from tests.support.history.told import check_told

_TOLD_AT_MOST = 12


def find_faults(history: History) -> list[Found]:
    """Everything that is wrong with it."""
    return list(_all(history))


def judge(history: History) -> None:
    """Fails with words if a promise was broken."""
    found = find_faults(history)
    words = [str(fault)[:400] for fault in found[:_TOLD_AT_MOST]]
    assert not found, f"{len(found)} faults:\n" + "\n".join(words)


def _all(history: History) -> Iterator[Found]:
    follower = follow(history.rows)
    yield from check_kept(history.rows, follower)
    yield from check_told(history)
    yield from check_said(history)
    if history.quiet:
        yield from check_screens(history, follower)
