"""What lies around a dispatcher on its machine: the disk, the database's file, the last backup."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from dispatcher.care.shelf import last_backup
from dispatcher.store.address import DatabaseAddress, SqliteFile


@dataclass(frozen=True)
class Surroundings:
    """Each is None where it can't be known, as with a database on another machine."""

    backup_age_s: float | None
    free: int | None
    database: int | None


def look_around(folder: Path, database: DatabaseAddress, now: int) -> Surroundings:
    """A few system calls; `now` in milliseconds."""
    last = last_backup(folder)
    age = None if last is None else max(0, now - last.at) / 1000
    if not isinstance(database, SqliteFile):
        return Surroundings(age, None, None)
    return Surroundings(age, _free(database.path.absolute().parent), _size(database.path))


def _free(folder: Path) -> int | None:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def _size(path: Path) -> int | None:
    sizes = [_bytes(path), _bytes(path.with_name(path.name + "-wal"))]
    return None if sizes[0] is None else sum(size or 0 for size in sizes)


def _bytes(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
