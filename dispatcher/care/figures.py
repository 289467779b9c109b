"""What the dispatcher counts of itself. The loop alone writes; other threads read a picture that it hands over.

Handing over is setting one attribute: nobody who looks can ever make the loop wait.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

BOUNDS_S = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0)


@dataclass(frozen=True)
class Spread:
    """How long something took, over the whole run."""

    counts: tuple[int, ...]
    """Up to each of the bounds, one by one, and beyond the last."""
    total_s: float


class Stopwatch:
    """Collects a spread."""

    def __init__(self) -> None:
        self._counts = [0] * (len(BOUNDS_S) + 1)
        self._total = 0.0

    def took(self, seconds: float) -> None:
        """Once more."""
        self._counts[sum(seconds > bound for bound in BOUNDS_S)] += 1
        self._total += seconds

    def spread(self) -> Spread:
        """So far."""
        return Spread(tuple(self._counts), self._total)


@dataclass(frozen=True)
class Moment:
    """What the loop sees when it hands a picture over."""

    monotonic: float
    epoch: int
    heart: bool
    """Whether anything can be promised."""
    acknowledged: bool
    """Whether the broker has all that was said."""
    inbox: int
    waiting: int
    devices: int
    online: int
    dropped: int
    unreadable: int
    too_many: int
    behind_ms: int
    """How far the clock is behind the hall's time."""


@dataclass(frozen=True)
class Picture:
    """Everything counted up to a moment."""

    moment: Moment
    round_trip_at: float
    """When the broker last had everything; monotonic."""
    commands: Mapping[tuple[str, str], int]
    """Type and outcome, `ok`, `repeated` or an error's code → how many."""
    events: Mapping[str, int]
    rounds: Spread
    commits: Spread


class Figures:
    """Belongs to a process: its counts go on over the terms of a dispatcher."""

    def __init__(self) -> None:
        self._commands: Counter[tuple[str, str]] = Counter()
        self._events: Counter[str] = Counter()
        self.rounds, self.commits = Stopwatch(), Stopwatch()
        self._round_trip = float("-inf")
        self.picture: Picture | None = None
        """The latest; None while this process doesn't dispatch. Any thread may read it."""

    def answered(self, outcomes: Iterable[tuple[str, str]]) -> None:
        """Commands by type and outcome."""
        self._commands.update(outcomes)

    def happened(self, types: Iterable[str]) -> None:
        """Events, once they are on disk."""
        self._events.update(types)

    def hand_over(self, moment: Moment) -> None:
        """Once a second."""
        if moment.acknowledged:
            self._round_trip = moment.monotonic
        self.picture = Picture(
            moment, self._round_trip, dict(self._commands), dict(self._events), self.rounds.spread(),
            self.commits.spread(),
        )  # fmt: skip

    def stand_by(self) -> None:
        """This process doesn't dispatch now."""
        self.picture = None
