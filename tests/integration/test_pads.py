"""Pads that are things, with real processes: a line of two counters behind a pty, and the hall around it."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hw.sim.ff68_pads import SimFf68Line
from hw.sim.pads_wire import PadsPty
from tests.support.dispatcher_process import Device, Place, devices, dispatcher, place
from tests.support.pad_process import PADS_HALL, Hand, pad_process, shows, until

DARK = " " * 6


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Place]:
    with place(tmp_path, PADS_HALL) as found:
        yield found


@pytest.fixture
def sim() -> SimFf68Line:
    return SimFf68Line(3, 4, 9, baud=9600)


@pytest.fixture
def wire(sim: SimFf68Line, tmp_path: Path) -> Iterator[PadsPty]:
    with PadsPty(sim, tmp_path) as found:
        yield found


def issue(kiosk: Device, service: str) -> str:
    return str(kiosk.ask("issue_ticket", services=[service])["ticket"]["number"])


def calls(console: Device) -> list[tuple[str, str]]:
    return [(event["ticket"], event["counter"]) for event in console.events("ticket_called")]


def faults(console: Device) -> dict[str, Any]:
    told = console.states.get("hall", {}).get("devices", {}).get("pads", {}).get("faults", [])
    return {fault["code"]: fault["text"] for fault in told}


def test_a_morning_at_two_counters_of_one_line(where: Place, sim: SimFf68Line, wire: PadsPty) -> None:
    hand = Hand(sim)
    with dispatcher(where), devices(where, ["kiosk-1", "console-1"]) as [kiosk, console]:
        with pad_process(where, f"ff68+{wire.url}"):
            assert shows(sim[3], "     0")
            hand.press(3, "function", "9")  # opens
            assert until(lambda: len(console.events("counter_opened")) == 1)
            hand.press(4, "function", "9")
            assert until(lambda: len(console.events("counter_opened")) == 2)
            first, second, third = issue(kiosk, "card"), issue(kiosk, "card"), issue(kiosk, "pension")
            assert shows(sim[3], "     3")
            assert shows(sim[4], "     2")

            hand.press(3, "next")
            assert shows(sim[3], "001  2")
            assert shows(sim[4], "     1")
            hand.press(4, "next")
            assert shows(sim[4], "002  0")
            hand.press(3, "start")
            assert until(lambda: bool(console.events("service_started")))
            hand.press(3, "next", "1")  # B001; A001 is here, no longer waiting
            assert shows(sim[3], "001  0")
            hand.press(3, "recall")
            assert until(lambda: len(console.events("ticket_recalled")) == 1)
            assert calls(console) == [(first, "1"), (second, "2"), (third, "1")]
            assert until(
                lambda: sim[3].beeps == 5
            )  # one for each that was done: open, next, start, call, recall
            hand.press(3, "function", "5")  # nobody came
            assert shows(sim[3], "     0")
            assert until(lambda: sim[3].beeps == 6)
            hand.press(3, "function", "0")
            assert until(lambda: console.states["counter/1"]["state"] == "paused")
            hand.press(3, "function", "0")
            assert until(lambda: console.states["counter/1"]["state"] == "idle")
            hand.press(3, "next")
            assert until(lambda: sim[3].beeps == 10)  # pause, resume, and two: nobody waits
        assert until(lambda: console.states["hall"]["devices"]["pads"]["online"] is False)
        assert all(pad.given_up == 0 for pad in sim.pads)


def test_a_residents_score_from_the_evaluator_on_the_line(
    tmp_path: Path, sim: SimFf68Line, wire: PadsPty
) -> None:
    hand = Hand(sim)
    hall = PADS_HALL + '\n[[device]]\nid = "eval-1"\nkind = "evaluator"\ncounter = "1"\n'
    with (
        place(tmp_path, hall) as where,
        dispatcher(where),
        devices(where, ["kiosk-1", "console-1"]) as [kiosk, console],
        pad_process(where, f"ff68+{wire.url}", options=("--evaluator", "eval-1")),
    ):
        assert shows(sim[3], "     0")
        hand.press(3, "function", "9")
        assert until(lambda: bool(console.events("counter_opened")))
        number = issue(kiosk, "card")
        hand.press(3, "next")
        assert shows(sim[3], "001  0")
        hand.press(3, "done")
        assert until(lambda: bool(console.events("service_finished")))
        for grade in (4, 2):  # the second one is of nobody
            sim.rate(3, grade)
            time.sleep(0.5)
        assert until(lambda: bool(console.events("rated")))
        assert [(event["ticket"], event["score"]) for event in console.events("rated")] == [(number, 4)]


def test_unplugged_and_a_stranger_are_in_the_halls_state(
    where: Place, sim: SimFf68Line, wire: PadsPty
) -> None:
    with (
        dispatcher(where),
        devices(where, ["console-1"]) as [console],
        pad_process(where, f"ff68+{wire.url}"),
    ):
        assert shows(sim[3], "     0")
        wire.unplug()
        assert until(lambda: "pad-offline" in faults(console), 5)
        assert "拔" in faults(console)["pad-offline"]
        wire.plug()
        assert until(lambda: not faults(console), 10)
        assert shows(sim[3], "     0")
        time.sleep(0.2)
        sim.press(9, 0x0C)
        assert until(lambda: "pad-unknown" in faults(console), 5)
        assert "9" in faults(console)["pad-unknown"]
        sim.press(3, 0x1E)
        assert until(lambda: "pad-key" in faults(console), 5)


def test_a_press_without_an_answer_says_so_in_three_seconds(
    where: Place, sim: SimFf68Line, wire: PadsPty
) -> None:
    hand = Hand(sim)
    with (
        dispatcher(where) as heart,
        devices(where, ["console-1", "kiosk-1"]) as [console, kiosk],
        pad_process(where, f"ff68+{wire.url}"),
    ):
        assert shows(sim[3], "     0")
        hand.press(3, "function", "9")
        assert until(lambda: bool(console.events("counter_opened")))
        issue(kiosk, "card")
        assert shows(sim[3], "     1")
        beeps = sim[3].beeps
        heart.signal(signal.SIGSTOP)
        begun = time.monotonic()
        hand.press(3, "next")
        assert until(lambda: sim[3].beeps == beeps + 3 and sim[3].shows == DARK, 4)
        assert time.monotonic() - begun < 3.6  # the hand itself waits up to 0.6 s
        sim.press(3, 0x0D)
        time.sleep(0.5)
        heart.signal(signal.SIGCONT)
        assert until(lambda: sim[3].shows != DARK, 10)
        time.sleep(1)
        assert (
            len(calls(console)) <= 1
        )  # the press itself may have been done; nothing pressed in the dark was


def test_a_device_that_is_no_pad_ends_with_one_line(where: Place, wire: PadsPty) -> None:
    import subprocess

    from tests.support.dispatcher_process import PROGRAM, clean_environment

    with dispatcher(where):
        words = [*PROGRAM, "caller", "--dir", str(where.folder), "--device", "kiosk-1", "--no-window"]
        done = subprocess.run(
            [*words, "--pad", f"ff68+{wire.url}"], env=clean_environment(), capture_output=True, text=True,
            timeout=30, check=False,
        )  # fmt: skip
        assert done.returncode == 2
        assert "is a kiosk, not a pad" in done.stderr
        assert len([line for line in done.stderr.splitlines() if not line.startswith("{")]) == 1
