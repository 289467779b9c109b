"""A monkey before a screen: touches anywhere, with one finger or ten, wipes, hammers, and keys."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from ui.automation import Automation

T = TypeVar("T")
Frames = list[list[tuple[str, int, float, float]]]
KEYS = ["Esc", "F11", "Alt+F4", "Ctrl+Q", "Ctrl+W", "Menu", "Backspace", "Tab", "Backtab", "Space", "Return", "Left",
        "Down", "F5", "Ctrl+R", "Ctrl+Alt+Del", "Meta", "A", "1", "Del", "Home"]  # fmt: skip
PER_MINUTE = 1000


@dataclass
class Monkey:
    """One, with its own chance. Every answer of the window is timed."""

    screen: Automation
    chance: random.Random
    width: int
    height: int
    taken_s: list[float] = field(default_factory=list)
    kinds: dict[str, int] = field(default_factory=dict)

    def play(self, count: int, between: Callable[[int], None]) -> float:
        """So many doings at a thousand a minute, `between` after each; how long it took, in seconds."""
        begun = time.monotonic()
        for number in range(count):
            self._time(self._one)
            between(number)
            time.sleep(max(0.0, begun + (number + 1) * 60 / PER_MINUTE - time.monotonic()))
        return time.monotonic() - begun

    def screens(self) -> list[str]:
        """What stands on the screen: its name, or the question whether somebody is there."""
        names = self._time(self.screen.names)
        return [name for name in names if name.startswith("screen-") or name == "still-there"]

    def _time(self, do: Callable[[], T]) -> T:
        begun = time.monotonic()
        done = do()
        self.taken_s.append(time.monotonic() - begun)
        return done

    def _one(self) -> None:
        doings = {
            self._tap: 50,
            self._aimed: 25,
            self._hammer: 6,
            self._fingers: 8,
            self._wipe: 5,
            self._key: 6,
        }
        (doing,) = self.chance.choices(list(doings), list(doings.values()))
        name = doing.__name__.removeprefix("_")
        self.kinds[name] = self.kinds.get(name, 0) + 1
        doing()

    def _spot(self) -> tuple[float, float]:
        return self.chance.uniform(0, self.width - 1), self.chance.uniform(0, self.height - 1)

    def _tap(self) -> None:
        self.screen.touch_at(*self._spot())

    def _aimed(self) -> None:
        """At something that has a name, so that it gets somewhere."""
        seen = [item["rect"] for item in self.screen.visible() if item["enabled"]]
        x, y, width, height = self.chance.choice(seen)
        self.screen.touch_at(x + width / 2, y + height / 2)

    def _hammer(self) -> None:
        x, y = self._spot()
        times = self.chance.randint(2, 5)
        self.screen.touch([[("press", 0, x, y)], [("release", 0, x, y)]] * times)

    def _fingers(self) -> None:
        """Two to ten, which land together and are lifted together or one after the other."""
        spots = [self._spot() for _ in range(self.chance.randint(2, 10))]
        last = len(spots) - 1
        frames: Frames = [[("press", n, x, y) for n, (x, y) in enumerate(spots)]]
        if self.chance.random() < 0.5:
            frames.append([("release", n, x, y) for n, (x, y) in enumerate(spots)])
        else:
            frames += [
                [("release" if n == up else "stationary", n, *spots[n]) for n in range(up, last + 1)]
                for up in range(last + 1)
            ]
        self.screen.touch(frames)

    def _wipe(self) -> None:
        (x1, y1), (x2, y2) = self._spot(), self._spot()
        way = [(x1 + (x2 - x1) * n / 8, y1 + (y2 - y1) * n / 8) for n in range(1, 9)]
        moves: Frames = [[("move", 0, x, y)] for x, y in way]
        self.screen.touch([[("press", 0, x1, y1)], *moves, [("release", 0, x2, y2)]])

    def _key(self) -> None:
        self.screen.key(self.chance.choice(KEYS))
