"""The dispatcher's sign of life: said each second, by its last will when it dies, and heard by every other one."""

from dataclasses import dataclass

from wire.base import state_json
from wire.states import DispatcherState


@dataclass(frozen=True)
class Life:
    """Who it is: the epoch, and a name that no other process has, should two have come to the same epoch."""

    epoch: int
    instance: str

    def payload(self, at: int, *, alive: bool, busy: bool = False, behind_s: int | None = None) -> str:
        """The heartbeat, and the last will."""
        state = DispatcherState(
            epoch=self.epoch, at=at, alive=alive, busy=busy or None, behind_s=behind_s, instance=self.instance
        )
        return state_json(state)
