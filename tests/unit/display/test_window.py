"""The hall screen's window in all its moments, seen by a machine; how it blinks, and when a call was really shown."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PyQt6.QtCore import QUrl
from PyQt6.QtGui import QGuiApplication
from PyQt6.QtQuick import QQuickItem, QQuickView

from display import samples
from display.backend import Screen
from display.board import HallBoard
from display.frames import FrameWitness
from display.gallery import MOMENTS, SIZES, Moment, pictures
from display.places import SCREENS
from tests.support.display import TEXTS
from tests.support.qml_checks import faults
from ui.automation.finder import find_any, find_visible, text_of, visible, walk
from ui.gallery import settle
from ui.window import open_window, parse_size
from wire.states import Board, NoticeInfo

SMALLEST_PX = 18
LINE_OF_NUMBER = re.compile(r"'[A-Z0-9]+': contentHeight")


@pytest.fixture(autouse=True)
def _application(qapp: QGuiApplication) -> QGuiApplication:
    return qapp


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda m: m.name)
def test_every_moment_in_every_size_stands_right(moment: Moment) -> None:
    wrong = {}
    for name, view in pictures(TEXTS, [moment.name], settle_ms=60):
        # A line of this font is 1.45 high, for accents; capitals and digits fill 0.75 of it, which is looked at below.
        found = [fault for fault in faults(view, SMALLEST_PX) if not LINE_OF_NUMBER.search(fault)]
        found += [
            f"{text_of(n)} is cut"
            for n in numbers(view)
            if n.property("font").pixelSize() * 0.75 > n.height()
        ]
        if found:
            wrong[name] = found
    assert wrong == {}


@pytest.mark.parametrize("size", ["1080x1920", "1024x768"])
def test_a_notice_of_several_lines_is_seen_whole(size: str) -> None:
    text = {
        "zh": "A区：社保、医保、就业、卫健；B区：民政、户籍、住房、证照、税务；C区：综合窗口。" * 2,
        "en": "Zone A: insurance, " * 9,
    }
    with shown(size) as (stage, window):
        stage.screen.take(
            samples.catalog().model_copy(update={"notices": (NoticeInfo(text=text),), "green_windows": ()})
        )
        settle(50)
        notice = find_visible("notice")
        line = notice.parentItem()
        assert line is not None
        assert notice.y() >= 0
        assert notice.y() + notice.height() <= line.height() + 1
        assert [fault for fault in faults(window, SMALLEST_PX) if not LINE_OF_NUMBER.search(fault)] == []


def test_all_counters_show_their_tickets_in_one_size() -> None:
    with shown("1920x1080") as (stage, _window):
        for delivery in (samples.large(), samples.large_hall(), samples.large_calls()):
            stage.screen.take(delivery)
        settle(50)
        tiles = [item for name, item in visible().items() if name.startswith("counter-")]
        sizes = {tile.property("ticketSize") for tile in tiles}
        assert len(tiles) > 5
        assert len(sizes) == 1
        assert sizes.pop() >= SMALLEST_PX


@pytest.mark.parametrize("size", SIZES)
def test_a_closed_hall_says_so_whatever_banners_stand_above_it(size: str) -> None:
    with shown(size) as (stage, window):
        for delivery in (samples.many_missed(), samples.over(), samples.old_calls()):
            stage.screen.take(delivery)
        settle(50)
        gone = {"newest-number", "please-wait", "call-0", "missed-0", "counter-1", "waiting-total"}
        assert gone.isdisjoint(visible())
        assert {"hall-closed", "clock", "notice"} <= set(visible())
        assert said("closed-words") == "大厅现在不办公 The hall is closed"
        assert said("opens-again").startswith("11月23日（星期一）08:30 恢复办公。")
        stage.screen.take(samples.words().model_copy(update={"calls": samples.old_calls().calls}))
        stage.screen.take(samples.offline())
        settle(50)
        assert {"hall-closed", "announcement", "offline-banner"} <= set(visible())
        assert faults(window, SMALLEST_PX) == []
        stage.screen.take(samples.online())
        stage.screen.take(samples.busy())
        settle(50)
        assert "hall-closed" not in visible()
        assert "newest-number" in visible()


def numbers(view: QQuickView) -> list[QQuickItem]:
    root = view.contentItem()
    assert root is not None
    texts = [item for item in walk(root) if item.inherits("QQuickText") and item.isVisible()]
    return [text for text in texts if re.fullmatch("[A-Z0-9]+", str(text.property("text")))]


class Stage:
    """A screen whose clock we turn."""

    def __init__(self) -> None:
        self.seconds = 0.0
        board = HallBoard(samples.DEVICE, TEXTS)
        self.screen = Screen(board, now_ms=lambda: samples.NOW, monotonic=lambda: self.seconds)
        for delivery in (samples.catalog(), samples.online(), samples.no_calls(), samples.busy()):
            self.screen.take(delivery)


@contextmanager
def shown(size: str = "1024x768") -> Iterator[tuple[Stage, QQuickView]]:
    stage = Stage()
    window = open_window(SCREENS / "HallScreen.qml", {"screen": stage.screen}, size=parse_size(size))
    settle(50)
    try:
        yield stage, window
    finally:
        window.close()
        window.setSource(QUrl())


def said(name: str) -> str:
    return text_of(find_visible(name))


def one_call(seq: int = 1) -> Board:
    call = samples.calls().calls[0].model_copy(update={"seq": seq})
    return Board(epoch=1, seq=seq, calls=(call,))


def test_everything_has_its_name() -> None:
    with shown() as (stage, _):
        assert "please-wait" in visible()
        stage.screen.take(samples.calls())
        settle(50)
        names = ("newest-number", "newest-counter", *(f"call-{n}" for n in range(7)), "waiting-total")
        assert {*names, "handled-today", "clock", "notice", "counter-1"} <= set(visible())
        assert {"offline-banner", "alarm-banner", "announcement", "please-wait"}.isdisjoint(visible())
        stage.screen.take(samples.not_saving())
        settle(50)
        assert "暂时不能取号" in said("alarm-banner")
        stage.screen.take(samples.many_missed())
        stage.screen.take(samples.offline())
        settle(50)
        assert said("missed-0") == "A090"
        assert "09:22:10" in said("offline-banner")
        assert (said("waiting-total"), said("handled-today"), said("clock")) == ("23", "118", "09:23")


@pytest.mark.parametrize("size", SIZES)
def test_when_the_hall_closes_stands_whatever_notice_has_its_turn(size: str) -> None:
    with shown(size) as (stage, window):
        assert "closing" not in visible()
        stage.screen.take(samples.closing_soon())
        stage.screen.take(samples.calls())
        settle(50)
        assert said("closing").startswith("大厅 09:35 结束办公，还有 12 分钟")
        assert "closes" not in said("notice")
        assert {"newest-number", "call-0", "notice"} <= set(visible())
        assert [fault for fault in faults(window, SMALLEST_PX) if not LINE_OF_NUMBER.search(fault)] == []


def test_the_newest_number_is_a_fifth_of_the_screen() -> None:
    with shown("1920x1080") as (stage, window):
        stage.screen.take(one_call())
        settle(50)
        assert find_visible("newest-number").property("font").pixelSize() >= window.height() / 5
        assert (said("newest-number"), said("newest-counter")) == ("A042", "3")


@pytest.mark.parametrize("size", ["1080x1920", "1024x768"])
def test_a_call_that_is_over_is_headed_last_call_and_says_go_to_nobody(size: str) -> None:
    with shown(size) as (stage, _):
        stage.screen.take(one_call(1))
        settle(50)
        assert said("newest-heading") == "正在叫号   Now calling"
        over = one_call(1).calls[0].model_copy(update={"live": False})
        stage.screen.take(Board(epoch=1, seq=2, calls=(over,)))
        settle(50)
        assert said("newest-heading") == "上次叫号   Last call"
        assert (said("newest-number"), said("newest-counter")) == ("A042", "3")
        assert "请到" not in " ".join(text_of(item) for item in visible().values())


def test_a_new_call_blinks_three_times_under_3_hz_and_then_stands_still() -> None:
    with shown() as (stage, _):
        stage.screen.take(one_call())
        number = find_any("newest-number").parentItem()
        assert number is not None
        dark: list[bool] = []
        for _step in range(70):
            settle(20)
            dark.append(number.opacity() < 0.5)
        begins = sum(now and not before for before, now in zip([False, *dark], dark, strict=False))
        assert begins == 3
        assert not any(dark[-5:])


def test_a_screen_that_starts_late_does_not_blink() -> None:
    stage = Stage()
    late = Screen(HallBoard(samples.DEVICE, TEXTS), now_ms=lambda: samples.NOW, monotonic=lambda: 0.0)
    for delivery in (samples.catalog(), samples.online(), samples.busy(), samples.calls()):
        late.take(delivery)
    assert late.newest["blink"] == 0
    stage.screen.take(samples.calls())
    assert stage.screen.newest["blink"] > 0


def test_a_call_is_reported_once_and_only_after_a_frame_that_shows_it() -> None:
    with shown() as (stage, window):
        reported: list[int] = []
        witness = FrameWitness(window, reported.append)
        stage.screen.drawn.connect(witness.expect)
        window.update()
        settle(100)
        assert reported == []
        stage.screen.take(one_call(7))
        assert reported == []
        settle(200)
        assert reported == [7]
        window.update()
        settle(100)
        assert reported == [7]


def test_a_hidden_window_shows_no_call() -> None:
    with shown() as (stage, window):
        reported: list[int] = []
        witness = FrameWitness(window, reported.append)
        stage.screen.drawn.connect(witness.expect)
        window.hide()
        settle(50)
        stage.screen.take(one_call(7))
        settle(100)
        assert reported == []
