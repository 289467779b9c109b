"""What is on disk and was perhaps not said: an entry of it that can't be read is named."""

from pathlib import Path

import pytest

from dispatcher.errors import DatabaseError
from runtime import LinkUp
from tests.support.dispatcher import in_process


def test_an_entry_that_can_not_be_read_is_named(tmp_path: Path, database: str) -> None:
    with in_process(tmp_path, database=database) as hall:
        hall.link.acknowledges = False
        hall.ask("kiosk-1", "issue_ticket", "i1", services=["card"])
        store = hall.body.store
        entry = store.journal_id
        spoil = f'UPDATE journal SET json = \'{{"seq": "x\\ny"}}\' WHERE id = {entry}'
        assert store.tidy(lambda connection: connection.exec_driver_sql(spoil).rowcount) == 1
        with pytest.raises(DatabaseError, match=f"entry {entry} of the journal can't be read") as told:
            hall.step(LinkUp())
        assert str(told.value).startswith(f"{store.home.name}: ")
        assert "\n" not in str(told.value)


def test_so_is_one_that_a_start_needs(tmp_path: Path, database: str) -> None:
    with in_process(tmp_path, database=database) as hall:
        hall.ask("kiosk-1", "issue_ticket", "i1", services=["card"])
        entry = hall.body.store.journal_id
        spoil = f"UPDATE journal SET json = '[]' WHERE id = {entry}"
        hall.body.store.tidy(lambda connection: connection.exec_driver_sql(spoil).rowcount)
    with (
        pytest.raises(DatabaseError, match=f"entry {entry} of the journal can't be followed"),
        in_process(tmp_path, database=database),
    ):
        pass
