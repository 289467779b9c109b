"""The kiosk as a resident meets it: the real window, a real broker with the hall's ACL, the real dispatcher, paper."""

import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.support.dispatcher import HALL
from tests.support.dispatcher_process import Device, Place, devices, dispatcher, place
from tests.support.kiosk_process import KIOSK, KioskProcess
from tests.support.kiosk_process import kiosk_process as kiosk

_SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Place]:
    with place(tmp_path) as found:
        yield found


def issued(guide: Device) -> list[str]:
    """By number: a dispatcher that was killed may say an event again."""
    return sorted({event["ticket"] for event in guide.events("ticket_issued")})


def faults(listener: Device, device: str) -> list[str]:
    """The codes of what ails a device, as everybody is told."""
    told = listener.states.get("hall", {}).get("devices", {}).get(device, {})
    return [fault["code"] for fault in told.get("faults", [])]


def test_from_the_first_touch_to_the_paper(where: Place) -> None:
    with dispatcher(where), devices(where, ["guide-1"]) as [guide], kiosk(where) as machine:
        machine.to_confirm("card", "elderly")
        machine.screen.tap("add-need")
        machine.screen.tap("service-pension")
        machine.screen.tap("confirm", times=4)
        assert machine.screen.wait("ticket-number") == "A001"
        machine.screen.wait("paper", text="Please take your ticket")
        assert guide.wait_for(lambda: bool(guide.events("ticket_printed")))
        assert machine.slips() == 1
        assert issued(guide) == ["A001"]
        assert guide.events("ticket_issued")[0]["services"] == ["card", "pension"]
        machine.screen.tap("take")
        machine.screen.wait("screen-welcome")
        assert not (where.folder / "state" / "pending.json").exists()


def test_without_paper_the_number_stays_until_it_is_noted(where: Place) -> None:
    paper = ("--printer", f"sim:{where.folder / 'paper'}?paper=1")
    with dispatcher(where), devices(where, ["guide-1"]) as [guide], kiosk(where, *paper) as machine:
        machine.to_confirm()
        machine.screen.tap("confirm")
        machine.screen.wait("take")
        machine.screen.tap("take")
        machine.screen.wait("offline-banner", text="号码会显示在屏幕上")
        machine.to_confirm()
        machine.screen.tap("confirm")
        machine.screen.wait("paper-failed")
        assert machine.screen.text("ticket-number") == "A002"
        assert guide.wait_for(lambda: bool(guide.events("print_failed")))
        assert [event["ticket"] for event in guide.events("print_failed")] == ["A002"]
        machine.screen.tap("take")
        machine.screen.wait("screen-welcome")


def test_killed_while_asking_the_same_request_gets_one_number(where: Place) -> None:
    with devices(where, ["guide-1"]) as [guide]:
        with dispatcher(where) as hall, kiosk(where) as machine:
            machine.to_confirm()
            hall.kill()
            machine.screen.tap("confirm")
            machine.screen.wait("issuing")
            machine.screen.wait("trying", 8)
            machine.kill()
        with dispatcher(where), kiosk(where) as machine:
            machine.screen.wait("ticket-number", text="A001")
            machine.screen.wait("take")
            assert machine.slips() == 1
            assert guide.wait_for(lambda: bool(guide.events("ticket_printed")))
        assert issued(guide) == ["A001"]


def test_killed_with_the_number_on_the_screen_it_shows_it_again_and_prints_nothing(where: Place) -> None:
    with dispatcher(where), devices(where, ["guide-1"]) as [guide]:
        with kiosk(where, "--printer", "tcp://127.0.0.1:9") as machine:
            machine.to_confirm()
            machine.screen.tap("confirm")
            machine.screen.wait("paper-failed", 20)
            assert machine.screen.text("ticket-number") == "A001"
            machine.kill()
        with kiosk(where) as machine:
            machine.screen.wait("ticket-number", text="A001")
            machine.screen.wait("paper-failed")
            assert machine.slips() == 0
            machine.screen.tap("reprint")
            machine.screen.wait("paper", text="Please take your ticket")
            assert machine.slips() == 1
        assert issued(guide) == ["A001"]


def test_a_counters_paper_comes_out_while_a_resident_is_choosing(where: Place) -> None:
    """The answer names the kiosk; what did not come out is said in its presence."""
    with dispatcher(where), devices(where, ["console-1"]) as [console], kiosk(where) as machine:
        machine.to_confirm()
        reply = console.ask("print_paper", counter="1", paper="checklist", services=["card"])
        assert (reply["ok"], reply["kiosk"]) == (True, "kiosk-1")
        assert console.wait_for(lambda: machine.slips() == 1)
        assert machine.screen.text("confirm") == "Get my number"
        (machine.paper / "faults" / "paper-out").touch()
        assert console.ask("print_paper", counter="1", paper="checklist", services=["card"])["ok"]
        assert console.wait_for(lambda: "sheet_failed" in faults(console, "kiosk-1"))


def _book(console: Device, name: str, phone: str | None, service: str) -> None:
    """For half an hour from now; a day's last half hour is this day's all the same."""
    now = datetime.now(_SHANGHAI)
    slot = min(now + timedelta(minutes=20), now.replace(hour=23, minute=59, second=0, microsecond=0))
    told = console.ask(
        "book_appointment",
        appointment=name,
        services=[service],
        phone=phone,
        slot=slot.astimezone(UTC).isoformat(),
    )
    assert told["ok"]


def _type(machine: KioskProcess, keys: str) -> None:
    for key in keys:
        machine.screen.tap(f"key-{key}")


