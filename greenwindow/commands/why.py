"""`greenwindow why`: why a ticket was called, on a recorded day or in a hall that runs, in Chinese and in English."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greenwindow.problems import FAILED, read_bytes, read_plan, stop

if TYPE_CHECKING:
    from dispatcher.past import Past
    from hall import State
    from hall.why import Explanation
    from wire.events import Event


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
        str | None, typer.Option(envvar="GREENWINDOW_DATABASE", help="a path or sqlite:/// URL [DIR/hall.db]")
    ] = None,
    day: Annotated[
        str | None, typer.Option(help="YYYY-MM-DD, of a live hall [the last on which that number was given]")
    ] = None,
) -> None:
    """Says why a ticket was called: the rule, who was passed over and why, and the rules then in force."""
    if len(words) == 3:
        said = _of_a_recording(Path(words[0]), Path(words[1]), words[2])
    elif len(words) == 1:
        said = _of_a_hall(_database(directory, database), words[0], day)
    else:
        stop(
            "why: give HALL.toml COMMANDS.jsonl TICKET for a recorded day, or --dir DIR TICKET for a live hall"
        )
    for text in said:
        typer.echo(text)


def _of_a_recording(hall: Path, commands: Path, ticket: str) -> list[str]:
    from hall import replay as heart  # noqa: PLC0415
    from hall.state import new_state  # noqa: PLC0415

    state = new_state(read_plan(hall))
    lines = read_bytes(commands).split(b"\n")
    teller = _Teller(state, lambda _: ticket)
    recorder = heart.Replay(state, teller.put)
    try:
        for number, line in enumerate(lines, 1):
            if line.strip():
                recorder.follow(number, line.strip())
    except heart.ReplayError as fault:
        stop(f"{commands}: {fault}")
    if not teller.said:
        stop(f"{commands}: there is no ticket {ticket} in it; look at the number again", code=FAILED)
    return teller.said


def _database(directory: Path | None, database: str | None) -> Path:
    from dispatcher.errors import DatabaseError  # noqa: PLC0415
    from dispatcher.store import database_path  # noqa: PLC0415

    if database is not None:
        try:
            return database_path(database)
        except DatabaseError as fault:
            stop(str(fault))
    if directory is None:
        stop("why: give --dir DIR of a live hall, or HALL.toml COMMANDS.jsonl before the ticket")
    return directory / "hall.db"


def _of_a_hall(path: Path, ticket: str, day: str | None) -> list[str]:
    from dispatcher.errors import DatabaseError  # noqa: PLC0415
    from dispatcher.past import Past  # noqa: PLC0415

    try:
        past = Past(path)
        try:
            return _told(past, ticket, _day(path, past.days_of(ticket), ticket, day))
        finally:
            past.close()
    except DatabaseError as fault:
        stop(str(fault))


def _day(path: Path, days: list[str], ticket: str, wanted: str | None) -> str:
    try:
        day = None if wanted is None else date.fromisoformat(wanted).isoformat()
    except ValueError:
        stop(f"--day: {wanted} is not a day; write it as 2026-11-20")
    if not days:
        stop(f"{path}: there is no ticket {ticket} in it; look at the number again", code=FAILED)
    if day is not None and day not in days:
        given = f"it was given on {', '.join(days[-5:])}"
        stop(f"{path}: there is no ticket {ticket} of {day}; {given}", code=FAILED)
    return day or days[-1]


def _told(past: "Past", ticket: str, day: str) -> list[str]:
    from dispatcher.past import NewRules  # noqa: PLC0415
    from hall import change_plan  # noqa: PLC0415

    stretch = past.stretch(day, ticket)
    teller = _Teller(stretch.state, lambda state: ticket if str(state.day) == day else None)
    for step in stretch.steps:
        if isinstance(step, NewRules):
            change_plan(stretch.state, step.plan)
        else:
            teller.put(step)
    return teller.said


class _Teller:
    """Follows a number through the events; `wanted` says which, of the day that the state is at."""

    def __init__(self, state: "State", wanted: "Callable[[State], str | None]") -> None:
        from hall.why import Watcher  # noqa: PLC0415
        from hall.why_words import local_clock  # noqa: PLC0415

        self.said: list[str] = []
        self._watcher = Watcher(state)
        self._wanted = wanted
        self._clock = local_clock(state.plan.hall.zone)

    def put(self, event: "Event") -> None:
        """Into the state, saying what concerns the ticket."""
        ticket = self._wanted(self._watcher.state)
        told = self._watcher.see(event)
        if ticket is None or getattr(event, "ticket", None) != ticket:
            return
        if told is None:
            self.said.append(self._step(event))
        else:
            self._explain(told)

    def _step(self, event: "Event") -> str:
        from wire.events import TicketIssued  # noqa: PLC0415

        if isinstance(event, TicketIssued):
            day, needs = self._watcher.state.day, ", ".join(event.services)
            return f"{day} {event.ticket}\n{self._clock(event.at)} 取票 · was issued for {needs}"
        zh, en = _STEPS[event.type]
        return f"{self._clock(event.at)} {zh} · {en}"

    def _explain(self, told: "Explanation") -> None:
        from hall.why_words import words  # noqa: PLC0415

        zh, en = words(told, self._clock)
        self.said += [*zh, *en]


_STEPS = {
    "ticket_recalled": ("再次呼叫", "was called again"),
    "service_started": ("开始办理", "service began"),
    "service_finished": ("办理完毕", "was done there"),
    "ticket_no_show": ("无人应答", "nobody came"),
    "ticket_requeued": ("重新排队", "waits again"),
    "ticket_transferred": ("转办", "was transferred"),
    "ticket_held": ("暂缓", "was set aside"),
    "ticket_resumed": ("恢复等候", "waits again"),
    "ticket_cancelled": ("取消", "was cancelled"),
    "ticket_expired": ("当日结束，作废", "expired with its day"),
    "ticket_printed": ("票已打印", "was printed"),
    "print_failed": ("票未打印", "was not printed"),
    "rated": ("已评价", "was rated"),
}
