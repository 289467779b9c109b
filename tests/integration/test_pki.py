"""Certificates against a real mosquitto: who gets in, as whom, and what a revocation does to whom."""

import queue
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from broker_config import Pki, write_broker
from hall.plan import load_plan
from runtime import Arrived, BrokerError, BrokerUrl, Session, SystemClock, find_broker_url
from runtime.session import LinkDown, LinkUp, SessionMessage, Will
from tests.support.mosquitto import Mosquitto, free_port
from tests.support.proxy import proxy
from ui.automation import Automation
from wire.instant import format_instant
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
id = "pad-1"
kind = "pad"
counter = "1"
[[device]]
id = "pad-2"
kind = "pad"
counter = "2"
"""
T = Topics("h")
NOW = datetime.now(UTC)


class Hall:
    """A broker that takes TLS only, run on the folder that `greenwindow pki` would have made."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "hall.toml"
        self.file.write_text(HALL)
        self.folder = folder / "var"
        self.pki = Pki(self.folder / "pki")
        self.pki.create("h", NOW)
        for name in ("dispatcher", "dispatcher-standby", "pad-1", "pad-2"):
            self.pki.issue(name, NOW)
        self.pki.issue_broker(["127.0.0.1"], NOW)
        port, self.plain_port = free_port(), free_port()
        written = write_broker(
            load_plan(HALL.encode()), self.folder, port=self.plain_port, address="127.0.0.1", host="127.0.0.1",
            user="root", random_bytes=secrets.token_bytes, tls_port=port, also_plain=True,
        )  # fmt: skip
        self.broker = Mosquitto(written.conf, port)

    def url(self, device: str) -> BrokerUrl:
        return find_broker_url(self.folder, device, None)

    def url_with(self, device: str, pem: bytes | None) -> BrokerUrl:
        """The device's URL, but with that key and certificate, or with none."""
        path = self.folder / "other.pem"
        if pem is None:
            return replace(self.url(device), cert=None, key=None)
        path.write_bytes(pem)
        return replace(self.url(device), cert=str(path), key=str(path))

    def pem(self, name: str, now: datetime, pki: Pki | None = None) -> bytes:
        """A new certificate, whose file is not kept."""
        kept = self.pki.device(name).read_bytes()
        other = pki or self.pki
        other.issue(name, now)
        made = other.device(name).read_bytes()
        self.pki.device(name).write_bytes(kept)
        return made


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    made = Hall(tmp_path)
    made.broker.start()
    yield made
    made.broker.stop()


class Client:
    """A device that hears all it may."""

    def __init__(self, url: BrokerUrl, patience_s: float = 2) -> None:
        self.inbox: queue.SimpleQueue[SessionMessage] = queue.SimpleQueue()
        self.session = Session(url, self.inbox, subscriptions=["#"], will=Will(T.device(url.device), "gone"))
        self.session.start(patience_s)
        assert self.inbox.get(timeout=2) == LinkUp()

    def heard(self) -> list[str]:
        found: list[str] = []
        while True:
            try:
                message = self.inbox.get(timeout=0.3)
            except queue.Empty:
                return found
            if isinstance(message, Arrived):
                found.append(message.topic)


@pytest.fixture
def dispatcher(hall: Hall) -> Iterator[Client]:
    made = Client(hall.url("dispatcher"))
    yield made
    made.session.stop()


def refused(url: BrokerUrl) -> str:
    with pytest.raises(BrokerError) as caught:
        Client(url, 0.7)
    words = str(caught.value)
    assert "\n" not in words
    assert words.startswith(f"broker mqtts://{url.device}@")
    assert url.password not in words
    return words


def test_a_device_with_its_certificate_is_itself(hall: Hall, dispatcher: Client) -> None:
    pad = Client(hall.url("pad-1"))
    pad.session.publish(T.command("pad-1"), "{}")
    pad.session.publish(T.command("pad-2"), "{}")
    dispatcher.session.publish(T.reply("pad-1"), "{}")
    dispatcher.session.publish(T.reply("pad-2"), "{}")
    assert dispatcher.heard() == [T.command("pad-1")]
    assert pad.heard() == [T.reply("pad-1")]
    pad.session.stop()


def test_the_name_in_the_certificate_counts_whatever_the_device_says(hall: Hall, dispatcher: Client) -> None:
    """Another's user name, client id and even password: still it is who the certificate says."""
    forged = replace(hall.url("pad-2"), cert=hall.url("pad-1").cert, key=hall.url("pad-1").key)
    pad = Client(forged)
    pad.session.publish(T.command("pad-2"), "{}")
    pad.session.publish(T.command("pad-1"), "{}")
    assert dispatcher.heard() == [T.command("pad-1")]
    pad.session.stop()


