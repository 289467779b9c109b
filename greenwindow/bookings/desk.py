"""Brings bookings to the dispatcher, some at a time, and keeps account of what became of each."""

import queue
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from greenwindow.bookings.file import Booking
from runtime import Answered, Delivery, Unanswered
from wire.commands import BookAppointment, Command
from wire.errors import ErrorCode
from wire.replies import Reply

_AT_ONCE = 20
_PATIENCE_S = 8.0
_TRIES = 3
_PAUSE_S = (0.25, 2.0)
"""Before a busy dispatcher is asked again: at first, and at most."""
_BUSY_S = 60.0
"""After so long without a booking we give up."""


class Sender(Protocol):
    """What is needed of a station's link."""

    def send(
        self, make: Callable[[str, int], Command], *, patience_s: float = 3.0, resend: bool = False
    ) -> str:
        """As `runtime.Station.send`."""


@dataclass(frozen=True)
class Outcome:
    """What became of one line that was not booked, in words."""

    booking: Booking
    words: str


@dataclass
class Tally:
    """What became of all."""

    booked: int = 0
    there: int = 0
    """Booked before, with the same content."""
    refused: list[Outcome] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many have their outcome."""
        return self.booked + self.there + len(self.refused)


def book_all(
    sender: Sender,
    inbox: "queue.SimpleQueue[Delivery]",
    bookings: Sequence[Booking],
    new_id: Callable[[], str],
    progress: Callable[[int], None],
    monotonic: Callable[[], float],
) -> Tally:
    """Books them, in order. `inbox` is where the station delivers; `progress` is told how many are done. A dispatcher
    that says `busy`, as it does to who asks more than a hundred times a second, is asked again a little later."""
    pace = _Pace(monotonic)
    desk = _Desk(sender, new_id, pace)
    desk.waiting.extend((booking, 1) for booking in bookings)
    while desk.waiting or desk.asked:
        pause = pace.left()
        while not pause and desk.waiting and len(desk.asked) < _AT_ONCE:
            desk.ask(*desk.waiting.popleft())
        try:
            desk.hear(inbox.get(timeout=pause or None))
        except queue.Empty:
            continue
        progress(desk.tally.done)
    return desk.tally


class _Pace:
    """How long a busy dispatcher is left alone."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._pause = 0.0
        self._until = 0.0
        self._busy_since: float | None = None

    def busy(self) -> bool:
        """It says so; False when it has said nothing else for too long. Answers to one volley count once."""
        now = self._monotonic()
        self._busy_since = now if self._busy_since is None else self._busy_since
        if now >= self._until:
            self._pause = min(_PAUSE_S[1], max(_PAUSE_S[0], 2 * self._pause))
            self._until = now + self._pause
        return now - self._busy_since < _BUSY_S

    def served(self) -> None:
        """It does what it is asked."""
        self._busy_since = None
        self._pause = 0.0

    def left(self) -> float:
        """Seconds until it may be asked."""
        return max(0.0, self._until - self._monotonic())


class _Desk:
    def __init__(self, sender: Sender, new_id: Callable[[], str], pace: _Pace) -> None:
        self._sender = sender
        self._new_id = new_id
        self._pace = pace
        self.waiting: deque[tuple[Booking, int]] = deque()
        """What is still to be asked for, and for the how manieth time."""
        self.asked: dict[str, tuple[Booking, int]] = {}
        """Command id → what it asks for, and for the how manieth time."""
        self.tally = Tally()

    def ask(self, booking: Booking, tries: int) -> None:
        """The first time under the line's own id; then under a new one, since refusals are remembered by it. With a
        phone always: it may be new, and a remembered reply would leave it unread."""
        own = tries == 1 and booking.phone is None
        name = booking.command if own else f"{booking.command[:40]}.{self._new_id()[:20]}"
        self.asked[name] = (booking, tries)

        def make(_: str, at: int) -> Command:
            return BookAppointment(
                id=name, at=at, appointment=booking.appointment, services=booking.services,
                slot=booking.slot, priority=booking.priority, language=booking.language, phone=booking.phone,
            )  # fmt: skip

        self._sender.send(make, patience_s=_PATIENCE_S, resend=True)

    def hear(self, delivery: Delivery) -> None:
        """Everything but answers to our own commands is for others."""
        if not isinstance(delivery, Answered | Unanswered):
            return
        found = self.asked.pop(delivery.command.id or "", None)
        if found is None:
            return
        if isinstance(delivery, Answered):
            self._answered(*found, delivery.command.at, delivery.reply)
        elif found[1] < _TRIES:
            self.ask(found[0], found[1] + 1)
        else:
            self._refuse(found[0], "the dispatcher gave no answer; bring the file again when it runs")

    def _answered(self, booking: Booking, tries: int, asked_at: int, reply: Reply) -> None:
        code = reply.error.code if reply.error is not None else None
        if code is ErrorCode.BUSY and self._pace.busy():
            self.waiting.appendleft((booking, tries))  # it remembered nothing: the same id will do
            return
        if code is not ErrorCode.BUSY:
            self._pace.served()
        earlier = reply.at < asked_at  # remembered from an earlier run: a reply keeps its moment
        if reply.ok:
            self.tally.booked += not earlier
            self.tally.there += earlier
        elif _same(booking, reply):
            self.tally.there += 1
        elif tries < _TRIES and (earlier or code is ErrorCode.EXPIRED):
            self.ask(booking, tries + 1)
        else:
            self._refuse(booking, "refused" if reply.error is None else reply.error.message)

    def _refuse(self, booking: Booking, words: str) -> None:
        self.tally.refused.append(Outcome(booking, words))


def _same(booking: Booking, reply: Reply) -> bool:
    """Whether that very booking is there already."""
    there = reply.appointment
    return there is not None and (there.services, there.slot, there.priority, there.language) == (
        booking.services, booking.slot, booking.priority, booking.language,
    )  # fmt: skip
