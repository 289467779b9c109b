"""What the disk refuses is not promised: everybody is told `busy`, nothing half done stays, and it recovers alone."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from hall import decide, snapshot
from tests.support.dispatcher import TurnedClock, in_process
from wire.commands import Command, IssueTicket


@contextmanager
def _locked(database: str) -> Iterator[None]:
    """Another program writes to the database for a while."""
    if "://" in database:
        with psycopg.connect(database.replace("+psycopg", "")) as session:
            session.execute("LOCK TABLE journal, meta IN EXCLUSIVE MODE")
            yield
        return
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@pytest.mark.logs("nothing can be promised now")
def test_a_locked_database(tmp_path: Path, database: str) -> None:
    clock = TurnedClock()
    with in_process(tmp_path, clock, database=database) as hall:
        hall.ask("pad-1", "open_counter", "o1", counter="1")
        before, said = snapshot(hall.body.heart.state), len(hall.events())
        with _locked(database):
            replies = hall.ask_all(
                hall.packet("kiosk-1", "issue_ticket", "i1", services=["card"]),
                hall.packet("pad-1", "next", "n1", counter="1"),
            )
            clock.pass_time(1)
            replies += hall.ask_all(hall.packet("pad-1", "next", "n2", counter="1"))
            assert {reply["error"]["code"] for reply in replies} == {"busy"}
            assert len(replies) == 3
            assert len(hall.events()) == said
            clock.pass_time(1)
            hall.step()
            alive = hall.state("dispatcher")
            assert alive["at"] == "2026-11-20T04:00:02.000Z"  # it lives, and says so
            assert (alive["alive"], alive["busy"]) == (True, True)
        clock.pass_time(1)
        hall.step()
        assert "busy" not in hall.state("dispatcher")
        recovered = hall.loop._rounds.heart
        assert recovered is not None
        assert snapshot(recovered.state) == before
        assert hall.ask("kiosk-1", "issue_ticket", "i1", services=["card"])["ticket"]["number"] == "A001"


@pytest.mark.logs("nothing can be promised now")
def test_a_full_disk(tmp_path: Path) -> None:
    """SQLite's own limit of pages stands in for the disk's: the error is the same, `database or disk is full`."""
    with in_process(tmp_path) as hall:
        with hall.body.store._writes.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1")
            connection.commit()
        codes = []
        for n in range(300):
            reply = hall.ask("kiosk-1", "issue_ticket", f"i{n}", services=["card"] * 20, help="x" * 200)
            codes.append("ok" if reply["ok"] else reply["error"]["code"])
            if codes[-1] != "ok":
                break
        assert codes[-1] == "busy"
        promised = codes.count("ok")
        hall.clock.pass_time(1)
        hall.step()  # new connections have no such limit: there is room again
        assert (
            hall.ask("kiosk-1", "issue_ticket", "after", services=["card"])["ticket"]["number"]
            == f"A{promised + 1:03}"
        )


@pytest.mark.logs("a round failed", "nothing can be promised now")
def test_one_command_that_breaks_the_rules_spoils_only_itself(
    tmp_path: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(state: Any, command: Command, *more: Any) -> Any:
        if isinstance(command, IssueTicket) and command.help == "boom":
            raise ZeroDivisionError
        return decide(state, command, *more)

    monkeypatch.setattr("dispatcher.heart.decide", broken)
    with in_process(tmp_path, database=database) as hall:
        replies = hall.ask_all(
            hall.packet("kiosk-1", "issue_ticket", "a", services=["card"]),
            hall.packet("kiosk-1", "issue_ticket", "b", services=["card"], help="boom"),
            hall.packet("kiosk-1", "issue_ticket", "c", services=["card"]),
        )
        told = {reply["command"]: reply.get("ticket", {}).get("number") for reply in replies}
        assert told == {"a": "A001", "b": None, "c": "A002"}
        assert len(hall.events("ticket_issued")) == 2


def test_a_trial_takes_room_and_leaves_nothing(tmp_path: Path, database: str) -> None:
    with in_process(tmp_path, database=database) as hall:
        store = hall.body.store
        with store._reading() as connection:
            before = connection.exec_driver_sql("SELECT * FROM meta ORDER BY name").all()
        for _ in range(3):
            taken = _taken(tmp_path)
            store.try_out()
        with store._reading() as connection:
            assert connection.exec_driver_sql("SELECT * FROM meta ORDER BY name").all() == before
        assert _taken(tmp_path) == taken  # the same room each time
        if "://" not in database:
            assert Path(database).stat().st_size >= 64 * 1024


def _taken(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("hall.db*"))
