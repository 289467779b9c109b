"""PostgreSQL as a hall's home: one clear line for whatever is wrong with it, and no fault of it ends the hall."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dispatcher.errors import DatabaseError, StoreFailure, TermOver
from dispatcher.past import Past
from dispatcher.store import Batch, JournalRow, Store, open_store, parse_database
from tests.support.dispatcher import TurnedClock, in_process
from tests.support.dispatcher_process import Device, devices, dispatcher, place
from tests.support.mosquitto import free_port
from tests.support.postgres import SECURED, Postgres, postgres

_ENTRY = JournalRow(1, 1, "2026-11-20", "t", None, None, None, "{}")
Spoil = Callable[[Postgres, str], str]
"""What is done to a good database; the URL to be tried then."""


def _sql(*statements: str) -> Spoil:
    def spoil(server: Postgres, url: str) -> str:
        for statement in statements:
            server.execute(statement, url.rpartition("/")[2])
        return url

    return spoil


def _secured(password: str, *statements: str) -> Spoil:
    def spoil(server: Postgres, url: str) -> str:
        name = url.rpartition("/")[2]
        server.execute(f"DROP ROLE IF EXISTS {SECURED}")
        for statement in (f"CREATE ROLE {SECURED} LOGIN PASSWORD 'right-one'", *statements):
            server.execute(statement, name)
        return server.url(name, SECURED, password)

    return spoil


def _instead(url: str) -> Spoil:
    return lambda server, _: url.replace("PORT", str(server.port)).replace("FREE", str(free_port()))


_HEAD = "postgresql://postgres@127.0.0.1:PORT"
_FAULTS: dict[str, tuple[Spoil, str]] = {
    "of another hall": (_sql("UPDATE meta SET value = 'other' WHERE name = 'hall'"), "belongs to hall other"),
    "newer": (_sql("UPDATE alembic_version SET version_num = '9999'"), "written by a newer version"),
    "another program's": (_sql("DROP TABLE meta", "CREATE TABLE shop (x int)"), "holds tables of another"),
    "a column gone": (_sql("ALTER TABLE meta DROP COLUMN value"), "put a backup in its place"),
    "no schema": (_sql("DROP SCHEMA public CASCADE"), "names no schema"),
    "no rights": (_secured("right-one"), "may not use it"),
    "wrong password": (_secured("wrong-one"), "refuses the password"),
    "no password": (_secured(""), "asks for a password"),
    "unknown user": (_instead("postgresql://nobody@127.0.0.1:PORT/postgres"), "no such user"),
    "missing": (_instead(f"{_HEAD}/nothing"), "there is no such database"),
    "away": (_instead("postgresql://u:wrong-one@127.0.0.1:FREE/x"), "nobody answers there"),
    "no such machine": (_instead("postgresql://u:wrong-one@nowhere.invalid/x"), "no machine of that name"),
    "an odd option": (_instead("postgresql://u:wrong-one@127.0.0.1:PORT/x?bogus=1"), "bogus"),
}


@pytest.mark.parametrize("name", _FAULTS)
def test_what_is_wrong_is_said_in_one_line(postgres_server: Postgres, name: str) -> None:
    spoil, words = _FAULTS[name]
    url = postgres_server.new_database()
    open_store(parse_database(url), "little").close()
    address = parse_database(spoil(postgres_server, url))
    with pytest.raises(DatabaseError, match=words) as told:
        open_store(address, "little")
    line = str(told.value)
    assert line.startswith(str(address))
    assert "\n" not in line
    assert "-one" not in line
    postgres_server.drop(url)


def test_a_database_of_another_encoding(postgres_server: Postgres) -> None:
    postgres_server.execute("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0")
    with pytest.raises(DatabaseError, match="its encoding is LATIN1"):
        open_store(parse_database(postgres_server.url("latin")), "little")
    assert postgres_server.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", "latin") == [
        (0,)
    ]


def test_who_only_reads_needs_a_hall_in_it(postgres_server: Postgres) -> None:
    url = postgres_server.new_database()
    with pytest.raises(DatabaseError, match="has no hall in it yet"):
        Past(parse_database(url))
    store = open_store(parse_database(url), "little")
    Past(parse_database(url)).close()  # beside a dispatcher that works
    postgres_server.execute("UPDATE alembic_version SET version_num = '0001'", url.rpartition("/")[2])
    with pytest.raises(DatabaseError, match="an older version"):
        Past(parse_database(url))
    store.close()


@pytest.fixture
def url(postgres_server: Postgres) -> str:
    return postgres_server.new_database()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    found = open_store(parse_database(url), "little")
    yield found
    found.close()


def _rows(server: Postgres, url: str) -> int:
    return int(server.execute("SELECT count(*) FROM journal", url.rpartition("/")[2])[0][0])


def _end_sessions(server: Postgres) -> None:
    server.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'greenwindow'"
    )


def test_a_lost_session_is_never_replaced_in_silence(
    postgres_server: Postgres, url: str, store: Store
) -> None:
    """Somebody else may have written meanwhile: whoever lost the lock has to begin from the disk."""
    epoch = store.begin_epoch()
    store.write(Batch(journal=[_ENTRY]))
    _end_sessions(postgres_server)
    for _ in range(3):
        with pytest.raises(StoreFailure):
            store.write(Batch(journal=[_ENTRY]))
    with pytest.raises(StoreFailure):
        store.keep()
    store.regain(epoch)
    assert store.write(Batch(journal=[_ENTRY])) == 2
    assert _rows(postgres_server, url) == 2


def test_who_was_replaced_cannot_write(postgres_server: Postgres, url: str, store: Store) -> None:
    epoch = store.begin_epoch()
    _end_sessions(postgres_server)
    other = open_store(parse_database(url), "little")
    assert other.begin_epoch() == epoch + 1
    with pytest.raises(StoreFailure):
        store.write(Batch(journal=[_ENTRY]))
    with pytest.raises(TermOver, match="in use by another dispatcher"):
        store.regain(epoch)
    other.close()
    with pytest.raises(TermOver, match="has begun meanwhile"):
        store.regain(epoch)
    assert _rows(postgres_server, url) == 0


def test_who_is_silent_for_two_seconds_loses_the_lock(url: str, store: Store) -> None:
    store.begin_epoch()
    time.sleep(2.5)
    store.write(Batch(journal=[_ENTRY]))  # not before it has begun to say that it is there
    store.keep()
    time.sleep(1.0)
    store.keep()
    time.sleep(2.5)
    open_store(parse_database(url), "little").close()
    with pytest.raises(StoreFailure):
        store.keep()


def test_commits_are_on_disk_whatever_the_server_is_set_to(postgres_server: Postgres, url: str) -> None:
    postgres_server.execute(f"ALTER DATABASE {url.rpartition('/')[2]} SET synchronous_commit TO off")
    store = open_store(parse_database(url), "little")
    with store.home.writes.connect() as connection:
        assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"
    store.close()


@pytest.mark.logs("nothing can be promised now")
def test_a_session_that_is_ended_costs_one_round(postgres_server: Postgres, url: str, tmp_path: Path) -> None:
    clock = TurnedClock()
    with in_process(tmp_path, clock, database=url) as hall:
        hall.ask("kiosk-1", "issue_ticket", "i1", services=["card"])
        _end_sessions(postgres_server)
        assert hall.ask("kiosk-1", "issue_ticket", "i2", services=["card"])["error"]["code"] == "busy"
        clock.pass_time(1)
        hall.step()
        reply = hall.ask("kiosk-1", "issue_ticket", "i2", services=["card"])
        assert (reply["ticket"]["number"], reply["epoch"]) == ("A002", 1)


def _goes_on_beating(device: Device) -> None:
    """A heartbeat at least each 2.5 s, or every station would say that the hall is offline."""
    for _ in range(3):
        last = device.states["dispatcher"]["at"]
        assert device.wait_for(lambda: device.states["dispatcher"]["at"] != last, 2.5)  # noqa: B023 - asked at once


def test_the_server_stops_and_freezes_while_a_hall_works(tmp_path: Path) -> None:
    with (
        postgres() as server,
        place(tmp_path, url=server.new_database()) as where,
        dispatcher(where) as process,
        devices(where, ["kiosk-1"]) as (kiosk,),
    ):
        assert kiosk.ask("issue_ticket", services=["card"])["ok"]
        server.kill()
        assert kiosk.ask("issue_ticket", services=["card"])["error"]["code"] == "busy"
        assert kiosk.wait_for(lambda: kiosk.states["dispatcher"].get("busy") is True)
        server.start()
        assert kiosk.wait_for(lambda: "busy" not in kiosk.states["dispatcher"], 5)
        assert kiosk.ask("issue_ticket", services=["card"])["ticket"]["number"] == "A002"
        server.freeze()
        begun = time.monotonic()
        assert kiosk.ask("issue_ticket", services=["card"])["error"]["code"] == "busy"
        assert time.monotonic() - begun < 4
        assert kiosk.wait_for(lambda: kiosk.states["dispatcher"].get("busy") is True)
        _goes_on_beating(kiosk)
        server.thaw()
        assert kiosk.wait_for(lambda: "busy" not in kiosk.states["dispatcher"], 5)
        reply = kiosk.ask("issue_ticket", services=["card"])
        assert reply["ok"]
        code, said = process.end()
        assert (code, "Traceback" in said) == (0, False)
