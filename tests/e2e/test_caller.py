"""The pad as a clerk has it: the real window, a real broker with the hall's ACL, the real dispatcher."""

import os
import queue
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from runtime import Arrived, Session, find_broker_url
from runtime.session import SessionMessage, Will
from tests.support.dispatcher import WANGS_PIN
from tests.support.dispatcher_process import Device, Place, Process, devices, dispatcher, place
from ui.automation import Automation
from wire.codec import decode_command

COMMAND = [sys.executable, "-m", "greenwindow", "caller"]


@contextmanager
def pad(where: Place, device: str = "pad-1", *options: str) -> Iterator[Automation]:
    socket = where.folder / f"{device}.sock"
    words = [*COMMAND, "--dir", str(where.folder), "--device", device, "--automation", str(socket)]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GREENWINDOW_")}
    clean["XDG_STATE_HOME"] = str(where.folder / "state")
    process = subprocess.Popen([*words, "--language", "en", *options], env=clean, stderr=subprocess.PIPE)
    try:
        with closing(Automation(socket)) as window:
            yield window
            window.quit()
        _, said = process.communicate(timeout=10)
        assert process.returncode == 0
        assert b"warning" not in said, said.decode()
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Place]:
    with place(tmp_path) as found:
        yield found


def issue(kiosk: Device, service: str, **fields: Any) -> str:
    return str(kiosk.ask("issue_ticket", services=[service], **fields)["ticket"]["number"])


def open_nameless(window: Automation) -> None:
    window.tap("open-counter", timeout_s=5)
    window.tap("clerk-")
    window.wait("current-state", text="Idle")
    while not window.property(
        "close-counter", "enabled"
    ):  # so soon after the choice a key would be its bounce
        time.sleep(0.05)


def calls(kiosk: Device) -> list[str]:
    return [event["ticket"] for event in kiosk.events("ticket_called")]


def happened(kiosk: Device) -> set[int]:
    """By number: a dispatcher that was killed may say an event again."""
    return {event["seq"] for event in kiosk.events()}


def test_a_morning_at_one_counter(where: Place) -> None:
    with dispatcher(where), devices(where, ["kiosk-1"]) as [kiosk], pad(where) as window:
        window.wait("current-state", text="Closed")
        open_nameless(window)
        first = issue(kiosk, "card", priority="elderly", help="wheelchair", language="en")
        second = issue(kiosk, "pension")
        window.wait("next-up", text=first)
        assert window.text("next-why") == "Next in the order"
        window.wait("waiting-count", text="2")

        window.key("Space")
        window.wait("current-number", text=first)
        assert window.text("current-state") == "Called, not here yet"
        window.wait("next-up", text=second)
        window.tap("recall")
        window.wait("message", text=f"{first} called again")
        window.tap("start")
        window.wait("current-state", text="Serving")
        window.tap("hold")
        window.wait("current-state", text="Idle")

        window.tap("next")
        window.wait("current-number", text=second)
        window.tap("no-show")
        window.wait("message", text=f"{second} did not come")
        window.tap("lists")
        window.tap("tab-missed")
        window.tap(f"missed-{second}")
        window.wait("message", text=f"{second} waits again")
        window.tap("lists")
        window.tap("tab-held")
        window.tap(f"held-{first}")
        window.wait("next-up", text=first)
        assert window.text("next-why") == "Meant for this counter"

        window.tap("next")
        window.wait("current-number", text=first)
        window.tap("transfer")
        window.type("pension")
        window.tap("transfer-service-pension")
        window.wait("message", text=f"{first} handed on")
        window.tap("pause")
        window.tap("pause-reason-2")
        window.wait("current-state", text="Paused")
        assert window.text("current-detail") == "Meeting"
        window.tap("resume-counter")
        window.wait("current-state", text="Idle")
        assert calls(kiosk) == [first, second, first]
        assert not kiosk.events("ticket_finished")


