"""The order in which tickets are called (CONTRACT §3, rules 1 to 5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hall.rules import Kind
from hall.state import State
from hall.ticket import Counter, Entry, Ticket
from wire.terms import CallReason

Head = tuple[Kind, Entry]


@dataclass(frozen=True)
class Choice:
    """The ticket to call and the rule that chose it; `rule` is the green window's id."""

    ticket: Ticket
    reason: CallReason
    rule: str | None = None


def choose(state: State, counter: Counter, now: int, engaged: Sequence[bool]) -> Choice | None:
    """The first rule that yields a ticket for an open counter. `engaged`: each green window, in file order."""
    if counter.pinned:
        return _choice(state, counter.pinned[0], CallReason.PINNED)
    heads = [(kind, queue[0]) for kind, queue in state.queues.pool(counter.served).items()]
    if not heads:
        return None
    rules = state.rules
    oldest = min(entry for _, entry in heads)
    if rules.max_wait is not None and now - oldest[0] > rules.max_wait:
        return _choice(state, oldest, CallReason.OVERDUE)
    if counter.priority:
        first = _earliest(entry for kind, entry in heads if kind.priority)
        if first is not None:
            return _choice(state, first, CallReason.PRIORITY)
    for window in rules.windows_at[counter.id]:
        short = (
            _earliest(entry for kind, entry in heads if window in kind.windows) if engaged[window] else None
        )
        if short is not None:
            return _choice(state, short, CallReason.GREEN, rules.windows[window].id)
    return _choice(state, _largest_index(heads, now), CallReason.ORDER)


def _earliest(entries: Iterable[Entry]) -> Entry | None:
    return min(entries, default=None)


def _largest_index(heads: list[Head], now: int) -> Entry:
    """Rule 5. Within a kind the head has the largest index, since weights are positive."""
    return min(heads, key=lambda head: (-index(head[0], head[1][0], now), head[1][1]))[1]


def index(kind: Kind, ready: int, now: int) -> int:
    """weight × (now − ready + head starts), with weights and milliseconds whole: nothing is rounded."""
    return kind.weight * (now - ready + kind.head_start)


def _choice(state: State, entry: Entry, reason: CallReason, rule: str | None = None) -> Choice:
    return Choice(state.tickets[entry[2]], reason, rule)
