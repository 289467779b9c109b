"""`greenwindow why`: why a ticket was called, on a recorded day or in a hall that runs, in Chinese and in English."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greenwindow.problems import FAILED, read_bytes, read_plan, stop

if TYPE_CHECKING:
    from dispatcher.past import Past, Stretch
    from dispatcher.store import DatabaseAddress
    from hall.why import Story, Switch, Watcher


def why(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[HALL.toml COMMANDS.jsonl] TICKET",
            help="a number, as A012; of a recorded day, as for replay, with that day's two files before it",
        ),
    ],
    directory: Annotated[
        Path | None,
        typer.Option("--dir", envvar="GREENWINDOW_DIR", help="of a live hall: what it has on this machine"),
    ] = None,
    database: Annotated[
        str | None, typer.Option(envvar="GREENWINDOW_DATABASE", help="a path or URL [DIR/hall.db]")
    ] = None,
    day: Annotated[
        str | None, typer.Option(help="YYYY-MM-DD, of a live hall [the last on which that number was given]")
    ] = None,
    everyone: Annotated[
        bool, typer.Option("--all", help="name all who were passed over [the ten who were ready longest]")
    ] = False,
) -> None:
    """Says why a ticket was called: the rule, who was passed over and why, and the rules then in force."""
    from hall.why import MOST  # noqa: PLC0415

    most = None if everyone else MOST
    words = [*words[:-1], words[-1].upper()]  # numbers have capitals, fingers not always
    if len(words) == 3:
        said = _of_a_recording(Path(words[0]), Path(words[1]), words[2], most)
    elif len(words) == 1:
        said = _of_a_hall(_database(directory, database), words[0], day, most)
    else:
        stop(
            "why: give HALL.toml COMMANDS.jsonl TICKET for a recorded day, or --dir DIR TICKET for a live hall"
        )
    for text in said:
        typer.echo(text)


def _of_a_recording(hall: Path, commands: Path, ticket: str, most: int | None) -> list[str]:
    from hall import replay as heart  # noqa: PLC0415
    from hall.state import new_state  # noqa: PLC0415
    from hall.why import Story  # noqa: PLC0415

    state = new_state(read_plan(hall))
    lines = read_bytes(commands).split(b"\n")
    story = Story(state, lambda _: ticket, most=most)
    recorder = heart.Replay(state, story.see)
    try:
        for number, line in enumerate(lines, 1):
            if line.strip():
                recorder.follow(number, line.strip())
    except heart.ReplayError as fault:
        stop(f"{commands}: {fault}")
    if not story.said:
        stop(f"{commands}: there is no ticket {ticket} in it; look at the number again", code=FAILED)
    return story.said


def _database(directory: Path | None, database: str | None) -> "DatabaseAddress":
    from dispatcher.errors import DatabaseError  # noqa: PLC0415
    from dispatcher.store import SqliteFile, parse_database  # noqa: PLC0415

    if database is not None:
        try:
            return parse_database(database)
        except DatabaseError as fault:
            stop(str(fault))
    if directory is None:
        stop("why: give --dir DIR of a live hall, or HALL.toml COMMANDS.jsonl before the ticket")
    return SqliteFile(directory / "hall.db")


def _of_a_hall(address: "DatabaseAddress", ticket: str, day: str | None, most: int | None) -> list[str]:
    from dispatcher.errors import DatabaseError  # noqa: PLC0415
    from dispatcher.past import Past  # noqa: PLC0415
    from hall import ImpossibleEventError  # noqa: PLC0415

    try:
        past = Past(address)
        try:
            return _told(past, ticket, _day(address, past.days_of(ticket), ticket, day), most)
        finally:
            past.close()
    except DatabaseError as fault:
        stop(str(fault))
    except ImpossibleEventError as fault:
        words = f"an entry of that day can't be followed ({fault}), so its calls can't be explained"
        stop(f"{address}: {words}; the hall itself is none the worse", code=FAILED)


def _day(address: "DatabaseAddress", days: list[str], ticket: str, wanted: str | None) -> str:
    try:
        day = None if wanted is None else date.fromisoformat(wanted).isoformat()
    except ValueError:
        stop(f"--day: {wanted} is not a day; write it as 2026-11-20")
    if not days:
        stop(f"{address}: there is no ticket {ticket} in it; look at the number again", code=FAILED)
    if day is not None and day not in days:
        given = f"it was given on {', '.join(days[-5:])}"
        stop(f"{address}: there is no ticket {ticket} of {day}; {given}", code=FAILED)
    return day or days[-1]


def _told(past: "Past", ticket: str, day: str, most: int | None) -> list[str]:
    from hall.why import Story  # noqa: PLC0415

    stretch = past.stretch(day)
    switches = _switches(past, stretch)
    story = Story(stretch.state, lambda state: ticket if str(state.day) == day else None, switches, most)
    _follow(story, stretch)
    return story.said


def _switches(past: "Past", stretch: "Stretch") -> "dict[str, Switch]":
    """How the green windows that are not at rest when that stretch begins were last switched."""
    from hall.why import Watcher  # noqa: PLC0415
    from wire.terms import GreenMode  # noqa: PLC0415

    found: dict[str, Switch] = {}
    for green in stretch.state.greens:
        at_rest = green.mode is GreenMode.AUTO and not green.engaged
        earlier = None if at_rest else past.last_switch(green.id, stretch.begin)
        if earlier is not None:
            watcher = Watcher(earlier.state)
            _follow(watcher, earlier)
            if green.id in watcher.switches:
                found[green.id] = watcher.switches[green.id]
    return found


def _follow(goer: "Story | Watcher", stretch: "Stretch") -> None:
    from dispatcher.past import NewRules  # noqa: PLC0415

    for step in stretch.steps:
        if isinstance(step, NewRules):
            goer.change_plan(step.plan)
        else:
            goer.see(step)
