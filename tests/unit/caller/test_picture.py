"""What the pad shows, part by part, in both languages."""

import pytest

from caller import picture, samples
from caller.actions import Action, MakeCommand, Press
from caller.app import LANGUAGES
from caller.notes import Accepted, NoAnswer, NotSent, Refused
from caller.parts import Button, Chip, Goals, Lists, Message
from caller.presses import Presses
from caller.refusals import refusal
from caller.search import find, findable, narrowed
from caller.words import Words
from runtime.deliveries import Alarm
from ui.languages import Texts
from wire.errors import ErrorCode
from wire.states import CounterView, NextTicket, ServiceInfo
from wire.terms import CallReason, CounterState, Priority

TEXTS = Texts.load(LANGUAGES)
EN, ZH = Words(TEXTS, "en"), Words(TEXTS, "zh")
NOW = samples.NOW


def no_send(make: MakeCommand) -> str:
    return make("id", NOW).id or ""


def presses(view: CounterView | None = None) -> Presses:
    made = Presses(samples.PAD, no_send)
    made.catalogued(samples.catalog())
    made.hall = samples.hall()
    made.linked(True, NOW)
    if view is not None:
        made.viewed(view)
    return made


def test_the_head_says_whose_pad_this_is_and_the_halls_own_time() -> None:
    head = picture.head(presses(samples.called()), ZH, NOW)
    assert (head.counter, head.hall, head.clerk) == ("1 号窗口", "宝山路街道社区事务受理服务中心", "王敏")
    assert (head.online, head.banner, head.clock) == (True, "", "10:02")
    assert picture.head(presses(samples.called()), EN, NOW).clerk == "Wang Min"


def test_offline_since_is_told_in_the_halls_time_zone() -> None:
    made = presses(samples.called())
    made.linked(False, NOW)
    assert picture.head(made, EN, NOW + 500).banner == "Offline since 10:02:03 · only Lists opens"
    assert picture.head(made, ZH, NOW + 500).banner == "自 10:02:03 起离线 · 恢复前只能查看名单"


def test_a_hall_that_can_not_save_is_told_while_it_is_there() -> None:
    made = presses(samples.called())
    made.alarms = frozenset({Alarm.CANNOT_SAVE, Alarm.CLOCK_OFF})
    head = picture.head(made, EN, NOW)
    assert (head.banner, head.lost) == (
        "Nothing can be saved just now · press again when this is gone",
        False,
    )
    made.linked(False, NOW)
    head = picture.head(made, ZH, NOW)
    assert (head.banner, head.lost) == ("自 10:02:03 起离线 · 恢复前只能查看名单", True)


def test_a_hall_whose_clock_was_ahead_is_told_after_what_is_worse() -> None:
    made = presses(samples.called())
    made.alarms = frozenset({Alarm.CLOCK_BEHIND})
    assert picture.head(made, EN, NOW).banner.startswith("Times and waits are off")
    assert (
        picture.head(made, ZH, NOW).banner == "大厅时钟被调回过，时间和等候时长暂时不准 · 请告知系统维护人员"
    )
    made.alarms = frozenset({Alarm.CLOCK_BEHIND, Alarm.CANNOT_SAVE})
    assert picture.head(made, EN, NOW).banner.startswith("Nothing can be saved")


def test_an_unplugged_keypad_is_said_after_all_that_is_worse() -> None:
    made = presses(samples.called())
    made.keypad_away = True
    assert picture.head(made, EN, NOW).banner == "The keypad is unplugged · this window goes on working"
    assert picture.head(made, ZH, NOW).banner == "按键叫号器已拔出或断电 · 可继续在本窗口操作"
    made.warned(frozenset({Alarm.CANNOT_SAVE}))
    assert "keypad" not in picture.head(made, EN, NOW).banner


def test_a_press_that_was_not_saved_is_told_what_the_banner_advises() -> None:
    made = presses(samples.called())
    made.note = Refused(Press(Action.DONE), ErrorCode.BUSY)
    assert picture.message(made, ZH).text == "大厅系统正忙，请稍候再按。"
    made.alarms = frozenset({Alarm.CANNOT_SAVE})
    assert picture.message(made, ZH) == Message("未保存 · 待上方提示消失后请再按一次", trouble=True)


