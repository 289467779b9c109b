"""A backup of a hall, taken while it runs."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dispatcher.care.archive import DATABASE, FORMAT, Manifest, sources_of, write_archive
from dispatcher.care.copying import Progress, copy_sqlite, count_rows, read_meta
from dispatcher.care.looking import reading
from dispatcher.care.tables import copy_rows
from dispatcher.errors import CareError, DatabaseError
from dispatcher.store import open_store
from dispatcher.store.address import DatabaseAddress, SqliteFile
from dispatcher.store.database import check_file
from hall.plan import Plan

_COPYING = 0.5
"""The share of the work that copying is; the rest is packing."""


@dataclass(frozen=True)
class Subject:
    """What is backed up."""

    plan: Plan
    hall_file: Path
    folder: Path
    """What the hall has on this machine."""
    database: DatabaseAddress


def take_backup(subject: Subject, target: Path, *, version: str, now: int, progress: Progress) -> Manifest:
    """Writes the backup, whole or not at all. Raises CareError, DatabaseError."""
    if target.exists():
        raise CareError(f"{target}: is there already; give another name with --to")
    if isinstance(subject.database, SqliteFile):
        check_file(subject.database.path)  # before anything is made
    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with working_folder(target.parent) as work:
            draft = work / DATABASE
            _copy(subject, draft, lambda share: progress(share * _COPYING))
            about = _about(subject, draft, version, now)
            sources = sources_of(subject.folder, draft, subject.hall_file)
            return write_archive(
                target, about, sources, lambda share: progress(_COPYING + share * (1 - _COPYING))
            )
    except OSError as fault:
        where = fault.filename or target
        raise CareError(
            f"{where}: {fault.strerror or fault}; make room, or give another place with --to"
        ) from None


def _copy(subject: Subject, draft: Path, progress: Progress) -> None:
    if isinstance(subject.database, SqliteFile):
        copy_sqlite(subject.database.path, draft, progress)
        return
    copy = open_store(SqliteFile(draft), subject.plan.hall.id)
    try:
        with reading(subject.database) as rows, copy.home.writes.connect() as goal, goal.begin():
            copy_rows(rows, goal, progress)
    finally:
        copy.close()


def _about(subject: Subject, draft: Path, version: str, now: int) -> Manifest:
    meta = read_meta(draft)
    hall = subject.plan.hall
    if meta.get("hall") != hall.id:
        words = f"belongs to hall {meta.get('hall')}, not {hall.id}"
        raise DatabaseError(f"{subject.database}: {words}; give another with --database")
    return Manifest(
        format=FORMAT,
        version=version,
        hall=hall.id,
        name=dict(hall.name),
        at=now,
        schema_=meta["schema"],
        home="sqlite" if isinstance(subject.database, SqliteFile) else "postgresql",
        epoch=int(meta.get("epoch", 0)),
        last_at=int(meta["last_at"]),
        rows=count_rows(draft),
        files={},
    )


@contextmanager
def working_folder(parent: Path) -> Iterator[Path]:
    """A folder for half-made things, for the owner only; what a killed run left is taken away."""
    for left in parent.glob(".backup-*"):
        if not _alive(left.name.removeprefix(".backup-")):
            shutil.rmtree(left, ignore_errors=True)
    folder = parent / f".backup-{os.getpid()}"
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _alive(process: str) -> bool:
    return process.isdigit() and int(process) != os.getpid() and Path(f"/proc/{process}").exists()
