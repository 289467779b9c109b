"""Whose word counts: the dispatcher hears heartbeats too, and a later epoch than its own means that it was replaced."""

from pydantic_core import from_json

from dispatcher.errors import TermOver
from runtime import Arrived
from wire.states import DispatcherState
from wire.topics import Topics


class Fence:
    """Of one term."""

    def __init__(self, epoch: int, topics: Topics) -> None:
        self.topic = topics.dispatcher
        self._epoch = epoch

    def hear(self, arrived: Arrived) -> bool:
        """Whether one who was replaced has just spoken, and may have overwritten what we had said. Raises TermOver
        when we are that one. Nobody but dispatchers may write there; what can't be read is nobody's word."""
        try:
            state = DispatcherState.model_validate(from_json(arrived.payload))
        except (ValueError, RecursionError):
            return False
        if state.epoch > self._epoch:
            raise TermOver(
                f"a dispatcher of epoch {state.epoch} is there, ours is {self._epoch}", state.epoch
            )
        return state.epoch < self._epoch and not arrived.retained
