"""The living window: touches reach the flow, screens follow each other without a word from Qt, languages change."""

import random
from collections.abc import Iterator

import pytest
from PyQt6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PyQt6.QtGui import QGuiApplication, QKeyEvent
from PyQt6.QtQuick import QQuickWindow

from kiosk import sample
from kiosk.flow import Answered, Flow, Input, OnlineChanged, PaperCame, Tick, Touch
from kiosk.flow.view import Teller
from kiosk.keyboard import Keyboard
from kiosk.window import LANGUAGES, KioskWindow
from tests.support.qml import settle
from ui.automation.finder import find_visible, items, text_of, visible
from ui.automation.hands import Finger, press_key
from ui.languages import Texts
from wire.commands import IssueTicket
from wire.errors import ErrorCode
from wire.terms import PrintResult


class Living:
    """A window on a flow; the test is the hall, the printer and the clock."""

    def __init__(self) -> None:
        self.now = 0.0
        self.flow = Flow(lambda: sample.REQUEST, lambda: sample.AT)
        self.teller = Teller(Texts.load(LANGUAGES), lambda *_: "")
        self.touches: list[tuple[str, str]] = []
        self.finger = Finger()
        for given in sample.situations("zh")["welcome"]:
            self.flow.take(given, self.now)
        self.hands = 0.0
        """What the keyboard's clock says."""
        self.window = KioskWindow(
            self.teller.texts, self._view(), self._touched, QSize(1024, 768), monotonic=lambda: self.hands
        )
        self.rest()

    def _view(self) -> dict[str, object]:
        return self.teller.view(self.flow.state, self.flow.known, help_=self.flow.help)

    def _touched(self, what: str, which: str) -> None:
        self.touches.append((what, which))
        self.take(Touch(what, which))

    def take(self, given: Input) -> None:
        self.flow.take(given, self.now)
        self.window.show(self._view())

    def tap(self, name: str, times: int = 1) -> None:
        """When the screen takes touches, however slow the machine is; and waits until it does again."""
        self._wait_for_the_shield()
        self.finger.tap(find_visible(name), times)
        self.rest()

    def rest(self) -> None:
        settle(20)
        self._wait_for_the_shield()

    def _wait_for_the_shield(self) -> None:
        while any(i.isVisible() and i.property("shieldsTouch") for i in items()):
            settle(20)


@pytest.fixture
def living(screen_app: QGuiApplication) -> Iterator[Living]:
    living = Living()
    yield living
    living.window.close()
    settle()


def test_a_finger_walks_through_to_the_ticket(living: Living) -> None:
    for name in ("language-en", "next-page", "category-talk", "back", "previous-page", "category-medical"):
        living.tap(name)
    for name in (
        "service-medical-card",
        "priority-infant",
        "add-need",
        "category-work",
        "service-work-booklet",
    ):
        living.tap(name)
    assert text_of(find_visible("need-work-booklet")).startswith("2.")
    living.tap("remove-medical-card")
    living.tap("confirm")
    request = living.flow.state.request
    assert isinstance(request, IssueTicket)
    assert request.services == ("work-booklet",)
    living.take(Answered(sample.REQUEST, sample.ticket()))
    settle(300)
    assert text_of(find_visible("ticket-number")) == "A012"
    assert text_of(find_visible("paper")) == "Printing your ticket"
    living.take(PaperCame("A012", PrintResult.FAILED))
    settle(20)
    assert text_of(find_visible("paper-failed")) == "The ticket could not be printed"
    living.tap("take")
    assert "language-zh" in visible()


def test_a_busy_hall_is_not_called_a_silent_one(living: Living) -> None:
    for name in ("language-en", "category-medical", "service-medical-card", "priority-none", "confirm"):
        living.tap(name)
    assert "trying" not in visible()
    living.take(Answered(sample.REQUEST, sample.refusal(ErrorCode.BUSY)))
    settle(20)
    assert text_of(find_visible("trying")).startswith("The hall's system can't give out numbers just now.")
    living.take(OnlineChanged(False))
    for page in (item for item in items() if item.property("slow") is not None):
        page.setProperty("slow", True)
    settle(20)
    assert text_of(find_visible("trying")).startswith("The hall's system has not answered yet.")


def test_the_second_tap_of_a_doubled_touch_is_not_the_next_screens(living: Living) -> None:
    living.tap("language-zh", times=2)
    living.tap("category-medical", times=3)
    assert [what for what, _ in living.touches] == ["language", "category"]
    assert "screen-services" in visible()


def test_figures_change_under_a_resting_finger(living: Living) -> None:
    """A state of the hall that comes between press and release doesn't take the button away."""
    living.tap("language-zh")
    living.tap("category-medical")
    before = find_visible("service-medical-card")
    living.take(sample.situations("zh")["welcome"][1])
    settle(20)
    assert find_visible("service-medical-card") is before


