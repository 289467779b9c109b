"""What is examined: a hall on this machine, as the command's options name it."""

from dataclasses import dataclass, field
from pathlib import Path

from dispatcher.logo import read_logo
from dispatcher.store.address import DatabaseAddress, SqliteFile
from greenwindow.doctor.ear import Heard
from hall.plan import Plan, PlanError, load_plan
from runtime import Clock


@dataclass(frozen=True)
class Patient:
    """The hall file may be faulty and everything else down: that is when one looks."""

    hall_file: Path
    plan: Plan | None
    faults: tuple[str, ...]
    """Of the hall file; there is no plan then."""
    unreadable: bool
    """There is no such file, or it can't be read."""
    folder: Path | None
    """None where neither the hall file nor an option tells it."""
    database: DatabaseAddress | None
    clock: Clock
    heard: Heard = field(default_factory=Heard)
    """What the broker told."""


def find_patient(
    hall_file: Path, folder: Path | None, database: DatabaseAddress | None, clock: Clock
) -> Patient:
    """As far as it can be found; nothing is asked yet."""
    plan, faults, unreadable = _plan(hall_file)
    if folder is None and plan is not None:
        folder = Path("var") / plan.hall.id
    if database is None and folder is not None:
        database = SqliteFile(folder / "hall.db")
    return Patient(hall_file, plan, faults, unreadable, folder, database, clock)


def _plan(path: Path) -> tuple[Plan | None, tuple[str, ...], bool]:
    try:
        plan = load_plan(path.read_bytes())
        read_logo(plan, path)
        return plan, (), False
    except PlanError as fault:
        return None, tuple(map(str, fault.faults)), False
    except OSError as fault:
        return None, (fault.strerror or str(fault),), True
