"""What every test stands on: no screen, no unexpected warning, no process left behind."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from tests.support.children import adopt_orphans, none_left_behind
from tests.support.shares import Share, share_of
from tests.support.silence import silence

if TYPE_CHECKING:
    from tests.support.postgres import Postgres

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

SOAK = bool(os.environ.get("GREENWINDOW_SOAK"))
# No deadline: two busy cores say nothing about an example. `make soak` tries fifty times as many.
hypothesis.settings.register_profile("short", deadline=None)
hypothesis.settings.register_profile("soak", deadline=None, max_examples=5000)
hypothesis.settings.load_profile("soak" if SOAK else "short")


def pytest_configure() -> None:
    adopt_orphans()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("soak") and not SOAK:
            item.add_marker(pytest.mark.skip(reason="long: run by make soak"))


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """Qt Quick needs no widgets: pytest-qt's `qapp` is a QGuiApplication."""
    from PyQt6.QtGui import QGuiApplication

    return QGuiApplication


@pytest.fixture(autouse=True)
def _silent(request: pytest.FixtureRequest) -> Iterator[None]:
    """An unexpected warning in a log or from Qt fails; `@pytest.mark.logs("part of it")` expects one."""
    with silence([text for mark in request.node.iter_markers("logs") for text in mark.args]):
        yield


@pytest.fixture(autouse=True)
def _no_process_left() -> Iterator[None]:
    with none_left_behind():
        yield


@pytest.fixture(autouse=True)
def _as_urgent_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command that lets others go first, run within this process, would slow all tests after it."""
    monkeypatch.setattr(os, "nice", lambda _: 0)


@pytest.fixture
def share(request: pytest.FixtureRequest) -> Iterator[Share]:
    mark = request.node.get_closest_marker("full")
    found = share_of(mark.kwargs["short"])
    yield found
    found.keep()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator["Postgres"]:
    """One PostgreSQL for all tests; it is started when the first one asks for it."""
    from tests.support.postgres import postgres

    with postgres() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty database is, as `--database` takes it: a file, then a PostgreSQL database of the test's own."""
    if request.param == "sqlite":
        return str(tmp_path / "hall.db")
    server: Postgres = request.getfixturevalue("postgres_server")
    return server.new_database()
