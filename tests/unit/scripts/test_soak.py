"""The long figures are done share by share, and a stopped one goes on where it was."""

from pathlib import Path
from typing import Any

import pytest

from scripts.soak import Row, Soak, asked_for, load


def _row(name: str = "killed", full: int = 10, share: int = 4) -> Row:
    return Row(name, [name], full, share, "kills")


class Work:
    """Does shares at once; ends as it is told."""

    def __init__(self, *codes: int | type[BaseException]) -> None:
        self._codes = list(codes)
        self.done: list[tuple[str, int, int]] = []

    def __call__(self, row: Row) -> tuple[int, dict[str, Any]]:
        code = self._codes.pop(0) if self._codes else 0
        if not isinstance(code, int):
            raise code
        count = min(row.share, row.left)
        self.done.append((row.name, len(row.shares), count))
        seen = {"sums": {"lost": 0, "answers": 5}, "greatest": {"back_s": float(len(row.shares))}}
        return code, {"count": count, "seconds": 2.0, "at": "2026-11-21 07:00", "commit": "abc", **seen}


def test_every_share_in_turn_and_all_figures_together(tmp_path: Path) -> None:
    work = Work()
    assert Soak([_row()], tmp_path, work).run(None) == 0
    assert work.done == [("killed", 0, 4), ("killed", 1, 4), ("killed", 2, 2)]
    figures = load("figures.json", tmp_path)["killed"]
    assert (figures["done"], figures["full"], figures["seconds"]) == (10, 10, 6)
    assert figures["sums"] == {"lost": 0, "answers": 15}
    assert figures["greatest"] == {"back_s": 2.0}


def test_stopped_it_goes_on_with_the_share_that_was_not_finished(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        Soak([_row()], tmp_path, Work(0, KeyboardInterrupt)).run(None)
    again = _row()
    again.shares = load("done.json", tmp_path)["killed"]
    assert again.seconds_left() == 3.0
    work = Work()
    assert Soak([again], tmp_path, work).run(None) == 0
    assert work.done == [("killed", 1, 4), ("killed", 2, 2)]


def test_a_failed_share_is_not_counted_and_the_next_row_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    work = Work(0, 1)
    assert Soak([_row(), _row("frozen", 4)], tmp_path, work).run(None) == 1
    assert {name: row["done"] for name, row in load("figures.json", tmp_path).items()} == {
        "killed": 4,
        "frozen": 4,
    }
    assert capsys.readouterr().out.splitlines()[-1] == "failed: killed"


def test_so_many_shares_of_each(tmp_path: Path) -> None:
    work = Work()
    Soak([_row(), _row("frozen")], tmp_path, work).run(1)
    assert [name for name, _, _ in work.done] == ["killed", "frozen"]


def test_rows_in_the_order_asked_for() -> None:
    rows = [_row("a killed"), _row("b frozen"), _row("c killed")]
    assert [row.name for row in asked_for(rows, ["frozen", "kill"])] == ["b frozen", "a killed", "c killed"]
    assert asked_for(rows, []) == rows
    assert asked_for(rows, ["nothing"]) == []
