"""Bringing bookings to a dispatcher that has not always time."""

import queue
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

import pytest

from greenwindow.bookings import book_all
from greenwindow.bookings.desk import Tally
from greenwindow.bookings.file import Booking
from runtime import Answered, Delivery, Online
from wire.commands import Command
from wire.errors import ErrorCode
from wire.replies import Reply, ReplyError
from wire.terms import Priority


@dataclass
class Dispatcher:
    """Answers at once: so many a second, and `busy` to the rest. Time passes with each look at the clock."""

    per_s: float
    inbox: "queue.SimpleQueue[Delivery]" = field(default_factory=queue.SimpleQueue)
    seconds: float = 0.0
    booked: list[str] = field(default_factory=list)
    refused: int = 0
    permits: float = 20.0
    _seen: float = 0.0

    def monotonic(self) -> float:
        self.seconds += 0.3
        return self.seconds

    def send(
        self, make: Callable[[str, int], Command], *, patience_s: float = 3.0, resend: bool = False
    ) -> str:
        command = make("?", 5)
        self.permits = min(20.0, self.permits + (self.seconds - self._seen) * self.per_s)
        self._seen = self.seconds
        allowed = self.permits >= 1
        self.permits -= allowed
        self.refused += not allowed
        error = None if allowed else ReplyError(code=ErrorCode.BUSY, message="too many")
        if allowed:
            self.booked.append(command.id or "")
        reply = Reply(command=command.id or "", ok=allowed, at=9, epoch=1, seq=1, error=error)
        self.inbox.put(Answered(command, reply))
        return command.id or ""


def bookings(number: int) -> list[Booking]:
    return [Booking(f"a{n}", ("s",), 10, Priority.NONE, None, line=n) for n in range(number)]


def bring(dispatcher: Dispatcher, number: int) -> Tally:
    ids = (str(n) for n in count())
    dispatcher.inbox.put(Online(True, 0))
    return book_all(
        dispatcher,
        dispatcher.inbox,
        bookings(number),
        lambda: next(ids),
        lambda _: None,
        dispatcher.monotonic,
    )


def test_a_dispatcher_with_time_is_not_waited_for() -> None:
    dispatcher = Dispatcher(per_s=1e9)
    assert bring(dispatcher, 300).booked == 300
    assert dispatcher.refused == 0


def test_a_busy_one_is_asked_again_with_the_same_ids() -> None:
    dispatcher = Dispatcher(per_s=2)
    tally = bring(dispatcher, 200)
    assert (tally.booked, tally.refused) == (200, [])
    assert sorted(dispatcher.booked) == sorted(booking.command for booking in bookings(200))
    assert 0 < dispatcher.refused < 400


@pytest.mark.timeout(20)
def test_one_that_is_busy_for_ever_is_given_up() -> None:
    dispatcher = Dispatcher(per_s=0, permits=5)
    dispatcher.monotonic = lambda: _leap(dispatcher)  # type: ignore[method-assign]
    tally = bring(dispatcher, 30)
    assert tally.booked == 5
    assert {outcome.words for outcome in tally.refused} == {"too many"}


def _leap(dispatcher: Dispatcher) -> float:
    dispatcher.seconds += 40
    return dispatcher.seconds
