"""A plugin of pytest: writes down which tests `make soak` has to run, and how much of each is the full figure."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

ROWS = "GREENWINDOW_SOAK_ROWS"
"""The file to write."""


def pytest_collection_finish(session: pytest.Session) -> None:
    path = os.environ.get(ROWS)
    if path:
        rows = {row["name"]: row for row in map(_row, session.items) if row is not None}
        Path(path).write_text(json.dumps(list(rows.values())), encoding="utf-8")


def _row(item: pytest.Item) -> dict[str, Any] | None:
    """Property tests go by the file, and a test with many parameters whole: starting pytest takes longer than one."""
    file = item.nodeid.partition("::")[0]
    full = item.get_closest_marker("full")
    if full is not None:
        size, what = full.args
        return _named(item.nodeid, [item.nodeid], size, full.kwargs["share"], what)
    if item.get_closest_marker("soak") is not None:
        name = item.nodeid.partition("[")[0]
        return _named(name, [name, "-m", "soak"], 1, 1, "run")
    if item.get_closest_marker("hypothesis") is not None:
        return _named(file, [file, "-m", "hypothesis and not soak and not full"], 1, 1, "run")
    return None


def _named(name: str, words: list[str], full: int, share: int, what: str) -> dict[str, Any]:
    return {"name": name, "words": words, "full": full, "share": share, "what": what}
