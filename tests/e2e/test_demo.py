"""The demo as a new user runs it, shortened: real processes and windows, few residents, every process killed once."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

MORNING = """\
arrival,needs,minutes,priority,language,event
08:30:00,med-register,3,none,zh,
08:30:20,med-booklet,2,none,en,
08:30:40,pension-apply,9,elderly,zh,
08:31:00,med-register+med-booklet,3+2,none,zh,
08:32:00,med-query,3,none,zh,no-show-returns:2
08:32:30,med-register,2,none,zh,transfer:med-booklet
08:33:00,med-register,3,none,zh,hold:2
08:33:30,med-booklet,2,none,zh,transfer-counter:3
08:34:00,med-register,3,disabled,en,
08:36:00,med-register,3,none,zh,
08:37:00,med-booklet,3,none,zh,
08:38:00,med-register,2,none,zh,
"""
LOOK_S = 0.2


@contextmanager
def demo(folder: Path, seconds: int, *, speed: int) -> Iterator["subprocess.Popen[str]"]:
    """A demo under way; ended, with all that it started, if the test fails."""
    arrivals = folder / "morning.csv"
    arrivals.write_text(MORNING)
    words = ["demo", "--arrivals", arrivals, "--out", folder / "out", "--seconds", seconds, "--speed", speed]
    with subprocess.Popen(
        [sys.executable, "-m", "greenwindow", *map(str, words)], text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "COLUMNS": "160"},
    ) as running:  # fmt: skip
        try:
            yield running
        finally:
            running.terminate()


def end(running: "subprocess.Popen[str]", timeout: float) -> str:
    told, _ = running.communicate(timeout=timeout)
    assert running.returncode == 0, told
    return told


def pid_of(folder: Path, *words: str) -> int | None:
    """The process below that folder whose command line has these words."""
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            line = (entry / "cmdline").read_bytes().decode(errors="replace").replace("\0", " ")
        except OSError:
            continue
        if str(folder) in line and all(word in line for word in words) and " demo " not in line:
            return int(entry.name)
    return None


def until(look: Callable[[], Any], patience_s: float = 40) -> Any:
    """What it sees, once that is something."""
    deadline = time.monotonic() + patience_s
    while not (seen := look()):
        assert time.monotonic() < deadline
        time.sleep(LOOK_S)
    return seen


def row(told: str, name: str) -> str:
    found = re.search(rf"│ {re.escape(name)}[^│]*│ ([^│]*)│", told)
    assert found is not None, told
    return found[1].strip()


def assert_nothing_lost(told: str) -> None:
    """All got a number, each was called once; what the demo told is shown whole where that isn't so."""
    seen = {name: row(told, name) for name in ("issued", "lost", "called twice")}
    assert seen == {"issued": "12 of 12 residents", "lost": "0", "called twice": "0"}, told
    assert "ended early" not in told, told


@pytest.mark.timeout(360)
def test_a_short_morning_tells_the_truth_and_leaves_nothing_running(tmp_path: Path) -> None:
    with demo(tmp_path, 300, speed=20) as running:
        told = end(running, 330)
    assert_nothing_lost(told)
    assert row(told, "on the way") == "2 transferred, 1 set aside, 1 did not come, 1 came back", told
    out = tmp_path / "out"
    assert str(out) in told.replace("\n", ""), told
    assert len(list(out.glob("tickets/**/ticket-*.png"))) >= 11, told
    assert len(list(out.glob("sound/**/*.wav"))) >= 12, told
    assert any(out.glob("screenshots/kiosk-*-ticket-en.png"))
    assert pid_of(out) is None


def _again(folder: Path, words: tuple[str, ...], killed: int) -> bool:
    return pid_of(folder, *words) not in (None, killed)


@pytest.mark.timeout(480)
def test_any_process_may_be_killed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    victims = [
        ("kiosk", "kiosk-1"), ("caller", "pad-1"), ("display", "display-1"), ("display", "strip-2"),
        ("dispatcher", "--dir"), ("mosquitto", "-c"), ("kiosk", "kiosk-2"), ("caller", "pad-3"),
    ]  # fmt: skip
    with demo(tmp_path, 400, speed=10) as running:
        until((out / "sockets" / "pad-5.sock").exists)
        time.sleep(3)
        for words in victims:
            pid = until(partial(pid_of, out, *words))
            os.kill(pid, signal.SIGKILL)
            until(partial(_again, out, words, pid))
            time.sleep(1)
        told = end(running, 300)
    assert_nothing_lost(told)
    assert pid_of(out) is None
