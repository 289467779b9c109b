"""The whole way by keys alone, and where the focus is."""

from collections.abc import Iterator

import pytest
from PyQt6.QtGui import QGuiApplication

from kiosk import sample
from kiosk.flow import Answered, PaperCame
from tests.support.qml import settle
from tests.unit.kiosk.test_window import Living
from ui.automation.hands import front_window, press_key
from wire.commands import IssueTicket
from wire.terms import PrintResult


class Keyed(Living):
    """A living window that is only ever typed to."""

    def press(self, *keys: str) -> None:
        for key in keys:
            self.hands += 0.3
            press_key(key)
            settle(20)
            while self.window.keyboard.holds:  # what writes waits: it may be a scanner's
                settle(10)
            settle(10)

    def screen(self) -> str:
        return self.flow.state.screen.value

    def focused(self) -> str:
        item = front_window().activeFocusItem()
        return item.objectName() if item is not None and item.property("visualFocus") else ""


@pytest.fixture
def keyed(screen_app: QGuiApplication) -> Iterator[Keyed]:
    living = Keyed()
    yield living
    living.window.close()
    settle()


def test_keys_alone_lead_to_the_ticket(keyed: Keyed) -> None:
    keyed.press("Tab")
    assert keyed.focused() == "language-zh"
    keyed.press("Down", "Return")
    assert (keyed.flow.state.language, keyed.focused()) == ("en", "category-medical")
    keyed.press("Tab", "Space")
    assert (keyed.flow.state.category, keyed.focused()) == ("pension", "service-pension-register")
    keyed.press("Esc", "1", "2", "Backtab", "Shift+Tab")
    assert keyed.screen() == "checklist"
    keyed.press("2")
    assert keyed.screen() == "priority"
    keyed.press("7")
    assert keyed.screen() == "confirm"
    keyed.press("2")
    request = keyed.flow.state.request
    assert isinstance(request, IssueTicket)
    assert request.services == ("medical-booklet",)
    keyed.take(Answered(sample.REQUEST, sample.ticket()))
    settle(20)
    assert keyed.focused() == "mode-elder", "nothing to choose while it prints: the helps"
    keyed.take(PaperCame("A012", PrintResult.PRINTED))
    keyed.press("1")
    assert keyed.screen() == "welcome"


def test_a_finger_sees_no_ring_and_the_first_key_begins_at_the_question(keyed: Keyed) -> None:
    keyed.tap("language-en")
    assert keyed.focused() == ""
    keyed.press("Right")
    assert keyed.focused() == "category-medical"
    keyed.press("Left")
    assert keyed.focused() == "help"


def test_the_pages_are_turned_by_keys_and_the_focus_begins_again(keyed: Keyed) -> None:
    keyed.press("Tab", "Return")
    while keyed.focused() != "next-page":
        keyed.press("Tab")
    keyed.press("Return")
    assert keyed.flow.state.page == 1
    assert keyed.focused().startswith("category-")


@pytest.mark.parametrize(
    ("key", "mode"),
    [("F1", "speech"), ("0", "speech"), ("F3", "elder"), ("F4", "contrast"), ("F5", "lowered")],
)
def test_a_key_for_every_help(keyed: Keyed, key: str, mode: str) -> None:
    keyed.press("Tab", "Return", key)
    assert getattr(keyed.flow.state.modes, mode)
    assert keyed.focused().startswith(("category-", "language-"))


def test_keys_without_a_meaning_do_nothing(keyed: Keyed) -> None:
    keyed.press("Tab", "Return")
    before = keyed.flow.state
    keyed.press("9", "x", "F12", "Return" if not keyed.focused() else "F11")
    assert keyed.flow.state is before
