"""Every family of pads over every way: one press is one press, what isn't known never acts, and it comes back."""

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hw.keypad import FaultKind, Press
from hw.keypad.pad import Action
from tests.support.pads import NEXT, Bench, ButtonBench, EvdevBench, Ff68Bench, kept, settle
from tests.support.shares import Share

WAYS: dict[str, Callable[[Path], Bench]] = {
    "ff68-memory": lambda folder: Ff68Bench("memory", folder),
    "ff68-pty": lambda folder: Ff68Bench("pty", folder),
    "ff68-tcp": lambda folder: Ff68Bench("tcp", folder),
    "evdev": EvdevBench,
    "mqtt-button-counting": lambda _: ButtonBench("shelly1"),
    "mqtt-button": lambda _: ButtonBench("zigbee2mqtt"),
}


@pytest.fixture(params=WAYS)
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    found = WAYS[request.param](tmp_path)
    found.plug()
    yield found
    found.unplug()


def test_a_press_comes_once_and_in_order(bench: Bench) -> None:
    with kept(bench.line()) as (news, _):
        assert news.wait(lambda: news.plugs == [True])
        settle()  # what is pressed before a line is open is forgotten
        bench.press("3")
        assert news.wait(lambda: news.presses == [NEXT])
        bench.press("4")
        assert news.wait(lambda: news.presses == [NEXT, Press("4", Action.NEXT)])
        settle()
        assert len(news.presses) == 2
        assert news.faults == ()


def test_a_press_that_comes_three_times_is_one(bench: Bench) -> None:
    with kept(bench.line()) as (news, _):
        assert news.wait(lambda: news.plugs == [True])
        settle()
        bench.press_bouncing()
        assert news.wait(lambda: bool(news.presses))
        settle(0.6)
        assert news.presses == [NEXT]


def test_before_the_hall_is_known_nothing_acts(bench: Bench) -> None:
    with kept(bench.line(), frozenset()) as (news, keeper):
        assert news.wait(lambda: news.plugs == [True])
        settle()
        bench.press("3")
        settle()
        keeper.expect(Bench.addresses)
        settle(0.6)  # until nothing repeats it any more
        seen = len(news.presses)
        assert seen <= 1  # a pad that is still repeating may be answered, but only once
        bench.press("4")
        assert news.wait(lambda: Press("4", Action.NEXT) in news.presses)


def test_a_key_that_is_in_no_map_is_named_and_does_nothing(bench: Bench) -> None:
    with kept(bench.line()) as (news, _):
        assert news.wait(lambda: news.plugs == [True])
        settle()
        bench.press_unknown_key()
        assert news.wait(lambda: [f.kind for f in news.faults] == [FaultKind.UNKNOWN_KEY])
        assert news.faults[0].address == "3"
        bench.press("3")
        assert news.wait(lambda: news.presses == [NEXT])


def test_a_pad_that_is_not_in_the_hall_file_is_a_fault_and_does_nothing(bench: Bench) -> None:
    with kept(bench.line()) as (news, _):
        assert news.wait(lambda: news.plugs == [True])
        settle()
        bench.press_stranger()
        assert news.wait(lambda: [f.kind for f in news.faults] == [FaultKind.UNKNOWN_PAD])
        assert "7" in news.faults[0].address
        bench.press("3")
        assert news.wait(lambda: NEXT in news.presses)
        assert news.presses == [NEXT]


@pytest.mark.full(60, "seconds of garbage", short=1, share=60)
def test_garbage_never_acts_and_ends_nothing(bench: Bench, share: Share) -> None:
    chance = random.Random(share.number)
    with kept(bench.line()) as (news, _):
        assert news.wait(lambda: news.plugs == [True])
        until = time.monotonic() + share.count
        while time.monotonic() < until:
            bench.disturb(chance.randbytes(chance.randrange(1, 200)))
            time.sleep(0.01)
        settle(0.3)
        assert news.presses == []
        bench.press("3")
        assert news.wait(lambda: news.presses == [NEXT])
        share.add(seconds=share.count, ghosts=0)


@pytest.mark.full(100, "unplugged and back", short=3, share=25)
def test_unplugged_is_told_and_it_comes_back_by_itself(bench: Bench, share: Share) -> None:
    with kept(bench.line()) as (news, _):
        assert news.wait(lambda: news.plugs == [True])
        for number in range(share.count):
            bench.unplug()
            assert news.wait(lambda: not news.plugs[-1])
            bench.plug()
            begun = time.monotonic()
            assert news.wait(lambda: news.plugs[-1])
            settle(0.55)  # the same key within a second would be a repetition
            bench.press("3" if number % 2 else "4")
            assert news.wait(lambda n=number: len(news.presses) == n + 1)  # type: ignore[misc]
            share.worst(back_s=round(time.monotonic() - begun, 2))
        assert news.details[1]  # it says why
        share.add(returns=share.count, presses=len(news.presses))


def test_what_was_pressed_while_nobody_listened_never_acts(bench: Bench) -> None:
    bench.press("3")
    bench.press("4")
    settle(0.4)  # pads have given it up
    with kept(bench.line()) as (news, _):
        assert news.wait(lambda: news.plugs == [True])
        settle()
        assert news.presses == []
        bench.press("3")
        assert news.wait(lambda: news.presses == [NEXT])
