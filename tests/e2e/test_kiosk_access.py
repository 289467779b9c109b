"""The kiosk for everybody, with real processes: by keys alone and read aloud, and a call for staff that pads show."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.dispatcher_process import Place, devices, dispatcher, place
from tests.support.kiosk_process import kiosk_process as kiosk


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Place]:
    with place(tmp_path) as found:
        yield found


def test_by_keys_alone_and_read_aloud_to_the_ticket(where: Place) -> None:
    said = where.folder / "read"
    with dispatcher(where), kiosk(where, "--speech", f"sim:{said}") as machine:
        screen = machine.screen
        screen.wait("screen-welcome")
        for key in ("F1", "2"):
            screen.key(key)
        screen.wait("screen-services")
        screen.key("1")
        screen.wait("priority-none")
        screen.key("F3")
        screen.key("Esc")  # back, and again: the fourth answer is now "no, thank you"
        screen.wait("screen-services")
        screen.key("1")
        screen.wait("priority-none")
        screen.key("4")
        screen.wait("confirm")
        screen.key("2")
        number = screen.wait("ticket-number")
        screen.wait("paper", text="Please take your ticket")
        lines = _until_read(said / "said.txt", "1, Done")
        assert f"en\t{' '.join(number)}" in lines
        screen.key("F4")
        screen.key("1")
        screen.wait("screen-welcome")
        assert screen.property("mode-contrast", "on") is False, "who comes next begins anew"


def _until_read(file: Path, words: str) -> list[str]:
    """Language and words of all that was read, as soon as these are among it."""
    for _ in range(100):
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        lines = [line.partition("\t")[2] for line in text.splitlines()]
        if any(words in line for line in lines):
            return lines
        threading.Event().wait(0.1)
    raise AssertionError(f"{words!r} was not read in 10 s: {lines}")


def test_a_call_for_staff_is_said_to_be_heard_when_it_is_and_shows_in_the_hall(where: Place) -> None:
    with devices(where, ["guide-1"]) as [guide]:
        with dispatcher(where), kiosk(where, "--speech", "none") as machine:
            machine.screen.wait("screen-welcome")
            assert "mode-speech" not in machine.screen.names()
            machine.screen.tap("help")
            machine.screen.wait("offline-banner", text="已通知工作人员")
            machine.screen.tap("help")
            assert guide.wait_for(lambda: bool(guide.states.get("hall", {}).get("help")))
            [call] = guide.states["hall"]["help"]
            assert call["device"] == "kiosk-1"
        with kiosk(where, "--speech", "none") as machine:
            machine.screen.wait("screen-offline")
            machine.screen.tap("help")
            machine.screen.wait("offline-banner", text="请您到服务台")
