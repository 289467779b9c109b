"""What is read aloud: new screens, what changes on them, the control that has the keyboard; and when it is silent."""

from collections.abc import Iterator

import pytest
from PyQt6.QtGui import QGuiApplication

from kiosk import sample
from kiosk.flow import Answered, HelpAnswered, Input, PaperCame
from kiosk.narrator import Narrator
from kiosk.reading import Passage
from tests.support.qml import settle
from tests.unit.kiosk.test_keyboard import Keyed
from wire.replies import Reply
from wire.terms import PrintResult

SOON_MS = 250


class Heard(Keyed):
    """A window whose narrator speaks to the test."""

    def __init__(self) -> None:
        self.read: list[Passage] = []
        super().__init__()
        self.added: list[Passage] = []
        self.narrator = Narrator(self.window.quick, self.read.append, self.added.append)
        self.window.desk.again_asked.connect(self.narrator.again)

    def take(self, given: Input) -> None:
        super().take(given)
        self.narrator.follow(self._view())

    def news(self) -> list[str]:
        """What was added to what is being read; it is forgotten."""
        settle(SOON_MS)
        texts = [line.text for passage in self.added for line in passage]
        self.added.clear()
        return texts

    def last(self) -> list[str]:
        """The lines of the newest passage; it is forgotten."""
        settle(SOON_MS)
        texts = [line.text for line in self.read[-1]] if self.read else []
        self.read.clear()
        return texts


@pytest.fixture
def heard(screen_app: QGuiApplication) -> Iterator[Heard]:
    living = Heard()
    yield living
    living.narrator.close()
    living.window.close()
    settle()


def test_nothing_is_read_until_somebody_asks(heard: Heard) -> None:
    heard.press("Tab", "Return", "Tab")
    assert heard.last() == []


def test_a_new_screen_is_read_whole_and_each_answer_by_its_digit(heard: Heard) -> None:
    heard.press("F1")
    settle(SOON_MS)
    lines = heard.read[-1]
    assert [line.text for line in lines if line.text[0].isdigit()] == [
        "1, 取号, 中文",
        "2, Take a number, English",
        "3, 我有预约 · I have an appointment",
    ]
    assert [line.language for line in lines[-3:-1]] == ["zh", "en"]
    assert "宝山路街道社区事务受理服务中心" in heard.last()
    heard.press("2")
    said = heard.last()
    assert said[0] == "What brings you here today?"
    assert said[1] == "Page 1 of 2"
    assert said[2] == "1, Medical insurance, Errands: 7"
    assert len(said) == 1 + 6 + 1, "title, page, six answers"


def test_the_focused_control_is_read_and_every_key_cuts_off_what_is_being_read(heard: Heard) -> None:
    heard.press("F1", "Tab", "Return")
    heard.last()
    heard.press("Tab")
    assert heard.read == [(), heard.read[-1]], "silence first"
    assert heard.last() == ["社会保险与养老, 3 个事项"]
    heard.press("Backtab", "Backtab")
    assert heard.last() == ["呼叫帮助"]
    heard.press("F12")
    assert heard.last() == []


def test_a_finger_hears_the_screen_without_digits(heard: Heard) -> None:
    heard.tap("mode-elder")
    heard.tap("language-en")
    assert heard.last()[2] == "Medical insurance, Errands: 7"


def test_what_changes_is_read_and_the_rest_is_not_said_again(heard: Heard) -> None:
    heard.press("F1", "Tab", "Down", "Return", "1", "1", "7", "2")
    assert heard.last() == ["Getting your number"]
    heard.take(Answered(sample.REQUEST, sample.ticket()))
    said = heard.last()
    assert "A 0 1 2" in said
    assert "5 to 13 minutes" in said
    assert "Printing your ticket" in said
    heard.take(PaperCame("A012", PrintResult.FAILED))
    news = heard.news()
    assert news[0] == "The ticket could not be printed"
    assert news[-2:] == ["1, Try to print it again", "2, I have noted my number"]
    assert heard.last() == [], "what is being read is heard to its end"
    heard.press("F2")
    assert heard.news() == ["Calling staff"]
    heard.take(HelpAnswered(sample.REQUEST, Reply(command=sample.REQUEST, ok=True, at=0, epoch=1, seq=1)))
    assert heard.news() == ["Staff have been called. Please wait here a moment."]


def test_figures_of_the_hall_that_change_are_not_read(heard: Heard) -> None:
    heard.press("F1", "Tab", "Return", "1")
    heard.last()
    heard.take(sample.situations("zh")["welcome"][1])
    assert heard.last() == []
    assert heard.news() == []


def test_once_more_and_off(heard: Heard) -> None:
    heard.press("F1", "Tab", "Return")
    said = heard.last()
    heard.press("F6")
    assert heard.last() == said
    heard.press("0")
    assert heard.read[-1] == ()
    heard.read.clear()
    heard.press("Tab", "F6")
    assert heard.last() == []
