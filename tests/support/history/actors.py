"""Actors under load: kiosks that want tickets and clerks that press, each insisting until it is answered."""

import random
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.support.dispatcher_process import Device, now_text

_AGAIN_S = 0.25
_PATIENCE_S = 60.0
_PRESSES = {
    None: "next next next next",
    "called": "start start next no_show recall hold",
    "serving": "done done next transfer hold recall",
}
"""What a clerk does with the ticket at the counter, by its state; none: what there is to do without one."""


@dataclass
class Actor:
    """Asks without a pause, each thing until it is answered, now and then the same press twice at once."""

    device: Device
    stop: threading.Event
    chance: random.Random
    patience_s: float = _PATIENCE_S
    slowest_s: float = 0.0
    """The longest that a press had to wait for its answer."""
    busy: int = 0
    """How often the answer was `busy`."""
    asking: bool = False

    def run(self) -> None:
        number, self.asking = 0, True
        while not self.stop.is_set():
            number += 1
            kind, fields = self.choose()
            self.heard(kind, self._insist(f"{self.device.name}-{number}", kind, fields))
        self.asking = False

    def choose(self) -> tuple[str, dict[str, Any]]:
        """What to ask next."""
        raise NotImplementedError

    def heard(self, kind: str, reply: Mapping[str, Any] | None) -> None:
        """The answer to it; None if there was none in all that time."""

    def _insist(self, command: str, kind: str, fields: dict[str, Any]) -> dict[str, Any] | None:
        """The same press again and again, as a station does; its age is that of the first."""
        at, begun, heard = now_text(), time.monotonic(), 0
        twice = self.chance.random() < 0.1
        while time.monotonic() - begun < self.patience_s:
            for _ in range(1 + twice):
                self.device.send(kind, command, at=at, **fields)
            self.device.wait_for(lambda: len(self._answers(command)) > heard, _AGAIN_S)  # noqa: B023 - asked at once
            replies = self._answers(command)[heard:]
            heard += len(replies)
            for reply in replies:
                if not _is_busy(reply):
                    self.slowest_s = max(self.slowest_s, time.monotonic() - begun)
                    return reply
            if replies:
                self.busy += len(replies)
                time.sleep(0.05)
        return None

    def _answers(self, command: str) -> list[dict[str, Any]]:
        return self.device.answers.get(command, [])


def _is_busy(reply: Mapping[str, Any]) -> bool:
    """It may be asked again."""
    return not reply["ok"] and reply["error"]["code"] == "busy"


@dataclass
class Resident(Actor):
    """A kiosk's queue of residents."""

    services: tuple[str, ...] = ("card", "card", "pension")

    def choose(self) -> tuple[str, dict[str, Any]]:
        wanted = [self.chance.choice(self.services)]
        priority = "elderly" if self.chance.random() < 0.1 else "none"
        return "issue_ticket", {"services": wanted, "priority": priority}


@dataclass
class Clerk(Actor):
    """A counter's clerk: calls, serves, transfers, holds, misses, and takes back what was held or missed."""

    counter: str = "1"
    state: str | None = None
    number: str = ""
    aside: list[tuple[str, str]] = field(default_factory=list)

    def choose(self) -> tuple[str, dict[str, Any]]:
        if self.aside and self.chance.random() < 0.1:
            kind, ticket = self.aside.pop()
            return kind, {"ticket": ticket}
        kind = self.chance.choice(_PRESSES[self.state].split())
        more = {"to_service": "card"} if kind == "transfer" else {}
        return kind, {"counter": self.counter, **more}

    def heard(self, kind: str, reply: Mapping[str, Any] | None) -> None:
        if reply is None or not reply["ok"]:
            self.state = None if kind == "start" or self.state != "called" else self.state
            return
        if kind in ("hold", "no_show"):
            self.aside.append(("resume" if kind == "hold" else "requeue", self.number))
        if kind in ("resume", "requeue"):
            return
        ticket = reply.get("ticket") or {}
        mine = ticket.get("state") in ("called", "serving")
        self.state, self.number = (ticket["state"], ticket["number"]) if mine else (None, "")


def staff(devices: list[Device], stop: threading.Event, seed: int) -> list[Actor]:
    """An actor for each kiosk and each pad of `tests.support.dispatcher.HALL`."""
    return [_actor(device, stop, random.Random(f"{seed} {device.name}")) for device in devices]


def _actor(device: Device, stop: threading.Event, chance: random.Random) -> Actor:
    if device.name.startswith("pad"):
        return Clerk(device, stop, chance, counter=device.name.rpartition("-")[2])
    return Resident(device, stop, chance)


def finish(actors: list[Actor]) -> None:
    """They stop, when each has the answer to its last press. To be called while there is somebody to answer."""
    deadline = time.monotonic() + _PATIENCE_S
    for actor in actors:
        actor.stop.set()
    while any(actor.asking for actor in actors) and time.monotonic() < deadline:
        time.sleep(0.05)


@contextmanager
def at_work(actors: list[Actor]) -> Iterator[None]:
    """They work until `finish`, or the end of this."""
    threads = [threading.Thread(target=actor.run, name=actor.device.name) for actor in actors]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for actor in actors:
            actor.stop.set()
        for thread in threads:
            thread.join(_PATIENCE_S + 5)
