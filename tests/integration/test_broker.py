"""`greenwindow broker`: its files, its refusals, and an ACL that lets through exactly what CONTRACT §4 allows."""

import os
import queue
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from broker_config import CONNECTIONS
from runtime.session import Arrived, LinkUp, Session, SessionMessage, Will
from runtime.url import find_broker_url
from tests.support.mosquitto import free_port
from wire.topics import Topics

HALL = """
[hall]
id = "h"
name = { zh = "厅" }
timezone = "Asia/Shanghai"
languages = ["zh"]
[[service]]
id = "a"
prefix = "A"
name = { zh = "甲" }
expected_minutes = 4
[[counter]]
id = "1"
[[counter]]
id = "2"
[[device]]
id = "kiosk"
kind = "kiosk"
[[device]]
id = "pad-1"
kind = "pad"
counter = "1"
[[device]]
id = "pad-2"
kind = "pad"
counter = "2"
[[device]]
id = "console"
kind = "console"
[[device]]
id = "guide"
kind = "guide"
"""
T = Topics("h")


def greenwindow(*words: object, **environment: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "greenwindow", *map(str, words)]
    return subprocess.Popen(
        command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **environment}
    )


def ends(process: "subprocess.Popen[str]") -> tuple[int, str]:
    _, err = process.communicate(timeout=20)
    return process.returncode, err


@pytest.fixture
def hall_file(tmp_path: Path) -> Path:
    path = tmp_path / "hall.toml"
    path.write_text(HALL)
    return path


@pytest.fixture(scope="module")
def broker_dir(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("hall")
    (folder / "hall.toml").write_text(HALL)
    port = free_port()
    process = greenwindow("broker", folder / "hall.toml", "--port", port, "--dir", folder / "var")
    deadline = time.monotonic() + 15
    with socket.socket() as probe:
        while probe.connect_ex(("127.0.0.1", port)) != 0:
            assert process.poll() is None, process.communicate()[1]
            assert time.monotonic() < deadline
    yield folder / "var"
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=5)


class Client:
    """One device, connected with the credential that the broker made for it."""

    def __init__(self, folder: Path, device: str) -> None:
        self.inbox: queue.SimpleQueue[SessionMessage] = queue.SimpleQueue()
        self.session = Session(
            find_broker_url(folder, device, None), self.inbox, subscriptions=["#"],
            will=Will(T.device(device), "gone"),
        )  # fmt: skip
        self.session.start()
        assert self.inbox.get(timeout=2) == LinkUp()


@pytest.fixture(scope="module")
def clients(broker_dir: Path) -> Iterator[dict[str, Client]]:
    made = {
        name: Client(broker_dir, name)
        for name in (*DISPATCHERS, *DOCTOR, "kiosk", "pad-1", "pad-2", "console", "guide")
    }
    yield made
    for client in made.values():
        client.session.stop()


STATIONS = {"kiosk", "pad-1", "pad-2", "console", "guide"}
DISPATCHERS = {"dispatcher", "dispatcher-standby"}
DOCTOR = {"dispatcher-doctor"}
EVERYBODY = STATIONS | DISPATCHERS | DOCTOR
RIGHTS = [  # topic, who may write it, who reads it
    (T.command("pad-1"), {"pad-1"}, DISPATCHERS),
    (T.command("kiosk"), {"kiosk"}, DISPATCHERS),
    (T.reply("pad-1"), DISPATCHERS, {"pad-1"}),
    (T.event("ticket_called"), DISPATCHERS, STATIONS),
    (T.dispatcher, DISPATCHERS, EVERYBODY),
    (T.catalog, DISPATCHERS, STATIONS | DOCTOR),
    (T.hall_state, DISPATCHERS, STATIONS | DOCTOR),
    (T.board, DISPATCHERS, STATIONS),
    (T.counter("1"), DISPATCHERS, {"pad-1", "console"}),
    (T.counter("2"), DISPATCHERS, {"pad-2", "console"}),
    (T.device("pad-1"), {"pad-1"}, EVERYBODY),
    (T.device("dispatcher"), {"dispatcher"}, EVERYBODY),
    (T.device("dispatcher-standby"), {"dispatcher-standby"}, EVERYBODY),
    ("hall/other/command/pad-1", set(), set()),
    ("anything", set(), set()),
]


