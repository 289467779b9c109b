"""`kill -9` on each of the kiosk's screens, and what stands there when it is back: never two numbers or slips."""

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.dispatcher import HALL
from tests.support.dispatcher_process import Device, Place, devices, dispatcher, place
from tests.support.kiosk_process import KioskProcess, kiosk_process

LINES = """
[[category]]
id = "money"
name = { zh = "社保", en = "Insurance" }
"""
WAY = ["language-en", "category-money", "service-card", "priority-ill", "confirm"]
QUICK = ("--idle", "6", "--attract", "0.05")


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Place]:
    hall = HALL.replace("expected_minutes = 5", 'expected_minutes = 5\ncategory = "money"', 1) + LINES
    with place(tmp_path, hall) as found:
        yield found


def go(machine: KioskProcess, steps: int) -> None:
    machine.screen.wait("screen-welcome", 15)
    for name in WAY[:steps]:
        machine.screen.tap(name)


def wait_until_kept(machine: KioskProcess) -> None:
    """The number is on the screen at once, a moment later on disk, and only then goes to the printer."""
    deadline = time.monotonic() + 5
    while json.loads((machine.state / "pending.json").read_text())["reply"] is None:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def numbers(guide: Device) -> list[str]:
    return [event["ticket"] for event in guide.events("ticket_issued")]


BEFORE = {
    "screen-welcome": 0, "screen-categories": 1, "screen-services": 2, "screen-priority": 3, "screen-confirm": 4,
    "still-there": 4, "screen-attract": 0,
}  # fmt: skip
"""Each screen, and how many touches it is from the welcome."""


def test_before_the_number_everything_is_forgotten(where: Place) -> None:
    with dispatcher(where), devices(where, ["guide-1"]) as [guide]:
        for screen, touches in BEFORE.items():
            idles = QUICK if screen in ("still-there", "screen-attract") else ()
            with kiosk_process(where, *idles) as machine:
                go(machine, touches)
                machine.screen.wait(screen, 12)
                machine.kill()
        with kiosk_process(where) as machine:
            machine.screen.wait("screen-welcome", 15)
            assert machine.slips() == 0
        assert numbers(guide) == []


def test_while_it_asks_the_same_request_gets_its_one_number(where: Place) -> None:
    with devices(where, ["guide-1"]) as [guide], ExitStack() as hall:
        running = hall.enter_context(dispatcher(where))
        with kiosk_process(where) as machine:
            go(machine, 4)
            machine.screen.wait("confirm")
            running.kill()
            machine.screen.tap("confirm")
            machine.screen.wait("screen-issuing")
            machine.kill()
        hall.enter_context(dispatcher(where))
        with kiosk_process(where) as machine:
            assert machine.screen.wait("ticket-number", 15) == "A001"
            machine.screen.wait("paper", text="Please take your ticket")
            assert machine.slips() == 1
            machine.screen.tap("take")
            machine.screen.wait("screen-welcome")
        assert numbers(guide) == ["A001"]


def test_while_it_prints_nobody_knows_and_a_second_slip_is_only_made_when_asked_for(where: Place) -> None:
    with dispatcher(where), devices(where, ["guide-1"]) as [guide]:
        with kiosk_process(where) as machine:
            go(machine, 4)
            machine.fault("stuck")
            machine.screen.tap("confirm")
            machine.screen.wait("paper", text="Printing your ticket")
            wait_until_kept(machine)
            machine.kill()
        machine.fault("stuck", there=False)
        before = machine.slips()
        with kiosk_process(where) as machine:
            assert machine.screen.wait("ticket-number", 15) == "A001"
            machine.screen.wait("paper-failed", text="Did your ticket come out?")
            assert guide.wait_for(lambda: bool(guide.events("print_failed")))
            assert guide.events("print_failed")[0]["result"] == "unconfirmed"
            assert machine.slips() == before
            machine.screen.tap("reprint")
            machine.screen.wait("paper", text="Please take your ticket", timeout_s=30)
            assert machine.slips() == before + 1
        assert numbers(guide) == ["A001"]


def test_with_or_without_the_slip_in_the_hand_the_number_comes_back_until_it_is_noted(where: Place) -> None:
    with dispatcher(where), devices(where, ["guide-1"]) as [guide]:
        with kiosk_process(where) as machine:
            go(machine, 5)
            machine.screen.wait("paper", text="Please take your ticket")
            assert guide.wait_for(lambda: bool(guide.events("ticket_printed")))
            machine.kill()
        with kiosk_process(where) as machine:
            assert machine.screen.wait("ticket-number", 15) == "A001"
            assert "reprint" not in machine.screen.names()
            machine.screen.tap("take")
            assert machine.slips() == 1
            go(machine, 4)
            machine.fault("paper-out")
            machine.screen.tap("confirm")
            machine.screen.wait("paper-failed", 20)
            machine.kill()
        with kiosk_process(where) as machine:
            assert machine.screen.wait("ticket-number", 15) == "A002"
            machine.screen.wait("paper-failed")
            machine.screen.tap("take")
            machine.screen.wait("screen-welcome")
            machine.kill()
        with kiosk_process(where) as machine:
            machine.screen.wait("screen-welcome", 15)
            assert machine.slips() == 1
        assert numbers(guide) == ["A001", "A002"]
