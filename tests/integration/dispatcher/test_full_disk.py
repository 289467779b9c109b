"""The disk is full: nothing more is promised, everybody is told, what was promised stays, and it recovers alone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.dispatcher_process import Device, Place, devices, dispatcher, place
from tests.support.postgres import postgres
from tests.support.small_disk import SmallDisk, small_disk

_BACK_S = 5.0
_Home = tuple[Place, SmallDisk, Callable[[], None]]


@contextmanager
def _on_a_file(folder: Path) -> Iterator[_Home]:
    with small_disk(2) as disk, place(folder) as where:
        where.database.symlink_to(disk.path / "hall.db")
        yield where, disk, lambda: None


@contextmanager
def _on_postgres(folder: Path) -> Iterator[_Home]:
    """A server that can't write its log at all gives up, and is started again by its machine."""
    with (
        small_disk(120) as disk,
        postgres(parent=str(disk.path)) as server,
        place(folder, url=server.new_database()) as where,
    ):
        yield where, disk, server.revive


@pytest.mark.parametrize("home", [_on_a_file, _on_postgres], ids=["sqlite", "postgres"])
def test_a_full_disk(tmp_path: Path, home: Callable[[Path], Iterator[_Home]]) -> None:
    with (
        home(tmp_path) as (where, disk, revive),  # type: ignore[attr-defined]
        dispatcher(where) as process,
        devices(where, ["kiosk-1"]) as (kiosk,),
    ):
        given = [kiosk.ask("issue_ticket", services=["card"])["ticket"]["number"]]
        for _ in range(4):  # beginning anew gives a little back each time
            disk.fill()
            given += _until_busy(kiosk)
            assert kiosk.wait_for(lambda: kiosk.states["dispatcher"].get("busy") is True, 3)
        disk.fill()
        disk.make_room()
        revive()
        assert kiosk.wait_for(lambda: "busy" not in kiosk.states["dispatcher"], _BACK_S)
        given.append(kiosk.ask("issue_ticket", services=["card"])["ticket"]["number"])
        assert given == [f"A{n:03}" for n in range(1, len(given) + 1)]
        assert {ticket.number for ticket in where.rows().tickets} == set(given)
        code, said = process.end()
        assert (code, "Traceback" in said) == (0, False)


def _until_busy(kiosk: Device) -> list[str]:
    """What is still accepted: there is room in what the database had taken before."""
    given: list[str] = []
    for _ in range(3000):
        reply = kiosk.ask("issue_ticket", services=["card"] * 20, help="x" * 200)
        if not reply["ok"]:
            assert reply["error"]["code"] == "busy"
            return given
        given.append(reply["ticket"]["number"])
    raise AssertionError("the disk is never full")