def test_the_acl_allows_exactly_the_contract(clients: dict[str, Client]) -> None:
    for topic, _, _ in RIGHTS:
        for name, client in clients.items():
            client.session.publish(topic, f"{topic} by {name}")
    for client in clients.values():
        assert client.session.flush(5)
    for reader, client in clients.items():
        heard = {(m.topic, m.payload.decode()) for m in _drained(client)}
        allowed = {(t, f"{t} by {w}") for t, writers, readers in RIGHTS if reader in readers for w in writers}
        assert heard == allowed, reader


def _drained(client: Client) -> list[Arrived]:
    found: list[Arrived] = []
    while True:
        try:
            message = client.inbox.get(timeout=0.15)
        except queue.Empty:
            return found
        if isinstance(message, Arrived):
            found.append(message)


def run_until(there: Path, *words: object) -> None:
    """A broker that runs until it has written that file."""
    process = greenwindow("broker", *words)
    while not there.exists():
        assert process.poll() is None
    process.terminate()
    process.communicate(timeout=5)


def test_credentials_are_private_and_kept(hall_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "var"
    conf = folder / "broker" / "mosquitto.conf"
    url = folder / "credentials" / "pad-1.url"
    run_until(conf, hall_file, "--port", free_port(), "--dir", folder)
    before = url.read_text()
    assert stat.S_IMODE(url.stat().st_mode) == 0o600
    assert before.startswith("mqtt://pad-1:")
    for name in ("dispatcher", "dispatcher-standby", "kiosk"):
        assert (folder / "credentials" / f"{name}.url").exists()
    hall_file.write_text(HALL.replace('id = "guide"', 'id = "guide-2"'))
    conf.unlink()
    run_until(conf, hall_file, "--port", free_port(), "--dir", folder)
    assert before.split("@")[0] == url.read_text().split("@")[0]
    assert (folder / "credentials" / "guide-2.url").exists()
    assert not (folder / "credentials" / "guide.url").exists()


def test_it_may_open_as_many_sockets_as_it_promises(broker_dir: Path) -> None:
    """Its own limit of connections is no good when the system's limit of files is lower."""
    limits = Path("/proc", (broker_dir / "broker.lock").read_text(), "limits").read_text()
    soft, hard = limits.split("Max open files")[1].split()[:2]
    assert int(soft) >= min(3 * CONNECTIONS, int(hard))


def test_a_second_broker_on_the_same_folder_changes_nothing(broker_dir: Path, hall_file: Path) -> None:
    before = (broker_dir / "credentials" / "pad-1.url").read_text()
    code, err = ends(greenwindow("broker", hall_file, "--port", free_port(), "--dir", broker_dir))
    assert (code, err.count("\n")) == (2, 1)
    assert "another broker runs on it" in err
    assert (broker_dir / "credentials" / "pad-1.url").read_text() == before


def test_a_port_in_use_is_one_line(hall_file: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, err = ends(greenwindow("broker", hall_file, "--port", port, "--dir", tmp_path / "v"))
    assert (code, err.count("\n")) == (2, 1)
    assert f"port {port} at 127.0.0.1: is in use" in err


@pytest.mark.parametrize(
    ("listen", "words"),
    [("192.0.2.1", "this machine has no such address"), ("no-such-name.invalid", ""), ("fe80::99", "")],
)
def test_an_address_of_another_machine_is_one_line(
    hall_file: Path, tmp_path: Path, listen: str, words: str
) -> None:
    code, err = ends(
        greenwindow("broker", hall_file, "--port", free_port(), "--dir", tmp_path / "v", "--listen", listen)
    )
    assert (code, err.count("\n")) == (2, 1)
    assert err.startswith(f"--listen {listen}: {words}")
    assert "0.0.0.0" in err
    assert not (tmp_path / "v").exists()


def test_mosquitto_missing_is_one_line(hall_file: Path, tmp_path: Path) -> None:
    process = greenwindow(
        "broker", hall_file, "--dir", tmp_path / "v", PATH="/nowhere", GREENWINDOW_MOSQUITTO="/no/such"
    )
    code, err = ends(process)
    assert (code, err.count("\n")) == (2, 1)
    assert "mosquitto" in err


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "hall"), (b"\x00\xff\x00", "text"), (b"not toml at all", "TOML"), (None, "no such file")],
)
def test_a_bad_hall_file_is_said_in_words(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "hall.toml"
    if content is not None:
        path.write_bytes(content)
    code, err = ends(greenwindow("broker", path, "--dir", tmp_path / "v"))
    assert code == 2
    assert words in err
    assert "Traceback" not in err
