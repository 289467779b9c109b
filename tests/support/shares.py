"""A long figure in shares: `make test` does a short one, `make soak` one share after the other until it is full.

A test of a fault is marked `@pytest.mark.full(1000, "kills", short=6, share=50)` and asks for the fixture `share`:
it does `share.count` of them, with `share.number` as its seed, and notes what it saw.
"""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path

SHARE = "GREENWINDOW_SOAK_SHARE"
"""`count,number` of the share to do; `scripts/soak.py` sets it."""
FIGURES = "GREENWINDOW_SOAK_FIGURES"
"""The file in which the share's figures are left."""


@dataclass
class Share:
    """What one run of a test is to do of the full figure."""

    count: int
    number: int = 0
    short: bool = False
    """It is the one of `make test`."""
    sums: dict[str, float] = field(default_factory=dict)
    greatest: dict[str, float] = field(default_factory=dict)

    def add(self, **figures: float) -> None:
        """Figures that are summed over all shares."""
        for name, value in figures.items():
            self.sums[name] = self.sums.get(name, 0) + value

    def worst(self, **figures: float) -> None:
        """Figures of which the greatest counts."""
        for name, value in figures.items():
            self.greatest[name] = max(value, self.greatest.get(name, value))

    def places(self, full: int, share: int) -> range:
        """Which of `full` things to do where each is to be done once: some everywhere, or this share's."""
        if self.short:
            return range(0, full, -(-full // self.count))
        return range(self.number * share, min(full, self.number * share + self.count))

    def keep(self) -> None:
        """Leaves the figures where they are asked for."""
        path = os.environ.get(FIGURES)
        if path:
            found = {"sums": self.sums, "greatest": self.greatest}
            Path(path).write_text(json.dumps(found), encoding="utf-8")


def share_of(short: int) -> Share:
    """The share that the environment names, or the short one."""
    words = os.environ.get(SHARE)
    if not words:
        return Share(short, short=True)
    count, _, number = words.partition(",")
    return Share(int(count), int(number or 0))
