"""From a backup to a hall that goes on: checked whole, brought up to date, and put in place at the very end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dispatcher.care.archive import (
    DATABASE,
    HALL_FILE,
    KEPT_FOLDERS,
    Archive,
    Manifest,
    open_archive,
    sync_folder,
)
from dispatcher.care.backup import working_folder
from dispatcher.care.copying import Progress
from dispatcher.care.given import Known, Promised, promise, promised_here
from dispatcher.care.leap import Leap, leap
from dispatcher.care.places import ASIDE, Place, held_place
from dispatcher.errors import CareError, StoreFailure
from dispatcher.planfile import PlanText, plan_from_text
from dispatcher.store import open_store
from dispatcher.store.address import DatabaseAddress, SqliteFile
from hall.plan import PlanError

_UNPACKING, _UPDATING = 0.5, 0.6
"""Shares of the work that are done after unpacking, and after the leap."""


@dataclass(frozen=True)
class Restored:
    """What was done, and what nobody knows any more."""

    manifest: Manifest
    plan: PlanText
    hall_file: Path
    leap: Leap
    aside: tuple[str, ...]
    """Where that lies which was moved away."""
    left: tuple[str, ...]
    """Files that were there, differ from the backup's, and were left as they are."""


def restore_backup(
    file: Path, folder: Path, database: DatabaseAddress, *, replace: bool, now: int, progress: Progress
) -> Restored:
    """Into that folder and that database. Until the end nothing that was there is touched.

    Raises CareError, DatabaseError (InUseError while a dispatcher runs).
    """
    with open_archive(file) as archive:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with working_folder(folder) as work:
                return _restore(archive, work, folder, database, replace, now, progress)
        except OSError as fault:
            raise CareError(
                f"{fault.filename or folder}: {fault.strerror or fault}; nothing was restored"
            ) from None
        except StoreFailure as fault:
            raise CareError(f"{file}: its database can't be brought up to date: {fault}") from None


def _restore(
    archive: Archive, work: Path, folder: Path, database: DatabaseAddress, replace: bool, now: int,
    progress: Progress,
) -> Restored:  # fmt: skip
    manifest = archive.manifest
    with held_place(database) as place:
        place.check_free(manifest.hall, replace=replace)
        archive.extract(work, lambda share: progress(share * _UNPACKING))
        plan = _plan(archive.path, work / HALL_FILE)
        found = _leap(
            archive.path, manifest, work / DATABASE, plan, now, _Asked(place, manifest.hall, folder)
        )
        if found.numbers:
            promise(folder, Promised(day=found.day, at=now, numbers=found.numbers))
        aside = f"{ASIDE}{datetime.fromtimestamp(now / 1000, plan.plan.hall.zone):%Y%m%d-%H%M%S}"
        rest = 1 - _UPDATING
        moved = place.put(
            work / DATABASE, manifest.hall, aside, lambda share: progress(_UPDATING + share * rest)
        )
        files = _Files(work, folder, folder / aside, replace=replace)
        files.place()
    names = ([] if moved is None else [moved]) + files.moved
    return Restored(manifest, plan, folder / HALL_FILE, found, tuple(names), tuple(files.left))


def _plan(file: Path, path: Path) -> PlanText:
    try:
        return plan_from_text(path.read_text(encoding="utf-8"))
    except (PlanError, UnicodeDecodeError) as fault:
        first = fault.faults[0] if isinstance(fault, PlanError) else fault
        words = f"the hall file in it is none to this version: {first}"
        raise CareError(f"{file}: {words}; install the version that made it") from None


@dataclass(frozen=True)
class _Asked:
    """Asks everything here that may know of a day's numbers."""

    place: Place
    hall: str
    folder: Path

    def __call__(self, day: str) -> Known:
        there = self.place.known(self.hall, day)
        return Known(there.given, there.certain, promised_here(self.folder, day))


def _leap(
    file: Path, manifest: Manifest, draft: Path, plan: PlanText, now: int, known: Callable[[str], Known]
) -> Leap:
    if plan.plan.hall.id != manifest.hall:
        raise CareError(f"{file}: is damaged (its hall file is of {plan.plan.hall.id}); use another backup")
    store = open_store(SqliteFile(draft), manifest.hall)
    try:
        return leap(store, plan, manifest.at, now, known)
    finally:
        store.close()  # whole in one file: the last connection takes the -wal away


class _Files:
    """Hall file, credentials and pki."""

    def __init__(self, work: Path, folder: Path, aside: Path, *, replace: bool) -> None:
        self._work, self._folder, self._aside, self._replace = work, folder, aside, replace
        self.moved: list[str] = []
        self.left: list[str] = []

    def place(self) -> None:
        """Each where it belongs; one that is there and says something else only with `replace`."""
        for name in (HALL_FILE, *KEPT_FOLDERS):
            source = self._work / name
            for path in [source] if source.is_file() else sorted(source.rglob("*")):
                if path.is_file():
                    self._one(path, path.relative_to(self._work))
        sync_folder(self._folder)

    def _one(self, path: Path, name: Path) -> None:
        goal = self._folder / name
        if goal.exists() and goal.read_bytes() == path.read_bytes():
            return
        if goal.exists() and not self._replace:
            self.left.append(str(goal))
            return
        if goal.exists():
            away = self._aside / name
            away.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            goal.rename(away)
            self.moved.append(str(away))
        goal.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.rename(goal)
        sync_folder(goal.parent)
