"""Any commands, in any order, doubled and late, with pulled plugs in between: what was promised holds."""

import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dispatcher.store import home_of, parse_database
from dispatcher.store.schema import JOURNAL
from hall import snapshot
from runtime import Arrived
from tests.support.dispatcher import InProcess, TurnedClock, in_process
from wire.instant import parse_instant

if TYPE_CHECKING:
    from tests.support.postgres import Postgres

_COUNTER = st.sampled_from(["1", "2"])
_AT_COUNTER = st.sampled_from(
    ["open_counter", "close_counter", "pause_counter", "resume_counter", "next", "next", "next", "recall",
     "start", "done", "no_show", "hold"]
)  # fmt: skip
_NUMBER = st.integers(1, 6).map(lambda n: f"A{n:03}")
_STEP = st.one_of(
    st.tuples(st.just("issue"), st.lists(st.sampled_from(["card", "pension"]), min_size=1, max_size=3)),
    st.tuples(st.just("press"), st.tuples(_AT_COUNTER, _COUNTER)),
    st.tuples(st.just("ticket"), st.tuples(st.sampled_from(["resume", "requeue", "cancel_ticket"]), _NUMBER)),
    st.tuples(st.just("again"), st.integers(0, 50)),
    st.tuples(st.just("pass"), st.sampled_from([0.5, 8.0, 300.0, 50_000.0])),
    st.tuples(st.just("plug"), st.none()),
)

EXAMPLES = 1500 if os.environ.get("GREENWINDOW_SOAK") else 30


class _Day:
    """Two runs of anything end in the same state."""

    def __init__(self, folder: Path, database: str) -> None:
        self.folder = folder
        self.database = database
        self.clock = TurnedClock()
        self.sent: list[Arrived] = []
        self.answers: dict[str, dict[str, Any]] = {}

    def play(self, steps: list[tuple[str, Any]]) -> None:
        at = 0
        while at < len(steps):
            with in_process(self.folder, self.clock, database=self.database) as hall:
                while at < len(steps) and steps[at][0] != "plug":
                    self._step(hall, *steps[at])
                    at += 1
                before = snapshot(hall.body.heart.state)
            with in_process(self.folder, self.clock, database=self.database) as hall:
                assert snapshot(hall.body.heart.state) == before
            at += 1

    def _step(self, hall: InProcess, what: str, more: Any) -> None:
        if what == "pass":
            self.clock.pass_time(more)
            hall.step()
        elif what == "again" and self.sent:
            self._send(hall, self.sent[more % len(self.sent)])
        elif what == "issue":
            self._new(hall, "kiosk-1", "issue_ticket", services=more)
        elif what == "press":
            self._new(hall, f"pad-{more[1]}", more[0], counter=more[1])
        elif what == "ticket":
            self._new(hall, "console-1", more[0], ticket=more[1])

    def _new(self, hall: InProcess, device: str, kind: str, **fields: Any) -> None:
        self._send(hall, hall.packet(device, kind, f"c{len(self.sent)}", **fields))
        self.sent.append(hall.packet(device, kind, f"c{len(self.sent)}", **fields))

    def _send(self, hall: InProcess, packet: Arrived) -> None:
        for reply in hall.ask_all(packet):
            reply.pop("epoch")
            first = self.answers.setdefault(reply["command"], reply)
            assert reply == first or self._forgotten(packet, reply)

    def _forgotten(self, packet: Arrived, reply: dict[str, Any]) -> bool:
        """Replies are kept for a day; after that the command is far too old to do anything."""
        age = self.clock.wall - parse_instant(json.loads(packet.payload)["at"])
        return age >= 24 * 3_600_000 and reply["error"]["code"] == "expired"


def _check(journal: list[tuple[int, str, str | None, str]]) -> None:
    given_out, last = set(), 0
    for seq, kind, ticket, day in journal:
        if kind not in ("day_began", "green_mode_set"):
            assert seq == last + 1
            last = seq
        if kind == "ticket_issued":
            assert (day, ticket) not in given_out
            given_out.add((day, ticket))


def _journal(database: str) -> list[tuple[int, str, str | None, str]]:
    engine = home_of(parse_database(database)).reads
    wanted = select(JOURNAL.c.seq, JOURNAL.c.type, JOURNAL.c.ticket, JOURNAL.c.day).order_by(JOURNAL.c.id)
    with engine.connect() as connection:
        rows = [(row.seq, row.type, row.ticket, row.day) for row in connection.execute(wanted)]
    engine.dispose()
    return rows


@settings(max_examples=EXAMPLES)
@given(st.lists(_STEP, max_size=40))
def test_any_day(steps: list[tuple[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = str(Path(folder) / "hall.db")
        _Day(Path(folder), database).play(steps)
        if steps:
            _check(_journal(database))


@settings(max_examples=EXAMPLES // 3)
@given(steps=st.lists(_STEP, max_size=40))
def test_any_day_on_postgres(postgres_server: "Postgres", steps: list[tuple[str, Any]]) -> None:
    database = postgres_server.new_database()
    with tempfile.TemporaryDirectory() as folder:
        _Day(Path(folder), database).play(steps)
    if steps:
        _check(_journal(database))
    postgres_server.drop(database)
