"""A counter's paper through the whole dispatcher: which kiosk is told, what it is told, and who is answered."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from runtime import Arrived, LinkDown
from tests.support.dispatcher import HALL, InProcess, in_process

ZONED = HALL.replace('id = "kiosk-2"\nkind = "kiosk"', 'id = "kiosk-2"\nkind = "kiosk"\nzone = "C"')
NO_KIOSK = HALL.replace('kind = "kiosk"', 'kind = "display"')


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[InProcess]:
    with in_process(tmp_path, hall=ZONED) as found:
        found.ask("pad-1", "open_counter", "o1", counter="1", clerk="li")
        found.ask("kiosk-1", "issue_ticket", "i1", services=["card", "pension"], language="en")
        found.ask("pad-1", "next", "n1", counter="1")
        yield found


def _present(hall: InProcess, device: str, *faults: str, online: bool = True) -> None:
    body = {"online": online, "kind": "kiosk", "faults": [{"code": code, "text": code} for code in faults]}
    hall.step(Arrived(f"hall/little/device/{device}", json.dumps(body).encode(), False))


def _ask(
    hall: InProcess, command: str = "p1", who: str = "pad-1", **fields: Any
) -> dict[str, dict[str, Any]]:
    """The replies, by device."""
    before = len(hall.link.said)
    hall.step(hall.packet(who, "print_paper", command, counter="1", **fields))
    replies = [
        (t.rpartition("/")[2], json.loads(text)) for t, text in hall.link.said[before:] if "/reply/" in t
    ]
    assert len(replies) == len(dict(replies))
    return dict(replies)


def test_the_asker_learns_where_and_the_kiosk_learns_what(hall: InProcess) -> None:
    replies = _ask(hall, paper="follow_up")
    assert set(replies) == {"pad-1", "kiosk-2"}
    assert (replies["pad-1"]["ok"], replies["pad-1"]["kiosk"]) == (True, "kiosk-2")
    assert "paper" not in replies["pad-1"]
    assert replies["kiosk-2"]["paper"] == {
        "kind": "follow_up", "counter": "1", "services": ["card", "pension"], "clerk": "li", "language": "en",
    }  # fmt: skip
    assert [e["type"] for e in hall.events()] == ["counter_opened", "ticket_issued", "ticket_called"]


def test_a_repeated_id_prints_nothing_again(hall: InProcess) -> None:
    first = _ask(hall, paper="contact")
    assert _ask(hall, paper="contact") == {"pad-1": first["pad-1"]}


def test_the_named_kiosk_prints_unless_it_is_away(hall: InProcess) -> None:
    assert set(_ask(hall, "p1", paper="contact", kiosk="kiosk-1")) == {"pad-1", "kiosk-1"}
    _present(hall, "kiosk-1")
    _present(hall, "kiosk-1", online=False)
    said = _ask(hall, "p2", paper="contact", kiosk="kiosk-1")["pad-1"]["error"]
    assert said["code"] == "unknown_device"
    assert said["message"] == "kiosk-1 is not online; name another kiosk (there is: kiosk-1, kiosk-2) or none"
    said = _ask(hall, "p3", paper="contact", kiosk="display-1")["pad-1"]["error"]
    assert said["message"] == "display-1 is no kiosk; name one to print at (there is: kiosk-1, kiosk-2)"


@pytest.mark.parametrize(
    ("present", "chosen"),
    [
        ({"kiosk-1": [], "kiosk-2": []}, "kiosk-2"),
        ({"kiosk-1": [], "kiosk-2": ["printer_paper_out"]}, "kiosk-1"),
        ({"kiosk-1": [], "kiosk-2": ["printer_paper_low"]}, "kiosk-2"),
        ({"kiosk-1": ["printer_cover"], "kiosk-2": ["printer_paper_out"]}, "kiosk-2"),
        ({"kiosk-1": []}, "kiosk-2"),
        ({"kiosk-1": [], "kiosk-2": None}, "kiosk-1"),
    ],
)
def test_the_zones_kiosk_before_others_and_one_that_can_print_before_all(
    hall: InProcess, present: dict[str, list[str] | None], chosen: str
) -> None:
    for device, faults in present.items():
        _present(hall, device, *(faults or ()))
        if faults is None:
            _present(hall, device, online=False)
    assert _ask(hall, paper="contact")["pad-1"]["kiosk"] == chosen


def test_without_any_kiosk_it_says_so(hall: InProcess) -> None:
    for device in ("kiosk-1", "kiosk-2"):
        _present(hall, device)
        _present(hall, device, online=False)
    error = _ask(hall, paper="contact")["pad-1"]["error"]
    assert (error["code"], error["message"]) == (
        "unknown_device", "no kiosk is online that could print it; switch one on",
    )  # fmt: skip


def test_a_hall_without_kiosks_prints_none(tmp_path: Path) -> None:
    with in_process(tmp_path, hall=NO_KIOSK) as hall:
        assert _ask(hall, who="console-1", paper="checklist", services=["card"])["console-1"]["error"][
            "code"
        ] == ("unknown_device")


def test_a_console_may_for_any_counter_and_without_a_ticket(tmp_path: Path) -> None:
    with in_process(tmp_path) as hall:
        replies = _ask(hall, who="console-1", paper="checklist", services=["card", "card"])
        assert replies["kiosk-1"]["paper"] == {"kind": "checklist", "counter": "1", "services": ["card"]}


@pytest.mark.logs("the broker is gone")
def test_what_is_heard_of_a_kiosk_while_our_own_link_is_down_counts_for_nothing(tmp_path: Path) -> None:
    with in_process(tmp_path) as hall:
        _present(hall, "kiosk-1")
        _present(hall, "kiosk-1", online=False)
        hall.step(LinkDown("unplugged"))
        assert (
            _ask(hall, who="console-1", paper="checklist", services=["card"])["console-1"]["kiosk"]
            == "kiosk-1"
        )
