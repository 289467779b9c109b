"""The photographer: what kiosk, pad and screen look like at the moments worth keeping."""

from collections.abc import Sequence

from greenwindow.demo.arrange import Stage
from greenwindow.demo.clerks import Clerk
from greenwindow.demo.hand import Hand
from greenwindow.demo.pace import Pace
from greenwindow.demo.residents import Kiosk


class Photographer:
    """Takes pictures through connections of its own, so that it is in nobody's way."""

    def __init__(self, stage: Stage, kiosks: Sequence[Kiosk], clerks: Sequence[Clerk], pace: Pace) -> None:
        self._folder = stage.out / "screenshots"
        self._hands = {
            "kiosk": Hand(kiosks[0].hand.socket, pace),
            "pad": Hand(clerks[0].hand.socket, pace),
            "display": Hand(stage.socket(stage.displays[0]), pace),
        }
        self._taken = 0

    def all(self, moment: str) -> None:
        """One picture of each kind of window."""
        for name in self._hands:
            self.one(name, moment)

    def one(self, name: str, moment: str) -> None:
        """A picture of one window."""
        self._taken += 1
        self._hands[name].picture(self._folder / f"{name}-{self._taken:02d}-{moment}.png")
