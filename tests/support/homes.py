"""The two homes of a hall's journal: a test of a fault runs on each."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.dispatcher import HALL
from tests.support.dispatcher_process import Place, place


@dataclass(frozen=True)
class Home:
    """Where a hall's journal is kept: in a file, or in that PostgreSQL database."""

    url: str | None = None

    @property
    def is_sqlite(self) -> bool:
        return self.url is None

    @contextmanager
    def place(self, folder: Path, hall: str = HALL) -> Iterator[Place]:
        """A hall with its broker, whose dispatcher keeps its journal here."""
        with place(folder, hall, self.url) as where:
            yield where