def type_pin(window: Automation, pin: str) -> None:
    """By touch; at most twice a second, as anybody types after a refusal."""
    time.sleep(0.5)
    for digit in pin:
        window.tap(f"digit-{digit}")
    window.tap("pin-ok")


def test_a_clerk_signs_in_with_the_right_pin_after_a_wrong_one_and_is_first_the_next_day(
    where: Place,
) -> None:
    with dispatcher(where), devices(where, ["pad-2", "console-1"]) as [_, console]:
        with pad(where) as window:
            window.tap("open-counter", timeout_s=5)
            assert names_to_choose(window) == ["clerk-li", "clerk-wang", "clerk-"]
            window.tap("clerk-wang")
            type_pin(window, "1234")
            window.wait("sign-in-message", text="Wrong PIN. Tries left: 4")
            assert window.text("pin") == "Characters typed: 0"
            type_pin(window, WANGS_PIN)
            window.wait("current-state", text="Idle")
            assert window.text("whose").startswith("王")
            assert "panel-title" not in window.names()
            assert console.wait_for(lambda: console.states["counter/1"].get("clerk") == "wang")
            window.tap("close-counter")
            window.wait("current-state", text="Closed")
        with pad(where) as window:
            window.tap("open-counter", timeout_s=5)
            assert names_to_choose(window) == ["clerk-wang", "clerk-li", "clerk-"]


def names_to_choose(window: Automation) -> list[str]:
    window.wait("clerk-")
    rows = [o for o in window.visible() if o["name"].startswith("clerk-")]
    return [str(o["name"]) for o in rows]


def test_five_wrong_pins_are_a_wait_that_counts_down_while_another_clerk_can_sign_in(where: Place) -> None:
    with dispatcher(where), pad(where) as window:
        window.tap("open-counter", timeout_s=5)
        window.tap("clerk-wang")
        for left in (4, 3, 2, 1):
            type_pin(window, "0000")
            window.wait("sign-in-message", text=f"Wrong PIN. Tries left: {left}")
        type_pin(window, "0000")
        window.wait("sign-in-message", text="Wrong too often. Type the PIN again in 60 s")
        window.wait("sign-in-message", text="Type the PIN again in 58 s")
        assert [o for o in window.visible() if o["name"] == "digit-1" and o["enabled"]] == []
        window.tap("language")
        window.wait("sign-in-message", text="密码连续输错，请 5")
        window.tap("panel-close")
        window.tap("clerk-li")
        window.wait("current-state", text="空闲")
        assert window.text("whose").startswith("李")


def test_a_refusal_is_said_in_the_clerks_language(where: Place) -> None:
    with dispatcher(where), devices(where, ["pad-2"]) as [other], pad(where) as window:
        open_nameless(window)
        window.tap("lists")
        window.type("A077")
        window.tap("call-typed")
        window.wait("message", text="No such number today. Compare it with the ticket and type it again.")
        window.tap("language")
        window.wait("message", text="今天没有这个号，请核对号票后重新输入。")
        assert other.events("ticket_called") == []


def test_offline_within_three_seconds_and_no_press_comes_later(where: Place) -> None:
    with devices(where, ["kiosk-1"]) as [kiosk]:
        process = Process(where).wait_ready()
        with pad(where) as window:
            open_nameless(window)
            issue(kiosk, "card")
            window.wait("next-up", text="A001")
            killed = time.monotonic()
            process.kill()
            window.wait("offline-banner", timeout_s=4)
            assert time.monotonic() - killed < 3
            assert window.text("offline-banner").startswith("Offline since ")
            with overheard(where) as said:
                for key in ("Space", "R", "S", "D", "N", "H", "O", "Space"):
                    window.key(key)
                assert [o["name"] for o in window.visible() if o["enabled"] and o["name"] == "next"] == []
                time.sleep(0.5)
                assert commands(said) == []
            before = happened(kiosk)
            with dispatcher(where):
                window.wait("offline-banner", gone=True)
                window.wait("next-up", text="A001")
                time.sleep(1)
                assert happened(kiosk) == before
                window.tap("next")
                window.wait("current-number", text="A001")
                assert kiosk.wait_for(lambda: "A001" in calls(kiosk))


