"""Of two dispatchers that hear each other exactly one goes on, and what the other said is said again."""

from pathlib import Path
from typing import Any

import pytest

from dispatcher.errors import TermOver
from dispatcher.fence import Fence
from dispatcher.life import Life
from runtime import Arrived
from tests.support.dispatcher import InProcess, in_process
from wire.topics import Topics

_TOPICS = Topics("little")


def _beat(epoch: int, instance: str | None, *, retained: bool = False, **more: Any) -> Arrived:
    life = Life(epoch, instance or "")
    payload = life.payload(1, alive=True).replace('"instance":""', '"instance":null')
    return Arrived(_TOPICS.dispatcher, payload.encode(), retained)


@pytest.mark.parametrize(
    ("epoch", "instance", "over"),
    [(6, "a", True), (5, "c", True), (5, "b", False), (5, "a", False), (5, None, False), (4, "z", False)],
)
def test_who_has_the_higher_epoch_goes_on(epoch: int, instance: str | None, over: bool) -> None:
    fence = Fence(Life(5, "b"), _TOPICS)
    if over:
        with pytest.raises(TermOver) as told:
            fence.hear(_beat(epoch, instance))
        assert told.value.heard == epoch
    else:
        assert fence.hear(_beat(epoch, instance)) is (instance != "b")


def test_what_was_there_before_us_is_overwritten_anyway() -> None:
    fence = Fence(Life(5, "b"), _TOPICS)
    assert not fence.hear(_beat(4, "a", retained=True))
    with pytest.raises(TermOver):
        fence.hear(_beat(6, "a", retained=True))


@pytest.mark.parametrize(
    "payload", [b"", b"{}", b"\xff", b"[" * 100_000, b'{"epoch":9}', b'{"epoch":"x","alive":true}']
)
def test_what_cannot_be_read_is_nobodys_word(payload: bytes) -> None:
    assert not Fence(Life(5, "b"), _TOPICS).hear(Arrived(_TOPICS.dispatcher, payload, False))


def _said_since(hall: InProcess, before: int) -> list[str]:
    return [topic.removeprefix("hall/little/state/") for topic, _ in hall.link.said[before:]]


def test_all_is_said_again_after_one_without_a_say_has_spoken(tmp_path: Path) -> None:
    with in_process(tmp_path) as hall:
        hall.clock.pass_time(5)
        hall.step()
        before = len(hall.link.said)
        hall.step(_beat(0, "z"))
        again = _said_since(hall, before)
        assert {"dispatcher", "hall", "board", "catalog", "counter/1", "counter/2"} <= set(again)
        before = len(hall.link.said)
        hall.step(_beat(0, "z"), _beat(0, "z"))
        assert "catalog" not in _said_since(hall, before)  # not more than once a second
        hall.clock.pass_time(1)
        hall.step()
        assert "catalog" in _said_since(hall, before)


def test_nothing_is_said_after_the_term(tmp_path: Path) -> None:
    with in_process(tmp_path) as hall:
        before, written = len(hall.link.said), hall.body.store.journal_id
        with pytest.raises(TermOver):
            hall.step(hall.packet("kiosk-1", "issue_ticket", "i1", services=["card"]), _beat(9, "z"))
        assert hall.link.said[before:] == []
        assert hall.body.store.journal_id == written
