"""What a history is made of: rows of the database, and each actor's log. Plain, so that a test can plant faults."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Asked:
    """A device said this command, at that moment of the monotonic clock, in seconds."""

    at_s: float
    body: dict[str, Any]

    @property
    def command(self) -> str:
        return str(self.body["id"])


@dataclass(frozen=True)
class Heard:
    """A message that reached a device; the topic without `hall/<hall>/`."""

    at_s: float
    topic: str
    body: dict[str, Any]


@dataclass
class Log:
    """One actor: what it asked and everything it heard, in order. One thread appends, another may look."""

    device: str
    asked: list[Asked] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def ask(self, at_s: float, body: dict[str, Any]) -> None:
        with self._lock:
            self.asked.append(Asked(at_s, body))

    def hear(self, at_s: float, topic: str, body: dict[str, Any]) -> None:
        with self._lock:
            self.heard.append(Heard(at_s, topic, body))

    def now(self) -> "Log":
        """As it is at this moment: the heartbeat goes on while a history is judged."""
        with self._lock:
            return Log(self.device, list(self.asked), list(self.heard))

    def replies(self) -> list[Heard]:
        """What it was answered; a ticket that it is told to print again answers nothing of its own."""
        own = f"reply/{self.device}"
        return [heard for heard in list(self.heard) if heard.topic == own and not heard.body.get("reprint")]

    def events(self, kind: str = "") -> list[Heard]:
        head = f"event/{kind}"
        return [heard for heard in list(self.heard) if heard.topic.startswith(head)]

    def since(self, at_s: float) -> list[Heard]:
        """What it heard from that moment on."""
        recent = []
        for heard in reversed(list(self.heard)):
            if heard.at_s < at_s:
                break
            recent.append(heard)
        return recent[::-1]

    def questions(self) -> dict[str, Asked]:
        """Command id → how it was asked first; without ids that were used for two different things."""
        found: dict[str, Asked] = {}
        mixed = {
            asked.command
            for asked in list(self.asked)
            if found.setdefault(asked.command, asked).body != asked.body
        }
        return {command: asked for command, asked in found.items() if command not in mixed}


@dataclass(frozen=True)
class JournalLine:
    """An entry of the journal; `body` is its JSON."""

    id: int
    seq: int
    day: str
    device: str | None
    body: dict[str, Any]

    @property
    def kind(self) -> str:
        return str(self.body["type"])

    @property
    def public(self) -> bool:
        """A note is kept and never said."""
        return self.kind not in ("green_mode_set", "day_began", "hall_restored")


@dataclass(frozen=True)
class TicketLine:
    """A row of the ticket table."""

    day: str
    number: str
    state: str
    services: str
    counter: str | None
    token: str | None


@dataclass(frozen=True)
class ReplyLine:
    """A row of the reply table."""

    device: str
    command: str
    body: dict[str, Any]


@dataclass
class Rows:
    """A database, read."""

    epoch: int = 0
    journal: list[JournalLine] = field(default_factory=list)
    tickets: list[TicketLine] = field(default_factory=list)
    replies: list[ReplyLine] = field(default_factory=list)
    plans: list[tuple[int, str]] = field(default_factory=list)
    """After which entry of the journal which hall file was in force."""

    @property
    def last_seq(self) -> int:
        return max((line.seq for line in self.journal), default=0)


@dataclass
class History:
    """Everything the checker looks at, and what it may expect of it."""

    rows: Rows
    logs: Sequence[Log]
    quiet: bool = True
    """Nothing is under way any more: screens must equal the database."""
    heard_all: bool = True
    """Some log had a link that never broke: every event on disk must have reached it. Not after a broker's death,
    which may take with it what it has acknowledged; receivers then get the whole state."""
    all_answered: bool = True
    """The actors asked until they were answered."""
    one_at_a_time: bool = True
    """No second dispatcher was alive: not even a late message may carry an old epoch. Otherwise receivers drop it,
    and what they are left with is judged."""
