"""A hall day whose calls are explained, and the story of a ticket in it."""

from typing import Any

from hall import State, new_state
from hall.replay import Replay
from hall.why import Explanation, Reason, Story, Voice, Watcher, words
from tests.support.hall_days import HallDay, hall_plan
from wire.events import Event, TicketCalled


class Told(HallDay):
    """Every call, explained."""

    def __init__(self, **parts: dict[str, Any]) -> None:
        super().__init__(hall_plan(**parts))
        self.told: list[Explanation] = []
        self.watcher = Watcher(new_state(self.plan))
        self.replay = Replay(self.watcher.state, self._see)

    def zh(self) -> list[str]:
        return words(self.told[-1], Voice(self.plan))[0]

    def en(self) -> list[str]:
        return words(self.told[-1], Voice(self.plan))[1]

    def rules(self) -> list[str]:
        """What was in force, in English, piece by piece."""
        return self.en()[-1].removeprefix("  rules in force: ").split("; ")

    def passed_over(self) -> list[tuple[str, Reason]]:
        return [(one.ticket.number, one.why) for one in self.told[-1].passed_over]

    def _see(self, event: Event) -> None:
        if isinstance(event, TicketCalled):
            self.told.append(self.watcher.explain(event))
        self.watcher.see(event)


class Followed(HallDay):
    """The way of one number, of one day or of all."""

    def __init__(self, number: str, of_day: str | None = None, **parts: dict[str, Any]) -> None:
        super().__init__(hall_plan(**parts))
        self.story = Story(new_state(self.plan), self._wanted)
        self._number, self._of_day = number, of_day
        self.replay = Replay(self.story.state, self.story.see)

    def steps(self) -> list[str]:
        """What was said, without the calls and without the day."""
        return [line for line in self.story.said if " · " in line]

    def _wanted(self, state: State) -> str | None:
        return self._number if self._of_day in (None, str(state.day)) else None