def test_by_the_code_and_by_the_phone_of_an_appointment_to_the_paper(where: Place) -> None:
    with dispatcher(where), devices(where, ["console-1"]) as [console], kiosk(where) as machine:
        machine.screen.wait("screen-welcome")
        _book(console, "2026-1147", None, "pension")
        _book(console, "2026-1148", "13912364321", "card")
        machine.screen.tap("appointment", timeout_s=5)
        machine.screen.tap("language-en")
        _type(machine, "2026-1147")
        machine.screen.tap("enter")
        machine.screen.wait("booked-1", text="Pension")
        machine.screen.tap("confirm", times=4)
        assert machine.screen.wait("ticket-number") == "B001"
        machine.screen.wait("paper", text="Please take your ticket")
        machine.screen.tap("take")
        machine.screen.tap("appointment")
        machine.screen.tap("by-phone")
        _type(machine, "9999")
        machine.screen.tap("enter")
        machine.screen.wait("trouble")
        machine.screen.tap("retype")
        _type(machine, "4321")
        machine.screen.tap("enter")
        machine.screen.tap("confirm", timeout_s=5)
        assert machine.screen.wait("ticket-number") == "A001"
        assert console.wait_for(lambda: len(console.events("ticket_printed")) == 2)
        assert (issued(console), machine.slips()) == (["A001", "B001"], 2)
        machine.screen.tap("take")
        machine.screen.wait("screen-welcome")
        machine.screen.type("2026-1147")
        machine.screen.key("Return")
        machine.screen.wait("subtitle", text="B001")
    assert "4321" not in where.database.read_bytes().decode("latin-1").replace("13912364321", "")


def test_killed_during_a_check_in_it_comes_to_the_same_number(where: Place) -> None:
    with devices(where, ["console-1"]) as [console]:
        with dispatcher(where) as hall, kiosk(where) as machine:
            machine.screen.wait("screen-welcome")
            _book(console, "1147", "4321", "card")
            machine.screen.tap("appointment", timeout_s=5)
            _type(machine, "1147")
            machine.screen.tap("enter")
            machine.screen.wait("confirm")
            hall.kill()
            machine.screen.tap("confirm")
            machine.screen.wait("issuing")
            machine.kill()
        with dispatcher(where), kiosk(where, "--printer", "tcp://127.0.0.1:9") as machine:
            machine.screen.wait("ticket-number", 30, text="A001")
            machine.screen.wait("paper-failed", 20)
            machine.kill()
        with dispatcher(where), kiosk(where) as machine:
            machine.screen.wait("ticket-number", text="A001")
            machine.screen.wait("paper-failed")
            machine.screen.tap("reprint")
            machine.screen.wait("paper")
            assert console.wait_for(lambda: bool(console.events("ticket_printed")))
            assert machine.slips() == 1
        assert issued(console) == ["A001"]


def test_an_errand_that_was_searched_for_and_its_list_on_paper_before_the_number(tmp_path: Path) -> None:
    hall = HALL.replace('prefix = "B"\n', 'prefix = "B"\nchecklist = [{ zh = "身份证", en = "ID card" }]\n')
    with place(tmp_path, hall) as where, dispatcher(where), kiosk(where) as machine:
        machine.screen.wait("screen-welcome")
        machine.screen.tap("language-zh")
        machine.screen.wait("search", 20)
        machine.screen.tap("search")
        machine.screen.wait("screen-search")
        _type(machine, "YL")
        machine.screen.tap("service-pension")
        assert machine.screen.wait("thing-1") == "身份证"
        machine.screen.tap("print-list")
        machine.screen.wait("list-news", text="请取走材料清单")
        assert machine.slips() == 1
        machine.screen.tap("go-on")
        machine.screen.tap("priority-none")
        machine.screen.tap("confirm")
        assert machine.screen.wait("ticket-number") == "B001"
        machine.screen.wait("take")
        assert machine.slips() == 2


def test_a_dispatcher_that_is_gone_is_said_and_its_return_too(where: Place) -> None:
    with kiosk(where) as machine:
        with dispatcher(where):
            machine.screen.wait("screen-welcome")
        machine.screen.wait("screen-offline", 4)
        with dispatcher(where):
            machine.screen.wait("screen-welcome")


WRONG = {
    "kiosk-9.url: not there": ["--device", "kiosk-9"],
    "--printer": ["--device", "kiosk-1", "--printer", "usb:nowhere"],
    "like 1080x1920": ["--device", "kiosk-1", "--size", "big"],
    "--language xx": ["--device", "kiosk-1", "--language", "xx"],
    "--state": ["--device", "kiosk-1", "--state", "/proc/nothing"],
    "is a pad in the hall file, not a kiosk": ["--device", "pad-1"],
    "cannot be reached": ["--broker", "mqtt://kiosk-1:x@127.0.0.1:1/little"],
    "refuses this device": ["--broker", "mqtt://kiosk-1:x@127.0.0.1:PORT/little"],
}


def test_what_is_wrong_is_said_in_one_line(where: Place) -> None:
    env = {"PATH": os.environ["PATH"], "HOME": str(where.folder), "QT_QPA_PLATFORM": "offscreen"}
    with dispatcher(where):
        started = {
            words: subprocess.Popen(
                [
                    *KIOSK,
                    "--dir",
                    str(where.folder),
                    *(o.replace("PORT", str(where.broker.port)) for o in options),
                ],
                env=env,
                stderr=subprocess.PIPE,
                text=True,
            )
            for words, options in WRONG.items()
        }
        said = {words: process.communicate(timeout=30)[1] for words, process in started.items()}
    for words, process in started.items():
        assert (process.returncode, len(said[words].splitlines())) == (2, 1), said[words]
        assert words in said[words]
