"""A dispatcher in the test's own process: a real database file, a clock that the test turns, and a link of lists."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dispatcher.bootstrap import Body, Settings, open_body
from dispatcher.loop import Item, Loop
from dispatcher.pin_hash import pin_is_right
from dispatcher.planfile import PlanFile
from dispatcher.store import parse_database
from runtime import Arrived, BrokerUrl, LinkUp
from wire.instant import format_instant, parse_instant

HALL = """
[hall]
id = "little"
name = { zh = "小厅", en = "Little Hall" }
timezone = "Asia/Shanghai"
languages = ["zh", "en"]

[[service]]
id = "card"
prefix = "A"
name = { zh = "办卡", en = "Card" }
expected_minutes = 5

[[service]]
id = "pension"
prefix = "B"
name = { zh = "养老", en = "Pension" }
expected_minutes = 10

[[counter]]
id = "1"
zone = "C"

[[counter]]
id = "2"
services = ["card"]

[[clerk]]
id = "li"
name = { zh = "李" }

[[clerk]]
id = "wang"
name = { zh = "王" }
pin_hash = "$argon2id$v=19$m=8,t=1,p=1$seL4l0Zm1dS0lxP5qsFzWw$YM6v2oYiW+hgpEgaBVSdiQ"

[[device]]
id = "kiosk-1"
kind = "kiosk"

[[device]]
id = "kiosk-2"
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
id = "guide-1"
kind = "guide"

[[device]]
id = "display-1"
kind = "display"

[[device]]
id = "console-1"
kind = "console"
"""

WANGS_PIN = "2468"
"""Its hash is made with the least work there is: tests are to be quick."""

NOON = parse_instant("2026-11-20T04:00:00Z")
"""Midday in Shanghai, a Friday."""


PinCheck = Callable[[str, str], bool]
"""Hash and PIN."""


@dataclass
class TurnedClock:
    """Both clocks go on together, unless the test sets the wall clock alone."""

    wall: int = NOON
    seconds: float = 1000.0

    def monotonic(self) -> float:
        return self.seconds

    def now_ms(self) -> int:
        return self.wall

    def pass_time(self, seconds: float) -> None:
        self.seconds += seconds
        self.wall += round(seconds * 1000)


@dataclass
class ListLink:
    """What was published, in order; retained states by topic."""

    said: list[tuple[str, str]] = field(default_factory=list)
    retained: dict[str, str] = field(default_factory=dict)
    up: bool = True
    acknowledges: bool = True
    taken: int = 0
    """So many are acknowledged in any case."""
    connection: object = 1

    def publish(self, topic: str, payload: str, *, retain: bool = False) -> bool:
        if self.up:
            self.said.append((topic, payload))
            if retain:
                self.retained[topic] = payload
        return self.up

    def flush(self, timeout_s: float) -> bool:
        return self.acknowledges

    def receipt(self) -> Callable[[], bool]:
        said = len(self.said)
        return lambda: self.acknowledges or said <= self.taken


class InProcess:
    """One run of a dispatcher; `close` is like pulling its plug."""

    def __init__(
        self, folder: Path, clock: TurnedClock, hall: str = HALL, is_right: PinCheck = pin_is_right,
        database: str | None = None,
    ) -> None:  # fmt: skip
        path = folder / "hall.toml"
        if not path.exists():
            path.write_text(hall, encoding="utf-8")
        file = PlanFile(path)
        broker = BrokerUrl("dispatcher", "", "127.0.0.1", 1, "little")
        address = parse_database(database or str(folder / "hall.db"))
        settings = Settings(file, file.read(), broker, address)
        self.plan_path = path
        self.clock = clock
        self.link = ListLink()
        self.tokens = 0
        self.body: Body = open_body(settings, clock, self._token)
        self.readies = 0
        self.loop: Loop = self.body.loop(self.link, self._ready, is_right)
        self.step(LinkUp())

    def _token(self) -> str:
        self.tokens += 1
        return f"{self.tokens:032x}"

    def _ready(self) -> None:
        self.readies += 1

    def step(self, *items: Item) -> None:
        self.loop.step(items)

    def checked(self, count: int = 1) -> list[dict[str, Any]]:
        """Waits for what the checking of PINs has found, so many times, each in a round of its own; the replies."""
        before = len(self.link.said)
        for _ in range(count):
            self.step(self.body.inbox.get(timeout=10))
        return self._replies(before)

    def packet(self, device: str, kind: str, command: str, **fields: Any) -> Arrived:
        """A command as it arrives; `at` is now unless given."""
        at = fields.pop("at", self.clock.now_ms())
        body = {"id": command, "at": format_instant(at), "type": kind, **fields}
        return Arrived(f"hall/little/command/{device}", json.dumps(body).encode(), False)

    def ask(self, device: str, kind: str, command: str, **fields: Any) -> dict[str, Any]:
        """One command alone in its round, and its reply."""
        return self.ask_all(self.packet(device, kind, command, **fields))[-1]

    def ask_all(self, *packets: Arrived) -> list[dict[str, Any]]:
        """Several in one round, and all replies to anybody."""
        before = len(self.link.said)
        self.step(*packets)
        return self._replies(before)

    def _replies(self, before: int) -> list[dict[str, Any]]:
        return [json.loads(text) for topic, text in self.link.said[before:] if "/reply/" in topic]

    def events(self, kind: str = "") -> list[dict[str, Any]]:
        head = f"hall/little/event/{kind}"
        return [json.loads(text) for topic, text in self.link.said if topic.startswith(head)]

    def state(self, name: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.link.retained[f"hall/little/state/{name}"])
        return found

    def close(self) -> None:
        self.loop.end_checks()
        self.body.store.close()


@contextmanager
def in_process(
    folder: Path, clock: TurnedClock | None = None, hall: str = HALL, is_right: PinCheck = pin_is_right,
    database: str | None = None,
) -> Iterator[InProcess]:  # fmt: skip
    """A dispatcher with its hall file in that folder, and its database too unless another is named."""
    found = InProcess(folder, clock or TurnedClock(), hall, is_right, database)
    try:
        yield found
    finally:
        found.close()
