"""Signing in with a PIN: checked beside the loop, on a real database file and with real hashes."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dispatcher.pin_desk import AT_MOST
from dispatcher.pin_hash import make_pin_hash, pin_is_right
from tests.support.dispatcher import HALL, WANGS_PIN, InProcess, TurnedClock, in_process
from wire.instant import parse_instant


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[InProcess]:
    with in_process(tmp_path) as found:
        yield found


def _open(command: str, pin: str | None, counter: str = "2", clerk: str = "wang") -> dict[str, Any]:
    return {"device": f"pad-{counter}", "kind": "open_counter", "command": command, "counter": counter,
            "clerk": clerk, "pin": pin}  # fmt: skip


def _sign_in(hall: InProcess, command: str, pin: str | None, **where: str) -> dict[str, Any]:
    """The reply, however long the check takes."""
    fields = _open(command, pin, **where)
    found = hall.ask_all(hall.packet(**fields)) or hall.checked()
    assert len(found) == 1
    return found[0]


def test_the_right_pin_and_a_wrong_one(hall: InProcess) -> None:
    wrong = _sign_in(hall, "o1", "8642")
    assert wrong["error"] == {
        "code": "wrong_pin", "message": "this is not the PIN of clerk wang; type it again (4 more, then a wait)",
        "tries_left": 4,
    }  # fmt: skip
    assert _sign_in(hall, "o2", WANGS_PIN)["ok"]
    assert hall.state("counter/2")["clerk"] == "wang"


def test_a_clerk_without_a_hash_needs_no_pin(hall: InProcess) -> None:
    assert hall.ask("pad-1", "open_counter", "o1", counter="1", clerk="li")["ok"]
    hall.ask("pad-1", "close_counter", "c1", counter="1")
    assert hall.ask("pad-1", "open_counter", "o2", counter="1", clerk="li", pin="739154")["ok"]


def test_no_pin_where_one_is_needed(hall: InProcess) -> None:
    refused = hall.ask("pad-2", "open_counter", "o1", counter="2", clerk="wang")
    assert refused["error"] == {"code": "wrong_pin", "message": "clerk wang signs in with a PIN; type it"}


def test_a_pin_reaches_neither_disk_nor_wire_nor_log(
    hall: InProcess, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _sign_in(hall, "o1", "739154")
    _sign_in(hall, "o2", "739154", counter="1", clerk="li")
    hall.ask("pad-2", "open_counter", "o3", counter="2", clerk="wang", pin="739154" * 6)
    hall.ask("pad-2", "open_counter", "o4", counter="2", clerk="wang", pin=739154)
    out, err = capfd.readouterr()
    assert "739154" not in out + err
    assert not [text for _, text in hall.link.said if "739154" in text]
    assert not [path for path in tmp_path.iterdir() if b"739154" in path.read_bytes()]


def test_a_single_second_is_said_as_one(hall: InProcess) -> None:
    for n in range(5):
        _sign_in(hall, f"o{n}", "0000")
    hall.clock.pass_time(59)
    delayed = hall.ask_all(hall.packet(**_open("o6", WANGS_PIN)))
    assert "wait 1 second, then type it again" in delayed[0]["error"]["message"]


def test_five_wrong_tries_delay_the_sixth_even_a_right_one(hall: InProcess) -> None:
    for n in range(5):
        where = {"counter": "2"} if n % 2 else {"counter": "1"}
        assert _sign_in(hall, f"o{n}", "0000", **where)["error"]["code"] == "wrong_pin"
    hall.clock.pass_time(20)
    delayed = hall.ask_all(hall.packet(**_open("o6", WANGS_PIN)))
    assert delayed[0]["error"]["code"] == "wrong_pin"
    assert "wait 40 seconds" in delayed[0]["error"]["message"]
    assert delayed[0]["error"]["wait_s"] == 40
    hall.clock.pass_time(40)
    assert "type it again after 60 seconds" in _sign_in(hall, "o7", "0000")["error"]["message"]
    hall.clock.pass_time(60)
    assert _sign_in(hall, "o8", WANGS_PIN)["ok"]
    hall.ask("pad-2", "close_counter", "c", counter="2")
    assert "(4 more" in _sign_in(hall, "o9", "0000")["error"]["message"]


@pytest.mark.logs("the clock is behind the journal")
def test_a_restart_forgives_nothing_and_a_clock_set_back_adds_nothing(tmp_path: Path) -> None:
    clock = TurnedClock()
    with in_process(tmp_path, clock) as hall:
        for n in range(5):
            _sign_in(hall, f"o{n}", "0000")
    clock.wall -= 2 * 86_400_000
    with in_process(tmp_path, clock) as hall:
        at = parse_instant(hall.state("dispatcher")["at"])
        (delayed,) = hall.ask_all(hall.packet(**_open("o6", WANGS_PIN), at=at))
        assert "wait 60 seconds" in delayed["error"]["message"]


class _Gate:
    """A check that takes as long as the test wants."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.asked = 0

    def __call__(self, pin_hash: str, pin: str) -> bool:
        self.asked += 1
        assert self.open.wait(10)
        return pin == WANGS_PIN


@pytest.fixture
def gate() -> _Gate:
    return _Gate()


