"""`greenwindow why`: why a ticket of a recorded day was called, in Chinese and in English."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from greenwindow.problems import FAILED, read_bytes, read_plan, stop

if TYPE_CHECKING:
    from hall import State
    from hall.why import Explanation
    from wire.events import Event


def why(
    hall: Annotated[Path, typer.Argument(metavar="HALL.toml", help="the hall file")],
    commands: Annotated[
        Path, typer.Argument(metavar="COMMANDS.jsonl", help="the recorded day, as for replay")
    ],
    ticket: Annotated[str, typer.Argument(metavar="TICKET", help="the number, as A012")],
) -> None:
    """Says why a ticket was called: the rule, who was passed over and why, and the rules then in force."""
    from hall import replay as heart  # noqa: PLC0415
    from hall.state import new_state  # noqa: PLC0415

    state = new_state(read_plan(hall))
    lines = read_bytes(commands).split(b"\n")
    teller = _Teller(state, ticket)
    recorder = heart.Replay(state, teller.put)
    try:
        for number, line in enumerate(lines, 1):
            if line.strip():
                recorder.follow(number, line.strip())
    except heart.ReplayError as fault:
        stop(f"{commands}: {fault}")
    if not teller.said:
        stop(f"{commands}: there is no ticket {ticket} in it; look at the number again", code=FAILED)
    for text in teller.said:
        typer.echo(text)


class _Teller:
    """Follows one number through the events, over all the days they cover."""

    def __init__(self, state: "State", ticket: str) -> None:
        from hall.why import Watcher  # noqa: PLC0415
        from hall.why_words import local_clock  # noqa: PLC0415

        self.said: list[str] = []
        self._watcher = Watcher(state)
        self._ticket = ticket
        self._clock = local_clock(state.plan.hall.zone)

    def put(self, event: "Event") -> None:
        """Into the state, saying what concerns the ticket."""
        told = self._watcher.see(event)
        if getattr(event, "ticket", None) != self._ticket:
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
