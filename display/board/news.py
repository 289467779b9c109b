"""What is new on the board: a call that came while this station watched, never one that was there before it."""

from wire.states import Announcement, Board, BoardCall

OLD_MS = 60_000
"""A call that is first seen later than this after it was made is no news to anybody."""


class News:
    """Follows the boards of one hall. The first tells what is old; from then on what is new is told once."""

    def __init__(self) -> None:
        self._board: Board | None = None
        self._seen = 0
        self._said = 0

    def accepts(self, board: Board) -> bool:
        """False for a board older than the last: it must not be shown."""
        last = self._board
        return last is None or (board.epoch, board.seq) >= (last.epoch, last.seq)

    def take(self, board: Board, now_ms: int) -> tuple[tuple[BoardCall, ...], tuple[Announcement, ...]]:
        """The new calls and announcements, the oldest first. `now_ms`: the dispatcher's time."""
        if not self.accepts(board):
            return (), ()
        first, self._board = self._begins_anew(board), board
        calls = tuple(call for call in reversed(board.calls) if call.seq > self._seen)
        words = tuple(a for a in sorted(board.announcements, key=lambda a: a.number) if a.number > self._said)
        self._seen = max([self._seen, board.seq, *(call.seq for call in calls)])
        self._said = max([self._said, *(a.number for a in words)])
        if first:
            return (), ()
        young = now_ms - OLD_MS
        return tuple(c for c in calls if c.at >= young), tuple(a for a in words if a.at >= young)

    def unsee(self, seq: int) -> None:
        """From this call on all are news again, should a board still have them."""
        self._seen = min(self._seen, seq - 1)

    def _begins_anew(self, board: Board) -> bool:
        """Whether nothing is known to compare with: at the start, or when another database took over."""
        if self._board is not None and board.seq >= self._board.seq:
            return False
        self._seen = self._said = 0
        return True