@pytest.fixture
def slow(tmp_path: Path, gate: _Gate) -> Iterator[InProcess]:
    with in_process(tmp_path, is_right=gate) as found:
        yield found
        gate.open.set()


def test_others_go_on_while_a_pin_is_checked(slow: InProcess, gate: _Gate) -> None:
    assert slow.ask_all(slow.packet(**_open("o1", WANGS_PIN))) == []
    assert slow.ask("kiosk-1", "issue_ticket", "i1", services=["card"])["ok"]
    assert slow.ask("pad-1", "open_counter", "o2", counter="1")["ok"]
    gate.open.set()
    (reply,) = slow.checked()
    assert (reply["command"], reply["ok"]) == ("o1", True)


def test_the_same_id_during_the_check_gets_one_answer(slow: InProcess, gate: _Gate) -> None:
    packet = slow.packet(**_open("o1", WANGS_PIN))
    assert slow.ask_all(packet, packet) == []
    slow.clock.pass_time(30)  # it came in time; how long its check takes does not count
    assert slow.ask_all(packet) == []
    gate.open.set()
    (reply,) = slow.checked()
    assert reply["ok"]
    assert slow.ask_all(packet) == [reply]
    assert len(slow.events("counter_opened")) == 1


def test_what_changes_during_the_check_counts(slow: InProcess, gate: _Gate) -> None:
    slow.ask_all(slow.packet(**_open("o1", WANGS_PIN)))
    assert slow.ask("console-1", "open_counter", "o2", counter="2", clerk="li")["ok"]
    gate.open.set()
    (reply,) = slow.checked()
    assert reply["error"]["code"] == "wrong_state"


def test_another_hash_in_the_hall_file_meanwhile_is_the_one_that_counts(slow: InProcess, gate: _Gate) -> None:
    slow.ask_all(slow.packet(**_open("o1", WANGS_PIN)))
    new = HALL.replace("$argon2id$v=19$m=8,t=1,p=1$", "$argon2id$v=19$m=16,t=1,p=1$")
    slow.plan_path.write_text(new, encoding="utf-8")
    slow.clock.pass_time(2)
    slow.step()
    gate.open.set()
    assert slow.checked() == []
    assert slow.checked()[0]["ok"]
    assert gate.asked == 2


def test_guesses_at_many_devices_at_once_are_looked_at_one_by_one(slow: InProcess, gate: _Gate) -> None:
    packets = [slow.packet(**_open(f"o{n}", "0000", counter=str(n % 2 + 1))) for n in range(20)]
    assert slow.ask_all(*packets) == []
    gate.open.set()
    replies = slow.checked(5 + 4 + 15)  # five looked at, four of them in their turn; the others have to wait
    assert len(replies) == 20
    assert gate.asked == 5
    assert sum("wait 60 seconds" in reply["error"]["message"] for reply in replies) == 15


def test_too_many_at_once_are_told_to_try_again(slow: InProcess, gate: _Gate) -> None:
    packets = [slow.packet(**_open(f"o{n}", "0000")) for n in range(AT_MOST + 3)]
    replies = slow.ask_all(*packets)
    assert [reply["error"]["code"] for reply in replies] == ["busy"] * 3
    assert "try again" in replies[0]["error"]["message"]


@pytest.mark.logs("a PIN could not be checked")
def test_whatever_the_check_does_the_next_clerk_can_sign_in(tmp_path: Path) -> None:
    def fails_once(_hash: str, pin: str) -> bool:
        if pin == "bad":
            raise UnicodeError(pin)
        return True

    with in_process(tmp_path, is_right=fails_once) as hall:
        assert _sign_in(hall, "o1", "bad")["error"]["code"] == "wrong_pin"
        assert _sign_in(hall, "o2", "good")["ok"]


def test_things_that_are_wrong_before_the_pin(hall: InProcess) -> None:
    old = hall.clock.now_ms() - 11_000
    cases: list[tuple[dict[str, Any], str, str]] = [
        ({"counter": "1", "clerk": "wang"}, "pad-2", "not_allowed"),
        ({"counter": "2", "clerk": "wang", "at": old}, "pad-2", "expired"),
        ({"counter": "9", "clerk": "wang"}, "console-1", "unknown_counter"),
        ({"counter": "2", "clerk": "nobody"}, "pad-2", "unknown_clerk"),
    ]
    for n, (fields, device, code) in enumerate(cases):
        reply = hall.ask(device, "open_counter", f"c{n}", pin="0000", **fields)
        assert reply["error"]["code"] == code
    assert hall.ask("pad-2", "open_counter", "ok", counter="2", clerk="li")["ok"]
    reply = hall.ask("pad-2", "open_counter", "c9", counter="2", clerk="wang", pin="0000")
    assert reply["error"]["code"] == "wrong_state"
    assert "(4 more" in _sign_in(hall, "last", "0000", counter="1")["error"]["message"]


def test_a_hash_and_its_pin() -> None:
    made = make_pin_hash("0472")
    assert made.startswith("$argon2id$")
    assert pin_is_right(made, "0472")
    assert not pin_is_right(made, "0473")
    assert not pin_is_right("$argon2id$nonsense", "0472")
