"""Whose word counts: the dispatcher hears heartbeats too, and a later epoch than its own means that it was replaced."""

from pydantic_core import from_json

from dispatcher.errors import TermOver
from dispatcher.life import Life
from runtime import Arrived
from wire.states import DispatcherState
from wire.topics import Topics


class Fence:
    """Of one term."""

    def __init__(self, life: Life, topics: Topics) -> None:
        self.topic = topics.dispatcher
        self._life = life

    def hear(self, arrived: Arrived) -> bool:
        """Whether one who has no say has just spoken, and may have overwritten what we had said. Raises TermOver
        when we are that one. Nobody but dispatchers may write there; what can't be read is nobody's word."""
        try:
            state = DispatcherState.model_validate(from_json(arrived.payload))
        except (ValueError, RecursionError):
            return False
        theirs, ours = (state.epoch, state.instance or ""), (self._life.epoch, self._life.instance)
        if theirs > ours:
            words = f"one of epoch {state.epoch} works for this hall, ours is {self._life.epoch}"
            raise TermOver(words, state.epoch)
        return theirs < ours and not arrived.retained
