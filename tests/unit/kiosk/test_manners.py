"""The window's manners: it answers a touch at once, ten fingers choose one thing at most, keys choose nothing."""

import random
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from PyQt6.QtCore import QPointF, QRectF, QSize
from PyQt6.QtGui import QGuiApplication, QImage
from PyQt6.QtQuick import QQuickItem

from kiosk import sample
from kiosk.flow import Flow, Input, Tick, Touch
from kiosk.flow.view import Teller
from kiosk.window import LANGUAGES, KioskWindow
from tests.support.qml import settle
from tests.support.qml_checks import place
from ui.automation.finder import items, visible
from ui.automation.hands import Finger, Step, press_key
from ui.languages import Texts

SIZE = QSize(1024, 768)
QUESTIONS = ["welcome", "attract", "still-there", "categories-last", "services", "priority", "confirm-many",
             "ticket-failed", "trouble-service_full"]  # fmt: skip
KEYS = [
    "Esc",
    "F11",
    "Alt+F4",
    "Ctrl+Q",
    "Ctrl+W",
    "Menu",
    "Backspace",
    "Ctrl+Alt+Backspace",
    "Tab",
    "F5",
    "Ctrl+R",
]


class Scene:
    """A window on a flow that stands in one situation; what was touched in it."""

    def __init__(self) -> None:
        self.finger = Finger()
        self._teller = Teller(Texts.load(LANGUAGES), lambda *_: "")
        self.touches: list[tuple[str, str]] = []
        self.flow = Flow(lambda: sample.REQUEST, lambda: sample.AT)
        self.window = KioskWindow(self._teller.texts, self._view(), self._touched, SIZE, fullscreen=True)
        self.window.quick.resize(SIZE)

    def stand(self, situation: str) -> None:
        """Anew, and still."""
        self.flow = Flow(lambda: sample.REQUEST, lambda: sample.AT)
        self.window.show(self._view())
        for given in sample.situations("zh")[situation]:
            self.take(given, self.flow.deadline or 0.0 if isinstance(given, Tick) else 0.0)
        settle(160)
        while any(i.isVisible() and i.property("shieldsTouch") for i in items()):
            settle(20)
        self.touches.clear()

    def take(self, given: Input, now: float) -> None:
        self.flow.take(given, now)
        self.window.show(self._view())

    def play(self, *frames: list[Step]) -> None:
        self.finger.play(self.window.quick, frames)

    def buttons(self) -> list[QQuickItem]:
        found = [i for i in visible().values() if i.inherits("QQuickAbstractButton")]
        return [*found, *(i for name, i in visible().items() if name == "wake")]

    def picture(self) -> QImage:
        return self.window.quick.grabWindow()

    def _view(self) -> dict[str, Any]:
        return self._teller.view(self.flow.state, self.flow.known, sample.AT)

    def _touched(self, what: str, which: str) -> None:
        self.touches.append((what, which))
        self.take(Touch(what, which), 0.0)


@pytest.fixture(scope="module")
def living(screen_app: QGuiApplication) -> Iterator[Scene]:
    living = Scene()
    yield living
    living.window.close()
    settle()


def middle(button: QQuickItem) -> QPointF:
    return place(button).intersected(QRectF(0, 0, SIZE.width(), SIZE.height())).center()


def ten(living: Scene) -> list[QPointF]:
    """On all that can be touched, and the rest of the fingers anywhere."""
    chance = random.Random(5)
    spots = [middle(button) for button in living.buttons()][:10]
    while len(spots) < 10:
        spots.append(QPointF(chance.uniform(0, SIZE.width()), chance.uniform(0, SIZE.height())))
    return spots


def fingers(what: str, spots: list[QPointF]) -> list[Step]:
    return [(what, n, spot.x(), spot.y()) for n, spot in enumerate(spots)]


@pytest.mark.parametrize("situation", QUESTIONS)
def test_every_touch_shows_at_once(living: Scene, situation: str) -> None:
    """Not only within 100 ms: in the very next frame. The first and the last two of each screen."""
    living.stand(situation)
    names = [button.objectName() for button in living.buttons()]
    before = living.picture()
    for name in {*names[:1], *names[-2:]}:
        spot = middle(visible()[name])
        living.play([("press", 0, spot.x(), spot.y())])
        assert living.picture() != before, name
        living.play([("move", 0, 1, 1)], [("release", 0, 1, 1)])  # it has second thoughts: nothing is chosen
        assert situation == "attract" or living.picture() == before, name
    assert living.touches == ([("wake", "")] if situation == "attract" else [])


