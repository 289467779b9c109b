"""`greenwindow book`: appointments from a CSV file, through the broker, as a console would book them."""

import queue
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greenwindow import VERSION
from greenwindow.arguments import Folder, HallFile
from greenwindow.problems import FAILED, read_plan, stop

if TYPE_CHECKING:
    from greenwindow.bookings import Booking, Tally
    from hall.plan import Plan
    from runtime import BrokerUrl, Delivery

_PATIENCE_S = 5.0


def book(
    hall: HallFile,
    bookings: Annotated[Path, typer.Argument(metavar="BOOKINGS.csv", help="one appointment a line")],
    directory: Folder = None,
    broker: Annotated[
        str | None, typer.Option(envvar="GREENWINDOW_BROKER", help="a console's broker URL, instead of --dir")
    ] = None,
    device: Annotated[
        str | None, typer.Option(envvar="GREENWINDOW_DEVICE", help="which console [the hall file's last]")
    ] = None,
) -> None:
    """Books the appointments of a CSV file; nothing of it unless every line is right, and nothing twice."""
    from greenwindow.bookings import BookingsError, read_bookings  # noqa: PLC0415 - quick --help
    from runtime import BrokerError, UrlError, find_broker_url  # noqa: PLC0415

    plan = read_plan(hall)
    try:
        found = read_bookings(bookings, plan)
        url = find_broker_url(
            directory or Path("var") / plan.hall.id, device or _console(hall, plan, broker), broker
        )
        coming = _coming(found, plan)
        tally = _bring(url, coming)
    except BookingsError as fault:
        stop(*fault.faults)
    except (UrlError, BrokerError) as fault:
        stop(str(fault))
    _report(bookings, tally, len(found) - len(coming))


def _coming(bookings: "Sequence[Booking]", plan: "Plan") -> "Sequence[Booking]":
    """Those of today and later, by the hall's calendar: the hall forgets a day that is over."""
    from runtime import SystemClock  # noqa: PLC0415

    zone = plan.hall.zone
    today = datetime.fromtimestamp(SystemClock().now_ms() / 1000, zone).date()
    return [b for b in bookings if datetime.fromtimestamp(b.slot / 1000, zone).date() >= today]


def _console(hall: Path, plan: "Plan", broker: str | None) -> str | None:
    """The last console of the hall file: the first is likely to be somebody's desk, and a device is connected once."""
    from wire.terms import DeviceKind  # noqa: PLC0415

    consoles = [device.id for device in plan.devices if device.kind is DeviceKind.CONSOLE]
    if not consoles and broker is None:
        stop(f"{hall}: names no console; add a [[device]] of kind console for the bookings")
    return consoles[-1] if consoles else None


def _bring(url: "BrokerUrl", bookings: "Sequence[Booking]") -> "Tally":
    from greenwindow.bookings import book_all  # noqa: PLC0415
    from runtime import Station, SystemClock, command_id  # noqa: PLC0415

    inbox: queue.SimpleQueue[Delivery] = queue.SimpleQueue()
    clock = SystemClock()

    def new_id() -> str:
        return command_id(clock)

    station = Station(
        url, kind="console", version=VERSION, deliver=inbox.put, clock=clock, new_id=new_id
    )  # fmt: skip
    station.start()
    try:
        _wait_for_dispatcher(inbox)
        return book_all(station, inbox, bookings, new_id, _progress(len(bookings)), clock.monotonic)
    finally:
        station.stop()


def _wait_for_dispatcher(inbox: "queue.SimpleQueue[Delivery]") -> None:
    """By its heartbeat: then the commands are dated by its time."""
    from runtime import Online, SystemClock  # noqa: PLC0415

    clock = SystemClock()
    until = clock.monotonic() + _PATIENCE_S
    while (left := until - clock.monotonic()) > 0:
        try:
            told = inbox.get(timeout=left)
        except queue.Empty:
            break
        if isinstance(told, Online) and told.online:
            return
    stop(
        "the hall's dispatcher is not running; start `greenwindow dispatcher`, then bring the file again",
        code=FAILED,
    )


def _progress(count: int) -> Callable[[int], None]:
    """A line that is written over, on a terminal only."""

    def show(done: int) -> None:
        print(f"\r{done}/{count}", end="\n" if done == count else "", file=sys.stderr, flush=True)

    return show if sys.stderr.isatty() else lambda _: None


def _report(path: Path, tally: "Tally", over: int) -> None:
    for outcome in sorted(tally.refused, key=lambda outcome: outcome.booking.line):
        booking = outcome.booking
        typer.echo(f"{path}:{booking.line}: {booking.appointment} is not booked: {outcome.words}", err=True)
    refused = len(tally.refused)
    typer.echo(
        f"{path}: {tally.booked} booked, {tally.there} there already, {refused} refused, {over} of days gone by"
    )
    if refused:
        raise typer.Exit(FAILED)