def _press(living: Living, *keys: str, gap: float = 0.3) -> None:
    """As a hand does it, unless told otherwise."""
    for key in keys:
        living.hands += gap
        press_key(key)
        if gap < 0.1:
            continue
        settle(10)
        while any(i.isVisible() and i.property("shieldsTouch") for i in items()):
            settle(20)


def test_digits_type_on_the_keypad_and_enter_looks(living: Living) -> None:
    living.tap("appointment")
    _press(living, "2", "0", "7", "Backspace", "-", "1")
    assert text_of(find_visible("typed")) == "20-1"
    _press(living, "Return")
    assert living.flow.state.look is not None
    assert living.flow.state.look.appointment == "20-1"
    living.take(Answered(sample.REQUEST, sample.booking()))
    settle(300)
    assert text_of(find_visible("booking-time")) == "09:22"


def test_letters_type_in_the_search(living: Living) -> None:
    living.tap("language-en")
    living.tap("search")
    _press(living, "m", "a", "j", "Space", "i")
    assert text_of(find_visible("typed")) == "MAJ I"
    assert "service-medical-register" in visible()
    living.tap("key-L")
    assert living.flow.state.typed == "maj iL"
    living.tap("service-medical-register")
    assert "screen-priority" in visible()


@pytest.mark.parametrize("code", ["2026-1147", "https://hall.example/2026-1147"])
def test_a_scanner_types_faster_than_hands_and_presses_nothing(living: Living, code: str) -> None:
    for name in ("language-en", "category-medical", "service-medical-card", "priority-none"):
        living.tap(name)
    before = list(living.touches)
    _press(living, *code, "Return", gap=0.004)
    assert living.touches == [*before, ("scan", code)]
    assert "screen-appointment" in visible()
    assert living.flow.state.look is not None
    assert living.flow.state.look.appointment == "2026-1147"
    living.take(Answered(sample.REQUEST, sample.booking()))
    settle(300)
    assert "screen-booking" in visible()


class _Window(QQuickWindow):
    """Notes the keys that reach it."""

    def __init__(self) -> None:
        super().__init__()
        self.keys: list[str] = []

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        assert event is not None
        self.keys.append(event.text())


class _Typist:
    """Presses keys on a window whose screen has nothing to type on."""

    def __init__(self) -> None:
        self.now = 0.0
        self.window = _Window()
        self.touches: list[tuple[str, str]] = []
        self.keyboard = Keyboard(
            self.window, lambda: "services", lambda *touch: self.touches.append(touch), lambda: self.now
        )

    def press(self, text: str, gap: float, rest_ms: int = 0) -> None:
        for letter in text:
            self.now += gap
            key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(self.window, event)
            settle(rest_ms)


def test_a_hands_key_reaches_the_window_a_moment_later(screen_app: QGuiApplication) -> None:
    typist = _Typist()
    typist.press("1", 0.3)
    assert typist.window.keys == []
    while typist.keyboard.holds:
        settle(10)
    assert typist.window.keys == ["1"]
    typist.press("23\r", 0.3)
    assert typist.window.keys == ["1", "2", "3", "\r"]
    assert typist.touches == []


def test_keys_as_fast_as_a_scanners_that_are_no_code_press_nothing(screen_app: QGuiApplication) -> None:
    typist = _Typist()
    typist.press("12", 0.01)
    while typist.keyboard.holds:
        settle(10)
    typist.press("\r", 0.3)
    assert (typist.window.keys, typist.touches) == (["\r"], [])


def test_enter_on_nothing_does_nothing(living: Living) -> None:
    _press(living, "Return", "Backspace", "F12")
    assert living.touches == []
    assert "screen-welcome" in visible()


def test_random_touches_end_on_a_sane_screen(living: Living) -> None:
    chance = random.Random(7)
    for _ in range(60):
        names = [n for n, i in visible().items() if i.inherits("QQuickAbstractButton") and i.isEnabled()]
        if names:
            living.finger.tap(find_visible(chance.choice(names)))
        if chance.random() < 0.2:
            living.take(Answered(sample.REQUEST, sample.ticket()))
        if chance.random() < 0.2:
            living.take(PaperCame("A012", chance.choice(list(PrintResult))))
        if chance.random() < 0.05:
            living.now += 61
            living.take(Tick())
        settle(chance.choice([0, 0, 260]))
    living.take(Answered(sample.REQUEST, sample.ticket()))
    living.take(PaperCame("A012", PrintResult.PRINTED))
    for _ in range(3):
        living.now += 91
        living.take(Tick())
    settle(50)
    assert {"screen-welcome", "screen-attract"} & set(visible())