@pytest.mark.parametrize("situation", QUESTIONS)
def test_ten_fingers_at_once_choose_one_thing_at_most(living: Scene, situation: str) -> None:
    living.stand(situation)
    spots = ten(living)
    living.play(fingers("press", spots), fingers("release", spots))
    settle(20)
    assert len(living.touches) == 1, living.touches


@pytest.mark.parametrize("situation", QUESTIONS)
def test_ten_fingers_lifted_one_after_the_other_choose_one_thing_at_most(
    living: Scene, situation: str
) -> None:
    living.stand(situation)
    spots = ten(living)
    down: list[list[Step]] = [
        [*fingers("stationary", spots)[:n], fingers("press", spots)[n]] for n in range(10)
    ]
    up: list[list[Step]] = [
        [fingers("release", spots)[n], *fingers("stationary", spots)[n + 1 :]] for n in range(10)
    ]
    living.play(*down, *up)
    settle(20)
    assert len(living.touches) == 1, living.touches


def test_after_the_ten_fingers_one_finger_works_again(living: Scene) -> None:
    living.stand("priority")
    spots = ten(living)
    living.play(fingers("press", spots), fingers("release", spots))
    settle(300)
    assert "screen-confirm" in visible()
    spot = middle(visible()["confirm"])
    living.play([("press", 0, spot.x(), spot.y())], [("release", 0, spot.x(), spot.y())])
    assert living.touches[-1] == ("confirm", "")


@pytest.mark.parametrize("situation", [*QUESTIONS, "ticket-printing", "closed", "offline"])
def test_no_key_and_no_wiping_finger_takes_the_window_away(living: Scene, situation: str) -> None:
    living.stand(situation)
    for key in KEYS:
        press_key(key)
    across: list[list[Step]] = [[("move", 0, x, 300)] for x in range(50, 1020, 50)]
    upwards: list[list[Step]] = [[("move", 0, 500, y)] for y in range(700, 5, -50)]
    living.play([("press", 0, 5, 300)], *across, [("release", 0, 1020, 300)])
    living.play([("press", 0, 500, 760)], *upwards, [("release", 0, 500, 5)])
    settle(20)
    assert living.window.quick.isVisible()
    assert not living.window.quick.close()
    assert any(name.startswith(("screen-", "still-there")) for name in visible())


def test_the_picture_moves_in_small_cheap_steps_over_the_whole_screen(living: Scene) -> None:
    living.stand("attract")
    (page,) = (i for i in items() if i.objectName() == "screen-attract")
    (name,) = (i for i in items() if i.objectName() == "hall-1")
    places = []
    for step in range(0, 20 * 60 * 10, 7):
        page.setProperty("steps", step)
        places.append(place(name).topLeft())
    frame = QRectF(0, 0, SIZE.width(), SIZE.height())
    assert all(frame.contains(spot) for spot in places)
    heights = {round(spot.y() / 40) for spot in places}
    assert len(heights) >= 8, heights
    steps = [abs(a.x() - b.x()) + abs(a.y() - b.y()) for a, b in pairwise(places)]
    assert max(steps) < 7 * 4
    before = living.picture()
    settle(200)
    assert living.picture() != before


def test_a_touch_on_the_picture_brings_the_welcome_and_chooses_nothing(living: Scene) -> None:
    living.stand("attract")
    living.play([("press", 0, 512, 600)], [("release", 0, 512, 600)])
    living.play([("press", 0, 512, 600)], [("release", 0, 512, 600)])
    settle(300)
    assert living.touches == [("wake", "")]
    assert "screen-welcome" in visible()


def test_the_seconds_are_counted_down_and_what_was_entered_is_not_to_be_seen(living: Scene) -> None:
    living.stand("still-there")
    assert "confirm" not in visible()
    assert visible()["seconds-left"].property("text") == "10"
    (counting,) = (i for i in items() if i.objectName() == "still-there")
    settle(1100)
    assert visible()["seconds-left"].property("text") == "9"
    living.play([("press", 0, 30, 300)], [("release", 0, 30, 300)])
    settle(20)
    assert not counting.isVisible()
    assert "confirm" in visible()
