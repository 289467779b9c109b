"""Bad input of every kind, through the real command: one clear line (or one a fault), exit code 2, no traceback."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.mosquitto import Mosquitto, free_port, mosquitto

GOOD = """
[hall]
id = "h"
name = { zh = "厅" }
timezone = "Asia/Shanghai"
languages = ["zh"]
[[service]]
id = "a"
prefix = "A"
name = { zh = "甲" }
[[counter]]
id = "1"
[[device]]
id = "pad-1"
kind = "pad"
counter = "1"
"""
FOUR_FAULTS = (
    GOOD.replace('prefix = "A"', 'prefix = "abc"')
    .replace('counter = "1"', 'counter = "9"')
    .replace("Shanghai", "Atlantis")
    + "colour = 3\n"
)
HALLS: dict[str, tuple[bytes | None, int, tuple[str, ...]]] = {
    "missing": (None, 1, ("no such file",)),
    "empty": (b"", 1, ("hall",)),
    "binary": (b"\x00\xff\xfe\x00\x01", 1, ("text",)),
    "not-toml": (b"= this is not = toml", 1, ("TOML",)),
    "unknown-key": (
        GOOD.replace('prefix = "A"', 'prefix = "A"\nprefx = "B"').encode(),
        1,
        ("prefx", "prefix"),
    ),
    "four-faults": (FOUR_FAULTS.encode(), 4, ("prefix", "counter", "timezone", "colour")),
}


def ends(*words: object, **environment: str) -> tuple[int, list[str]]:
    command = [sys.executable, "-m", "greenwindow", *map(str, words)]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=False, env={**os.environ, **environment}
    )
    assert "Traceback" not in done.stderr
    return done.returncode, [line for line in done.stderr.splitlines() if "no screen found" not in line]


@pytest.fixture
def hall(tmp_path: Path) -> Path:
    path = tmp_path / "hall.toml"
    path.write_text(GOOD)
    return path


@pytest.mark.parametrize("command", ["check", "broker", "dispatcher", "replay", "demo"])
@pytest.mark.parametrize("kind", HALLS)
def test_a_bad_hall_file(tmp_path: Path, command: str, kind: str) -> None:
    content, lines, words = HALLS[kind]
    path = tmp_path / "hall.toml"
    if content is not None:
        path.write_bytes(content)
    given: list[object] = ["demo", "--hall", path] if command == "demo" else [command, path]
    if command == "replay":
        (tmp_path / "day.jsonl").write_text("")
        given.append(tmp_path / "day.jsonl")
    code, told = ends(*given)
    assert code == 2
    assert len(told) == lines, told
    for word in words:
        assert any(word in line for line in told), (word, told)


def test_an_arrivals_file_with_bad_lines_names_each(hall: Path, tmp_path: Path) -> None:
    arrivals = tmp_path / "morning.csv"
    arrivals.write_text("arrival,needs,minutes\n08:30:00,a,4\nnoon,a,4\n08:31:00,a,long\n")
    code, told = ends("demo", "--hall", hall, "--arrivals", arrivals)
    assert code == 2
    assert [line.split(":")[1] for line in told] == ["3", "4"]


def test_an_arrivals_file_of_another_hall(hall: Path) -> None:
    code, told = ends("demo", "--hall", hall, "--arrivals", "examples/baoshan-morning.csv")
    assert code == 2
    assert all("is not in the hall file" in line for line in told)


def test_a_demo_without_mosquitto_or_without_a_place(hall: Path, tmp_path: Path) -> None:
    code, told = ends("demo", GREENWINDOW_MOSQUITTO="/no/such")
    assert (code, len(told)) == (2, 1)
    assert "is not installed" in told[0]
    code, told = ends("demo", "--out", hall)
    assert (code, len(told)) == (2, 1)
    assert "choose another with --out" in told[0]


def test_a_morning_that_is_not_there(hall: Path) -> None:
    code, told = ends("demo", "--hall", hall)
    assert (code, len(told)) == (2, 1)


STATIONS = ["kiosk", "caller", "display"]


@pytest.mark.parametrize("command", STATIONS)
def test_a_broker_that_cannot_be_reached(command: str) -> None:
    code, told = ends(command, "--broker", f"mqtt://pad-1:secret@127.0.0.1:{free_port()}/h")
    assert (code, len(told)) == (2, 1)
    assert "cannot be reached" in told[0]
    assert "secret" not in told[0]


@pytest.fixture
def broker(tmp_path: Path) -> Iterator[Mosquitto]:
    with mosquitto(tmp_path, "pad-1") as running:
        yield running


@pytest.mark.parametrize("command", STATIONS)
def test_a_broker_that_refuses_the_password(broker: Mosquitto, command: str) -> None:
    code, told = ends(command, "--broker", broker.url("pad-1").replace(":pad-1@", ":wrong@"))
    assert (code, len(told)) == (2, 1)
    assert "refuses" in told[0]


@pytest.mark.parametrize("command", STATIONS)
def test_no_broker_named(command: str) -> None:
    code, told = ends(command, GREENWINDOW_BROKER="")
    assert (code, len(told)) == (2, 1)
    assert "--broker" in told[0]


def test_a_dispatcher_without_a_broker(hall: Path, tmp_path: Path) -> None:
    url = f"mqtt://dispatcher:x@127.0.0.1:{free_port()}/h"
    code, told = ends("dispatcher", hall, "--dir", tmp_path / "var", "--broker", url)
    assert (code, len(told)) == (2, 1)
    assert "cannot be reached" in told[0]


def test_a_database_that_is_not_ours(hall: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"something else entirely" * 100)
    url = f"mqtt://dispatcher:x@127.0.0.1:{free_port()}/h"
    code, told = ends("dispatcher", hall, "--dir", tmp_path / "var", "--broker", url, "--database", other)
    assert (code, len(told)) == (2, 1)
    assert "not a database of Green Window" in told[0]
    assert other.read_bytes() == b"something else entirely" * 100


def test_a_port_in_use(hall: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, told = ends("broker", hall, "--port", taken.getsockname()[1], "--dir", tmp_path / "v")
    assert (code, len(told)) == (2, 1)
    assert "is in use" in told[0]


@pytest.mark.parametrize(
    "words", [("party",), ("check",), ("kiosk", "--colour", "red"), ("broker", "x.toml", "--port", "0")]
)
def test_wrong_usage(words: tuple[str, ...]) -> None:
    code, told = ends(*words)
    assert (code, len(told)) == (2, 1)
    assert "--help" in told[0]


def test_without_words_it_shows_its_commands() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "greenwindow"], capture_output=True, text=True, timeout=30, check=False
    )
    assert done.returncode == 0
    assert "dispatcher" in done.stdout