def test_a_name_used_twice_is_told_also_between_the_turns() -> None:
    made = presses(samples.called())
    made.alarms = frozenset({Alarm.DUPLICATE_ID})
    for online in (True, False):
        made.linked(online, NOW)
        head = picture.head(made, ZH, NOW)
        assert (head.banner, head.lost) == ("另一台机器也在用本叫号器的名称 · 请停用其中一台", False)


def test_a_pad_taken_out_of_the_hall_file_says_so_while_it_is_online() -> None:
    made = presses(samples.called())
    made.alarms = frozenset({Alarm.NOT_IN_HALL_FILE, Alarm.CANNOT_SAVE})
    head = picture.head(made, ZH, NOW)
    assert (head.banner, head.lost) == ("大厅配置中已没有这台叫号器 · 请联系大厅管理员", False)
    assert not any(button.on for button in picture.buttons(made, 10.0).values())
    made.linked(False, NOW)
    assert "离线" in picture.head(made, ZH, NOW).banner


def test_a_pad_that_starts_is_connecting_for_a_moment_then_offline() -> None:
    made = Presses(samples.PAD, no_send)
    assert picture.head(made, EN, NOW).banner == "Connecting to the hall"
    made.catalogued(samples.catalog())
    made.linked(False, NOW)
    assert picture.head(made, EN, NOW + picture.CONNECTING_MS - 1).banner == "Connecting to the hall"
    assert picture.head(made, EN, NOW + picture.CONNECTING_MS).banner.startswith("Offline since 10:02:03")


def test_an_unknown_time_zone_does_not_blank_the_pad() -> None:
    made = presses()
    hall = samples.catalog().hall.model_copy(update={"timezone": "Mars/Olympus"})
    made.catalogued(samples.catalog().model_copy(update={"hall": hall}))
    assert len(picture.head(made, EN, NOW).clock) == 5


@pytest.mark.parametrize(
    ("hall", "view", "said"),
    [
        ({"until": None}, samples.idle(), ""),
        ({"until": samples.NOW + 30 * samples.MINUTE + 1}, samples.idle(), ""),
        ({"until": samples.NOW + 30 * samples.MINUTE}, samples.idle(), "Closes at 10:32; 27 wait here"),
        ({"until": samples.NOW + 1}, samples.empty(), "Closes at 10:02; nobody waits here"),
        ({"until": samples.NOW}, samples.idle(), ""),
        ({"open": False}, samples.idle(), "The hall is closed; 27 still wait here"),
        ({"open": False}, samples.empty(), ""),
        ({"open": False}, samples.closed(), ""),
    ],
)
def test_the_clerk_is_told_of_the_end_of_the_day(
    hall: dict[str, object], view: CounterView, said: str
) -> None:
    pad = presses(view)
    pad.hall = samples.hall().model_copy(update=hall)
    assert picture.head(pad, EN, samples.NOW).closing == said
    pad.alarms = frozenset({Alarm.CANNOT_SAVE})
    assert picture.head(pad, EN, samples.NOW).closing == "", "what is wrong comes first"


def test_the_clerk_reads_where_help_is_wanted_until_the_dispatcher_says_it_is_over() -> None:
    pad = presses(samples.called())
    assert picture.head(pad, EN, NOW).help == ""
    pad.hall = samples.wanted()
    assert picture.head(pad, EN, NOW).help == "Help at kiosk-2 09:59, kiosk-1 10:01"
    assert picture.head(pad, ZH, NOW).help == "呼叫帮助：kiosk-2 09:59、kiosk-1 10:01"
    pad.linked(False, NOW)
    assert picture.head(pad, EN, NOW).help == "", "nobody knows whether it still stands"
    pad.linked(True, NOW)
    pad.hall = samples.hall()
    assert picture.head(pad, EN, NOW).help == ""


def test_the_current_ticket_with_everything_to_mind() -> None:
    current = picture.current(presses(samples.called()), EN)
    assert (current.number, current.state, current.state_words) == ("A012", "called", "Called, not here yet")
    assert [chip.text for chip in current.chips] == [
        "Elderly",
        "Wheelchair",
        "English",
        "Quick errands first (green window)",
        "Call 2",
    ]
    assert [(need.name, need.here) for need in current.needs] == [("Major-illness registration", True)]
    assert current.waited == "Waited 7 min"
    assert picture.elapsed(presses(samples.called()), NOW) == "01:38"


def test_a_need_served_elsewhere_is_marked_and_the_halls_own_language_is_no_sign() -> None:
    current = picture.current(presses(samples.serving()), ZH)
    assert [need.here for need in current.needs] == [True, True, False]
    assert [chip.text for chip in current.chips] == ["老年人", "短时业务优先（绿色窗口）"]


