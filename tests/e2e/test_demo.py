"""The demo as a new user runs it, shortened: real processes and windows, few residents, every process killed once."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

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


def start(folder: Path, seconds: int, *, speed: int = 20) -> "subprocess.Popen[str]":
    arrivals = folder / "morning.csv"
    arrivals.write_text(MORNING)
    command = [sys.executable, "-m", "greenwindow", "demo", "--arrivals", arrivals, "--out", folder / "out"]
    command += ["--seconds", str(seconds), "--speed", str(speed)]
    return subprocess.Popen(
        list(map(str, command)), text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )


def end(demo: "subprocess.Popen[str]", timeout: float) -> str:
    try:
        told, _ = demo.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        demo.kill()
        pytest.fail(f"the demo did not end: {demo.communicate()[0]}")
    assert demo.returncode == 0, told
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


def row(told: str, name: str) -> str:
    found = re.search(rf"│ {re.escape(name)}[^│]*│ ([^│]*)│", told)
    assert found is not None, told
    return found[1].strip()


@pytest.mark.timeout(200)
def test_a_short_morning_tells_the_truth_and_leaves_nothing_running(tmp_path: Path) -> None:
    told = end(start(tmp_path, 90), 110)
    assert row(told, "issued") == "12 of 12 residents"
    assert row(told, "lost") == "0"
    assert row(told, "called twice") == "0"
    assert row(told, "on the way") == "2 transferred, 1 set aside, 1 did not come, 1 came back"
    out = tmp_path / "out"
    assert str(out) in told.replace("\n", "")
    assert len(list(out.glob("tickets/**/ticket-*.png"))) >= 11
    assert len(list(out.glob("sound/**/*.wav"))) >= 12
    assert (out / "screenshots").is_dir()
    assert any(out.glob("screenshots/kiosk-*-ticket-en.png"))
    assert pid_of(out) is None


@pytest.mark.timeout(260)
def test_any_process_may_be_killed(tmp_path: Path) -> None:
    out = tmp_path / "out"
    demo = start(tmp_path, 150, speed=12)
    victims = [
        ("kiosk", "kiosk-1"), ("caller", "pad-1"), ("display", "display-1"), ("display", "strip-2"),
        ("dispatcher", "--dir"), ("mosquitto", "-c"), ("kiosk", "kiosk-2"), ("caller", "pad-3"),
    ]  # fmt: skip
    deadline = time.monotonic() + 40
    while not (out / "sockets" / "pad-5.sock").exists():
        assert time.monotonic() < deadline
        time.sleep(LOOK_S)
    time.sleep(3)
    for words in victims:
        pid = pid_of(out, *words)
        assert pid is not None, words
        os.kill(pid, signal.SIGKILL)
        time.sleep(3)
        assert pid_of(out, *words) not in (None, pid), words
    told = end(demo, 180)
    assert row(told, "issued") == "12 of 12 residents"
    assert row(told, "lost") == "0"
    assert row(told, "called twice") == "0"
    assert pid_of(out) is None
