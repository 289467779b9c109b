"""The demo's figures, from events alone: what it counts, and the faults it must notice."""

from typing import Any

import pytest

from greenwindow.demo.tally import Tally, Waits

SECONDS = "2026-11-21T01:02:{:02d}.000Z"


def told(*events: dict[str, Any], short: frozenset[str] = frozenset({"a"})) -> Tally:
    tally = Tally(short=short)
    for seq, event in enumerate(events, 1):
        tally.take({"seq": seq, "at": SECONDS.format(seq), **event})
    return tally


def issued(number: str, *needs: str) -> dict[str, Any]:
    return {"type": "ticket_issued", "ticket": number, "services": list(needs)}


def called(number: str, counter: str = "1", reason: str = "order") -> dict[str, Any]:
    return {"type": "ticket_called", "ticket": number, "counter": counter, "reason": reason, "services": []}


def finished(number: str, *services: str) -> dict[str, Any]:
    return {"type": "service_finished", "ticket": number, "counter": "1", "services": list(services)}


def test_a_quiet_day() -> None:
    tally = told(issued("A001", "a"), issued("B001", "b"), called("A001", reason="green"), called("B001", "2"),
                 finished("A001", "a"))  # fmt: skip
    assert dict(tally.reasons) == {"green": 1, "order": 1}
    assert (tally.waits(short=True), tally.waits(short=False)) == (Waits(1, 2.0, 2.0), Waits(1, 2.0, 2.0))
    assert tally.open_tickets() == ["B001"]
    assert (tally.called_twice, tally.issued_twice, tally.missed) == ([], [], 0)


def test_a_ticket_called_to_two_counters_is_noticed() -> None:
    assert told(issued("A001", "a"), called("A001", "1"), called("A001", "2")).called_twice == ["A001"]
    assert told(issued("A001", "a"), called("A001"), finished("A001", "a"), called("A001")).called_twice == [
        "A001"
    ]


def test_waiting_again_may_be_called_again() -> None:
    tally = told(
        issued("A001", "a", "b"), called("A001"), finished("A001", "a"), called("A001", "2"),
        {"type": "ticket_no_show", "ticket": "A001", "counter": "2"}, {"type": "ticket_requeued", "ticket": "A001"},
        called("A001"), {"type": "ticket_held", "ticket": "A001", "counter": "1"},
        {"type": "ticket_resumed", "ticket": "A001", "counter": "1"}, called("A001", reason="pinned"),
        {"type": "ticket_transferred", "ticket": "A001", "counter": "1", "services": ["c"]}, called("A001"),
        finished("A001", "c"),
    )  # fmt: skip
    assert tally.called_twice == []
    assert tally.open_tickets() == []


def test_a_number_given_twice_a_lost_one_and_a_gap_are_noticed() -> None:
    tally = told(issued("A001", "a"), issued("A001", "a"))
    assert tally.issued_twice == ["A001"]
    assert tally.lost(["A001", "A002"]) == ["A002"]
    tally.take({"seq": 5, "at": SECONDS.format(5), "type": "counter_opened", "counter": "1"})
    assert tally.missed == 2
    assert not tally.take({"seq": 5, "at": SECONDS.format(5), "type": "counter_opened", "counter": "1"})
    assert tally.kinds["counter_opened"] == 1


@pytest.mark.parametrize(
    ("waits", "p90"), [([], 0.0), ([4.0], 4.0), (list(range(1, 11)), 9.0), (list(range(1, 12)), 10.0)]
)
def test_p90_is_the_nearest_rank(waits: list[float], p90: float) -> None:
    assert Waits.of(waits).p90_s == p90
