"""The pad's window in all its moments, seen by a machine; and what fingers and keys do to it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PyQt6.QtCore import QUrl
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtQuick import QQuickItem, QQuickView

from caller import samples
from caller.actions import Action
from caller.app import LANGUAGES, ROOM, SCREENS
from caller.gallery import MOMENTS, Moment, Stage, draw, pictures
from caller.presses import REBOUND_S
from caller.words import Words
from runtime.deliveries import Alarm
from tests.support.qml_checks import faults, place
from tests.support.qml_texts import untranslated
from ui.automation.finder import find_visible, items, shielded, text_of, visible, walk
from ui.automation.hands import Finger, press_key, type_text
from ui.gallery import settle
from ui.languages import Texts
from ui.translator import Translator
from ui.window import open_window, parse_size
from wire.errors import ErrorCode
from wire.states import CounterView
from wire.terms import CallReason, Priority

SMALLEST_PX = 14
TEXTS = Texts.load(LANGUAGES)


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> QGuiApplication:
    return qapp


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda m: m.name)
def test_every_moment_in_every_size_and_language_stands_right(moment: Moment) -> None:
    wrong = {}
    for name, view in pictures(TEXTS, [moment.name], settle_ms=60):
        hide_what_is_scrolled_away(view)
        found = [fault for fault in faults(view, SMALLEST_PX) if not may_be_shortened(fault, moment)]
        if found:
            wrong[name] = found
    assert wrong == {}


def may_be_shortened(fault: str, moment: Moment) -> bool:
    """What comes next may be told in part where it is very much; of the current ticket all can be seen."""
    return moment.name == "crowded" and fault.endswith("cut off")


def hide_what_is_scrolled_away(view: QQuickView) -> None:
    """What its list or card does not show whole is reached by scrolling: no fault. All is laid out first."""
    draw(view)
    root = view.contentItem()
    assert root is not None
    for box in [item for item in walk(root) if item.inherits("QQuickFlickable") and item.property("clip")]:
        bottom = place(box).bottom()
        for item in list(walk(box.property("contentItem"))):
            if item.inherits("QQuickText") or item.inherits("QQuickAbstractButton"):
                item.setVisible(item.isVisible() and place(item).bottom() <= bottom + 1)


HELPS = ("sign_language", "wheelchair", "interpreter", "听力不便，请面对面慢慢说，需要人帮忙填表")


def shouted(help_: str) -> CounterView:
    """A need for help, now and next, with the longest number and with priority."""
    view = samples.called()
    assert view.current is not None
    assert view.next is not None
    more = {"number": "AB1000", "help": help_, "priority": Priority.DISABLED}
    return view.model_copy(
        update={
            "current": view.current.model_copy(update=more),
            "next": view.next.model_copy(update={**more, "reason": CallReason.PRIORITY}),
        }
    )


@pytest.mark.parametrize("size", ["480x800", "800x480", "800x1280"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_need_for_help_is_seen_whole_before_the_call_and_after_it(size: str, language: str) -> None:
    with pad(samples.closed(), size, language) as (stage, window):
        for help_ in HELPS:
            stage.show(shouted(help_))
            settle(60)
            words = Words(TEXTS, language).help(help_)
            signs = [s for s in named("sign") if text_of(s) == words]
            assert [s for s in signs if not whole(s)] == []
            assert len(signs) == 2, "one at the number that is here, one at the next"
            assert text_of(find_visible("next-services")), "and what it is about"
            hide_what_is_scrolled_away(window)
            assert faults(window, SMALLEST_PX) == []


def named(name: str) -> list[QQuickItem]:
    return [i for i in items() if i.objectName() == name and i.isVisible()]


def whole(sign: QQuickItem) -> bool:
    """It leaves neither its card nor what of it can be seen without scrolling."""
    box = sign.parentItem()
    while box is not None and not (box.inherits("QQuickFlickable") or box.objectName().endswith("-card")):
        box = box.parentItem()
    return box is not None and place(box).adjusted(-1, -1, 1, 1).contains(place(sign))


@pytest.mark.parametrize(("online", "mark"), [(True, "Online"), (False, "Offline")])
@pytest.mark.parametrize("size", ["480x800", "1024x768"])
def test_every_pad_shows_whether_the_hall_is_there(size: str, online: bool, mark: str) -> None:
    with pad(samples.idle(), size) as (stage, window):
        if not online:
            stage.lose()
            settle(20)
        assert text_of(find_visible("link")) == mark
        assert faults(window, SMALLEST_PX) == []


def test_every_text_is_translated_and_no_translation_is_left_over() -> None:
    assert untranslated(ROOM) == []


@contextmanager
def pad(
    view: CounterView, size: str = "1024x768", language: str = "en"
) -> Iterator[tuple[Stage, QQuickView]]:
    translator = Translator(TEXTS, language)
    translator.install()
    stage = Stage(TEXTS, language)
    stage.show(view)
    window = open_window(SCREENS / "Main.qml", {"pad": stage.pad}, size=parse_size(size))
    settle(50)
    try:
        yield stage, window
    finally:
        window.close()
        window.setSource(QUrl())
        translator.remove()


def sent(stage: Stage) -> list[tuple[str, dict[str, object]]]:
    return [(c.type, c.model_dump(exclude={"id", "at"}, exclude_none=True)) for c in stage.sent]


def tap(name: str, times: int = 1) -> None:
    """As a person does: when the screen has come to rest."""
    while shielded(find_visible(name)):
        settle(20)
    Finger().tap(find_visible(name), times)
    settle(20)


def keys(*names: str) -> None:
    for name in names:
        press_key(name)
        settle(20)


HERE = {"counter": "1"}


@pytest.mark.parametrize(
    ("key", "view", "kind"),
    [
        ("Space", samples.idle, "next"),
        ("Return", samples.idle, "next"),
        ("Enter", samples.idle, "next"),
        ("R", samples.called, "recall"),
        ("S", samples.called, "start"),
        ("D", samples.serving, "done"),
        ("N", samples.called, "no_show"),
        ("H", samples.serving, "hold"),
        ("P", samples.paused, "resume_counter"),
        ("O", samples.idle, "close_counter"),
    ],
)
def test_a_key_is_one_press(key: str, view: object, kind: str) -> None:
    assert callable(view)
    with pad(view()) as (stage, _):
        keys(key)
        assert sent(stage) == [(kind, HERE)]


@pytest.mark.parametrize(
    ("button", "view", "kind"),
    [
        ("next", samples.idle, "next"),
        ("recall", samples.called, "recall"),
        ("start", samples.called, "start"),
        ("done", samples.serving, "done"),
        ("no-show", samples.called, "no_show"),
        ("hold", samples.serving, "hold"),
        ("resume-counter", samples.paused, "resume_counter"),
        ("close-counter", samples.idle, "close_counter"),
    ],
)
def test_a_touch_is_one_press_and_a_trembling_one_too(button: str, view: object, kind: str) -> None:
    assert callable(view)
    with pad(view()) as (stage, _):
        Finger().tap(find_visible(button), times=3)
        settle(20)
        assert sent(stage) == [(kind, HERE)]


def test_a_touched_button_keeps_no_focus_so_that_space_is_still_next() -> None:
    with pad(samples.called()) as (stage, _):
        tap("recall")
        stage.answer("A012", seq=9)
        keys("Space")
        assert [kind for kind, _ in sent(stage)] == ["recall", "next"]


def test_transfer_by_keyboard_alone_finds_a_service_by_its_pinyin_letters() -> None:
    with pad(samples.serving()) as (stage, _):
        keys("T")
        type_text("tyjr")
        settle(20)
        assert [n for n in visible() if n.startswith("transfer-service-")] == ["transfer-service-veterans"]
        keys("Return")
        assert sent(stage) == [("transfer", {**HERE, "to_service": "veterans", "position": "keep"})]
        assert "panel-title" not in visible(), "the panel closes with the press"


def test_transfer_to_a_counter_by_touch_and_a_closed_one_cannot_be_chosen() -> None:
    with pad(samples.serving()) as (stage, _):
        tap("transfer")
        assert not find_visible("transfer-counter-5").isEnabled()
        tap("transfer-counter-3")
        assert sent(stage) == [("transfer", {**HERE, "to_counter": "3", "position": "keep"})]


def test_a_doubled_touch_on_transfer_opens_the_panel_and_chooses_nothing() -> None:
    with pad(samples.serving(), "480x800") as (stage, _):
        Finger().tap(find_visible("transfer"), times=3)
        settle(20)
        assert "panel-title" in visible()
        Finger().tap(find_visible("transfer-counter-3"))
        settle(20)
        assert sent(stage) == []


def test_typing_a_counters_id_and_return_hands_on_to_it() -> None:
    with pad(samples.serving()) as (stage, _):
        keys("T")
        type_text("4")
        keys("Return")
        assert sent(stage)[0][1]["to_counter"] == "4"


def test_pausing_with_a_usual_reason_by_digit_and_by_touch() -> None:
    with pad(samples.idle()) as (stage, _):
        keys("P", "2")
        assert sent(stage) == [("pause_counter", {**HERE, "reason": "Meeting"})]
    with pad(samples.idle()) as (stage, _):
        tap("pause")
        tap("pause-reason-1")
        assert sent(stage) == [("pause_counter", {**HERE, "reason": "Lunch break"})]


def test_pausing_with_own_words() -> None:
    with pad(samples.idle()) as (stage, _):
        keys("P")
        tap("pause-words")
        type_text("fire drill 2")
        keys("Return")
        assert sent(stage) == [("pause_counter", {**HERE, "reason": "fire drill 2"})]


def nameless(stage: Stage) -> None:
    """A hall whose file names no clerks."""
    stage.pad.take(samples.catalog().model_copy(update={"clerks": ()}))


@pytest.mark.parametrize("by_key", [True, False])
def test_in_a_hall_without_clerks_opening_is_one_press(by_key: bool) -> None:
    with pad(samples.closed()) as (stage, _):
        nameless(stage)
        keys("O") if by_key else Finger().tap(find_visible("open-counter"), times=3)
        settle(20)
        assert sent(stage) == [("open_counter", HERE)]


@pytest.mark.parametrize("size", ["1024x768", "480x800", "800x480"])
def test_signing_in_by_touch(size: str) -> None:
    with pad(samples.closed(), size) as (stage, _):
        tap("open-counter")
        tap("clerk-wang")
        assert text_of(find_visible("panel-title")) == "Wang Min: PIN"
        assert not find_visible("pin-ok").isEnabled()
        for key in ("digit-0", "digit-7", "digit-7", "digit-5", "pin-delete", "digit-9"):
            tap(key)
        assert text_of(find_visible("pin")) == "●●●●"
        tap("pin-ok")
        assert sent(stage) == [("open_counter", {**HERE, "clerk": "wang", "pin": "0779"})]
        stage.show(samples.empty())
        stage.answer("", seq=2)
        settle(20)
        assert "panel-title" not in visible(), "it closes when the counter is open"
        assert text_of(find_visible("whose")).startswith("Wang Min")


def test_signing_in_by_keyboard_alone_with_any_characters() -> None:
    with pad(samples.closed()) as (stage, _):
        keys("O", "Down", "Down", "Return")
        assert text_of(find_visible("panel-title")) == "Memet Abdurahman: PIN"
        type_text("pa s")
        keys("Backspace", "7", "Return")
        assert sent(stage) == [("open_counter", {**HERE, "clerk": "maimaiti", "pin": "pa 7"})]


def test_a_clerk_without_a_pin_or_a_name_opens_with_one_touch() -> None:
    for row, more in (("clerk-li", {"clerk": "li"}), ("clerk-", {})):
        with pad(samples.closed()) as (stage, _):
            tap("open-counter")
            tap(row)
            assert sent(stage) == [("open_counter", {**HERE, **more})]


def test_a_doubled_touch_on_a_name_types_no_digit() -> None:
    with pad(samples.closed(), "480x800") as (_, _):
        tap("open-counter")
        tap("clerk-wang", times=3)
        assert text_of(find_visible("panel-title")) == "Wang Min: PIN"
        Finger().tap(find_visible("digit-1"))
        settle(20)
        assert text_of(find_visible("pin")) == "Characters typed: 0"


def test_a_wrong_pin_is_said_and_can_be_typed_again_at_once() -> None:
    with pad(samples.closed()) as (stage, _):
        keys("O", "Return")
        type_text("1234")
        keys("Return")
        stage.refuse_last(ErrorCode.WRONG_PIN, tries_left=4)
        settle(20)
        assert text_of(find_visible("sign-in-message")) == "Wrong PIN. Tries left: 4"
        stage.seconds += REBOUND_S
        type_text("77")
        keys("Return")
        assert [fields.get("pin") for _, fields in sent(stage)] == ["1234", "77"]


def test_a_clerk_who_must_wait_can_let_another_one_in() -> None:
    with pad(samples.closed()) as (stage, _):
        keys("O", "Return")
        type_text("1")
        keys("Return")
        stage.refuse_last(ErrorCode.WRONG_PIN, wait_s=60)
        stage.seconds += 12
        stage.pad.refresh()
        settle(20)
        assert text_of(find_visible("sign-in-message")) == "Wrong too often. Type the PIN again in 48 s"
        assert not find_visible("digit-1").isEnabled()
        keys("Escape", "Down", "Down")
        assert text_of(find_visible("panel-title")) == "Who opens the counter?"
        assert {"sign-in-message", "message"}.isdisjoint(visible()), "there is nothing to type into"
        assert text_of(find_visible("note-clerk-wang")) == "Wait 48 s"
        stage.seconds += 1
        stage.pad.refresh()
        settle(20)
        assert text_of(find_visible("note-clerk-wang")) == "Wait 47 s"
        assert find_visible("clerks").property("currentIndex") == 2, "no second moves what is chosen"
        stage.seconds += 47
        stage.pad.refresh()
        settle(20)
        assert "note-clerk-wang" not in visible()
        tap("clerk-li")
        assert sent(stage)[-1][1] == {**HERE, "clerk": "li"}


def test_what_was_said_of_a_pin_is_gone_with_the_panel() -> None:
    with pad(samples.closed()) as (stage, _):
        keys("O", "Return")
        type_text("1")
        keys("Return")
        stage.refuse_last(ErrorCode.WRONG_PIN, tries_left=4)
        keys("Escape", "Escape")
        assert {"panel-title", "message"}.isdisjoint(visible())


@pytest.mark.parametrize("size", ["480x800", "800x480", "1024x768"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_clerk_is_told_half_an_hour_before_that_the_hall_closes(size: str, language: str) -> None:
    with pad(shouted(HELPS[-1]), size, language) as (stage, window):
        stage.pad.take(samples.closing())
        settle(60)
        words = {"zh": "10:20 结束办公，本窗口还有 27 人等候", "en": "Closes at 10:20; 27 wait here"}
        assert text_of(find_visible("closing")) == words[language]
        hide_what_is_scrolled_away(window)
        assert faults(window, SMALLEST_PX) == []
        stage.lose()
        settle(40)
        assert "closing" not in visible(), "what is wrong comes first"


def test_a_call_for_staff_moves_no_button() -> None:
    with pad(samples.called(), "480x800", "zh") as (stage, _):
        before = place(find_visible("next"))
        stage.pad.take(samples.wanted())
        settle(60)
        assert text_of(find_visible("help")).startswith("呼叫帮助")
        assert place(find_visible("next")) == before


def test_going_back_forgets_what_was_typed() -> None:
    with pad(samples.closed()) as (stage, _):
        keys("O", "Return")
        type_text("12")
        keys("Escape", "Return")
        assert text_of(find_visible("pin")) == "Characters typed: 0"
        type_text("34")
        tap("lists")
        tap("panel-close")
        tap("open-counter")
        assert text_of(find_visible("panel-title")) == "Who opens the counter?"
        assert stage.pad.signIn["typed"] == 0


@pytest.mark.parametrize(
    ("tab", "row", "command"),
    [
        ("tab-waiting", "queue-D012", ("call", {**HERE, "ticket": "D012"})),
        ("tab-held", "held-C004", ("resume", {"ticket": "C004"})),
        ("tab-missed", "missed-A009", ("requeue", {"ticket": "A009", "position": "back"})),
        ("tab-papers", "paper-follow-up", ("print_paper", {**HERE, "paper": "follow_up"})),
        ("tab-papers", "paper-contact-card", ("print_paper", {**HERE, "paper": "contact"})),
        ("tab-papers", "paper-checklist", ("print_paper", {**HERE, "paper": "checklist"})),
    ],
)
def test_the_lists_call_resume_bring_back_and_print(tab: str, row: str, command: object) -> None:
    with pad(samples.idle()) as (stage, _):
        tap("lists")
        tap(tab)
        tap(row)
        assert sent(stage) == [command]


def test_the_lists_by_keyboard_alone() -> None:
    with pad(samples.idle()) as (stage, _):
        keys("L", "Down", "Return")
        assert sent(stage) == [("call", {**HERE, "ticket": "D012"})]
    with pad(samples.idle()) as (stage, _):
        keys("L", "Tab", "Tab", "Down", "Return")
        assert sent(stage) == [("requeue", {"ticket": "F002", "position": "back"})]


def test_a_number_that_is_not_in_the_list_can_be_typed() -> None:
    with pad(samples.idle()) as (stage, _):
        keys("L")
        type_text("f031")
        keys("Return")
        assert sent(stage) == [("call", {**HERE, "ticket": "F031"})]


def test_while_a_panel_is_open_letters_press_nothing_and_escape_goes_back() -> None:
    with pad(samples.serving()) as (stage, _):
        keys("T", "D", "H", "Space")
        assert sent(stage) == []
        keys("Escape")
        assert "transfer-search" not in visible()
        keys("D")
        assert sent(stage) == [("done", HERE)]


def test_offline_is_said_with_the_time_and_no_button_or_key_does_anything() -> None:
    with pad(samples.called()) as (stage, _):
        stage.lose()
        settle(20)
        assert text_of(find_visible("offline-banner")) == "Offline since 10:02:03 · only Lists opens"
        assert [a for a in Action if a.value in visible() and find_visible(a.value).isEnabled()] == []
        keys("Space", "D", "N", "H", "R")
        assert sent(stage) == []


@pytest.mark.parametrize("size", ["480x800", "1024x768"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_offline_the_lists_are_only_looked_at(size: str, language: str) -> None:
    with pad(samples.idle(), size, language) as (stage, window):
        stage.lose()
        settle(20)
        working = {n for n, i in visible().items() if i.inherits("QQuickAbstractButton") and i.isEnabled()}
        assert working == {"lists", "language"}
        tap("lists")
        assert not find_visible("queue-D012").isEnabled()
        title = "Only to look at: as it was before the pad went offline"
        assert text_of(find_visible("panel-title")) == TEXTS.get(language, "ListsPanel", title)
        keys("Down", "Return")
        hide_what_is_scrolled_away(window)
        assert faults(window, SMALLEST_PX) == []
        assert sent(stage) == []


@pytest.mark.parametrize("alarm", [Alarm.CANNOT_SAVE, Alarm.DUPLICATE_ID, Alarm.NOT_IN_HALL_FILE])
@pytest.mark.parametrize("size", ["480x800", "1024x768"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_wrong_with_the_hall_stands_above_and_goes(alarm: Alarm, size: str, language: str) -> None:
    with pad(samples.called(), size, language) as (stage, window):
        stage.warn(alarm)
        settle(40)
        assert text_of(find_visible("offline-banner"))
        hide_what_is_scrolled_away(window)
        assert faults(window, SMALLEST_PX) == []
        stage.warn()
        settle(20)
        assert "offline-banner" not in visible()


def test_the_language_changes_under_the_living_window() -> None:
    with pad(samples.called()) as (_, window):
        before = {n: text_of(i) for n, i in visible().items()}
        tap("language")
        settle(20)
        after = {n: text_of(i) for n, i in visible().items()}
        assert (before["current-state"], after["current-state"]) == ("Called, not here yet", "已呼叫，未到")
        assert after["counter"] == "1 号窗口"
        assert window.rootObject() is not None
