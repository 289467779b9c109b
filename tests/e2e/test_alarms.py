"""What stands on every screen while the hall is there and something is wrong: real windows, in the hall's words."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from tests.support.dispatcher_process import Place, dispatcher, place
from ui.automation import Automation


@pytest.fixture
def where(tmp_path: Path) -> Iterator[Place]:
    with place(tmp_path) as found:
        yield found


@contextmanager
def window(where: Place, program: str, device: str, number: int = 1) -> Iterator[Automation]:
    """`greenwindow PROGRAM`, ended by SIGTERM."""
    socket = where.folder / f"{device}-{number}.sock"
    words = [sys.executable, "-m", "greenwindow", program, "--dir", str(where.folder), "--device", device]
    words += ["--automation", str(socket), "--size", "1024x768"]
    words += ["--printer", f"sim:{where.folder / 'paper'}"] if program == "kiosk" else []
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GREENWINDOW_")}
    clean["XDG_STATE_HOME"] = str(where.folder / f"state-{number}")
    process = subprocess.Popen(words, env=clean, stderr=subprocess.PIPE, text=True)
    try:
        with closing(Automation(socket)) as found:
            yield found
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=10)
        assert (process.returncode, "Traceback" in said) == (0, False), said
    finally:
        if process.poll() is None:
            process.kill()
            process.communicate()


def test_a_hall_that_can_not_save_says_so_everywhere_and_goes_on_by_itself(where: Place) -> None:
    with dispatcher(where), ExitStack() as screens:
        kiosk = screens.enter_context(window(where, "kiosk", "kiosk-1"))
        pad = screens.enter_context(window(where, "caller", "pad-1"))
        display = screens.enter_context(window(where, "display", "display-1"))
        kiosk.wait("screen-welcome", timeout_s=15)
        pad.wait("current-state", text="未开", timeout_s=15)
        display.wait("clock", timeout_s=15)
        with closing(sqlite3.connect(where.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            pad.tap("open-counter")
            pad.tap("clerk-")
            kiosk.wait("screen-not-saving", timeout_s=6)
            pad.wait("offline-banner", text="暂时无法保存 · 待本提示消失后请再按一次")
            display.wait("alarm-banner")
            assert "已取的号码仍然有效" in str(display.text("alarm-banner"))
            other.execute("ROLLBACK")
        kiosk.wait("screen-welcome", timeout_s=6)
        pad.wait("offline-banner", gone=True)
        display.wait("alarm-banner", gone=True)


def test_whoever_asks_meanwhile_reads_so_and_gets_the_number_afterwards(where: Place) -> None:
    with dispatcher(where), ExitStack() as screens:
        kiosk = screens.enter_context(window(where, "kiosk", "kiosk-1"))
        pad = screens.enter_context(window(where, "caller", "pad-1"))
        for name in ("language-zh", "service-card", "priority-none"):
            kiosk.tap(name, timeout_s=15)
        pad.wait("current-state", text="未开", timeout_s=15)
        with closing(sqlite3.connect(where.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            kiosk.tap("confirm")
            kiosk.wait("trying", text="大厅系统暂时无法发号，正在继续为您办理；不会重复取号。")
            pad.wait("offline-banner", text="暂时无法保存 · 待本提示消失后请再按一次")
            pad.tap("open-counter")
            pad.tap("clerk-")
            pad.wait("sign-in-message", text="未保存 · 待上方提示消失后请再按一次")
            other.execute("ROLLBACK")
        pad.wait("offline-banner", gone=True)
        pad.wait("sign-in-message", timeout_s=1, gone=True)
        assert kiosk.wait("ticket-number") == "A001"


def test_two_pads_of_one_name_both_say_so(where: Place) -> None:
    words = "另一台机器也在用本叫号器的名称 · 请停用其中一台"
    with dispatcher(where), window(where, "caller", "pad-1") as first:
        first.wait("current-state", text="未开", timeout_s=15)
        with window(where, "caller", "pad-1", 2) as second:
            first.wait("offline-banner", text=words, timeout_s=15)
            second.wait("offline-banner", text=words, timeout_s=6)
        first.wait("offline-banner", gone=True, timeout_s=25)
