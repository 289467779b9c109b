"""A thousand touches a minute by somebody who wants nothing: the kiosk ends on a sane screen and has nothing to say."""

import random
import time
from pathlib import Path

import pytest

from tests.support.dispatcher_process import Device, devices, dispatcher, place
from tests.support.fault_payloads import memory_mb
from tests.support.history import History, judge
from tests.support.kiosk_process import KioskProcess, kiosk_process, screen_of
from tests.support.monkey import Monkey
from tests.support.shares import Share

WIDTH, HEIGHT = 1080, 1920
FAULTS = [
    "paper-out",
    "cover-open",
    "cutter",
    "offline",
    "mute",
    "stuck",
    "slow",
    "late",
    "fragments",
    "chatter",
    "stale",
]
QUICK = FAULTS[:4]
"""Those that don't keep the kiosk waiting for a printer that says nothing."""
ANSWER_S = 2.0
"""The slowest answer of the window on a machine that does other things too; most take a fiftieth of that."""
FAULT_EACH = 60
"""Touches between two changes at the printer."""
REST_S = 100.0


@pytest.mark.full(10_000, "touches", short=120, share=10_000)
@pytest.mark.timeout(1200)
def test_a_monkey_does_no_harm(tmp_path: Path, share: Share) -> None:
    chance = random.Random(f"monkey {share.number}")
    long = share.count > 1000
    options = ("--fullscreen", "--idle", "5", "--attract", "0.05")
    with (
        place(tmp_path) as where,
        dispatcher(where),
        devices(where, ["guide-1"]) as [guide],
        kiosk_process(where, *options, platform=screen_of(tmp_path, WIDTH, HEIGHT)) as kiosk,
    ):
        monkey = Monkey(kiosk.screen, chance, WIDTH, HEIGHT)
        kiosk.screen.wait("screen-welcome", 20)
        before = 0.0

        def between(number: int) -> None:
            nonlocal before
            if number % 10 == 0:
                assert len(monkey.screens()) == 1, kiosk.screen.names()
            if number % FAULT_EACH == 0:
                _change(kiosk, chance, FAULTS if long else QUICK)
            if number == min(1000, share.count // 2):
                before = memory_mb(kiosk.process.pid)

        kiosk.screen.frames()
        took = monkey.play(share.count, between)
        frames = kiosk.screen.frames()
        grown = memory_mb(kiosk.process.pid) - before
        for fault in FAULTS:
            kiosk.fault(fault, there=False)
        if not long:
            _hurries(kiosk)
        _comes_to_rest(kiosk)
        numbers = _numbers(guide)
        rows = where.rows()
        judge(History(rows, [guide.log], all_answered=False))
        kiosk.screen.tap("wake")
        kiosk.to_confirm()
        kiosk.screen.tap("confirm")
        assert kiosk.screen.wait("ticket-number", 10) not in numbers
        kiosk.screen.wait("take", 60)
    slow = sorted(monkey.taken_s)
    share.add(touches=share.count, tickets=len(numbers), **monkey.kinds)
    share.worst(minutes=round(took / 60, 1), answer_s=round(slow[-1], 3), memory_grew_mb=round(grown, 1))
    share.worst(
        frame_ms=round(frames["longest_ms"]),
        starved_ms=round(frames["starved_ms"]),
        answer_p99_s=round(slow[int(0.99 * len(slow))], 3),
    )
    assert slow[-1] < ANSWER_S, slow[-5:]
    assert not long or grown < 30  # in a short one most of it is what each screen needs the first time


def _change(kiosk: KioskProcess, chance: random.Random, faults: list[str]) -> None:
    """One fault comes or goes; half the time all is well."""
    for fault in faults:
        kiosk.fault(fault, there=False)
    if chance.random() < 0.5:
        kiosk.fault(chance.choice(faults))


def _hurries(kiosk: KioskProcess) -> None:
    """Easy mode waits for 90 s before it takes anybody for gone: not in each `make test`."""
    if "mode-elder" in kiosk.screen.names() and kiosk.screen.property("mode-elder", "on"):
        kiosk.screen.tap("mode-elder")


def _comes_to_rest(kiosk: KioskProcess) -> None:
    """Nobody touches it any more: the welcome, then the picture. A number that was not printed waits to be noted."""
    deadline = time.monotonic() + REST_S
    while "screen-attract" not in (names := kiosk.screen.names()):
        assert time.monotonic() < deadline, names
        if "paper-failed" in names and "take" in names:
            kiosk.screen.tap("take")
        time.sleep(0.1)


def _numbers(guide: Device) -> set[str]:
    """What was given out: each number once."""
    given = [event["ticket"] for event in guide.events("ticket_issued")]
    assert len(given) == len(set(given)) > 0
    return set(given)
