"""Events in the making: each sees what those before it in the same draft did to the green windows' counts.

Within one command an event can engage a green window and the choice after it must know; the state itself stays as
it is until the events are applied. Only the counts, the windows, the hall's doors and its day can change so.
"""

from datetime import date
from typing import Any

from hall.rules import Kind
from hall.state import State
from hall.ticket import Ticket
from wire.events import (
    ClockSetRight,
    DayBegan,
    Event,
    GreenEntered,
    GreenLeft,
    GreenModeSet,
    HallClosed,
    HallOpened,
)
from wire.terms import GreenMode


class Draft:
    """The events that a command or time brings, made one after the other."""

    def __init__(
        self, state: State, at: int, epoch: int, command: str | None = None, device: str = "",
        wall: int | None = None,
    ) -> None:  # fmt: skip
        self.state = state
        self.at = at
        self.wall = at if wall is None else wall
        """The moment by which doors and hours go: before `at` where the clock was put back."""
        self.device = device
        self.events: list[Event] = []
        self.engaged = [green.engaged for green in state.greens]
        self.is_open = state.is_open
        self.day: date | None = state.day
        self._counts = [green.waiting for green in state.greens]
        self._modes = [green.mode for green in state.greens]
        self._seq = state.seq
        self._epoch = epoch
        self._command = command

    def add(self, event: type[Event], **fields: Any) -> None:
        """An event, and after it the green windows counted anew."""
        self._append(event, fields)
        self.recount()

    def waits(self, kind: Kind) -> None:
        """The next event makes a ticket of that kind wait, unpinned."""
        for window in kind.windows:
            self._counts[window] += 1

    def leaves(self, ticket: Ticket) -> None:
        """The next event takes that ticket out of those the green windows count, if it is one."""
        if ticket.queued:
            for window in ticket.kind.windows:
                self._counts[window] -= 1

    def recount(self) -> None:
        """Every green window that must be engaged, or no longer, becomes so."""
        for window, engaged in enumerate(self.engaged):
            self._switch(window, self._wanted(window, engaged))

    def set_mode(self, window: int, mode: GreenMode) -> None:
        """`set_green`: `auto` starts again from not engaged."""
        rule = self.state.rules.windows[window].id
        if mode is not self._modes[window]:
            self._modes[window] = mode
            self._append(GreenModeSet, {"rule": rule, "mode": mode})
        self._switch(window, self._wanted(window, engaged=False))

    def set_open(self, is_open: bool) -> None:
        """The hall's opening hours began or ended, if that is news."""
        if is_open != self.is_open:
            self.is_open = is_open
            self.add(HallOpened if is_open else HallClosed)

    def begin_day(self, day: date) -> None:
        """A hall day began."""
        self.day = day
        self._append(DayBegan, {"day": day.isoformat()})

    def begin_again(self, day: str, taken: dict[str, dict[str, int]]) -> None:
        """The clock was ahead and is right now: that hall day begins, whatever day it was."""
        self._append(ClockSetRight, {"day": day, "taken": taken})

    def _wanted(self, window: int, engaged: bool) -> bool:
        mode = self._modes[window]
        if mode is not GreenMode.AUTO:
            return mode is GreenMode.ON
        rule, count = self.state.rules.windows[window], self._counts[window]
        enough = count >= rule.leave_below if engaged else count > rule.enter_above
        return enough and rule.hours.hold(self.wall)

    def _switch(self, window: int, engaged: bool) -> None:
        if engaged == self.engaged[window]:
            return
        self.engaged[window] = engaged
        event = GreenEntered if engaged else GreenLeft
        self._append(event, {"rule": self.state.rules.windows[window].id, "waiting": self._counts[window]})

    def _append(self, event: type[Event], fields: dict[str, Any]) -> None:
        if event.public:
            self._seq += 1
        made = event(seq=self._seq, at=self.at, epoch=self._epoch, command=self._command, **fields)
        self.events.append(made)
