"""What is to be said, in its order: each new call while its ticket is still called there, and words for the hall."""

from collections import deque
from dataclasses import dataclass, replace

from display.board import OLD_MS, Known, News
from display.board.zone import concerns
from runtime import Delivery, Online
from wire.states import Announcement, Board, BoardCall, CounterSummary
from wire.terms import CounterState


@dataclass(frozen=True, slots=True)
class CallSaying:
    """A call to say. `seqs`: every call of this ticket that it answers, the last one last."""

    seqs: tuple[int, ...]
    ticket: str
    counter: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordsSaying:
    """A text for the loudspeaker, in the hall's first language."""

    text: str
    language: str
    at: int


Saying = CallSaying | WordsSaying


class Sayings:
    """The queue of one voice. It follows the hall as the screen of the same device does."""

    def __init__(self, device: str) -> None:
        self._known, self._news = Known(device), News()
        self._queue: deque[Saying] = deque()

    def take(self, delivery: Delivery, now_ms: int) -> None:
        """Take in what the hall says. `now_ms`: the dispatcher's time."""
        if isinstance(delivery, Board) and not self._news.accepts(delivery):
            return
        self._known = self._known.after(delivery)
        if isinstance(delivery, Board):
            calls, words = self._news.take(delivery, now_ms)
            for call in self._known.of_zone(calls):
                self._add_call(call)
            self._queue.extend(self._words(said) for said in words if concerns(self._known.zone, said.zone))
        elif isinstance(delivery, Online) and not delivery.online:
            self._forget_calls()

    def next(self, now_ms: int) -> Saying | None:
        """What to say now; None: nothing, or nobody knows whether it is still true."""
        if self._known.online is None or self._known.stale:
            return None
        self._queue = deque(saying for saying in self._queue if self._worth(saying, now_ms))
        return self._queue.popleft() if self._queue else None

    @property
    def waiting(self) -> int:
        """How many wait to be said."""
        return len(self._queue)

    def _add_call(self, call: BoardCall) -> None:
        new = CallSaying((call.seq,), call.ticket, call.counter, self._languages(call))
        for place, saying in enumerate(self._queue):
            if isinstance(saying, CallSaying) and saying.ticket == call.ticket:
                # Called again before it was said: once is enough, at its old place, and it answers both calls.
                self._queue[place] = replace(new, seqs=(*saying.seqs, call.seq))
                return
        self._queue.append(new)

    def _languages(self, call: BoardCall) -> tuple[str, ...]:
        return call.languages or self._hall_languages()[:1]

    def _hall_languages(self) -> tuple[str, ...]:
        return self._known.catalog.hall.languages if self._known.catalog else ("zh",)

    def _words(self, said: Announcement) -> WordsSaying:
        return WordsSaying(said.text, self._hall_languages()[0], said.at)

    def _forget_calls(self) -> None:
        # Without the hall nobody knows what is still true. Its next board says which of them are.
        seqs = [saying.seqs[0] for saying in self._queue if isinstance(saying, CallSaying)]
        self._queue = deque(saying for saying in self._queue if isinstance(saying, WordsSaying))
        if seqs:
            self._news.unsee(min(seqs))

    def _worth(self, saying: Saying, now_ms: int) -> bool:
        if isinstance(saying, WordsSaying):
            return now_ms - saying.at < OLD_MS
        entry = next((c for c in self._all_calls() if c.ticket == saying.ticket), None)
        if entry is not None:
            return entry.live and entry.seq == saying.seqs[-1]
        return self._is_called(saying)

    def _all_calls(self) -> tuple[BoardCall, ...]:
        return self._known.board.calls if self._known.board else ()

    def _is_called(self, saying: CallSaying) -> bool:
        # So many were called since that the board has no room for it: the counter itself still knows.
        counters = self._known.hall.counters if self._known.hall else {}
        at = counters.get(saying.counter, CounterSummary(state=CounterState.CLOSED))
        return at.state is CounterState.CALLED and at.ticket == saying.ticket
