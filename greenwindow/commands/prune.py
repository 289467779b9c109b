"""`greenwindow prune`: what a hall's database forgets by age, now instead of little by little."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greenwindow.arguments import Database, Folder
from greenwindow.problems import read_plan, stop

if TYPE_CHECKING:
    from dispatcher.care.keeping import Bounds
    from dispatcher.store.address import DatabaseAddress
    from hall.plan import Plan

_BATCH = 2000
_WORDS = {
    "booking_phone": "预约电话尾号 · last phone digits of bookings whose day is over",
    "personal": "个人信息 · what is personal, in entries of the journal",
    "snapshot": "每日起始状态 · states that days began with",
    "announcement": "播报文字 · announcements",
    "reply": "应答 · replies",
    "journal": "记录 · entries of the journal",
    "ticket": "票 · tickets",
    "shown": "显示记录 · notes of what was shown",
}


def prune(
    hall: Annotated[
        Path, typer.Argument(metavar="HALL.toml", help="the hall file; its [keep] says until when")
    ],
    directory: Folder = None,
    database: Database = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="only says what would go; the dispatcher may run")
    ] = False,
) -> None:
    """Forgets what is older than the hall file's [keep] says: what is personal first, later the rest.

    A dispatcher that runs does it by itself in quiet moments; this is for one that is stopped.
    """
    from dispatcher.errors import DispatcherError  # noqa: PLC0415 - quick --help
    from greenwindow.places import database_of, folder_of  # noqa: PLC0415
    from runtime import SystemClock  # noqa: PLC0415

    plan, now = read_plan(hall), SystemClock().now_ms()
    address = database_of(folder_of(plan, directory), database)
    try:
        until = _until(plan, now)
        found = _look(address, plan.hall.id, until)
        if dry_run:
            _say_until(address, until)
        else:
            _forget(address, plan.hall.id, until)
            left = _look(address, plan.hall.id, until)
            found = {name: count - left[name] for name, count in found.items()}
    except DispatcherError as fault:
        stop(str(fault))
    _say(found, dry_run=dry_run)


def _until(plan: "Plan", now: int) -> "Bounds":
    from dispatcher.care.keeping import bounds  # noqa: PLC0415
    from hall import new_state  # noqa: PLC0415

    return bounds(new_state(plan), now)


def _look(address: "DatabaseAddress", hall: str, until: "Bounds") -> dict[str, int]:
    """What would go; raises DatabaseError for another hall's database."""
    from dispatcher.care.looking import check_hall, reading  # noqa: PLC0415
    from dispatcher.care.prune import survey  # noqa: PLC0415

    with reading(address) as connection:
        check_hall(connection, str(address), hall)
        return survey(connection, until)


def _say_until(address: "DatabaseAddress", until: "Bounds") -> None:
    personal, rest = until.personal_day, until.journal_day
    typer.echo(f"{address}: 个人信息保留自 {personal}，记录保留自 {rest}")
    typer.echo(f"{address}: what is personal is kept from {personal} on, the rest from {rest} on")


def _forget(address: "DatabaseAddress", hall: str, until: "Bounds") -> None:
    from dispatcher.care.prune import prune as step  # noqa: PLC0415
    from dispatcher.errors import DatabaseError, StoreFailure  # noqa: PLC0415
    from dispatcher.store import open_store  # noqa: PLC0415

    store = open_store(address, hall)
    _say_until(address, until)
    try:
        while store.tidy(lambda connection: step(connection, until, _BATCH)):
            store.keep()
    except StoreFailure as fault:
        raise DatabaseError(
            f"{address}: cannot be written: {fault}; what was done so far stays done"
        ) from None
    finally:
        store.close()


def _say(found: dict[str, int], *, dry_run: bool) -> None:
    if not any(found.values()):
        typer.echo("没有过期内容 · nothing is too old")
        return
    typer.echo("将清除 · would go:" if dry_run else "已清除 · gone:")
    for name, count in found.items():
        if count:
            typer.echo(f"{count:>9}  {_WORDS[name]}")
