"""A real mosquitto on a free loopback port, started and stopped by the test that needs it."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from broker_config.passwords import password_file

_PROGRAM = (
    shutil.which("mosquitto") or shutil.which("mosquitto", path="/usr/sbin:/usr/local/sbin") or "mosquitto"
)
_CONF = """\
user root
allow_anonymous false
password_file {folder}/passwords
persistence false
set_tcp_nodelay true
max_queued_messages 100000
listener {port} {address}
use_username_as_clientid true
"""


def free_port() -> int:
    """A loopback port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Mosquitto:
    """A broker that can be killed and started again on the same port."""

    conf: Path
    port: int
    address: str = "127.0.0.1"
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> None:
        """Runs it and waits until it listens."""
        log = self.conf.with_suffix(".log").open("ab")
        self.process = subprocess.Popen([_PROGRAM, "-c", str(self.conf)], stdout=log, stderr=log)
        log.close()
        deadline = time.monotonic() + 5
        while not self.listens():
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise AssertionError(self.conf.with_suffix(".log").read_text())

    def stop(self) -> None:
        """SIGTERM, and waits."""
        self._end(kill=False)

    def kill(self) -> None:
        """SIGKILL: nobody's will is said by a dead broker."""
        self._end(kill=True)

    def url(self, device: str, hall: str = "test") -> str:
        """The device's broker URL; its password is its name."""
        return f"mqtt://{device}:{device}@{self.address}:{self.port}/{hall}"

    def _end(self, *, kill: bool) -> None:
        if self.process is not None:
            self.process.kill() if kill else self.process.terminate()
            self.process.wait(timeout=5)
            self.process = None

    def listens(self) -> bool:
        """Whether it takes connections."""
        with socket.socket() as probe:
            probe.settimeout(0.2)
            return probe.connect_ex((self.address, self.port)) == 0


@contextmanager
def mosquitto(folder: Path, *devices: str, address: str = "127.0.0.1") -> Iterator[Mosquitto]:
    """A broker that lets these devices do anything; `tests.support.hall_broker` has one with the real ACL."""
    port = free_port()
    conf = folder / "mosquitto.conf"
    conf.write_text(_CONF.format(folder=folder, port=port, address=address))
    (folder / "passwords").write_text(
        password_file({name: name for name in devices}, lambda size: b"x" * size)
    )
    broker = Mosquitto(conf, port, address)
    broker.start()
    try:
        yield broker
    finally:
        broker.stop()
