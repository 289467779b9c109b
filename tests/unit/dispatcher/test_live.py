"""Commands that only a live hall knows: reprint, announce, ask_help, report_shown, sync; and the hall file anew."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from dispatcher.loop import Reload
from tests.support.dispatcher import HALL, InProcess, TurnedClock, in_process


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[InProcess]:
    with in_process(tmp_path) as found:
        yield found


def _reprints(hall: InProcess, kiosk: str) -> list[dict[str, object]]:
    topic = f"hall/little/reply/{kiosk}"
    found = [json.loads(text) for said, text in hall.link.said if said == topic]
    return [reply for reply in found if reply.get("reprint")]


def test_a_reprint_goes_to_the_kiosk_that_issued_it(hall: InProcess) -> None:
    token = hall.ask("kiosk-2", "issue_ticket", "i1", services=["card"])["token"]
    hall.ask("guide-1", "reprint", "r1", ticket="A001")
    (again,) = _reprints(hall, "kiosk-2")
    assert (again["command"], again["token"]) == ("r1", token)
    assert again["ticket"]["number"] == "A001"  # type: ignore[index]
    (asked,) = [json.loads(text) for topic, text in hall.link.said if topic.endswith("reply/guide-1")]
    assert asked["ok"]
    assert "token" not in asked
    hall.ask("guide-1", "reprint", "r1", ticket="A001")
    assert len(_reprints(hall, "kiosk-2")) == 1


def test_a_reprint_at_another_kiosk_or_none(hall: InProcess) -> None:
    hall.ask("guide-1", "issue_ticket", "i1", services=["card"])
    refused = hall.ask("guide-1", "reprint", "r1", ticket="A001")
    assert refused["error"]["code"] == "unknown_device"
    assert "kiosk-1, kiosk-2" in refused["error"]["message"]
    assert (
        hall.ask("guide-1", "reprint", "r2", ticket="A001", kiosk="pad-1")["error"]["code"]
        == "unknown_device"
    )
    hall.ask("guide-1", "reprint", "r3", ticket="A001", kiosk="kiosk-1")
    assert len(_reprints(hall, "kiosk-1")) == 1
    assert hall.ask("guide-1", "reprint", "r4", ticket="Z999")["error"]["code"] == "unknown_ticket"


def test_words_for_the_loudspeaker_stand_on_the_board(tmp_path: Path) -> None:
    with in_process(tmp_path) as hall:
        for n in range(7):
            assert hall.ask("console-1", "announce", f"a{n}", text=f"words {n}")["ok"]
        words = hall.state("board")["announcements"]
        assert [(w["number"], w["text"]) for w in words] == [(n + 1, f"words {n}") for n in range(2, 7)]
    with in_process(tmp_path) as hall:
        assert hall.state("board")["announcements"] == words
        hall.ask("console-1", "announce", "more", text="more")
        assert hall.state("board")["announcements"][-1]["number"] == 8


def test_a_call_for_staff_stands_five_minutes(tmp_path: Path) -> None:
    clock = TurnedClock()
    with in_process(tmp_path, clock) as hall:
        hall.ask("kiosk-1", "ask_help", "h1")
        clock.pass_time(0.2)
        hall.step()
        assert [call["device"] for call in hall.state("hall")["help"]] == ["kiosk-1"]
    clock.pass_time(299)
    with in_process(tmp_path, clock) as hall:
        assert len(hall.state("hall")["help"]) == 1
        clock.pass_time(2)
        hall.step()
        assert hall.state("hall")["help"] == []


def test_who_has_shown_a_call_is_kept(hall: InProcess, tmp_path: Path) -> None:
    hall.ask("kiosk-1", "issue_ticket", "i", services=["card"])
    hall.ask("pad-1", "open_counter", "o", counter="1")
    called = hall.ask("pad-1", "next", "n", counter="1")["seq"]
    recalled = hall.ask("pad-1", "recall", "r", counter="1")["seq"]
    hall.ask("display-1", "report_shown", "s1", seq=called, part="screen")
    hall.clock.pass_time(1)
    hall.ask("display-1", "report_shown", "s2", seq=called, part="screen")
    hall.ask("display-1", "report_shown", "s3", seq=recalled, part="voice")
    for name, seq in (("s4", 99_999), ("s5", called - 1)):
        refused = hall.ask("display-1", "report_shown", name, seq=seq, part="screen")
        assert refused["error"]["code"] == "bad_message"
    found = sqlite3.connect(tmp_path / "hall.db").execute(
        "select seq, part, device from shown order by at, part"
    )
    assert found.fetchall() == [(called, "screen", "display-1"), (recalled, "voice", "display-1")]


def test_sync_says_everything_again_at_most_once_a_second(hall: InProcess) -> None:
    def boards() -> int:
        return sum(topic.endswith("state/board") for topic, _ in hall.link.said)

    hall.clock.pass_time(2)
    before = boards()
    hall.ask("pad-1", "sync", "s1")
    hall.ask("pad-1", "sync", "s2")
    assert boards() == before + 1
    hall.clock.pass_time(1.1)
    hall.step()
    assert boards() == before + 2
    hall.clock.pass_time(2)
    hall.step()
    assert boards() == before + 2


def test_a_new_hall_file_is_taken_over(hall: InProcess) -> None:
    version = hall.state("catalog")["version"]
    hall.plan_path.write_text(HALL.replace('id = "guide-1"', 'id = "guide-9"'), encoding="utf-8")
    hall.clock.pass_time(1.1)
    hall.step()
    assert hall.state("catalog")["version"] != version
    assert hall.state("hall")["catalog"] == hall.state("catalog")["version"]
    assert hall.ask("guide-9", "sync", "s1")["ok"]
    assert hall.ask("guide-1", "sync", "s1")["error"]["code"] == "unknown_device"


def test_a_counter_that_is_gone_leaves_no_state_behind(hall: InProcess) -> None:
    smaller = HALL.replace('[[counter]]\nid = "2"\nservices = ["card"]\n', "").replace(
        '[[device]]\nid = "pad-2"\nkind = "pad"\ncounter = "2"\n', ""
    )
    hall.plan_path.write_text(smaller, encoding="utf-8")
    hall.step(Reload())
    assert hall.link.retained["hall/little/state/counter/2"] == ""


@pytest.mark.logs("the hall file is not taken over")
@pytest.mark.parametrize(
    "text", ["", "not toml [", HALL.replace("zh = ", "zz = "), HALL.replace('"little"', '"other"')]
)
def test_a_wrong_hall_file_changes_nothing(hall: InProcess, text: str) -> None:
    version = hall.state("catalog")["version"]
    hall.plan_path.write_text(text, encoding="utf-8")
    hall.step(Reload())
    assert hall.state("catalog")["version"] == version
    assert hall.ask("kiosk-1", "issue_ticket", "i1", services=["card"])["ok"]


def test_states_are_said_when_they_have_changed_and_no_oftener(hall: InProcess) -> None:
    hall.clock.pass_time(1)
    hall.step()
    before = len(hall.link.said)
    for _ in range(5):
        hall.clock.pass_time(0.15)
        hall.step()
    assert [topic for topic, _ in hall.link.said[before:] if not topic.endswith("state/dispatcher")] == []


def test_everything_is_said_again_on_every_connect(hall: InProcess) -> None:
    from runtime import LinkDown, LinkUp

    hall.link.up = False
    with_silence = hall.ask_all(hall.packet("kiosk-1", "issue_ticket", "i1", services=["card"]))
    assert with_silence == []
    hall.link.up, hall.link.retained = True, {}
    hall.step(LinkUp())
    assert {topic.removeprefix("hall/little/state/") for topic in hall.link.retained} == {
        "dispatcher", "catalog", "hall", "board", "counter/1", "counter/2",
    }  # fmt: skip
    assert [event["ticket"] for event in hall.events("ticket_issued")] == ["A001"]
    assert LinkDown("x").reason == "x"
