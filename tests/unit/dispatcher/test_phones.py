"""Check-in by a phone's last digits: which booking, what is said against it, and that only one table knows them."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.dispatcher import InProcess, TurnedClock, in_process

_SLOT = "2026-11-20T05:00:00Z"
_DAY_S = 86_400
_PHONE = "13912364321"


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[InProcess]:
    with in_process(tmp_path) as found:
        yield found


def _book(
    hall: InProcess, name: str, phone: str | None = _PHONE, command: str = "", **more: Any
) -> dict[str, Any]:
    fields = {"services": ["card"], "slot": _SLOT, "phone": phone, **more}
    return hall.ask("console-1", "book_appointment", command or f"b-{name}", appointment=name, **fields)


def _check_in(
    hall: InProcess, command: str, digits: str, device: str = "kiosk-1", **more: Any
) -> dict[str, Any]:
    return hall.ask(device, "check_in", command, phone_digits=digits, **more)


def _told(hall: InProcess) -> dict[str, Any]:
    """`state/hall`, once it has caught up."""
    hall.clock.pass_time(1)
    hall.step()
    return hall.state("hall")


def test_the_digits_find_the_booking_of_today(hall: InProcess) -> None:
    _book(hall, "ap-1")
    _book(hall, "ap-2", "2468", slot="2026-11-21T05:00:00Z")
    seen = _check_in(hall, "l", "4321", look=True)
    booking = {"id": "ap-1", "services": ["card"], "slot": "2026-11-20T05:00:00.000Z", "priority": "none"}
    assert (seen["ok"], seen["appointment"]) == (True, booking)
    assert not {"ticket", "token"} & set(seen)
    first = _check_in(hall, "c1", "4321")
    assert (first["ticket"]["number"], first["appointment"]["ticket"]) == ("A001", "A001")
    assert _check_in(hall, "c1", "4321") == first
    again = _check_in(hall, "c2", "4321", device="kiosk-2")
    assert (again["ticket"]["number"], again["token"]) == ("A001", first["token"])
    later = _check_in(hall, "l2", "4321", look=True)
    assert (later["ticket"]["number"], "token" in later) == ("A001", False)
    assert _check_in(hall, "c3", "2468")["error"]["bookings"] == 0


def test_by_its_id_it_can_be_looked_at_too(hall: InProcess) -> None:
    _book(hall, "ap-1", None)
    assert hall.ask("guide-1", "check_in", "l", appointment="ap-1", look=True)["appointment"]["id"] == "ap-1"
    assert hall.events("ticket_issued") == []


def test_who_only_looks_need_not_know_which_letters_are_small(hall: InProcess) -> None:
    for name in ("ap-1", "Ap-2", "aP-2"):
        _book(hall, name, None)
    seen = hall.ask("kiosk-1", "check_in", "l1", appointment="AP-1", look=True)
    assert seen["appointment"]["id"] == "ap-1"
    for n, name in enumerate(("AP-2", "AP-3")):
        refused = hall.ask("kiosk-1", "check_in", f"l{n}x", appointment=name, look=True)
        assert refused["error"]["code"] == "unknown_appointment"
    assert hall.ask("kiosk-1", "check_in", "c", appointment="AP-1")["error"]["code"] == "unknown_appointment"


def test_several_are_asked_for_the_id_unless_only_one_is_still_to_come(hall: InProcess) -> None:
    _book(hall, "ap-1")
    _book(hall, "ap-2")
    told = _check_in(hall, "c1", "4321")["error"]
    assert (told["code"], told["bookings"]) == ("unknown_appointment", 2)
    assert "give the appointment's id" in told["message"]
    assert hall.ask("kiosk-1", "check_in", "c2", appointment="ap-1")["ok"]
    assert _check_in(hall, "c3", "4321")["appointment"]["id"] == "ap-2"
    assert _check_in(hall, "c4", "4321")["error"]["bookings"] == 2


def test_a_device_that_guesses_waits_and_others_do_not(hall: InProcess) -> None:
    _book(hall, "ap-1")
    for n in range(5):
        assert _check_in(hall, f"w{n}", "0000")["error"]["code"] == "unknown_appointment"
        hall.clock.pass_time(10)
    told = _check_in(hall, "w5", "4321")["error"]
    assert (told["code"], told["wait_s"]) == ("busy", 10)
    assert hall.ask("kiosk-1", "check_in", "l", appointment="ap-1", look=True)["ok"]
    assert _check_in(hall, "o", "4321", device="kiosk-2", look=True)["ok"]
    hall.clock.pass_time(10)
    assert _check_in(hall, "w5", "4321")["ticket"]["number"] == "A001"


def test_digits_reach_neither_journal_nor_wire_nor_log(
    hall: InProcess, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _book(hall, "ap-1")
    _check_in(hall, "c1", "4321", look=True)
    _check_in(hall, "c2", "9876")
    _check_in(hall, "c3", "4321")
    _check_in(hall, "c4", "43219")
    _book(hall, "ap-2", _PHONE + "0")
    hall.loop._between._rounds.take_snapshot()
    out, err = capfd.readouterr()
    said = out + err + "".join(text for _, text in hall.link.said)
    rows = sqlite3.connect(tmp_path / "hall.db")
    try:
        tables = [name for (name,) in rows.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        texts = {name: str(rows.execute(f"SELECT * FROM {name}").fetchall()) for name in tables}
    finally:
        rows.close()
    assert texts.pop("booking_phone") == "[('ap-1', '4321', '2026-11-20')]"
    assert not [secret for secret in (_PHONE, "4321", "9876") if secret in said + str(texts)]


def test_a_restart_knows_them_until_their_day_is_over(tmp_path: Path) -> None:
    clock = TurnedClock()
    with in_process(tmp_path, clock) as hall:
        _book(hall, "ap-1")
        _book(hall, "old", slot="2026-11-19T05:00:00Z")
        assert _told(hall)["bookings"] == {"letters": True, "phones": True}
    with in_process(tmp_path, clock) as hall:
        assert _check_in(hall, "l", "4321", look=True)["appointment"]["id"] == "ap-1"
        clock.pass_time(_DAY_S)
        assert _check_in(hall, "c", "4321")["error"]["bookings"] == 0
        assert not hall.body.heart.phones
        hall.clock.pass_time(61)
        hall.step()
    rows = sqlite3.connect(tmp_path / "hall.db")
    assert rows.execute("SELECT * FROM booking_phone").fetchall() == []
    rows.close()


def test_a_used_booking_is_none(hall: InProcess) -> None:
    _book(hall, "ap-1", slot="2026-11-21T05:00:00Z")
    hall.ask("pad-1", "open_counter", "o", counter="1")
    assert hall.ask("kiosk-1", "check_in", "c", appointment="ap-1")["ok"]
    assert hall.ask("pad-1", "next", "n", counter="1")["ticket"]["number"] == "A001"
    assert hall.ask("pad-1", "done", "d", counter="1")["ok"]
    hall.clock.pass_time(_DAY_S)
    assert _check_in(hall, "c2", "4321")["error"]["bookings"] == 0


def test_a_booking_that_is_brought_again_may_have_a_phone_now(hall: InProcess) -> None:
    _book(hall, "ap-1", None)
    assert _told(hall)["bookings"] == {"letters": True, "phones": False}
    again = _book(hall, "ap-1", "4321", "again")
    assert (again["error"]["code"], "id" in again["appointment"]) == ("wrong_state", False)
    assert _check_in(hall, "l", "4321", look=True)["ok"]
    _book(hall, "ap-1", "5555", "other", services=["pension"])
    assert _check_in(hall, "l2", "4321", look=True)["ok"]


def test_a_hall_without_bookings_says_nothing_of_them_and_digits_alone_are_told(hall: InProcess) -> None:
    assert "bookings" not in _told(hall)
    _book(hall, "2026-1147", None)
    assert _told(hall)["bookings"] == {"letters": False, "phones": False}


def test_digits_are_a_text(hall: InProcess) -> None:
    reply = hall.ask("kiosk-1", "check_in", "x", phone_digits=4321)
    assert reply["error"] == {"code": "bad_message", "message": "phone_digits: must be a text"}
