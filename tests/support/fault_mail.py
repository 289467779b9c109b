"""A network that delivers late, twice, in any order, or never: a state machine around a dispatcher in process.

The devices say commands into a bag; what leaves it, when, how often and in which order is hypothesis' choice. Each run
ends with the link up and everything said, and then the history is judged.
"""

import json
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from runtime import Arrived, LinkDown, LinkUp
from tests.support.dispatcher import InProcess, TurnedClock
from tests.support.history import History, Log, judge, read_rows
from wire.instant import format_instant, parse_instant

_COUNTERS = st.sampled_from(["1", "2"])
_PRESSES = st.sampled_from(
    ["open_counter", "open_counter", "close_counter", "pause_counter", "resume_counter", "next", "next", "next",
     "next", "recall", "start", "done", "no_show", "hold"]
)  # fmt: skip
_MOVES = st.sampled_from(["resume", "requeue", "cancel_ticket", "reprint"])
_KEPT_MS = 20 * 3_600_000
_WAYS = st.sampled_from(["at once", "at once", "late", "twice"])
"""When it arrives: now; some day; now and some day."""
_NUMBERS = st.tuples(st.sampled_from("AB"), st.integers(1, 5)).map(lambda n: f"{n[0]}{n[1]:03}")
_NEEDS = st.lists(st.sampled_from(["card", "pension"]), min_size=1, max_size=3)
_PASSING_S = st.sampled_from([0.01, 0.4, 0.4, 2.0, 2.0, 9.0, 11.0, 300.0, 599.0, 40_000.0])
_PICKS = st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=1, max_size=6)
_FEW = st.lists(st.integers(0, 200), min_size=1, max_size=4)


@dataclass
class Seen:
    """What all runs together did."""

    steps: int = 0
    arrived: int = 0
    again: int = 0
    late: int = 0
    runs: int = 0
    events: int = 0


class Mail(RuleBasedStateMachine):
    """One hall."""

    def __init__(self, new_database: Callable[[Path, ExitStack], str], seen: Seen) -> None:
        super().__init__()
        self._stack = ExitStack()
        self._seen = seen
        self._folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory()))
        self._database = new_database(self._folder, self._stack)
        self._clock = TurnedClock()
        self._logs: dict[str, Log] = {}
        self._bag: list[Arrived] = []
        self._gone: list[Arrived] = []
        """What has arrived: it may again."""
        self._number = 0
        self._said = self._starts = 0
        self._hall = self._start()
        for counter in ("1", "2"):
            self.press(counter, "open_counter", "at once")

    @rule(kiosk=st.sampled_from(["kiosk-1", "kiosk-2"]), needs=_NEEDS, way=_WAYS)
    def want(self, kiosk: str, needs: list[str], way: str) -> None:
        self._say(kiosk, "issue_ticket", way, services=needs)

    @rule(counter=_COUNTERS, kind=_PRESSES, way=_WAYS)
    def press(self, counter: str, kind: str, way: str) -> None:
        self._say(f"pad-{counter}", kind, way, counter=counter)

    @rule(kind=_MOVES, number=_NUMBERS)
    def move(self, kind: str, number: str) -> None:
        self._say("console-1", kind, "late", ticket=number)

    @rule(counter=_COUNTERS, other=_COUNTERS, way=_WAYS)
    def transfer(self, counter: str, other: str, way: str) -> None:
        self._say(f"pad-{counter}", "transfer", way, counter=counter, to_counter=other)

    @rule(number=_NUMBERS)
    def printed(self, number: str) -> None:
        self._say("kiosk-1", "report_print", "late", ticket=number, result="printed")

    @rule(picks=_PICKS)
    def arrive(self, picks: list[tuple[int, bool]]) -> None:
        """In one round, in that order; what is kept comes again some day."""
        found: list[Arrived] = []
        for index, keep in picks:
            if self._bag:
                at = index % len(self._bag)
                found.append(self._bag[at] if keep else self._bag.pop(at))
        self._deliver(found)

    @rule(picks=_FEW)
    def come_again(self, picks: list[int]) -> None:
        """What arrived long ago, perhaps."""
        found = [self._gone[index % len(self._gone)] for index in picks if self._gone]
        self._seen.again += len(found)
        self._deliver(found)

    @rule(index=st.integers(0, 200))
    def come_retained(self, index: int) -> None:
        """Somebody's broker kept a press: it is an old one, and must do nothing."""
        if self._gone:
            old = self._gone[index % len(self._gone)]
            self._step([Arrived(old.topic, old.payload, True)])

    @rule(seconds=_PASSING_S)
    def wait(self, seconds: float) -> None:
        self._clock.pass_time(seconds)
        self._step([])

    @rule(up=st.booleans())
    def link(self, up: bool) -> None:
        if up != self._hall.link.up:
            self._hall.link.up = up
            self._hall.link.connection = object()
            self._step([LinkUp() if up else LinkDown("")])

    @rule()
    def hear_an_old_one(self) -> None:
        """A dispatcher that was replaced long ago speaks over this one."""
        body = {"epoch": 0, "at": format_instant(self._clock.now_ms()), "alive": True}
        self._step([Arrived("hall/little/state/dispatcher", json.dumps(body).encode(), False)])

    @rule(chance=st.integers(0, 7))
    def start_again(self, chance: int) -> None:
        """Its plug was pulled, now and then: nothing takes as long."""
        if chance:
            return
        self._listen()
        self._hall.close()
        self._hall = self._start()

    def teardown(self) -> None:
        try:
            self._seen.runs += 1
            self.link(True)
            for _ in range(3):
                self._clock.pass_time(1.0)
                self._step([])
            rows = read_rows(self._database)
            self._seen.events += rows.last_seq
            judge(History(rows, list(self._logs.values()), all_answered=False))
        finally:
            self._hall.close()
            self._stack.close()

    def _start(self) -> InProcess:
        self._said = 0
        self._starts += 1
        found = InProcess(self._folder, self._clock, database=self._database)
        found.tokens = self._starts * 1_000_000  # no two tickets of a hall have the same
        return found

    def _say(self, device: str, kind: str, way: str, **fields: Any) -> None:
        self._number += 1
        packet = self._hall.packet(device, kind, f"c{self._number}", **fields)
        self._log(device).ask(self._clock.monotonic(), json.loads(packet.payload))
        if way != "at once":
            self._bag.append(packet)
        self._deliver([] if way == "late" else [packet])

    def _deliver(self, found: list[Arrived]) -> None:
        """No network keeps anything for a day; by then the dispatcher has forgotten what it had answered."""
        found = [one for one in found if _age_ms(one, self._clock) < _KEPT_MS]
        self._gone += found
        self._seen.arrived += len(found)
        self._seen.late += sum(_age_ms(one, self._clock) > 10_000 for one in found)
        self._step(found)

    def _step(self, items: Sequence[Any]) -> None:
        self._seen.steps += 1
        self._hall.step(*items)
        self._listen()

    def _listen(self) -> None:
        """Everybody hears what was said meanwhile."""
        fresh = self._hall.link.said[self._said :]
        self._said += len(fresh)
        for topic, payload in fresh:
            short = topic.removeprefix("hall/little/")
            name = short.removeprefix("reply/") if short.startswith("reply/") else "listener"
            self._log(name).hear(self._clock.monotonic(), short, json.loads(payload) if payload else {})

    def _log(self, device: str) -> Log:
        return self._logs.setdefault(device, Log(device))


def _age_ms(packet: Arrived, clock: TurnedClock) -> int:
    return clock.now_ms() - parse_instant(json.loads(packet.payload)["at"])
