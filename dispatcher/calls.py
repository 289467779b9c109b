"""The latest calls, as the screens list them. Follows the events, so that a restart comes to the same list."""

from collections import deque
from dataclasses import asdict, dataclass, replace
from typing import Any

from wire.events import ClockSetRight, DayBegan, Event, ServiceStarted, TicketCalled, TicketRecalled

_REPORTED = 400
"""Calls whose being shown may still be told: minutes of them, in the largest hall."""
LATEST = 40
"""More than a large hall calls at once: what is pushed out unseen is neither shown nor spoken."""


@dataclass(frozen=True)
class CallRecord:
    """A ticket was called to a counter, for the `call`-th time there."""

    seq: int
    at: int
    ticket: str
    counter: str
    call: int
    came: bool = False
    """The resident sits there since: nothing is left to be announced, until a recall."""


class CallHistory:
    """Newest first. A ticket stands in it once: with its latest call."""

    def __init__(self, records: list[dict[str, Any]] | None = None) -> None:
        self._records = deque((CallRecord(**record) for record in records or ()), maxlen=LATEST)
        self._seqs = deque((record.seq for record in reversed(self._records)), maxlen=_REPORTED)

    @property
    def latest(self) -> tuple[CallRecord, ...]:
        """Newest first."""
        return tuple(self._records)

    def knows(self, seq: int) -> bool:
        """Whether that was the `seq` of a call or recall, not long ago."""
        return seq in self._seqs

    def apply(self, event: Event) -> None:
        """Takes in what happened. A new day begins with no calls: its numbers begin again too."""
        if isinstance(event, DayBegan | ClockSetRight):
            self._records.clear()
        elif isinstance(event, TicketCalled | TicketRecalled):
            self._seqs.append(event.seq)
            record = CallRecord(event.seq, event.at, event.ticket, event.counter, event.call)
            others = [known for known in self._records if known.ticket != event.ticket]
            self._records = deque([record, *others][:LATEST], maxlen=LATEST)
        elif isinstance(event, ServiceStarted):
            marked = (replace(r, came=True) if r.ticket == event.ticket else r for r in self._records)
            self._records = deque(marked, maxlen=LATEST)

    def snapshot(self) -> list[dict[str, Any]]:
        """For `CallHistory(…)` later."""
        return [asdict(record) for record in self._records]
