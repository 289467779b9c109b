"""`greenwindow clock`: the hall's time beside the machine's, and going on from now when the hall is ahead."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greenwindow.arguments import Database, Folder, HallFile
from greenwindow.problems import FAILED, read_plan, stop

if TYPE_CHECKING:
    from dispatcher.care.set_right import SetRight
    from dispatcher.store.address import DatabaseAddress
    from hall.plan import Plan


def clock(
    hall: HallFile,
    directory: Folder = None,
    database: Database = None,
    is_right: Annotated[
        bool,
        typer.Option(
            "--is-right",
            help="this machine's clock is right now, and had been ahead: the hall goes on from now; those who wait "
            "need new tickets",
        ),
    ] = False,
) -> None:
    """Says how far the hall is ahead of this machine's clock, because that had been wrong.

    With --is-right, while the dispatcher is stopped, the hall goes on from now; numbers go on above those given.
    """
    from dispatcher.errors import DispatcherError  # noqa: PLC0415 - quick --help
    from greenwindow.places import database_of, folder_of  # noqa: PLC0415
    from runtime import SystemClock  # noqa: PLC0415

    plan, now = read_plan(hall), SystemClock().now_ms()
    address = database_of(folder_of(plan, directory), database)
    try:
        if is_right:
            _set_right(hall, plan, address, now)
        else:
            _compare(hall, plan, address, now)
    except DispatcherError as fault:
        stop(str(fault))


def _compare(hall: Path, plan: "Plan", address: "DatabaseAddress", now: int) -> None:
    from dispatcher.care.looking import check_hall, reading  # noqa: PLC0415
    from dispatcher.care.set_right import last_moment  # noqa: PLC0415
    from dispatcher.clock_watch import FAR_MS  # noqa: PLC0415

    with reading(address) as connection:
        check_hall(connection, str(address), plan.hall.id)
        was = last_moment(connection)
    typer.echo(f"本机时间 · this machine's clock: {_local(plan, now)}")
    typer.echo(f"厅内最近记录 · the hall's last entry: {_local(plan, was)}")
    if was - now <= FAR_MS:
        typer.echo("时间正常，无需处理 · the hall is not ahead: nothing to do")
        return
    order = f"greenwindow clock {hall} --is-right"
    typer.echo(
        f"厅内时间超前：若本机时间正确，请在无人等候时停止调度程序并运行 {order}；若不正确，请校准时钟。"
    )
    typer.echo(
        f"the hall is ahead: if this machine's clock is right, stop the dispatcher when nobody waits and run {order}; "
        "if it is wrong, set it."
    )
    raise typer.Exit(FAILED)


def _set_right(hall: Path, plan: "Plan", address: "DatabaseAddress", now: int) -> None:
    from dispatcher.care.looking import check_hall, reading  # noqa: PLC0415
    from dispatcher.care.set_right import set_clock_right  # noqa: PLC0415
    from dispatcher.errors import DatabaseError, StoreFailure  # noqa: PLC0415
    from dispatcher.planfile import PlanFile  # noqa: PLC0415
    from dispatcher.store import open_store  # noqa: PLC0415

    with reading(address) as connection:  # makes none where there is none
        check_hall(connection, str(address), plan.hall.id)
    store = open_store(address, plan.hall.id)
    try:
        done = set_clock_right(store, PlanFile(hall).read(), now)
    except StoreFailure as fault:
        raise DatabaseError(f"{address}: cannot be written: {fault}; nothing was changed") from None
    finally:
        store.close()
    if done is None:
        typer.echo("时间正常，未作改动 · the hall is not ahead of the clock: nothing was changed")
        return
    _say(plan, done, now)


def _say(plan: "Plan", done: "SetRight", now: int) -> None:
    was, is_ = _local(plan, done.was), _local(plan, now)
    typer.echo(f"厅内时间由 {was} 改为 {is_}；作废未办结的票 {done.expired} 张，持票居民请重新取号。")
    typer.echo(
        f"the hall was at {was} and goes on from {is_}; {done.expired} tickets expired: take new ones."
    )
    if done.numbers:
        goes_on = ", ".join(f"{prefix}{last + 1:03d}" for prefix, last in sorted(done.numbers.items()))
        typer.echo(f"今天的号码从 {goes_on} 继续 · today's numbers go on from {goes_on}")
    typer.echo("现在启动调度程序 · now start the dispatcher")


def _local(plan: "Plan", moment: int) -> str:
    from greenwindow.words import local_time  # noqa: PLC0415

    return local_time(plan.hall.zone, moment)
