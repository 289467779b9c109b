"""The automation socket against a real window: a thread holds the client, as the demo's process would."""

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.support.qml import scene, settle
from ui.automation import Automation, AutomationError
from ui.automation.server import AutomationServer, SocketError

SCENE = """
import QtQuick
import GreenWindow
Item {
    id: root
    property int touched: 0
    property string pressed: ""
    GwText { objectName: "count"; text: "touched " + root.touched }
    Row {
        y: 100
        Repeater {
            model: ["zh", "en"]
            GwButton {
                required property string modelData
                objectName: "language-" + modelData
                text: modelData
                onClicked: root.touched += 1
            }
        }
    }
    GwButton {
        objectName: "later"
        y: 300
        text: "later"
        visible: root.touched > 0
        onClicked: late.start()
    }
    GwButton { objectName: "off"; y: 400; text: "off"; enabled: false }
    GwButton {
        objectName: "stalling"
        x: 400
        y: 400
        text: "block"
        onClicked: { let until = Date.now() + 150; while (Date.now() < until) {} }
    }
    GwText { objectName: "slow"; y: 500; text: "slowly"; visible: false }
    Timer { id: late; interval: 80; onTriggered: slow() }
    GwButton {
        objectName: "shielding"
        x: 400
        y: 300
        text: "shield"
        onClicked: { root.touched += 1; shield.raise() }
    }
    GwShield { id: shield; anchors.fill: parent }
    function slow() { for (let c of children) if (c.objectName === "slow") c.visible = true }
    Shortcut { sequence: "Ctrl+N"; onActivated: root.pressed = "ctrl-n" }
    TextInput { objectName: "input"; y: 550; width: 200; height: 30; focus: true }
    GwText { objectName: "pressed"; x: 400; text: root.pressed }
}
"""


