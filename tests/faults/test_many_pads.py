"""Sixty-four pads at once, each press now and then twice: different tickets, one call."""

import random
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.support.dispatcher_process import Device, devices, dispatcher, now_text
from tests.support.history import judge
from tests.support.history.quiet import judge_place
from tests.support.homes import Home
from tests.support.shares import Share

_PADS = 64
_KIOSKS = 8
_LONGEST_QUEUE = 300


def _hall() -> str:
    lines = ['[hall]\nid = "little"\nname = { zh = "厅" }\ntimezone = "Asia/Shanghai"\nlanguages = ["zh"]']
    lines += [f'[[service]]\nid = "s{n}"\nprefix = "{"ABCD"[n]}"\nname = {{ zh = "事" }}' for n in range(4)]
    lines += [f'[[counter]]\nid = "{n}"' for n in range(1, _PADS + 1)]
    lines += [f'[[device]]\nid = "pad-{n}"\nkind = "pad"\ncounter = "{n}"' for n in range(1, _PADS + 1)]
    lines += [f'[[device]]\nid = "kiosk-{n}"\nkind = "kiosk"' for n in range(1, _KIOSKS + 1)]
    return "\n".join([*lines, '[[device]]\nid = "display-1"\nkind = "display"'])


@dataclass
class Crowd:
    """How many tickets were issued and called so far; the queue stays short enough to judge each turn."""

    wanted: int
    lock: threading.Lock = field(default_factory=threading.Lock)
    issued: int = 0
    called: int = 0

    def may_issue(self) -> bool:
        with self.lock:
            if self.issued - self.called > _LONGEST_QUEUE:
                return False
            self.issued += 1
            return self.issued <= self.wanted

    def call(self) -> None:
        with self.lock:
            self.called += 1

    @property
    def over(self) -> bool:
        return self.called >= self.wanted


@pytest.mark.full(10_000, "tickets", short=320, share=10_000)
@pytest.mark.timeout(3600)
def test_no_ticket_is_called_twice(tmp_path: Path, home: Home, share: Share) -> None:
    kiosks, pads = [f"kiosk-{n + 1}" for n in range(_KIOSKS)], [f"pad-{n + 1}" for n in range(_PADS)]
    with (
        home.place(tmp_path, _hall()) as where,
        dispatcher(where),
        devices(where, ["display-1"]) as screens,
        devices(where, [*kiosks, *pads], listens=False) as found,
    ):
        begun = time.monotonic()
        _work(found, Crowd(share.count))
        share.worst(seconds=round(time.monotonic() - begun))
        history = judge_place(where, screens, patience_s=20)
        history.logs = [device.log.now() for device in (*screens, *found)]
        judge(history)
    calls = Counter(line.body["ticket"] for line in history.rows.journal if line.kind == "ticket_called")
    share.add(tickets=share.count, presses=sum(len(log.asked) for log in history.logs))
    share.add(called_twice=sum(times > 1 for times in calls.values()))
    assert len(calls) == share.count
    assert set(calls.values()) == {1}


def _work(found: Sequence[Device], crowd: Crowd) -> None:
    threads = [threading.Thread(target=_press, args=(device, crowd)) for device in found]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(1800)


def _press(device: Device, crowd: Crowd) -> None:
    chance = random.Random(device.name)
    place = device.name.rpartition("-")[2]
    if device.name.startswith("pad"):
        _insist(device, chance, "open_counter", counter=place)
    while not crowd.over:
        if device.name.startswith("pad"):
            if _insist(device, chance, "next", counter=place).get("ticket"):
                crowd.call()
            else:
                time.sleep(0.05)
        elif crowd.may_issue():
            _insist(device, chance, "issue_ticket", services=[f"s{chance.randrange(4)}"])
        else:
            time.sleep(0.02)


def _insist(device: Device, chance: random.Random, kind: str, **fields: Any) -> dict[str, Any]:
    """Until the answer is yes; every tenth press twice."""
    command, at = f"{device.name}-{len(device.log.asked)}", now_text()
    for _ in range(100):
        for _ in range(1 + (chance.random() < 0.1)):
            device.send(kind, command, at=at, **fields)
        device.answer(command, 2.0)
        for reply in device.answers.get(command, ()):
            if reply["ok"]:
                return reply
            assert reply["error"]["code"] == "busy", reply
    raise AssertionError(f"{command} is not answered")