def test_without_a_good_certificate_nobody_gets_in(hall: Hall, tmp_path: Path) -> None:
    """Though each has the right password."""
    foreign = Pki(tmp_path / "foreign")
    foreign.create("h", NOW)
    cases = {
        "none": None,
        "of another authority": hall.pem("pad-1", NOW, foreign),
        "over": hall.pem("pad-1", NOW - timedelta(days=731)),
        "not begun": hall.pem("pad-1", NOW + timedelta(days=3)),
        "the broker's own": hall.pki.broker.read_bytes(),
    }
    for case, pem in cases.items():
        assert "closes the link when it sees this device's certificate" in refused(
            hall.url_with("pad-1", pem)
        ), case


def test_a_broker_that_is_not_ours_is_not_believed(hall: Hall, tmp_path: Path) -> None:
    other = Pki(tmp_path / "foreign")
    other.create("h", NOW)
    assert "is of another authority" in refused(replace(hall.url("pad-1"), ca=str(other.ca)))
    assert "is of another authority" in refused(replace(hall.url("pad-1"), ca=None))
    assert "is not for localhost" in refused(replace(hall.url("pad-1"), host="localhost"))


def test_files_that_are_no_good_are_one_line(hall: Hall, tmp_path: Path) -> None:
    url = hall.url("pad-1")
    empty = tmp_path / "empty.pem"
    empty.write_text("")
    assert f"{empty}: holds no certificate" in refused(replace(url, ca=str(empty)))
    assert f"{empty}: holds no certificate with the key" in refused(
        replace(url, cert=str(empty), key=str(empty))
    )
    mixed = replace(url, cert=hall.url("pad-2").cert)
    assert "holds no certificate with the key that belongs to it" in refused(mixed)
    assert "nowhere.pem: is not there" in refused(replace(url, cert=str(tmp_path / "nowhere.pem")))


def test_a_plain_port_where_tls_is_expected_and_the_reverse(hall: Hall, tmp_path: Path) -> None:
    plain = replace(hall.url("pad-1"), tls=False)
    with pytest.raises(BrokerError, match=r"cannot be reached .* running\?$"):
        Client(plain, 0.7)
    with pytest.raises(BrokerError, match="running, with TLS on that port"):
        Client(replace(hall.url("pad-1"), port=hall.plain_port), 0.7)


def test_a_black_hole_is_found_and_left_over_tls_too(hall: Hall) -> None:
    with proxy(hall.broker.port) as line:
        pad = Client(replace(hall.url("pad-1"), port=line.port))
        line.hold()
        pad.session.publish(T.command("pad-1"), "into the hole")
        assert isinstance(pad.inbox.get(timeout=4.5), LinkDown)
        time.sleep(3)  # amid the next attempt: its handshake gets no answer
        line.release()
        begun = time.monotonic()
        while pad.inbox.get(timeout=5) != LinkUp():
            pass
        assert time.monotonic() - begun < 5
        pad.session.stop()


