"""The display as a hall has it: real windows and strips, a real broker with the hall's ACL, the real dispatcher."""

import json
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
from tests.support.dispatcher import HALL
from tests.support.dispatcher_process import Device, Place, Process, devices, dispatcher, place
from ui.automation import Automation

COMMAND = [sys.executable, "-m", "greenwindow", "display"]
STRIP = '\n[[device]]\nid = "strip-1"\nkind = "strip"\ncounter = "1"\n'


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Place]:
    with place(tmp_path, HALL + STRIP) as found:
        yield found


def start(where: Place, device: str, *options: str) -> "subprocess.Popen[str]":
    words = [*COMMAND, "--dir", str(where.folder), "--device", device, *options]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GREENWINDOW_")}
    return subprocess.Popen(words, env=clean, stderr=subprocess.PIPE, text=True)


@contextmanager
def running(process: "subprocess.Popen[str]") -> Iterator["subprocess.Popen[str]"]:
    """Ended by SIGTERM, and well."""
    try:
        yield process
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=10)
        assert (process.returncode, "Traceback" in said) == (0, False), said
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


@contextmanager
def screen(where: Place, *options: str) -> Iterator[Automation]:
    socket = where.folder / "display.sock"
    more = (
        "--automation",
        str(socket),
        "--size",
        "1024x768",
        "--sound",
        str(where.folder / "sound"),
        *options,
    )
    with running(start(where, "display-1", *more)), closing(Automation(socket)) as window:
        window.wait("offline-banner", gone=True)
        window.wait("clock")
        yield window


@contextmanager
def strip(where: Place) -> Iterator[Path]:
    folder = where.folder / "strips"
    with running(start(where, "strip-1", "--strip", f"sim:{folder}")):
        until(lambda: len(pictures(folder)) > 1)
        yield folder


def pictures(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*-0*.png"))


def spoken(where: Place) -> list[str]:
    return sorted(path.name for path in (where.folder / "sound").glob("*.wav"))


def until(condition: Any, patience_s: float = 10.0) -> None:
    deadline = time.monotonic() + patience_s
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)


def issue(kiosk: Device, count: int = 1) -> None:
    for _ in range(count):
        assert kiosk.ask("issue_ticket", services=["card"])["ok"]


@contextmanager
def hall(where: Place) -> Iterator[tuple[Device, Device, Device]]:
    """A kiosk and two open counters."""
    with devices(where, ["kiosk-1", "pad-1", "pad-2"]) as [kiosk, one, two]:
        for pad, counter in ((one, "1"), (two, "2")):
            assert pad.ask("open_counter", counter=counter)["ok"]
        yield kiosk, one, two


def all_online(listener: Device, *names: str) -> None:
    """These devices are there, and have had two heartbeats to hear: what an offline one has shown it doesn't tell."""

    def there() -> bool:
        known = listener.states.get("hall", {}).get("devices", {})
        return all(known.get(name, {}).get("online") for name in names)

    assert listener.wait_for(there, 10)
    for _ in range(2):
        listener.states.pop("dispatcher", None)
        assert listener.wait_for(lambda: "dispatcher" in listener.states, 5)


def test_a_call_is_seen_above_all_and_at_the_window_and_heard(where: Place) -> None:
    with (
        dispatcher(where), hall(where) as (kiosk, one, two), strip(where) as strips, screen(where) as window,
        ear(where) as heard,
    ):  # fmt: skip
        all_online(one, "display-1", "strip-1")
        before = len(pictures(strips))
        issue(kiosk, 2)
        window.wait("waiting-total", text="2")
        called = one.ask("next", counter="1")
        assert window.wait("newest-number", text="A001") == "A001"
        assert window.text("newest-counter") == "1"
        until(lambda: len(pictures(strips)) == before + 1)
        until(lambda: spoken(where) == ["0001-A001-1.wav"])
        until(
            lambda: (
                {("screen", called["seq"]), ("strip", called["seq"]), ("voice", called["seq"])}
                <= heard.shown()
            )
        )

        two.ask("next", counter="2")
        window.wait("newest-number", text="A002")
        assert window.text("call-0").startswith("A001")
        until(lambda: spoken(where)[1:] == ["0002-A002-2.wav"])
        one.ask("recall", counter="1")
        until(lambda: spoken(where)[2:] == ["0003-A001-1.wav"])
        one.ask("no_show", counter="1")
        assert window.wait("missed-0") == "A001"
        window.wait("handled-today", text="0")
        two.ask("done", counter="2")
        window.wait("handled-today", text="1")


def test_a_lost_dispatcher_is_said_with_the_time_and_after_it_all_is_right_and_nothing_said_again(
    where: Place,
) -> None:
    with hall_and_process(where) as (process, kiosk, one), screen(where) as window:
        issue(kiosk, 2)
        one.ask("next", counter="1")
        window.wait("newest-number", text="A001")
        until(lambda: len(spoken(where)) == 1)
        process.kill()
        window.wait("offline-banner", timeout_s=5)
        assert "失去联系" in window.text("offline-banner")
        with dispatcher(where):
            window.wait("offline-banner", gone=True, timeout_s=10)
            assert window.text("newest-number") == "A001"
            time.sleep(1.0)
            assert len(spoken(where)) == 1
            until(lambda: one.ask("next", counter="1")["ok"])
            window.wait("newest-number", text="A002")
            until(lambda: [name[5:] for name in spoken(where)] == ["A001-1.wav", "A002-1.wav"])


