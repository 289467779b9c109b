"""The application in a process of its own: faults end it, signals end it cleanly, no screen is said."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ui.app import choose_platform

ROOT = Path(__file__).parents[3]
START = """
import sys
from PyQt6.QtCore import QTimer
from ui.app import make_app
app = make_app(sys.argv)
"""
LOOP = """
QTimer.singleShot(0, lambda: print('up', flush=True))
QTimer.singleShot(20000, app.quit)
sys.exit(app.run())
"""


def start(code: str) -> subprocess.Popen[str]:
    env = {
        k: v
        for k, v in os.environ.items()
        if not k.startswith("QT_") and k not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    return subprocess.Popen(
        [sys.executable, "-c", START + code + LOOP],
        cwd=ROOT, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(number: signal.Signals) -> None:
    with start("") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "up\n"
        process.send_signal(number)
        _, err = process.communicate(timeout=10)
    assert process.returncode == 0
    assert err.count("\n") == 1
    assert "running off-screen" in err


@pytest.mark.parametrize(
    "fault",
    [
        "QTimer.singleShot(1, lambda: 1 / 0)\n",
        "import threading\nthreading.Thread(target=lambda: 1 / 0).start()\n",
    ],
)
def test_an_uncaught_error_is_logged_and_ends_it_with_one(fault: str) -> None:
    with start(fault) as process:
        out, err = process.communicate(timeout=10)
    assert process.returncode == 1
    assert "ZeroDivisionError" in out + err


@pytest.mark.parametrize(
    ("env", "offscreen", "result"),
    [
        ({}, True, {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}),
        ({"DISPLAY": ":0"}, False, {"DISPLAY": ":0"}),
        ({"WAYLAND_DISPLAY": "w"}, False, {"WAYLAND_DISPLAY": "w"}),
        (
            {"QT_QPA_PLATFORM": "offscreen"},
            False,
            {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"},
        ),
        ({"QT_QPA_PLATFORM": "eglfs"}, False, {"QT_QPA_PLATFORM": "eglfs"}),
    ],
)
def test_the_platform_is_chosen_only_where_nothing_else_works(
    env: dict[str, str], offscreen: bool, result: dict[str, str]
) -> None:
    assert choose_platform(env) is offscreen
    assert env == result


def test_what_ends_it_before_its_loop_runs_is_not_forgotten() -> None:
    early = "from PyQt6.QtCore import QCoreApplication\nfrom ui.app import leave\nleave(2)\n"
    with start(early) as process:
        _, err = process.communicate(timeout=10)
    assert (process.returncode, "Traceback" in err) == (2, False)


def test_a_signal_before_its_loop_runs_is_not_forgotten() -> None:
    early = (
        "import os, signal\nfrom PyQt6.QtCore import QCoreApplication\nos.kill(os.getpid(), signal.SIGTERM)\n"
    )
    with start(early + "QCoreApplication.processEvents()\n") as process:
        process.communicate(timeout=10)
    assert process.returncode == 0
