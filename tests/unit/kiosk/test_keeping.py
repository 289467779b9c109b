"""What outlives a kill -9: the request and its answer, whole or not at all."""

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from kiosk.flow import Paper, Pending
from kiosk.keeping import Keeper
from tests.support.kiosk_halls import issued
from wire.commands import IssueTicket
from wire.terms import Priority

REQUEST = IssueTicket(
    id="x1", at=1_763_700_000_123, services=("a", "b"), priority=Priority.ILL, language="zh"
)


@pytest.mark.parametrize("pending", [Pending(REQUEST), Pending(REQUEST, issued("x1"), Paper.FAILED, 2)])
def test_what_was_kept_comes_back(tmp_path: Path, pending: Pending) -> None:
    keeper = Keeper(tmp_path / "state")
    keeper.keep(pending)
    file = tmp_path / "state" / "pending.json"
    assert file.stat().st_mode & 0o777 == 0o600
    assert Keeper(tmp_path / "state").load(file.stat().st_mtime + 599) == pending
    assert [f.name for f in file.parent.iterdir()] == ["pending.json"]


def test_forgotten_is_gone(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    keeper.keep(Pending(REQUEST))
    keeper.forget()
    keeper.forget()
    assert keeper.load(0) is None
    assert list(tmp_path.iterdir()) == []


def test_an_old_one_is_not_the_next_residents(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    keeper.keep(Pending(REQUEST))
    assert keeper.load((tmp_path / "pending.json").stat().st_mtime + 601) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"request": 1}', '{"request": {"type": "next", "counter": "1"}}', "\0"]
)
def test_a_damaged_file_is_said_and_moved_aside(tmp_path: Path, text: str) -> None:
    (tmp_path / "pending.json").write_text(text)
    with capture_logs() as logs:
        assert Keeper(tmp_path).load((tmp_path / "pending.json").stat().st_mtime) is None
    assert [log["log_level"] for log in logs] == ["warning"]
    assert [f.name for f in tmp_path.iterdir()] == ["pending.damaged"]