@contextmanager
def hall_and_process(where: Place) -> Iterator[tuple[Process, Device, Device]]:
    process = Process(where).wait_ready()
    try:
        with hall(where) as (kiosk, one, _):
            yield process, kiosk, one
    finally:
        if process.process.poll() is None:
            process.kill()


def test_started_late_it_shows_the_truth_within_two_seconds_and_announces_nothing(where: Place) -> None:
    with dispatcher(where), hall(where) as (kiosk, one, _):
        issue(kiosk)
        one.ask("next", counter="1")
        with screen(where) as window, strip(where) as strips:
            assert window.wait("newest-number", timeout_s=2, text="A001") == "A001"
            time.sleep(1.0)
            assert spoken(where) == []
            assert pictures(strips)


def test_an_unplugged_strip_is_a_fault_that_the_hall_is_told(where: Place) -> None:
    with dispatcher(where), hall(where) as (kiosk, one, _), strip(where) as strips, ear(where) as heard:
        plug = strips / "strip-1.unplugged"
        plug.touch()
        until(lambda: heard.faults("strip-1")[-1:] == [["strip-offline"]])
        issue(kiosk)
        one.ask("next", counter="1")
        before = len(pictures(strips))
        plug.unlink()
        until(lambda: heard.faults("strip-1")[-1:] == [[]])
        assert len(pictures(strips)) == before + 1


@pytest.mark.parametrize(
    ("device", "options", "words"),
    [
        ("display-1", ["--size", "huge"], "--size: size 'huge'"),
        ("display-1", ["--sound", "/proc/nowhere"], "--sound /proc/nowhere: the folder can't be made"),
        (
            "strip-1",
            ["--strip", "bx5+tcp://10.0.0.20:5005"],
            "--strip bx5+tcp://10.0.0.20:5005: unknown kind of strip",
        ),
        ("nobody", [], "credentials/nobody.url: not there"),
    ],
)
def test_what_cannot_be_meant_ends_with_one_clear_line(
    where: Place, device: str, options: list[str], words: str
) -> None:
    code, lines = ending(start(where, device, *options))
    assert (code, [words in line for line in lines]) == (2, [True])


def test_a_device_that_is_something_else_ends_with_one_clear_line(where: Place) -> None:
    with dispatcher(where):
        as_strip = start(where, "display-1", "--strip", f"sim:{where.folder}/strips")
        as_screen = start(where, "strip-1")
        code, lines = ending(as_strip)
        assert (code, lines) == (2, ["device display-1: is a display in the hall file; leave --strip out"])
        code, lines = ending(as_screen)
        assert (code, len(lines)) == (2, 1)
        assert lines[0].startswith("device strip-1: is a strip in the hall file; name the strip with --strip")


def test_a_broker_that_refuses_or_is_gone_ends_with_one_clear_line(where: Place) -> None:
    file = where.folder / "credentials" / "display-1.url"
    right = file.read_text()
    file.write_text(right.replace(right.split(":")[2].split("@")[0], "wrong"))
    assert "refuses this device or its password" in ending(start(where, "display-1"))[1][0]
    file.write_text(right)
    where.broker.stop()
    code, lines = ending(start(where, "display-1"))
    assert (code, len(lines)) == (2, 1)
    assert "cannot be reached" in lines[0]


def ending(process: "subprocess.Popen[str]") -> tuple[int, list[str]]:
    """How it ended: exit code and lines; the notices that there is no screen and no sound are no faults."""
    with closing_of(process):
        _, said = process.communicate(timeout=20)
    lines = [line for line in said.splitlines() if "no screen found" not in line and "no-audio" not in line]
    return process.returncode, lines


@contextmanager
def closing_of(process: "subprocess.Popen[str]") -> Iterator[None]:
    try:
        yield
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


class Ear:
    """Everything devices say of themselves, heard with the standby dispatcher's credential."""

    def __init__(self, where: Place) -> None:
        self._inbox: queue.SimpleQueue[SessionMessage] = queue.SimpleQueue()
        self._said: list[tuple[str, dict[str, Any]]] = []
        url = find_broker_url(where.folder, "dispatcher-standby", None)
        self.session = Session(
            url, self._inbox, subscriptions=["hall/little/command/+", "hall/little/device/+"],
            will=Will("hall/little/nowhere", ""),
        )  # fmt: skip

    def _read(self) -> list[tuple[str, dict[str, Any]]]:
        while not self._inbox.empty():
            message = self._inbox.get()
            if isinstance(message, Arrived):
                self._said.append((message.topic, json.loads(message.payload)))
        return self._said

    def shown(self) -> set[tuple[str, int]]:
        """(part, seq) of every report that a call was shown or spoken."""
        return {(said["part"], said["seq"]) for _, said in self._read() if said.get("type") == "report_shown"}

    def faults(self, device: str) -> list[list[str]]:
        """The codes in each presence of the device, in order."""
        mine = [said for topic, said in self._read() if topic.endswith(f"/device/{device}")]
        return [[fault["code"] for fault in said.get("faults", ())] for said in mine]


@contextmanager
def ear(where: Place) -> Iterator[Ear]:
    heard = Ear(where)
    heard.session.start()
    try:
        yield heard
    finally:
        heard.session.stop()
