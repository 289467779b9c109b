"""Forgetting by age in both homes, and a file that doesn't grow for ever."""

import json
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import func, select
from typer.testing import CliRunner

from dispatcher.care.keeping import Bounds
from dispatcher.care.prune import prune, survey
from dispatcher.store import Batch, JournalRow, ReplyRow, ShownRow, SnapshotRow, Store, TicketRow, open_store
from dispatcher.store.address import parse_database
from dispatcher.store.batch import PhoneRow
from dispatcher.store.schema import BOOKING_PHONE, JOURNAL, PLAN, TICKET
from greenwindow.cli import make_app
from tests.support.dispatcher import HALL, NOON, in_process

_DAY_MS = 86_400_000
_TICKETS = 40


def _day(store: Store, number: int) -> None:
    """The rows of a day, as a hall leaves them; each day has a hall file of its own."""
    at, day = NOON + number * _DAY_MS, str(date(2026, 11, 20) + timedelta(days=number))
    names = [f"A{n:03d}" for n in range(_TICKETS)]
    first = store.journal_id
    store.write(
        Batch(
            journal=[_issued(first + n, at, day, name) for n, name in enumerate(names, 1)],
            replies=[ReplyRow(f"{day}-{n}", "k", at, "{}" * 100) for n in names],
            tickets=[
                TicketRow(day, n, "finished", "[]", "ill", "zh", "1", at, at, "k", "secret") for n in names
            ],
            shown=[ShownRow(first + n, "board", "d", at) for n in range(1, _TICKETS)],
            published=first,
            phones=[PhoneRow(f"{day}-a", "4321", day)],
        )
    )
    store.write(Batch(snapshot=SnapshotRow(at, f"v{number}", f"text {number}", "{}" * 500, day)))


def _issued(seq: int, at: int, day: str, name: str) -> JournalRow:
    fields = {
        "seq": seq,
        "at": "2026-11-20T04:00:00.000Z",
        "type": "ticket_issued",
        "ticket": name,
        "help": "张阿姨",
    }
    return JournalRow(seq, at, day, "ticket_issued", name, "k", None, json.dumps(fields, ensure_ascii=False))


def _until(number: int) -> Bounds:
    """Of a hall that keeps what is personal for two days, and the rest for five."""
    today, at = date(2026, 11, 20) + timedelta(days=number), NOON + number * _DAY_MS
    personal, whole = (str(today - timedelta(days=n)) for n in (2, 5))
    return Bounds(personal, at - 2 * _DAY_MS, whole, at - 5 * _DAY_MS, at, str(today))


def _prune(store: Store, number: int) -> None:
    while store.tidy(lambda connection: prune(connection, _until(number), 25)):
        pass


def test_both_homes_forget_the_same(database: str) -> None:
    store = open_store(parse_database(database), "little")
    try:
        for number in range(12):
            _day(store, number)
        _prune(store, 12)
        with store.home.reads.connect() as connection:
            assert not any(survey(connection, _until(12)).values())
            days = connection.execute(select(JOURNAL.c.day, func.count()).group_by(JOURNAL.c.day)).all()
            assert [row.day for row in sorted(days)] == [f"2026-11-{n}" for n in (27, 28, 29, 30)] + [
                "2026-12-01"
            ]
            texts = connection.execute(select(JOURNAL.c.day, JOURNAL.c.json).order_by(JOURNAL.c.id)).all()
            assert {row.day for row in texts if "张" in row.json} == {"2026-11-30", "2026-12-01"}
            assert connection.execute(select(BOOKING_PHONE.c.day)).scalars().all() == []
            bare = (
                select(TICKET.c.day).where(TICKET.c.token.is_(None), TICKET.c.priority == "none").distinct()
            )
            assert sorted(connection.execute(bare).scalars()) == [f"2026-11-{n}" for n in (27, 28, 29)]
            assert sorted(connection.execute(select(PLAN.c.text)).scalars())[-1] == "text 9"
            assert len(connection.execute(select(PLAN.c.text)).all()) < 12
    finally:
        store.close()


def test_a_file_stops_growing(tmp_path: Path) -> None:
    """Pages that were freed are used again: no vacuum is needed."""
    path, sizes = tmp_path / "hall.db", []
    store = open_store(path, "little")
    try:
        for number in range(40):
            _day(store, number)
            _prune(store, number)
            sizes.append(path.stat().st_size)
    finally:
        store.close()
    assert max(sizes[20:]) <= 1.1 * max(sizes[:20])


def test_the_command(tmp_path: Path) -> None:
    """Of a hall whose days lie long ago: the machine's clock is later than that of this test."""
    from runtime import SystemClock
    from tests.support.dispatcher import TurnedClock

    clock = TurnedClock(wall=SystemClock().now_ms() - 50 * _DAY_MS)
    with in_process(tmp_path, clock, HALL) as hall:
        hall.ask("kiosk-1", "issue_ticket", "a", services=["card"], help="x")
        for _ in range(3):
            hall.clock.pass_time(86_400)
            for _ in range(3):
                hall.step()
        words = ["prune", str(tmp_path / "hall.toml"), "--dir", str(tmp_path)]
        found = CliRunner().invoke(make_app(), [*words, "--dry-run"])
        assert found.exit_code == 0, found.output
        assert "would go:" in found.output
        assert "        1  个人信息 · what is personal, in entries of the journal" in found.output
        busy = CliRunner().invoke(make_app(), words)
        assert busy.exit_code == 2
        assert "in use by process" in busy.output
    done = CliRunner().invoke(make_app(), words)
    assert "gone:" in done.output
    assert "nothing is too old" in CliRunner().invoke(make_app(), words).output
