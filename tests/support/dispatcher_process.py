"""A hall of real processes: mosquitto with the hall's own ACL and passwords, `greenwindow dispatcher`, devices."""

import json
import os
import queue
import secrets
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from broker_config import write_broker
from hall.plan import load_plan
from runtime import Arrived, Session, find_broker_url
from runtime.session import SessionMessage, Will
from tests.support.dispatcher import HALL
from tests.support.history import Log, Rows, read_rows
from tests.support.mosquitto import Mosquitto, free_port
from wire.instant import format_instant


@dataclass
class Place:
    """A hall on this machine: its file, its folder, its broker."""

    hall: Path
    folder: Path
    broker: Mosquitto
    url: str | None = None
    """A PostgreSQL database instead of the file in the folder."""

    @property
    def database(self) -> Path:
        return self.folder / "hall.db"

    def options(self) -> tuple[str, ...]:
        """How a dispatcher is told of its database."""
        return () if self.url is None else ("--database", self.url)

    def rows(self) -> Rows:
        """Everything in the database, read by itself."""
        return read_rows(self.url or self.database)


@contextmanager
def place(tmp_path: Path, hall: str = HALL, url: str | None = None) -> Iterator[Place]:
    """The broker runs as it would for that hall."""
    path, folder = tmp_path / "hall.toml", tmp_path / "var"
    path.write_text(hall, encoding="utf-8")
    port = free_port()
    written = write_broker(
        load_plan(hall.encode()), folder, port=port, address="127.0.0.1", host="127.0.0.1", user="root",
        random_bytes=secrets.token_bytes,
    )  # fmt: skip
    broker = Mosquitto(written.conf, port)
    broker.start()
    try:
        yield Place(path, folder, broker, url)
    finally:
        broker.stop()


PROGRAM = (sys.executable, "-m", "greenwindow")


def words_of(where: Place) -> list[str]:
    """The command line of a dispatcher of that hall, but for the program."""
    return ["dispatcher", str(where.hall), "--dir", str(where.folder), *where.options()]


def clean_environment() -> dict[str, str]:
    """Without what this test run was started with."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GREENWINDOW_")}


class Process:
    """`greenwindow dispatcher`, as a person would start it. What it says goes to a file: a pipe that nobody empties
    would stop it one day."""

    def __init__(self, where: Place, *options: str, program: Sequence[str] = PROGRAM, **extra: str) -> None:
        """`extra` is added to its environment."""
        descriptor, name = tempfile.mkstemp(".log", "dispatcher-", where.hall.parent)
        self._said = Path(name)
        with os.fdopen(descriptor) as said:
            self.process = subprocess.Popen(
                [*program, *words_of(where), *options], stdout=subprocess.PIPE, stderr=said, text=True,
                env=clean_environment() | extra,
            )  # fmt: skip

    @property
    def pid(self) -> int:
        return self.process.pid

    def wait_ready(self, patience_s: float = 20.0) -> "Process":
        if not self.is_ready(patience_s):
            self.kill()
            raise AssertionError(f"not ready within {patience_s:g} s: {self.said()}")
        return self

    def is_ready(self, patience_s: float = 0.0) -> bool:
        """Whether it says so within that time. To be asked until it does, and not again."""
        assert self.process.stdout is not None
        found, _, _ = select.select([self.process.stdout], [], [], patience_s)
        return bool(found) and self.process.stdout.readline() == "ready\n"

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()

    def end(self) -> tuple[int, str]:
        """SIGTERM; the exit code and what it said on standard error."""
        self.process.send_signal(signal.SIGTERM)
        return self.outcome()

    def outcome(self) -> tuple[int, str]:
        self.process.communicate(timeout=60)
        return self.process.returncode, self.said()

    def said(self) -> str:
        """Everything on standard error so far."""
        return self._said.read_text(encoding="utf-8", errors="replace")


@contextmanager
def dispatcher(where: Place, *options: str) -> Iterator[Process]:
    """A running one, killed at the end if it still lives."""
    process = Process(where, *options)
    try:
        yield process.wait_ready()
    finally:
        if process.process.poll() is None:
            process.kill()


def refused(where: Place, *options: str) -> tuple[int, str]:
    """How a start that must not succeed ends."""
    return Process(where, *options).outcome()


def now_text() -> str:
    """The time, as a command says it."""
    return format_instant(time.time_ns() // 1_000_000)


@dataclass
class Device:
    """A device with its own credential: what it asked and everything it heard."""

    where: Place
    name: str
    listens: bool = True
    """To events and states too, not only to its own replies."""
    states: dict[str, dict[str, Any]] = field(default_factory=dict)
    answers: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.log = Log(self.name)
        self._inbox: queue.SimpleQueue[SessionMessage] = queue.SimpleQueue()
        self._news = threading.Condition()
        self._numbers = count(1)
        head = "hall/little/"
        self.session = Session(
            find_broker_url(self.where.folder, self.name, None), self._inbox,
            subscriptions=[f"{head}{topic}" for topic in self._topics()],
            will=Will(f"{head}device/{self.name}", '{"online":false}'),
        )  # fmt: skip
        self._thread = threading.Thread(target=self._listen, daemon=True)

    def start(self) -> None:
        self._thread.start()
        self.session.start()

    def stop(self) -> None:
        self.session.stop()
        self._inbox.put(None)  # type: ignore[arg-type]  # ends the listening thread
        self._thread.join(5)

    def send(self, kind: str, command: str | None = None, **fields: Any) -> str:
        """Says it once; the command's id."""
        name = command or f"{self.name}-{next(self._numbers)}"
        at = fields.pop("at", None) or now_text()
        body = {"id": name, "at": at, "type": kind, **fields}
        self.log.ask(time.monotonic(), body)
        self.session.publish(f"hall/little/command/{self.name}", json.dumps(body))
        return name

    def answer(self, command: str, patience_s: float = 5.0) -> dict[str, Any] | None:
        """The first reply to that command, or None."""
        self.wait_for(lambda: command in self.answers, patience_s)
        return self.answers.get(command, [None])[0]

    def ask(self, kind: str, command: str | None = None, **fields: Any) -> dict[str, Any]:
        """Sends and waits for the reply."""
        reply = self.answer(self.send(kind, command, **fields))
        assert reply is not None, f"no answer to {kind}"
        return reply

    def wait_for(self, condition: Callable[[], bool], patience_s: float = 5.0) -> bool:
        """Until something heard makes it true."""
        with self._news:
            return self._news.wait_for(condition, patience_s)

    def events(self, kind: str = "") -> list[dict[str, Any]]:
        return [heard.body for heard in self.log.events(kind)]

    def _topics(self) -> list[str]:
        return [f"reply/{self.name}", *(("event/#", "state/#") if self.listens else ())]

    def _listen(self) -> None:
        while (message := self._inbox.get()) is not None:
            if isinstance(message, Arrived):
                self._hear(message)

    def _hear(self, message: Arrived) -> None:
        body = json.loads(message.payload) if message.payload else {}
        with self._news:
            self.log.hear(time.monotonic(), message.topic.removeprefix("hall/little/"), body)
            if "/state/" in message.topic:
                self.states[message.topic.removeprefix("hall/little/state/")] = body
            if "/reply/" in message.topic:
                self.answers.setdefault(body["command"], []).append(body)
            self._news.notify_all()


@contextmanager
def devices(where: Place, names: Sequence[str], *, listens: bool = True) -> Iterator[list[Device]]:
    """Connected devices."""
    found = [Device(where, name, listens) for name in names]
    try:
        for device in found:
            device.start()
        yield found
    finally:
        for device in found:
            device.stop()