@pytest.mark.parametrize(
    ("view", "state", "detail"),
    [
        (samples.closed(), "Closed", "Press Open to begin"),
        (samples.idle(), "Idle", "Press Next to call"),
        (samples.empty(), "Idle", ""),
        (samples.paused(), "Paused", "午休"),
    ],
)
def test_without_a_number_it_says_why_or_what_to_do(view: CounterView, state: str, detail: str) -> None:
    current = picture.current(presses(view), EN)
    assert (current.number, current.state_words, current.detail) == ("—", state, detail)
    assert picture.elapsed(presses(view), NOW) == ""


def test_a_contact_card_needs_somebody_who_is_signed_in() -> None:
    for clerk, on in (("wang", True), (None, False)):
        view = samples.serving().model_copy(update={"clerk": clerk})
        papers = {choice.id: choice for choice in picture.lists(presses(view), EN, NOW).papers}
        assert list(papers) == ["follow-up", "contact-card", "checklist"]
        assert [papers[name].on for name in papers] == [True, on, True]
        assert papers["contact-card"].note == ("" if on else "Open with your name first")


def test_nothing_is_guessed_before_the_first_state() -> None:
    made = presses()
    assert picture.current(made, EN).number == "—"
    assert picture.upcoming(made, EN).waiting == "—"
    assert picture.lists(made, EN, NOW) == Lists()
    assert not any(button.on for button in picture.buttons(made, 1.0).values())
    assert picture.goals(Presses(samples.PAD, no_send), EN, (), "") == Goals()


@pytest.mark.parametrize(
    ("reason", "en", "zh"),
    [
        (CallReason.PINNED, "Meant for this counter", "指定由本窗口办理"),
        (CallReason.OVERDUE, "Has waited longer than the limit", "等候超时，优先呼叫"),
        (CallReason.PRIORITY, "Priority goes first here · Pregnant", "优先窗口，优先人群先办 · 孕妇"),
        (CallReason.GREEN, "Quick errands first (green window)", "短时业务优先（绿色窗口）"),
        (CallReason.ORDER, "Next in the order", "按顺序"),
        (CallReason.MANUAL, "Called by hand", "手动叫号"),
    ],
)
def test_why_a_ticket_comes_next_is_said_in_words(reason: CallReason, en: str, zh: str) -> None:
    ticket = NextTicket(number="B005", reason=reason, services=("pension",), priority=Priority.PREGNANT)
    view = samples.idle().model_copy(update={"next": ticket})
    assert picture.upcoming(presses(view), EN).why == en
    assert picture.upcoming(presses(view), ZH).why == zh


def test_with_nobody_waiting_it_says_so() -> None:
    upcoming = picture.upcoming(presses(samples.empty()), EN)
    assert (upcoming.number, upcoming.why, upcoming.waiting) == (
        "—",
        "Nobody is waiting for this counter",
        "0",
    )
    assert picture.upcoming(presses(samples.closed()), EN).why == ""


def test_the_lists_say_how_long_and_what_to_mind() -> None:
    lists = picture.lists(presses(samples.idle()), EN, NOW)
    assert len(lists.waiting) == 20
    first = lists.waiting[0]
    assert (first.id, first.note) == ("C007", "66 min")
    assert first.chips == (Chip("Overdue", "orange", "clock"), Chip("For this counter", "accent"))
    assert [row.id for row in lists.held] == ["C004"]
    assert [row.id for row in lists.missed] == ["A009", "F002"]
    assert "、" in picture.lists(presses(samples.idle()), ZH, NOW).waiting[2].name


def test_a_button_is_busy_while_its_answer_is_outstanding() -> None:
    made = presses(samples.called())
    assert picture.buttons(made, 1.0)["start"] == Button(on=True, busy=False)
    made.press(Press(Action.START), 1.0)
    drawn = picture.buttons(made, 1.1)
    assert drawn["start"] == Button(on=False, busy=True)
    assert drawn["done"] == Button(on=False, busy=False)


def test_the_transfer_offers_services_found_and_counters_that_are_open() -> None:
    services = [findable(service) for service in samples.catalog().services]
    goals = picture.goals(presses(samples.serving()), EN, services, "yanglao")
    assert [goal.id for goal in goals.services] == ["pension", "pension-stop"]
    assert [(goal.id, goal.note, goal.on) for goal in goals.counters] == [
        ("2", "Busy", True),
        ("3", "Paused", True),
        ("4", "Busy", True),
        ("5", "Closed", False),
        ("1", "Idle", True),  # this one: to wait here again
    ]


