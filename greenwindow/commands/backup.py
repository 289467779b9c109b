"""`greenwindow backup`: everything of a hall in one file, while the hall runs."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greenwindow.arguments import Database, Folder, HallFile
from greenwindow.problems import read_plan, stop

if TYPE_CHECKING:
    from dispatcher.care.archive import Manifest
    from hall.plan import Plan


def backup(
    hall: HallFile,
    directory: Folder = None,
    database: Database = None,
    to: Annotated[
        Path | None, typer.Option(metavar="FILE", help="the backup [DIR/backups/<hall>-<time>.gwbackup]")
    ] = None,
    keep: Annotated[
        int, typer.Option(min=1, max=10_000, help="without --to: how many backups are kept")
    ] = 14,
) -> None:
    """Writes database, hall file, credentials and pki into one file, while the dispatcher runs.

    The file holds passwords and keys: it is for its owner only (mode 0600). Keep a copy on another machine.
    """
    from dispatcher.care.backup import Subject, take_backup  # noqa: PLC0415 - quick --help
    from dispatcher.care.shelf import clear_out, default_name, remember  # noqa: PLC0415
    from dispatcher.errors import DispatcherError  # noqa: PLC0415
    from greenwindow import VERSION  # noqa: PLC0415
    from greenwindow.places import database_of, folder_of  # noqa: PLC0415
    from runtime import SystemClock  # noqa: PLC0415

    plan, now = read_plan(hall), SystemClock().now_ms()
    folder = folder_of(plan, directory)
    if to is not None and not to.parent.is_dir():
        stop(
            f"{to.parent}: there is no such folder; is the stick or disk mounted? If it should be here, make it first"
        )
    target = to or default_name(folder, plan.hall.id, now, plan.hall.zone)
    os.nice(10)  # whoever presses comes first
    try:
        subject = Subject(plan, hall, folder, database_of(folder, database))
        manifest = take_backup(subject, target, version=VERSION, now=now, progress=progress_line())
        remember(folder, target, manifest)
        gone = clear_out(folder, plan.hall.id, keep) if to is None else []
    except DispatcherError as fault:
        stop(str(fault))
    except OSError as fault:
        stop(f"{fault.filename or folder}: {fault.strerror or fault}; make room, or choose another --dir")
    _say(plan, target, manifest, len(gone))


def _say(plan: "Plan", target: Path, manifest: "Manifest", gone: int) -> None:
    from greenwindow.words import local_time, size  # noqa: PLC0415

    rows, until = manifest.rows, local_time(plan.hall.zone, manifest.last_at)
    large, tickets = size(target.stat().st_size), rows.get("ticket", 0)
    typer.echo(f"{target}: {large}")
    typer.echo(f"已备份：{tickets} 张票，记录到 {until}{f'；清除旧备份 {gone} 份' if gone else ''}")
    typer.echo(
        f"backed up: {tickets} tickets, the journal up to {until}{f'; {gone} old ones removed' if gone else ''}"
    )


def progress_line() -> Callable[[float], None]:
    """A line that is written over, on a terminal only."""
    shown = -1

    def show(share: float) -> None:
        nonlocal shown
        if int(share * 100) != shown:
            shown = int(share * 100)
            print(f"\r{shown} %", end="\n" if shown == 100 else "", file=sys.stderr, flush=True)

    return show if sys.stderr.isatty() else lambda _: None
