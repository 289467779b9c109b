"""What a window strip shows: the call at its counter, else what the counter does."""

from dataclasses import dataclass

from display.board import Known, News
from display.words import Pair, Words
from hw.panel import Arrow, StripContent, Tone
from runtime import Delivery
from ui.languages import Texts
from wire.states import Board, BoardCall, Catalog, CounterSummary
from wire.terms import CounterState

_CLOSED = CounterSummary(state=CounterState.CLOSED)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the strip should show, and the new call (its `seq`, else 0) that is shown with it."""

    content: StripContent
    call: int = 0


class StripBoard:
    """What one strip knows of its hall."""

    def __init__(self, device: str, texts: Texts) -> None:
        self._texts, self._words = texts, Words(texts)
        self._known, self._news = Known(device), News()
        self._new: set[int] = set()
        self._last: Wanted | None = None

    @property
    def counter(self) -> str | None:
        """The counter it hangs above, once the hall is known."""
        devices = self._known.catalog.devices if self._known.catalog else ()
        return next((d.counter for d in devices if d.id == self._known.device), None)

    def take(self, delivery: Delivery, now_ms: int) -> None:
        """Take in what the hall says. `now_ms`: the dispatcher's time."""
        if isinstance(delivery, Board):
            if not self._news.accepts(delivery):
                return
            new = {call.seq for call in self._news.take(delivery, now_ms)[0]}
            self._new = (self._new | new) & {call.seq for call in delivery.calls}
        self._known = self._known.after(delivery)
        if isinstance(delivery, Catalog):
            self._words = Words.of(self._texts, delivery, self._known.device)

    def wanted(self, now_ms: int) -> Wanted:
        """What to show now."""
        if self._last is None or not self._half_told():
            self._last = self._wanted(now_ms)
        return self._last

    def _wanted(self, now_ms: int) -> Wanted:
        offline = self._known.online is None or self._known.stale
        if (offline and self._known.connecting(now_ms)) or self._known.catalog is None:
            return Wanted(_at_rest(self._words.connecting()))
        if offline:
            return Wanted(_at_rest(self._words.please_wait()))
        if self.counter is None:
            return Wanted(_at_rest(self._words.strip_not_in_hall_file()))
        call = self._call()
        if call is not None:
            return self._called(call.ticket, call.seq if call.seq in self._new else 0)
        return self._at_work(self._summary())

    def _half_told(self) -> bool:
        """Whether the hall's state knows of a call here whose board is still on its way: a moment's patience."""
        board, hall, summary = self._known.board, self._known.hall, self._summary()
        if self._known.stale or board is None or hall is None or summary.state is not CounterState.CALLED:
            return False
        return board.seq < hall.seq and all(call.ticket != summary.ticket for call in board.calls)

    def _call(self) -> BoardCall | None:
        """The live call here, unless the hall's state is newer and knows nothing of it."""
        board, hall = self._known.board, self._known.hall
        calls = board.calls if board else ()
        call = next((c for c in calls if c.counter == self.counter and c.live), None)
        if call is None or hall is None or board is None or hall.seq <= board.seq:
            return call
        summary = self._summary()
        return call if (summary.state, summary.ticket) == (CounterState.CALLED, call.ticket) else None

    def _summary(self) -> CounterSummary:
        counters = self._known.hall.counters if self._known.hall else {}
        return counters.get(self.counter or "", _CLOSED)

    def _called(self, ticket: str, seq: int) -> Wanted:
        lines = _lines(self._words.come_here())
        return Wanted(StripContent(ticket, Arrow.DOWN, lines, Tone.CALL, blink=bool(seq)), seq)

    def _at_work(self, summary: CounterSummary) -> Wanted:
        counter = self.counter or ""
        match summary.state:
            case CounterState.CALLED if summary.ticket:
                return self._called(summary.ticket, 0)
            case CounterState.SERVING if summary.ticket:
                lines = _lines(self._words.being_served())
                return Wanted(StripContent(summary.ticket, Arrow.NONE, lines, Tone.CALL))
            case CounterState.PAUSED:
                return Wanted(_at_rest(self._words.counter_paused(counter, summary.reason)))
            case CounterState.CLOSED:
                return Wanted(_at_rest(self._words.counter_closed(counter)))
        return Wanted(_at_rest(self._words.counter_open(counter)))


def _at_rest(words: Pair) -> StripContent:
    return StripContent(lines=_lines(words))


def _lines(words: Pair) -> tuple[str, ...]:
    return tuple(line for line in words if line)