SERVICE = ServiceInfo(
    id="med-register", prefix="A", name={"zh": "医保大病登记", "en": "Major-illness registration"}
)


@pytest.mark.parametrize(
    "text", ["", "医保", "大病", "MAJOR", "illness major", "med-reg", "a", "ybdb", "yibao", "yb major"]
)
def test_a_service_is_found_by_any_of_its_names(text: str) -> None:
    assert find([findable(SERVICE)], text) == (SERVICE,)


@pytest.mark.parametrize("text", ["养老", "pension", "zzz", "major pension"])
def test_a_service_is_not_found_by_what_it_is_not(text: str) -> None:
    assert find([findable(SERVICE)], text) == ()


@pytest.mark.parametrize(
    ("text", "found"), [("", "1 2 12"), ("1", "1 12"), ("12", "12"), ("tax", "1 2 12"), (" 2", "2")]
)
def test_counters_are_narrowed_by_their_id(text: str, found: str) -> None:
    assert " ".join(narrowed(("1", "2", "12"), text)) == found


@pytest.mark.parametrize("code", ErrorCode)
def test_every_refusal_has_words_that_tell_what_to_do_in_both_languages(code: ErrorCode) -> None:
    en, zh = refusal(TEXTS, "en", code), refusal(TEXTS, "zh", code)
    assert en.endswith(".")
    assert len(en.split()) > 3
    assert zh.endswith("。")
    assert zh != en


@pytest.mark.parametrize("state", CounterState)
@pytest.mark.parametrize("words", [EN, ZH])
def test_every_state_has_words(state: CounterState, words: Words) -> None:
    assert words.state(state)


@pytest.mark.parametrize("priority", Priority)
def test_every_priority_has_words(priority: Priority) -> None:
    assert bool(ZH.priority(priority)) == (priority is not Priority.NONE)
    assert bool(EN.priority(priority)) == (priority is not Priority.NONE)


@pytest.mark.parametrize(
    ("need", "said"), [("sign_language", "手语"), ("wheelchair", "轮椅"), ("要一杯水", "要一杯水")]
)
def test_a_need_for_help_is_said_by_its_code_or_in_its_own_words(need: str, said: str) -> None:
    assert ZH.help(need) == said


@pytest.mark.parametrize(("code", "name"), [("en", "English"), ("zh-Hans", "中文"), ("xx", "xx")])
def test_a_language_is_named_in_itself(code: str, name: str) -> None:
    assert EN.language_name(code) == name


RECALL, CARD = Press(Action.RECALL), Press(Action.CONTACT)


@pytest.mark.parametrize(
    ("note", "text", "trouble"),
    [
        (Accepted(RECALL, "A012"), "A012 called again", False),
        (Accepted(Press(Action.NEXT), None), "Nobody is waiting for this counter", False),
        (Accepted(Press(Action.START), "A012"), "", False),
        (
            Refused(RECALL, ErrorCode.WRONG_PIN),
            "Wrong PIN. Type it again; after five wrong ones there is a minute's wait.",
            True,
        ),
        (NoAnswer(RECALL), "No answer – press again if nothing happens", True),
        (NotSent(RECALL), "Not sent: the hall is offline", True),
        (Accepted(CARD, None, "kiosk-1"), "It comes out at kiosk-1", False),
        (
            Refused(CARD, ErrorCode.UNKNOWN_DEVICE),
            "No ticket machine can print now. Look after one.",
            True,
        ),
        (Refused(CARD, ErrorCode.UNKNOWN_CLERK), "Nobody is signed in: close, and open with a name.", True),
        (
            Refused(Press(Action.FOLLOW_UP), ErrorCode.NO_CURRENT_TICKET),
            "Nobody has been here today: press Next first.",
            True,
        ),
        (
            Refused(CARD, ErrorCode.BUSY),
            "The hall's system is busy. Wait a moment and press again.",
            True,
        ),
    ],
)
def test_what_became_of_a_press_is_said(
    note: Accepted | Refused | NoAnswer | NotSent, text: str, trouble: bool
) -> None:
    made = presses(samples.called())
    assert picture.message(made, EN).text == ""
    made.note = note
    assert (picture.message(made, EN).text, picture.message(made, EN).trouble) == (text, trouble)
