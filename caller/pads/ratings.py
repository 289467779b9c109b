"""Serial evaluators: a score pressed at a counter becomes the rating of the ticket that was finished there last."""

from collections.abc import Callable
from dataclasses import dataclass

from wire.commands import Command, Rate
from wire.events import Event, ServiceFinished

OPEN_S = 120.0
"""So long after a ticket was finished its resident may still press; later it would be somebody else's."""

Send = Callable[[Callable[[str, int], Command]], str]


@dataclass
class _Finished:
    ticket: str
    at: float


class Ratings:
    """`send` is the evaluator's own (`Station.send`). Times called `now` are monotonic seconds."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._finished: dict[str, _Finished] = {}

    def heard(self, event: Event, now: float) -> None:
        """Something happened in the hall."""
        if isinstance(event, ServiceFinished):
            self._finished[event.counter] = _Finished(event.ticket, now)

    def rated(self, counter: str, score: int, now: float) -> bool:
        """The first score of a ticket is sent; False where there is no ticket that it can be of."""
        found = self._finished.pop(counter, None)
        if found is None or now - found.at > OPEN_S:
            return False
        self._send(lambda id_, at: Rate(id=id_, at=at, ticket=found.ticket, score=score))
        return True
