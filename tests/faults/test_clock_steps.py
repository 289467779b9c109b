"""The machine's clock set wrong, over and over: by days, over changes to summer time, over midnight. No number is given
twice, no wait is negative, no time goes back."""

import json
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.support.dispatcher import HALL, InProcess, TurnedClock
from tests.support.history import History, Log, Rows, judge, read_rows
from tests.support.homes import Home
from tests.support.shares import Share
from wire.instant import parse_instant

_DAYS_MS = 2 * 86_400_000
_HALLS = {
    "Asia/Shanghai": "2026-11-20T15:59:50Z",  # midnight
    "Europe/Berlin": "2026-10-25T00:59:30Z",  # two o'clock comes twice
    "Australia/Lord_Howe": "2026-10-03T15:29:30Z",  # half an hour is left out
    "America/New_York": "2026-03-08T06:59:30Z",  # an hour is left out
    "Africa/Cairo": "2026-04-23T21:59:30Z",  # midnight itself is left out
}
_SMALL_MS = (-3_600_000, -60_000, -1_500, -1, 1, 1_500, 60_000, 3_600_000, 1_800_000, -1_800_000)


class _Day:
    """A hall whose clock nobody can rely on."""

    def __init__(self, folder: Path, home: Home, zone: str, chance: random.Random) -> None:
        self.folder, self.home, self.chance = folder, home, chance
        folder.mkdir()
        self.start_ms = parse_instant(_HALLS[zone])
        self.clock = TurnedClock(wall=self.start_ms)
        (folder / "hall.toml").write_text(HALL.replace("Asia/Shanghai", zone), encoding="utf-8")
        self.logs: dict[str, Log] = {}
        self.asked = self.starts = self.said = 0
        self.hall = self.begin()

    def begin(self) -> InProcess:
        self.starts, self.said = self.starts + 1, 0
        hall = InProcess(self.folder, self.clock, database=self.home.url)
        hall.tokens = self.starts * 1_000_000
        return hall

    def step(self) -> None:
        """The clock is set, some time goes by, and people go on as if nothing were."""
        if self.chance.random() < 0.5:
            self.clock.wall += self.chance.randint(-_DAYS_MS, _DAYS_MS)
        elif self.chance.random() < 0.7:
            self.clock.wall += self.chance.choice(_SMALL_MS)
        else:
            self.clock.wall = self.start_ms  # the moment that matters, again
        self.clock.wall = max(self.clock.wall, 0)
        if self.chance.random() < 0.1:
            self.hear()
            self.hall.close()
            self.hall = self.begin()
        for _ in range(3):
            self.clock.pass_time(self.chance.choice((0.01, 1.0, 20.0, 90.0)))
            self.hall.step()
            self.press()
        self.hear()

    def press(self) -> None:
        counter = self.chance.choice("12")
        self.ask("kiosk-1", "issue_ticket", services=[self.chance.choice(("card", "pension"))])
        kind = self.chance.choice(
            ("open_counter", "next", "next", "done", "start", "no_show", "recall", "hold")
        )
        self.ask(f"pad-{counter}", kind, counter=counter)

    def ask(self, device: str, kind: str, **fields: Any) -> None:
        """By the dispatcher's time, as a station knows it from the last heartbeat."""
        self.asked += 1
        at = parse_instant(self.hall.state("dispatcher")["at"])
        packet = self.hall.packet(device, kind, f"c{self.asked}", at=at, **fields)
        self.log(device).ask(self.clock.monotonic(), json.loads(packet.payload))
        self.hall.step(packet)

    def hear(self) -> None:
        fresh = self.hall.link.said[self.said :]
        self.said += len(fresh)
        for topic, payload in fresh:
            short = topic.removeprefix("hall/little/")
            name = short.removeprefix("reply/") if short.startswith("reply/") else "listener"
            self.log(name).hear(self.clock.monotonic(), short, json.loads(payload) if payload else {})

    def log(self, device: str) -> Log:
        return self.logs.setdefault(device, Log(device))

    def end(self) -> Rows:
        """All is said."""
        self.clock.pass_time(2.0)
        self.hall.step()
        self.hear()
        rows = read_rows(self.home.url or self.folder / "hall.db")
        self.hall.close()
        return rows


@pytest.mark.parametrize("zone", _HALLS)
@pytest.mark.full(1000, "steps of the clock", short=20, share=500)
@pytest.mark.timeout(900)
@pytest.mark.logs("the clock is behind the journal")
def test_a_clock_that_nobody_can_rely_on(tmp_path: Path, home: Home, zone: str, share: Share) -> None:
    day = _Day(tmp_path / "hall", home, zone, random.Random(f"{zone} {share.number}"))
    for _ in range(share.count):
        day.step()
    rows = day.end()
    judge(History(rows, list(day.logs.values())))
    calls = [line.body for line in rows.journal if line.kind == "ticket_called"]
    told = [parse_instant(line.body["at"]) for line in rows.journal]
    assert told == sorted(told), "time went back"
    assert min(body["waited_s"] for body in calls) >= 0
    assert not _elsewhere(rows, ZoneInfo(zone)), "a hall day that is not the calendar's"
    share.add(steps=share.count, tickets=len(rows.tickets), calls=len(calls), starts=day.starts)
    share.add(numbers_twice=0, negative_waits=0)


def _elsewhere(rows: Rows, zone: ZoneInfo) -> list[str]:
    """Tickets issued on another day than the calendar of that place has."""
    issued = [line for line in rows.journal if line.kind == "ticket_issued"]
    return [f"{line.body}" for line in issued if line.day != _date(parse_instant(line.body["at"]), zone)]


def _date(ms: int, zone: ZoneInfo) -> str:
    return str((datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=ms)).astimezone(zone).date())
