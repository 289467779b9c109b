"""The way of one number through the events: its steps, and of every call why it was."""

from collections.abc import Callable, Mapping

from hall.plan import Plan
from hall.state import State
from hall.ticket import Ticket
from hall.why.call_words import words
from hall.why.facts import Switch
from hall.why.history import step
from hall.why.passed_words import MOST
from hall.why.voice import Both, Voice
from hall.why.watch import Watcher
from wire.events import Event, TicketCalled, TicketIssued
from wire.terms import TicketState


class Story:
    """Follows a number; `said` has the lines so far."""

    def __init__(
        self,
        state: State,
        wanted: Callable[[State], str | None],
        switches: Mapping[str, Switch] | None = None,
        most: int | None = MOST,
    ) -> None:
        """`wanted` says which number, of the day that the state is at; `switches` as for a Watcher; `most`: so many
        passed over are named, None: all."""
        self.said: list[str] = []
        self._watcher = Watcher(state, switches)
        self._wanted = wanted
        self._most = most
        self._voice = Voice(state.plan)

    @property
    def state(self) -> State:
        """The hall as it is by now."""
        return self._watcher.state

    def see(self, event: Event) -> None:
        """Into the state, saying what concerns the ticket."""
        state = self.state
        number = self._wanted(state)
        if number is not None:
            self._tell(state, event, number)
        self._watcher.see(event)

    def change_plan(self, plan: Plan) -> None:
        """From here on the hall went by another hall file."""
        state = self.state
        before = self._ticket(state)
        self._watcher.change_plan(plan)
        self._voice = Voice(plan)
        after = self._ticket(state)
        if before is None or after is None or after.state is not TicketState.WAITING:
            return
        gone = before.pinned if before.state is TicketState.WAITING else before.counter
        if gone is not None and gone != after.pinned:
            self._step(state.clock or 0, _without(gone))

    def _ticket(self, state: State) -> Ticket | None:
        number = self._wanted(state)
        return None if number is None else state.tickets.get(number)

    def _tell(self, state: State, event: Event, number: str) -> None:
        if isinstance(event, TicketCalled) and event.ticket == number:
            zh, en = words(self._watcher.explain(event), self._voice, self._most)
            self.said += [*zh, *en]
            return
        if isinstance(event, TicketIssued) and event.ticket == number:
            self.said.append(f"{state.day} {number}")
        told = step(state, event, number, self._voice)
        if told is not None:
            self._step(event.at, told)

    def _step(self, at: int, told: Both) -> None:
        self.said.append(f"{self._voice.time_of(at, self.state.day)} {told.zh} · {told.en}")


def _without(counter: str) -> Both:
    return Both(
        f"厅文件更换，已没有 {counter} 号窗口，重新等候，能办的窗口都可以叫",
        f"the hall file changed and has no counter {counter}: it waits for any that serves it",
    )
