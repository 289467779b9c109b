"""Whatever is said of a call on a random day is true: read back and worked out again from the naive hall."""

import re
from collections import Counter

from hall import new_state
from hall.plan import load_plan
from hall.replay import Replay, ReplayError
from hall.why import Voice, Watcher, words
from tests.support.naive_hall import EndOfReplayError
from tests.support.random_days import random_day
from tests.support.why_audit import Audited, audit
from wire.events import Event, TicketCalled


def _told(hall: bytes, lines: list[bytes]) -> list[list[str]]:
    watcher = Watcher(new_state(load_plan(hall)))
    voice, told = Voice(watcher.state.plan), []

    def see(event: Event) -> None:
        if isinstance(event, TicketCalled):
            told.append(words(watcher.explain(event), voice)[1])
        watcher.see(event)

    replay = Replay(watcher.state, see)
    try:
        for number, line in enumerate(lines, 1):
            if line.strip():
                replay.follow(number, line.strip())
    except ReplayError:
        pass
    return told


def _named(hall: bytes) -> bytes:
    """Each service by a name of its own."""
    pattern = rb'id = "(s\d)"\nprefix = "(.)"\nname = \{ zh = "\xe4\xba\x8b" \}'
    return re.sub(pattern, rb'id = "\1"\nprefix = "\2"\nname = { zh = "\1", en = "thing \1" }', hall)


def _check(seed: int) -> Counter[str]:
    day = random_day(seed, 160)
    hall = _named(day.hall)
    naive = Audited(hall)
    try:
        for number, line in enumerate(day.lines, 1):
            naive.line(number, line)
    except EndOfReplayError:
        pass
    told = _told(hall, day.lines)
    assert len(told) == len(naive.calls)
    for then, lines in zip(naive.calls, told, strict=True):
        try:
            audit(then, lines)
        except AssertionError as fault:
            raise AssertionError(f"seed {seed}:\n" + "\n".join(lines)) from fault
    return Counter(then.reason for then in naive.calls)


def test_random_days() -> None:
    reasons = sum((_check(seed) for seed in range(60)), Counter())
    assert set(reasons) == {"pinned", "overdue", "priority", "green", "order", "manual"}
