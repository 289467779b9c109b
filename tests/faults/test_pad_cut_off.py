"""A pad's cable pulled, swallowing or losing packets, while its clerk goes on pressing: the pad and the hall say so
in time, it works again by itself, and no press acts once the pad has given it up.

Over a link that only loses packets a press may take longer than the pad waits: it acts within its ten seconds, and the
pad then shows what became of it.
"""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from caller.actions import Action
from tests.support.dispatcher_process import Device, devices, dispatcher
from tests.support.fault_cable import FaultyCable, faulty_cable, reachable_place, url_over
from tests.support.fault_pad import FaultPad
from tests.support.history import History, Rows, judge
from tests.support.shares import Share
from wire.instant import parse_instant

_SAID_S = 3.0
_BACK_S = 5.0
_ON_ITS_WAY_MS = 250
"""A press that acts so soon after the pad gave it up had got through: its answer was under way."""
_KINDS = ("pulled", "swallowed", "lossy")
_LENGTHS_S = (4.0, 1.0, 2.7, 3.3, 6.0)


@dataclass
class _Hand:
    """A clerk at one pad, and whoever trips over its cable."""

    pad: FaultPad
    cable: FaultyCable
    screen: Device
    kiosk: Device
    chance: random.Random
    offline_s: list[float] = field(default_factory=list)
    hall_knows_s: list[float] = field(default_factory=list)
    works_again_s: list[float] = field(default_factory=list)
    in_loss: set[str] = field(default_factory=set)
    """Presses into a link that was lossy, not cut."""
    failed: list[BaseException] = field(default_factory=list)

    def run(self, first: int, count: int) -> None:
        try:
            for number in range(first, first + count):
                self._cut(_KINDS[number % 3], _LENGTHS_S[number // 3 % 5])
        except BaseException as fault:  # noqa: BLE001 - told by the thread that waits for this one
            self.failed.append(fault)

    def _cut(self, kind: str, length_s: float) -> None:
        for _ in range(6):
            self.kiosk.send("issue_ticket", services=["card"])
        self._press_until_answered()
        before, begun, begun_ms = len(self.pad.told), time.monotonic(), time.time_ns() // 1_000_000
        with self._broken(kind):
            while time.monotonic() - begun < length_s:
                self.pad.press(Action.NEXT)
                time.sleep(self.chance.uniform(0.1, 0.8))
        if kind == "lossy":
            self.in_loss |= {line["body"]["id"] for line in self.pad.lines("asked", before)}
        elif length_s > _SAID_S:
            told = self.pad.wait_for("offline", 0, before)
            assert told is not None, f"{kind} for {length_s} s, and the pad says nothing"
            self.offline_s.append((told["ms"] - begun_ms) / 1000)
            self.hall_knows_s.append(self._hall_knew(begun))
        self.works_again_s.append(self._press_until_answered())

    @contextmanager
    def _broken(self, kind: str) -> Iterator[None]:
        if kind == "pulled":
            self.cable.plain.pull()
        else:
            self.cable.lose(30 if kind == "lossy" else 100)
        try:
            yield
        finally:
            self.cable.lose(0)
            self.cable.plain.plug()

    def _hall_knew(self, begun: float) -> float:
        """How long it took until the hall's state had this pad as gone."""
        for heard in self.screen.log.since(begun):
            pads = heard.body.get("devices", {}) if heard.topic == "state/hall" else {}
            if pads.get(self.pad.log.device, {}).get("online") is False:
                return heard.at_s - begun
        raise AssertionError("the hall never said that the pad is gone")

    def _press_until_answered(self) -> float:
        """How long it takes until a new press is answered."""
        begun, since = time.monotonic(), len(self.pad.told)
        while time.monotonic() - begun < 2 * _BACK_S:
            self.pad.press(Action.NEXT)
            asked = {line["body"]["id"] for line in self.pad.lines("asked", since)}
            answers = {line["body"]["command"] for line in self.pad.lines("answered", since)}
            if asked & answers:
                return time.monotonic() - begun
            time.sleep(0.1)
        raise AssertionError(f"no press is answered: {self.pad.told[-8:]}")


@pytest.mark.full(200, "cuts", short=3, share=20)
@pytest.mark.timeout(900)
def test_no_press_acts_when_the_link_is_back(tmp_path: Path, share: Share) -> None:
    with ExitStack() as stack:
        cables = [stack.enter_context(faulty_cable()) for _ in range(2)]
        where = stack.enter_context(reachable_place(tmp_path))
        kiosk, screen, console = stack.enter_context(devices(where, ["kiosk-1", "display-1", "console-1"]))
        stack.enter_context(dispatcher(where))
        hands = []
        for number, cable in enumerate(cables, 1):
            assert console.ask("open_counter", counter=f"{number}")["ok"]
            pad = FaultPad(f"pad-{number}", url_over(where, cable, f"pad-{number}"), cable.plain.run)
            stack.callback(pad.close)
            chance = random.Random(f"{share.number} {number}")
            hands.append(_Hand(pad, cable, screen, kiosk, chance))
        for hand in hands:
            assert hand.pad.wait_for("online", 10)
        _work(hands, share)
        time.sleep(1)
        rows = where.rows()
        logs = [kiosk.log, screen.log, console.log, *(hand.pad.log for hand in hands)]
        judge(History(rows, logs, all_answered=False))
    _sum_up(hands, rows, share)


def _work(hands: list[_Hand], share: Share) -> None:
    half = (share.count + 1) // 2
    first = share.number * share.count
    shares = ((first, half), (first + half, share.count - half))
    threads = [threading.Thread(target=hand.run, args=more) for hand, more in zip(hands, shares, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for hand in hands:
        if hand.failed:
            raise hand.failed[0]


def _sum_up(hands: list[_Hand], rows: Rows, share: Share) -> None:
    acted: dict[str, int] = {}
    for line in rows.journal:
        if line.body.get("command") is not None:
            acted.setdefault(line.body["command"], parse_instant(line.body["at"]))
    ghosts = 0
    for hand in hands:
        given_up = {line["command"]: line["ms"] for line in hand.pad.lines("unanswered")}
        late = {command: acted[command] - ms for command, ms in given_up.items() if command in acted}
        ghosts += sum(ms > _ON_ITS_WAY_MS for command, ms in late.items() if command not in hand.in_loss)
        share.worst(
            done_after_given_up_ms=max([0, *(ms for c, ms in late.items() if c not in hand.in_loss)]),
            in_loss_done_after_given_up_ms=max([0, *(ms for c, ms in late.items() if c in hand.in_loss)]),
        )
        share.add(presses=len(hand.pad.log.asked), given_up=len(given_up), given_up_but_done=len(late))
        share.worst(
            offline_shown_s=round(max(hand.offline_s, default=0), 2),
            hall_knows_s=round(max(hand.hall_knows_s, default=0), 2),
            works_again_s=round(max(hand.works_again_s, default=0), 2),
        )
    share.add(cuts=share.count, ghosts=ghosts)
    assert ghosts == 0, "a press acted after the pad had given it up"
    assert share.sums["given_up"] > 0, "no press fell into a cut"
    assert share.greatest["offline_shown_s"] <= _SAID_S
    assert share.greatest["hall_knows_s"] <= _SAID_S
    assert share.greatest["works_again_s"] <= _BACK_S
