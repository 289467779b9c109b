"""Lives through a trace of a dispatcher, and lets the power go at each sync and each time that something is said."""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.support.history import Log
from tests.support.power.disk import Disk
from tests.support.power.said import Said
from tests.support.power.trace import Traced

SERVER, DISPATCHER = "server", "dispatcher"
"""Where one writes and the other one speaks: sources of a trace."""
_SYNCS = ("fsync", "fdatasync")


@dataclass
class Witness:
    """Everybody that the dispatcher spoke to, up to now."""

    logs: dict[str, Log] = field(default_factory=dict)
    replies: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    """Device and command → the last reply."""
    last_seq: int = 0
    epoch: int = 0

    def hear(self, topic: str, body: dict[str, Any]) -> None:
        kind, _, device = topic.partition("/")
        name = device if kind == "reply" else "everybody"
        self.logs.setdefault(name, Log(name)).hear(0.0, topic, body)
        self.epoch = max(self.epoch, body.get("epoch", 0))
        if kind == "event":
            self.last_seq = max(self.last_seq, body["seq"])
        if kind == "reply":
            self.replies[device, body["command"]] = body


@dataclass(frozen=True)
class Cut:
    """The power goes now. To be looked at before the next one."""

    disk: Disk
    witness: Witness
    answers: int
    """How many were given since the disk last changed: each of them has to survive this."""


def outages(trace: Iterable[Traced], disk: Disk) -> Iterator[Cut]:
    """At each answer and at each sync. Answers between which the disk stays as it is are one cut, after the last."""
    witness, said, answers = Witness(), Said(), 0
    for traced in trace:
        told = said.take(traced) if traced.source != SERVER else []
        for topic, body in told:
            witness.hear(topic, body)
            answers += topic.startswith("reply/")
        if traced.source == DISPATCHER or not disk.concerns(traced.call):
            continue
        if answers or _is_sync(traced):
            yield Cut(disk, witness, answers)
            answers = 0
        disk.take(traced)


def _is_sync(traced: Traced) -> bool:
    return not traced.ends and traced.call.name in _SYNCS


def write_files(files: Mapping[str, bytearray | Path], folder: Path) -> None:
    """What survived, into an empty folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Path):
            shutil.copyfile(content, path)
        else:
            path.write_bytes(content)
