"""A pad without its window, as a process: `python -m tests.support.fault_pad URL`.

It is the real station and the real presses. A line `press ACTION` on standard input is a clerk's press; every line it
prints is a JSON object that says what a window would show, with the wall clock's time in milliseconds.
"""

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from caller.actions import Action, MakeCommand, Press
from caller.presses import Presses
from runtime import Answered, Delivery, Online, Station, SystemClock, Unanswered, command_id, parse_broker_url
from tests.support.history import Log
from wire.codec import encode_command
from wire.commands import Command
from wire.replies import reply_json
from wire.states import Catalog, CounterView, HallState

_TICK_S = 0.05


def _tell(what: str, **more: Any) -> None:
    print(json.dumps({"what": what, "ms": time.time_ns() // 1_000_000, **more}), flush=True)


class _Window:
    """What the window's thread does, without drawing."""

    def __init__(self, url: str) -> None:
        self._inbox: queue.SimpleQueue[Delivery | Action | None] = queue.SimpleQueue()
        clock = SystemClock()
        self._station = Station(
            parse_broker_url(url), kind="pad", version="1", deliver=self._inbox.put, clock=clock,
            new_id=partial(command_id, clock),
        )  # fmt: skip
        self._presses = Presses(self._station.device, self._send)

    def run(self) -> None:
        """Until standard input ends."""
        self._station.start()
        threading.Thread(target=self._listen, daemon=True).start()
        going = True
        while going:
            with suppress(queue.Empty):
                going = self._take(self._inbox.get(timeout=_TICK_S), time.monotonic())
            self._presses.tick(time.monotonic())
        self._station.stop()

    def _listen(self) -> None:
        for line in sys.stdin:
            self._inbox.put(Action(line.split()[1]))
        self._inbox.put(None)

    def _send(self, make: MakeCommand) -> str:
        def made(id_: str, at: int) -> Command:
            command = make(id_, at)
            _tell("asked", body=json.loads(encode_command(command)))
            return command

        return self._station.send(made)

    def _take(self, item: Delivery | Action | None, now: float) -> bool:
        match item:
            case Action():
                if not self._presses.press(Press(item), now):
                    _tell("inert")
            case Online(online, since):
                self._presses.linked(online, since)
                _tell("online" if online else "offline")
            case Answered(_, reply):
                _tell("answered", body=json.loads(reply_json(reply)))
                self._presses.answered(reply, now)
            case Unanswered(command, why):
                _tell("unanswered", command=command.id, why=why)
                self._presses.unanswered(command.id, why, now)
            case Catalog():
                self._presses.catalogued(item)
            case HallState():
                self._presses.hall = item
            case CounterView():
                self._presses.viewed(item)
        return item is not None


class FaultPad:
    """What the test holds of it."""

    def __init__(self, name: str, url: str, start: Callable[..., "subprocess.Popen[str]"]) -> None:
        """`start` runs a command somewhere, with pipes."""
        self.log = Log(name)
        self.told: list[dict[str, Any]] = []
        self._news = threading.Condition()
        self._process = start(sys.executable, "-m", "tests.support.fault_pad", url)
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def press(self, action: Action) -> None:
        """A clerk presses; whether anything was sent is told later."""
        assert self._process.stdin is not None
        print("press", action, file=self._process.stdin, flush=True)

    def wait_for(self, what: str | Sequence[str], patience_s: float, after: int = 0) -> dict[str, Any] | None:
        """The first such line from that one on; None if none comes."""
        kinds = [what] if isinstance(what, str) else what
        with self._news:
            self._news.wait_for(lambda: self._first(kinds, after) is not None, patience_s)
            return self._first(kinds, after)

    def lines(self, what: str, after: int = 0) -> list[dict[str, Any]]:
        with self._news:
            return [line for line in self.told[after:] if line["what"] == what]

    def close(self) -> None:
        """Its input ends, and then it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(10)
        finally:
            self._process.kill()
            self._process.wait(5)
            self._thread.join(5)
            assert self._process.stdout is not None
            self._process.stdout.close()

    def _first(self, kinds: Sequence[str], after: int) -> dict[str, Any] | None:
        return next((line for line in self.told[after:] if line["what"] in kinds), None)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for text in self._process.stdout:
            line = json.loads(text)
            with self._news:
                self.told.append(line)
                if line["what"] == "asked":
                    self.log.ask(line["ms"] / 1000, line["body"])
                if line["what"] == "answered":
                    self.log.hear(line["ms"] / 1000, f"reply/{self.log.device}", line["body"])
                self._news.notify_all()


if __name__ == "__main__":
    _Window(sys.argv[1]).run()
