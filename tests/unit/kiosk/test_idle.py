"""Nobody is there: it asks, counts down and forgets; the welcome becomes a picture that any touch takes away."""

import pytest

from kiosk.flow import (
    CallStaff,
    CatalogCame,
    Flow,
    HallCame,
    Modes,
    OnlineChanged,
    Patience,
    Screen,
    Tick,
    Touch,
)
from kiosk.flow.view import Teller
from kiosk.window import LANGUAGES
from tests.support.kiosk_halls import catalog, hall_state
from ui.languages import Texts

TO_CONFIRM = ["language:en", "category:c1", "service:c1-1", "priority:ill"]
TELLER = Teller(Texts.load(LANGUAGES), lambda *_: "")


class Kiosk:
    """A flow whose clock goes from one deadline to the next."""

    def __init__(self, patience: Patience | None = None) -> None:
        self.now = 0.0
        self.flow = Flow(lambda: "id", lambda: 0, "zh", patience)
        for known in (CatalogCame(catalog()), HallCame(hall_state()), OnlineChanged(True)):
            self.flow.take(known, self.now)

    def touch(self, *touches: str) -> "Kiosk":
        for touch in touches:
            self.flow.take(Touch(*touch.split(":")), self.now)
        return self

    def wait(self, seconds: float) -> "Kiosk":
        self.now += seconds
        self.flow.take(Tick(), self.now)
        return self

    def screen(self) -> str:
        return str(TELLER.view(self.flow.state, self.flow.known)["screen"])


@pytest.mark.parametrize("steps", range(1, 5))
def test_the_last_ten_seconds_are_counted_down_then_all_is_forgotten(steps: int) -> None:
    kiosk = Kiosk().touch(*TO_CONFIRM[:steps])
    before = kiosk.flow.state
    assert kiosk.wait(49.9).flow.state.asking == 0
    assert kiosk.wait(0.1).flow.state.asking == 10
    assert kiosk.flow.state.screen is before.screen
    assert kiosk.wait(9.9).flow.state.screen is before.screen
    after = kiosk.wait(0.1).flow.state
    assert (after.screen, after.language, after.basket, after.priority) == (Screen.WELCOME, "zh", (), None)


def test_any_touch_stops_it_and_chooses_nothing() -> None:
    kiosk = Kiosk().touch(*TO_CONFIRM)
    before = kiosk.flow.state
    assert kiosk.wait(50).touch("stay").flow.state == before
    assert kiosk.wait(49).flow.state == before
    assert kiosk.wait(1).flow.state.asking == 10


def test_the_call_for_staff_stops_it_too_and_is_made() -> None:
    kiosk = Kiosk().touch(*TO_CONFIRM).wait(50)
    effects = kiosk.flow.take(Touch("help"), kiosk.now)
    assert [type(effect) for effect in effects] == [CallStaff]
    assert (kiosk.flow.state.screen, kiosk.flow.state.asking) == (Screen.CONFIRM, 0)


def test_a_welcome_in_a_mode_becomes_the_plain_one_and_then_the_picture() -> None:
    kiosk = Kiosk().touch("mode:contrast")
    assert kiosk.wait(60).screen() == "welcome"
    assert kiosk.flow.state.modes == Modes()
    assert kiosk.wait(180).screen() == "attract"


def test_a_finger_that_was_down_before_it_asked_has_chosen() -> None:
    kiosk = Kiosk().touch(*TO_CONFIRM).wait(50).touch("confirm")
    assert (kiosk.flow.state.screen, kiosk.flow.state.asking) == (Screen.ISSUING, 0)


@pytest.mark.parametrize(("idle", "asks"), [(300, 10), (60, 10), (12, 6), (5, 2)])
def test_the_time_can_be_set_and_at_most_half_of_it_is_the_question(idle: float, asks: int) -> None:
    kiosk = Kiosk(Patience(idle=idle)).touch("language:zh")
    kiosk.wait(idle - min(10, idle / 2))
    assert kiosk.flow.state.asking == asks
    assert kiosk.wait(min(10, idle / 2)).flow.state.screen is Screen.WELCOME


def test_after_three_minutes_on_the_welcome_the_picture_moves_and_a_touch_only_brings_the_welcome() -> None:
    kiosk = Kiosk()
    assert kiosk.wait(179).screen() == "welcome"
    assert kiosk.wait(1).screen() == "attract"
    assert kiosk.flow.deadline is None
    assert kiosk.touch("wake").screen() == "welcome"
    assert kiosk.wait(179).screen() == "welcome"
    assert kiosk.wait(1).touch("language:en").screen() == "welcome"
    assert kiosk.touch("language:en").screen() == "categories"


def test_the_picture_comes_after_somebody_has_left_too() -> None:
    kiosk = Kiosk().touch("language:en").wait(50).wait(10)
    assert kiosk.screen() == "welcome"
    assert kiosk.wait(180).screen() == "attract"


def test_no_picture_where_none_is_wanted() -> None:
    kiosk = Kiosk(Patience(rest=0))
    assert kiosk.flow.deadline is None
    assert kiosk.wait(100_000).screen() == "welcome"


def test_what_staff_must_see_is_not_hidden_by_the_picture_and_a_closed_hall_says_so_in_it() -> None:
    kiosk = Kiosk().wait(180)
    kiosk.flow.take(OnlineChanged(False), kiosk.now)
    assert kiosk.screen() == "offline"
    kiosk.flow.take(OnlineChanged(True), kiosk.now)
    assert kiosk.screen() == "attract"
    kiosk.flow.take(HallCame(hall_state(is_open=False)), kiosk.now)
    assert kiosk.screen() == "attract"
    told = TELLER.view(kiosk.flow.state, kiosk.flow.known)["picture"]
    assert not told["open"]
    assert told["prompts"] == []
    assert told["states"][0].startswith("大厅现在不办公")
    assert kiosk.touch("wake").screen() == "closed"


def test_the_picture_speaks_every_language_of_the_hall() -> None:
    told = TELLER.view(Kiosk().wait(180).flow.state, Kiosk().flow.known)["picture"]
    assert told["prompts"] == ["请触摸屏幕开始", "Touch to begin"]
    assert told["halls"] == ["宝山路街道社区事务受理服务中心", "Baoshan Road Community Affairs Centre"]