def pki_command(hall: Hall, *words: str) -> str:
    command = [
        sys.executable,
        "-m",
        "greenwindow",
        "pki",
        words[0],
        str(hall.file),
        *words[1:],
        "--dir",
        str(hall.folder),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 0, done
    return done.stdout


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Hall]:
    """As `greenwindow broker` runs it: the commands find it."""
    made = Hall(tmp_path)
    process = subprocess.Popen(
        [sys.executable, "-m", "greenwindow", "broker", str(made.file), "--dir", str(made.folder),
         "--tls-port", str(made.broker.port), "--port", str(free_port())],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert f"127.0.0.1:{made.broker.port} (TLS)" in process.stdout.readline()
    while not made.broker.listens():
        assert process.poll() is None
    yield made
    process.terminate()
    process.communicate(timeout=5)


def starts(hall: Hall, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "greenwindow", "broker", str(hall.file), "--dir", str(hall.folder),
         "--tls-port", str(hall.broker.port), "--port", str(hall.plain_port), *words],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def test_the_broker_looks_after_its_own_certificate(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    hall.pki.revoke("pad-1", NOW)
    process = starts(hall, "--host", "hall.example")
    while not hall.broker.listens():
        assert process.poll() is None
    process.terminate()
    out, err = process.communicate(timeout=5)
    assert "the broker's certificate was made: the last one is not for hall.example\n" in out
    assert "certificate over or revoked: pad-1; `greenwindow pki list` shows them\n" in err
    assert {"hall.example", "127.0.0.1"} <= set(hall.pki.broker_hosts())


def test_without_the_authoritys_key_the_broker_says_what_it_lacks(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    (hall.pki.folder / "ca.key").unlink()
    process = starts(hall, "--host", "hall.example")
    _, err = process.communicate(timeout=20)
    assert (process.returncode, err.count("\n")) == (2, 1)
    assert "the last one is not for hall.example; put" in err


def test_a_revoked_device_is_out_at_once(running: Hall) -> None:
    dispatcher, pad = Client(running.url("dispatcher")), Client(running.url("pad-1"))
    before, stolen = running.url("pad-1"), running.folder / "stolen.pem"
    stolen.write_bytes(running.pki.device("pad-1").read_bytes())
    thief = replace(before, cert=str(stolen), key=str(stolen))
    assert "the running broker knows" in pki_command(running, "revoke", "pad-1")
    dispatcher.heard()
    pad.session.publish(T.command("pad-1"), "{}")
    dispatcher.session.publish(T.reply("pad-1"), "{}")
    assert (dispatcher.heard(), pad.heard()) == ([], [])
    assert "revoked" in refused(thief)
    pki_command(running, "issue", "pad-1")
    pad.inbox.put(LinkUp())
    assert any(isinstance(pad.inbox.get(timeout=2), LinkDown) for _ in range(3)), "still connected"
    successor = Client(running.url("pad-1"))
    successor.session.publish(T.command("pad-1"), "{}")
    assert T.command("pad-1") in dispatcher.heard()
    for client in (successor, pad, dispatcher):
        client.session.stop()


@pytest.mark.parametrize("station", ["caller", "kiosk", "display"])
def test_a_revoked_device_is_told_so_when_it_starts(tmp_path: Path, station: str) -> None:
    hall = Hall(tmp_path)
    hall.pki.revoke("pad-1", NOW)
    (hall.folder / "credentials" / "pad-1.url").unlink()
    code, err = start_of(station, hall, "pad-1")
    assert (code, err.count("\n")) == (2, 1)
    assert err.startswith(f"pad-1: was revoked on {NOW:%Y-%m-%d}")
    assert "`greenwindow pki issue HALL.toml pad-1`" in err


def test_a_device_that_never_was_is_not_called_revoked(tmp_path: Path) -> None:
    hall = Hall(tmp_path)
    for damage in (b"", b"no list"):
        code, err = start_of("caller", hall, "pad-7")
        assert (code, err.count("\n")) == (2, 1)
        assert "pad-7.url: not there" in err
        (hall.pki.folder / "issued.json").write_bytes(damage)


def start_of(station: str, hall: Hall, device: str) -> tuple[int, str]:
    command = [sys.executable, "-m", "greenwindow", station, "--dir", str(hall.folder), "--device", device]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    return done.returncode, done.stderr


def test_a_bundle_works_on_its_own(running: Hall, tmp_path: Path) -> None:
    path = tmp_path / "pad-1.bundle"
    pki_command(running, "bundle", "pad-1", "--out", str(path))
    (running.folder / "pki" / "devices" / "pad-1.pem").unlink()
    Client(find_broker_url(None, None, str(path))).session.stop()


def test_the_broker_takes_up_its_renewed_certificate(running: Hall) -> None:
    elsewhere = replace(running.url("pad-1"), host="localhost")
    assert "is not for localhost" in refused(elsewhere)
    pki_command(running, "renew", "broker")
    for _ in range(20):  # it is told to, and does so when it comes to it
        with suppress(BrokerError):
            return Client(elsewhere).session.stop()
        time.sleep(0.25)
    pytest.fail("it still shows the old one")


@pytest.fixture
def dispatching(running: Hall) -> Iterator[Hall]:
    """With its dispatcher, which finds its own URL, as it does without certificates."""
    command = [
        sys.executable,
        "-m",
        "greenwindow",
        "dispatcher",
        str(running.file),
        "--dir",
        str(running.folder),
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    yield running
    process.terminate()
    assert process.wait(10) == 0
    process.stdout.close()


def test_the_log_of_a_pad_that_was_revoked_says_where_to_look(dispatching: Hall) -> None:
    """Its link stays up, and the broker tells it nothing."""
    socket = dispatching.folder / "pad.sock"
    command = [sys.executable, "-m", "greenwindow", "caller", "--dir", str(dispatching.folder)]
    options = ["--device", "pad-1", "--automation", str(socket)]
    process = subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    with closing(Automation(socket)) as window:
        window.wait("current-state", text="未开")
        # The state is known from what is retained, before the hall itself is heard.
        window.wait("offline-banner", gone=True)
        pki_command(dispatching, "revoke", "pad-1")
        window.wait("offline-banner", timeout_s=10)
        window.quit()
    _, said = process.communicate(timeout=10)
    assert "offline" in said
    assert "was pad-1 revoked? On the broker's machine `greenwindow pki list`" in said


def test_a_whole_hall_speaks_tls(dispatching: Hall) -> None:
    running = dispatching
    pad = Client(running.url("pad-1"))
    at = format_instant(SystemClock().now_ms())
    pad.session.publish(T.command("pad-1"), f'{{"id":"p1","at":"{at}","type":"open_counter","counter":"1"}}')
    while not (isinstance(heard := pad.inbox.get(timeout=5), Arrived) and heard.topic == T.reply("pad-1")):
        pass
    assert b'"ok":true' in heard.payload
    pad.session.stop()