class Remote:
    """Runs a function of the client in a thread while Qt's loop turns here."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, use: Callable[[Automation], Any]) -> Any:
        outcome: list[Any] = []

        def work() -> None:
            try:
                with closing(Automation(self.path, timeout_s=5)) as client:
                    outcome.append(use(client))
            except Exception as error:  # noqa: BLE001 - handed to the test's thread below
                outcome.append(error)

        thread = threading.Thread(target=work)
        thread.start()
        while thread.is_alive():
            settle(5)
        if isinstance(outcome[0], Exception):
            raise outcome[0]
        return outcome[0]


@pytest.fixture
def remote(tmp_path: Path) -> Iterator[Remote]:
    view = scene(tmp_path, SCENE)
    server = AutomationServer(tmp_path / "station.sock")
    yield Remote(tmp_path / "station.sock")
    server.close()
    view.close()
    assert not (tmp_path / "station.sock").exists()


def test_a_touch_reaches_a_delegate_and_is_counted(remote: Remote) -> None:
    def use(hall: Automation) -> tuple[str, list[str]]:
        hall.tap("language-en")
        hall.tap("language-zh", times=2)
        return hall.text("count"), hall.names()

    text, names = remote(use)
    assert text == "touched 3"
    assert {"language-zh", "language-en", "later", "off", "count"} <= set(names)
    assert "slow" not in names


def test_a_shield_swallows_the_second_of_two_touches_and_the_next_touch_waits_for_it(remote: Remote) -> None:
    def use(hall: Automation) -> tuple[str, str]:
        hall.tap("shielding", times=3)
        first = hall.text("count")
        hall.tap("shielding")
        return first, hall.text("count")

    assert remote(use) == ("touched 1", "touched 2")


def test_waiting_lets_the_window_live_and_ends_when_the_object_comes(remote: Remote) -> None:
    def use(hall: Automation) -> tuple[str, str]:
        hall.tap("language-zh")
        hall.tap("later")
        return hall.wait_any(["nothing", "slow"], 5), hall.wait("slow", 5, text="slow")

    assert remote(use) == ("slow", "slowly")


def test_the_longest_frame_is_told_and_a_blocked_window_is_seen(remote: Remote) -> None:
    def use(hall: Automation) -> list[dict[str, float]]:
        hall.frames()
        hall.tap("language-zh")
        hall.tap("later")
        hall.wait("slow", 5)  # 80 ms, in which it draws
        smooth = hall.frames()
        hall.tap("stalling")
        return [smooth, hall.frames()]

    smooth, stalled = remote(use)
    assert smooth["count"] > 0
    assert stalled["longest_ms"] >= 150
    assert 0 <= stalled["starved_ms"] <= stalled["longest_ms"]


def test_fingers_at_places_of_the_window(remote: Remote) -> None:
    def use(hall: Automation) -> tuple[str, str, str]:
        rects = {item["name"]: item["rect"] for item in hall.visible()}
        (x1, y1), (x2, y2) = (
            (x + w / 2, y + h / 2) for x, y, w, h in (rects["language-zh"], rects["language-en"])
        )
        hall.touch_at(x1, y1)
        one = hall.text("count")
        hall.touch([
            [["press", 0, x1, y1]], [["stationary", 0, x1, y1], ["press", 1, x2, y2]],
            [["release", 0, x1, y1], ["release", 1, x2, y2]],
        ])  # fmt: skip
        both = hall.text("count")
        hall.touch([[["press", 0, x1, y1]], [["move", 0, x1, 550]], [["release", 0, x1, 550]]])
        return one, both, hall.text("count")

    assert remote(use) == ("touched 1", "touched 3", "touched 3")


@pytest.mark.parametrize(
    "frames",
    [7, [3], [[["press", 0, 1]]], [[["hit", 0, 1, 1]]], [[["press", 10, 1, 1]]], [[["press", 0, "a", 1]]]],
)
def test_what_no_finger_does_is_refused(remote: Remote, frames: Any) -> None:
    with pytest.raises(AutomationError, match="expected"):
        remote(lambda hall: hall.touch(frames))


def test_keys_shortcuts_and_typing(remote: Remote) -> None:
    def use(hall: Automation) -> tuple[str, str]:
        hall.key("Ctrl+N")
        hall.type("A012")
        return hall.text("pressed"), hall.text("input")

    assert remote(use) == ("ctrl-n", "A012")


def test_properties_pictures_and_the_list_of_what_is_seen(remote: Remote, tmp_path: Path) -> None:
    def use(hall: Automation) -> dict[str, Any]:
        assert hall.property("slow", "visible") is False
        assert hall.screenshot(tmp_path / "shot.png").stat().st_size > 500
        return next(o for o in hall.visible() if o["name"] == "off")

    assert remote(use) == {"name": "off", "text": "off", "enabled": False, "rect": [0, 400, 96, 96]}


@pytest.mark.parametrize(
    ("use", "words"),
    [
        (lambda hall: hall.tap("langage-zh", timeout_s=0), "near: language-zh"),
        (lambda hall: hall.tap("slow", timeout_s=0.05), "no object 'slow' to see"),
        (lambda hall: hall.tap("off", timeout_s=0), "not enabled"),
        (lambda hall: hall.wait("never", 0.1), "'never' did not come; to be seen: count"),
        (lambda hall: hall.wait("count", 0.1, text="9"), "says 'touched 0'"),
        (lambda hall: hall.wait("count", 0.1, gone=True), "still to be seen"),
        (lambda hall: hall.key("Nonsense"), "no such key"),
        (lambda hall: hall.type("号"), "plain ASCII"),
        (lambda hall: hall.screenshot("/nowhere/x.png"), "no picture"),
    ],
)
def test_what_cannot_be_done_is_said(remote: Remote, use: Callable[[Automation], Any], words: str) -> None:
    with pytest.raises(AutomationError, match=r"station\.sock: ") as raised:
        remote(use)
    assert words in str(raised.value)


def test_requests_sent_together_are_served_one_after_the_other(remote: Remote) -> None:
    def use(_: Automation) -> list[Any]:
        with socket.socket(socket.AF_UNIX) as raw:
            raw.connect(str(remote.path))
            lines = [{"do": "tap", "name": "language-zh"}] * 5 + [
                {"do": "text", "name": "count"},
                {"what": 1},
            ]
            raw.sendall("".join(json.dumps(line) + "\n" for line in lines).encode() + b"rubbish\n")
            with raw.makefile() as answers:
                return [json.loads(answers.readline()) for _ in range(8)]

    answers = remote(use)
    assert answers[5]["text"] == "touched 5"
    assert [a["ok"] for a in answers[6:]] == [False, False]


def test_the_socket_is_the_owners_alone_and_not_taken_from_a_living_station(remote: Remote) -> None:
    assert remote.path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(SocketError, match="another station answers"):
        AutomationServer(remote.path)


def test_a_socket_left_by_a_killed_station_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "left.sock"
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(str(path))
    server = AutomationServer(path)
    assert path.stat().st_mode & 0o777 == 0o600
    server.close()


def test_nobody_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(AutomationError, match="no station answers"):
        Automation(tmp_path / "none.sock", timeout_s=0)


def test_the_client_needs_no_qt() -> None:
    code = (
        "import sys, ui.automation, ui.languages; sys.exit(any(m.startswith('PyQt6') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], env=os.environ, check=False).returncode == 0