def test_a_dispatcher_that_hangs_is_told_as_no_answer_and_the_press_is_sent_once(where: Place) -> None:
    with dispatcher(where) as process, devices(where, ["kiosk-1"]) as [kiosk], pad(where) as window:
        open_nameless(window)
        issue(kiosk, "card")
        issue(kiosk, "card")
        window.wait("waiting-count", text="2")
        process.process.send_signal(signal.SIGSTOP)
        window.key("Space")
        pressed = time.monotonic()
        window.key("Space")
        window.wait("message", text="No answer – press again if nothing happens", timeout_s=5)
        assert 2.5 < time.monotonic() - pressed < 4
        process.process.send_signal(signal.SIGCONT)
        window.wait("offline-banner", gone=True)
        window.wait("current-number", text="A001")
        time.sleep(0.5)
        assert calls(kiosk) == ["A001"]


def test_a_pad_that_was_killed_shows_the_truth_when_it_is_back(where: Place) -> None:
    with dispatcher(where), devices(where, ["kiosk-1"]) as [kiosk]:
        with pad(where) as window:
            open_nameless(window)
            issue(kiosk, "card")
            window.wait("next-up", text="A001")
            window.tap("next")
            window.wait("current-number", text="A001")
        started = time.monotonic()
        with pad(where, "pad-1", "--size", "480x800") as window:
            window.wait("current-number", text="A001")
            assert time.monotonic() - started < 5
            window.tap("done", timeout_s=3)
            window.wait("current-state", text="Idle")


@contextmanager
def overheard(where: Place) -> Iterator[queue.SimpleQueue[SessionMessage]]:
    """Everything that devices ask, heard in the dead dispatcher's place."""
    said: queue.SimpleQueue[SessionMessage] = queue.SimpleQueue()
    url = find_broker_url(where.folder, "dispatcher", None)
    will = Will("hall/little/state/dispatcher", '{"epoch":0,"alive":false}')
    ear = Session(url, said, subscriptions=["hall/little/command/+"], will=will)
    ear.start()
    try:
        yield said
    finally:
        ear.stop()


def commands(said: queue.SimpleQueue[SessionMessage]) -> list[str]:
    found = []
    while not said.empty():
        message = said.get()
        if isinstance(message, Arrived):
            found.append(decode_command(message.payload).type)
    return [kind for kind in found if kind != "sync"]


def run(*words: str, env: dict[str, str] | None = None) -> tuple[int, list[str]]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GREENWINDOW_")}
    done = subprocess.run(
        [*COMMAND, *words],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
        env={**clean, **(env or {})},
    )
    return done.returncode, done.stderr.splitlines()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "--dir"),
        (("--broker", "http://x"), "broker URL"),
        (("--broker", "mqtt://pad-1:x@127.0.0.1:1/little"), "127.0.0.1:1"),
        (("--broker", "mqtt://a:b@h/x", "--size", "7"), "--size"),
        (("--broker", "mqtt://a:b@h/x", "--language", "xx"), "--language xx"),
    ],
)
def test_wrong_use_gets_one_line_and_2(words: tuple[str, ...], says: str) -> None:
    code, lines = run(*words)
    assert code == 2
    assert len(lines) == 1
    assert says in lines[0]


def test_a_broker_that_refuses_the_password_gets_one_line_and_2(where: Place) -> None:
    url = f"mqtt://pad-1:wrong@127.0.0.1:{where.broker.port}/little"
    code, lines = run(env={"GREENWINDOW_BROKER": url})
    assert (code, len(lines)) == (2, 1)
    assert "password" in lines[0]


def test_a_device_that_is_no_pad_gets_one_line_and_2(where: Place) -> None:
    with dispatcher(where):
        code, lines = run("--dir", str(where.folder), "--device", "kiosk-1")
    assert code == 2
    assert lines[-1] == "device kiosk-1: is a kiosk, not a pad; start the station that it is"
