"""A hall of real processes: mosquitto with the hall's own ACL and passwords, `greenwindow dispatcher`, devices."""

import json
import os
import queue
import secrets
import signal
import subprocess
import sys
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
from tests.support.mosquitto import Mosquitto, free_port
from wire.instant import format_instant


@dataclass
class Place:
    """A hall on this machine: its file, its folder, its broker."""

    hall: Path
    folder: Path
    broker: Mosquitto

    @property
    def database(self) -> Path:
        return self.folder / "hall.db"


@contextmanager
def place(tmp_path: Path, hall: str = HALL) -> Iterator[Place]:
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
        yield Place(path, folder, broker)
    finally:
        broker.stop()


class Process:
    """`greenwindow dispatcher`, as a person would start it."""

    def __init__(self, where: Place, *options: str) -> None:
        words = ["-m", "greenwindow", "dispatcher", str(where.hall), "--dir", str(where.folder), *options]
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GREENWINDOW_")}
        self.process = subprocess.Popen(
            [sys.executable, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=clean
        )

    def wait_ready(self) -> "Process":
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if line != "ready\n":
            raise AssertionError(f"{line!r} {self.process.communicate()}")
        return self

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()

    def end(self) -> tuple[int, str]:
        """SIGTERM; the exit code and what it said on standard error."""
        self.process.send_signal(signal.SIGTERM)
        return self.outcome()

    def outcome(self) -> tuple[int, str]:
        _, said = self.process.communicate(timeout=20)
        return self.process.returncode, said


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
    heard: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    states: dict[str, dict[str, Any]] = field(default_factory=dict)
    answers: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._inbox: queue.SimpleQueue[SessionMessage] = queue.SimpleQueue()
        self._news = threading.Condition()
        self._numbers = count(1)
        head = "hall/little/"
        self.session = Session(
            find_broker_url(self.where.folder, self.name, None), self._inbox,
            subscriptions=[f"{head}reply/{self.name}", f"{head}event/#", f"{head}state/#"],
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
        with self._news:
            return [body for topic, body in self.heard if topic.startswith(f"hall/little/event/{kind}")]

    def _listen(self) -> None:
        while (message := self._inbox.get()) is not None:
            if isinstance(message, Arrived):
                self._hear(message)

    def _hear(self, message: Arrived) -> None:
        body = json.loads(message.payload) if message.payload else {}
        with self._news:
            self.heard.append((message.topic, body))
            if "/state/" in message.topic:
                self.states[message.topic.removeprefix("hall/little/state/")] = body
            if "/reply/" in message.topic:
                self.answers.setdefault(body["command"], []).append(body)
            self._news.notify_all()


@contextmanager
def devices(where: Place, names: Sequence[str]) -> Iterator[list[Device]]:
    """Connected devices."""
    found = [Device(where, name) for name in names]
    try:
        for device in found:
            device.start()
        yield found
    finally:
        for device in found:
            device.stop()
