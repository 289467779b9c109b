"""The hall screen's memory: what the hall said last, which of its calls are new, and which one stands large."""

from display.board.highlights import Highlights
from display.board.known import Known
from display.board.news import News
from display.board.parts import Picture
from display.board.picture import picture
from display.words import Words
from runtime import Delivery
from ui.languages import Texts
from wire.states import Board, BoardCall, Catalog


class HallBoard:
    """What one display device knows of its hall."""

    def __init__(self, device: str, texts: Texts) -> None:
        self._texts, self._words = texts, Words(texts)
        self._known = Known(device)
        self._news, self._highlights = News(), Highlights()

    @property
    def words(self) -> Words:
        """The words in the languages of the hall, once it is known."""
        return self._words

    def take(self, delivery: Delivery, now_ms: int) -> tuple[int, ...]:
        """Take in what the hall says. Returns the `seq` of each call that is new here, the oldest first."""
        if isinstance(delivery, Board) and not self._news.accepts(delivery):
            return ()
        self._known = self._known.after(delivery)
        if isinstance(delivery, Catalog):
            self._words = Words.of(self._texts, delivery, self._known.device)
        return self._new_calls(delivery, now_ms) if isinstance(delivery, Board) else ()

    def picture(self, now_ms: int, monotonic: float) -> Picture:
        """The screen now. `now_ms`: the dispatcher's time; `monotonic`: seconds that only rise."""
        calls = {call.seq: call for call in self._known.calls()}
        large, blink = self._large(calls, monotonic)
        return picture(self._known, self._words, now_ms, large, blink)

    def _new_calls(self, board: Board, now_ms: int) -> tuple[int, ...]:
        calls, _ = self._news.take(board, now_ms)
        new = tuple(call.seq for call in self._known.of_zone(calls))
        self._highlights.add(new)
        return new

    def _large(self, calls: dict[int, BoardCall], monotonic: float) -> tuple[BoardCall | None, int]:
        shown = self._highlights.current(monotonic, lambda seq: seq in calls and calls[seq].live)
        if shown in calls and self._highlights.busy(monotonic):
            return calls[shown], shown
        newest = next(iter(calls.values()), None)
        return newest, shown if newest and newest.seq == shown else 0
