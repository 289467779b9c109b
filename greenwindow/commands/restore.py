"""`greenwindow restore`: a hall from its backup, and what nobody knows any more."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greenwindow.arguments import Database
from greenwindow.problems import stop

if TYPE_CHECKING:
    from dispatcher.care.restore import Restored


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="a file that `greenwindow backup` made")],
    directory: Annotated[
        Path | None,
        typer.Option("--dir", envvar="GREENWINDOW_DIR", help="what the hall has here [var/<hall id>]"),
    ] = None,
    database: Database = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="move what is there aside, and say where it lies then")
    ] = False,
) -> None:
    """Checks a backup and puts database, hall file, credentials and pki in place; the dispatcher must not run.

    From SQLite into PostgreSQL and back as well. An older backup is brought up to date.
    """
    from dispatcher.care.archive import open_archive  # noqa: PLC0415 - quick --help
    from dispatcher.care.restore import restore_backup  # noqa: PLC0415
    from dispatcher.errors import DispatcherError  # noqa: PLC0415
    from greenwindow.commands.backup import progress_line  # noqa: PLC0415
    from greenwindow.places import database_of  # noqa: PLC0415
    from runtime import SystemClock  # noqa: PLC0415

    now = SystemClock().now_ms()
    try:
        if directory is None:
            with open_archive(file) as archive:
                directory = Path("var") / archive.manifest.hall
        home = database_of(directory, database)
        done = restore_backup(file, directory, home, replace=replace, now=now, progress=progress_line())
    except DispatcherError as fault:
        stop(str(fault))
    for line in restored_words(done, directory, str(home), now):
        typer.echo(line)


def restored_words(done: "Restored", folder: Path, database: str, now: int) -> list[str]:
    """What was done, what is unknown, and what to do now; Chinese first, line by line."""
    from greenwindow.words import local_time  # noqa: PLC0415

    zone = done.plan.plan.hall.zone
    taken = local_time(zone, done.manifest.at)
    rows = done.manifest.rows
    lines = [
        f"已恢复：{database}（{rows.get('ticket', 0)} 张票）；厅配置 {done.hall_file}",
        f"restored: {database} ({rows.get('ticket', 0)} tickets); the hall file is {done.hall_file}",
        *(f"原有文件移至 · what was there lies now in: {name}" for name in done.aside),
        *(f"保留未动 · left as it was, differs from the backup: {name}" for name in done.left),
        f"备份时间 {taken}；此后的票、叫号、评价均不在其中。",
        f"the backup was taken at {taken}: tickets, calls and opinions of after it are not in it.",
    ]
    if taken[:10] == local_time(zone, now)[:10]:
        lines += [
            "之后已办结的票会再次排队：叫号无人应答即为过号。持有系统不认识的号的居民，请重新取号。",
            "tickets served since then wait again: call them, nobody comes, mark a no-show. Residents whose number is "
            "unknown take a new one.",
        ]
    if done.leap.numbers:
        goes_on = ", ".join(f"{prefix}{last + 1:03d}" for prefix, last in done.leap.numbers.items())
        lines += [
            f"为避免重号，今天的号码从 {goes_on} 继续；更小的号可能已在居民手中。",
            f"so that no number is given twice, today's go on from {goes_on}; lower ones may be on paper.",
        ]
    if done.leap.guessed:
        lines += [
            "原来的数据库读不到，以上号码是估计的：假定备份之后每台取号设备平均每 5 秒至多出一张票。"
            "若出得更快，请先核对已发出的号，再开门。",
            "the database that was lost can't be read, so this is reckoned: at most one ticket in 5 s at each kiosk, "
            "guide and console since the backup. If there were more, look at the last numbers on paper first.",
        ]
    return [
        *lines,
        "现在启动 broker 与 dispatcher；各终端密码与备份时相同。",
        f"now start `greenwindow broker {done.hall_file} --dir {folder}` and the dispatcher; the devices' "
        "passwords are those of the backup.",
    ]
