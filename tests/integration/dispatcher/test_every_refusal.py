"""Every way to be refused, over the real broker by the real process, with words that tell a clerk what to do."""

import signal
import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.support.dispatcher import HALL, WANGS_PIN
from tests.support.dispatcher_process import Device, Place, Process, devices, dispatcher, place
from wire.errors import ErrorCode

_HALL = HALL.replace('id = "pension"', 'id = "pension"\ndaily_limit = 1')
_NAMES = ("kiosk-1", "pad-1", "pad-2", "display-1", "console-1")
Refused = dict[str, str]
"""Code → the words that came with it."""


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Place]:
    with place(tmp_path, _HALL) as found:
        yield found


def test_every_code_with_its_words(where: Place) -> None:
    with dispatcher(where) as process, devices(where, _NAMES) as (kiosk, pad, other, display, console):
        told: Refused = {}
        _messages(told, kiosk, pad)
        _unknown(told, kiosk, pad, console)
        _at_the_counter(told, kiosk, pad, console)
        _pins(told, other)
        _busy(told, where, kiosk)
        _another_hall_file(told, where, process, kiosk, display)
    assert told == _WORDS
    assert set(told) == {code.value for code in ErrorCode}


def _note(told: Refused, device: Device, kind: str, **fields: Any) -> None:
    error = device.ask(kind, **fields)["error"]
    told[error["code"]] = error["message"]


def _messages(told: Refused, kiosk: Device, pad: Device) -> None:
    _note(told, kiosk, "issue_ticket", services=["card"], colour="red")
    _note(told, kiosk, "issue_ticket", services=["card"], help="x" * 5000)
    told["too_large"] = "N" + told["too_large"].lstrip("0123456789")
    _note(told, pad, "next", counter="2")
    _note(told, pad, "next", counter="1", at="2026-01-01T00:00:00Z")


def _unknown(told: Refused, kiosk: Device, pad: Device, console: Device) -> None:
    _note(told, kiosk, "issue_ticket", services=["passport"])
    _note(told, kiosk, "check_in", appointment="ap-9")
    _note(told, pad, "open_counter", counter="1", clerk="zhang")
    _note(told, console, "open_counter", counter="9")
    _note(told, console, "cancel_ticket", ticket="A999")


def _at_the_counter(told: Refused, kiosk: Device, pad: Device, console: Device) -> None:
    _note(told, pad, "next", counter="1")
    assert pad.ask("open_counter", counter="1")["ok"]
    _note(told, pad, "recall", counter="1")
    assert pad.ask("pause_counter", counter="1")["ok"]
    _note(told, pad, "next", counter="1")
    assert pad.ask("resume_counter", counter="1")["ok"]
    assert kiosk.ask("issue_ticket", services=["pension"])["ok"]
    _note(told, kiosk, "issue_ticket", services=["pension"])
    assert pad.ask("next", counter="1")["ticket"]["number"] == "B001"
    _note(told, pad, "close_counter", counter="1")
    assert pad.ask("start", counter="1")["ok"]
    _note(told, pad, "no_show", counter="1")
    assert pad.ask("done", counter="1")["ok"]
    assert console.ask("rate", ticket="B001", score=5)["ok"]
    _note(told, console, "rate", ticket="B001", score=1)


def _pins(told: Refused, pad: Device) -> None:
    """The last one's words stay: the sixth try, though the PIN is right."""
    for _ in range(5):
        _note(told, pad, "open_counter", counter="2", clerk="wang", pin="0000")
        assert told["wrong_pin"].startswith("this is not the PIN of clerk wang; type it again ")
    _note(told, pad, "open_counter", counter="2", clerk="wang", pin=WANGS_PIN)
    before, seconds, after = told["wrong_pin"].replace(" seconds", "|").replace("wait ", "|").split("|")
    assert 50 <= int(seconds) <= 60
    told["wrong_pin"] = f"{before}wait N seconds{after}"


def _busy(told: Refused, where: Place, kiosk: Device) -> None:
    other = sqlite3.connect(where.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    _note(told, kiosk, "issue_ticket", services=["card"])
    other.execute("ROLLBACK")
    other.close()
    for _ in range(10):
        if kiosk.ask("issue_ticket", services=["card"])["ok"]:
            return
    pytest.fail("it stays busy")


def _another_hall_file(told: Refused, where: Place, process: Process, kiosk: Device, display: Device) -> None:
    """Closed today, and without that display."""
    later = datetime.now(ZoneInfo("Asia/Shanghai")) + timedelta(days=2)
    changed = _HALL.replace("[hall]", f'[hall]\nopen = ["{later:%a} 08:00-09:00"]')
    version = display.states["catalog"]["version"]
    where.hall.write_text(changed.replace('id = "display-1"', 'id = "display-2"'), encoding="utf-8")
    process.process.send_signal(signal.SIGHUP)
    assert display.wait_for(lambda: display.states["catalog"]["version"] != version)
    _note(told, kiosk, "issue_ticket", services=["card"])
    told["hall_closed"] = told["hall_closed"].replace(f"{later:%a %Y-%m-%d}", "DAY")
    _note(told, display, "sync")


_WORDS = {
    "bad_message": "colour: there is no such field; leave it out",
    "too_large": "N bytes; a command has at most 4096: shorten its text",
    "unknown_device": 'there is no device "display-1" in the hall file; add it there',
    "not_allowed": 'pad "pad-1" belongs to counter 1, not 2; use that counter\'s pad, or ask the supervisor',
    "expired": "this came too late to be done; do it again",
    "unknown_service": 'there is no service "passport"; choose one of the hall file',
    "unknown_counter": 'there is no counter "9"; choose one of the hall file',
    "unknown_ticket": "there is no ticket A999 today; look at the number again",
    "unknown_appointment": "there is no appointment ap-9; look at the number again or take a ticket",
    "unknown_clerk": 'there is no clerk "zhang"; sign in with an id of the hall file',
    "hall_closed": "the hall is closed; it opens again on DAY at 08:00",
    "service_full": 'all 1 tickets of today for "pension" are given out; come another day',
    "counter_closed": "counter 1 is closed; open it first",
    "counter_paused": "counter 1 is paused; press resume first",
    "counter_busy": "counter 1 has B001; press done, no-show, hold or transfer first",
    "no_current_ticket": "counter 1 has no current ticket; press next first",
    "wrong_state": "B001 is being served already; press done when finished",
    "wrong_pin": "the PIN of clerk wang was wrong too often; wait N seconds, then type it again",
    "already_rated": "B001 is rated already; nothing to do",
    "busy": "the hall's computer can't keep what was asked at the moment; try again",
}
