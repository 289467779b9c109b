"""Where a hall's things are on this machine, as the options of a command say it."""

from pathlib import Path
from typing import TYPE_CHECKING

from greenwindow.problems import stop

if TYPE_CHECKING:
    from dispatcher.store.address import DatabaseAddress
    from hall.plan import Plan


def folder_of(plan: "Plan", directory: Path | None) -> Path:
    """What a hall has on this machine."""
    return directory or Path("var") / plan.hall.id


def database_of(folder: Path, database: str | None) -> "DatabaseAddress":
    """The one that is named, or that of the folder; or the end of the command with one line."""
    from dispatcher.errors import DatabaseError  # noqa: PLC0415 - quick --help
    from dispatcher.store.address import SqliteFile, parse_database  # noqa: PLC0415

    try:
        return parse_database(database) if database else SqliteFile(folder / "hall.db")
    except DatabaseError as fault:
        stop(str(fault))
