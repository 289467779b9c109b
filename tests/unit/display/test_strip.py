"""The window strip: the call at its counter, else what the counter does; on a strip that may be unplugged."""

import pytest

from display.strip import StripBoard, StripKeeper
from hw.panel import Arrow, StripContent, StripStatus, Tone
from runtime import Online
from tests.support.display import ONLINE, START, TEXTS, board, call, catalog, hall, summary
from wire.states import CounterSummary, Fault

NOW = START + 20_000


def strip(*deliveries: object) -> StripBoard:
    strip_board = StripBoard("strip-1", TEXTS)
    takes(strip_board, catalog(), ONLINE, *deliveries)
    return strip_board


def takes(strip_board: StripBoard, *deliveries: object) -> None:
    for delivery in deliveries:
        strip_board.take(delivery, NOW)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("state", "lines"),
    [
        (summary("closed"), ("1 号窗口 未开放", "Counter 1 closed")),
        (summary("idle"), ("1 号窗口 等候叫号", "Counter 1 open")),
        (summary("paused"), ("1 号窗口 暂停", "Counter 1 paused")),
        (summary("paused", reason="午休"), ("1 号窗口 暂停：午休", "Counter 1 paused")),
    ],
)
def test_without_a_ticket_it_says_what_the_counter_does(
    state: CounterSummary, lines: tuple[str, ...]
) -> None:
    assert strip(board(), hall(c1=state)).wanted(NOW).content == StripContent(lines=lines)


def test_before_the_hall_is_known_and_without_it_it_says_so() -> None:
    strip_board = StripBoard("strip-1", TEXTS)
    assert strip_board.wanted(NOW).content.lines[0] == "正在连接大厅系统……"
    takes(
        strip_board, catalog(), ONLINE, board(call(1)), hall(c1=summary("called", "A001")), Online(False, NOW)
    )
    assert strip_board.wanted(NOW).content == StripContent(
        lines=("系统连接中断 请稍候", "No connection, please wait")
    )


def test_a_strip_that_is_taken_out_of_the_hall_file_says_so_until_it_is_back() -> None:
    strip_board = strip(board(call(1)), hall(c1=summary("called", "A001")), catalog(devices=()))
    assert strip_board.wanted(NOW).content == StripContent(
        lines=("大厅配置中已无此屏", "Not in the hall file")
    )
    takes(strip_board, catalog())
    assert strip_board.wanted(NOW).content.number == "A001"


def test_a_new_call_here_blinks_with_an_arrow() -> None:
    strip_board = strip(board())
    takes(strip_board, board(call(1)), hall(1, c1=summary("called", "A001")))
    wanted = strip_board.wanted(NOW)
    lines = ("请到本窗口", "Please come")
    assert wanted.content == StripContent("A001", Arrow.DOWN, lines, Tone.CALL, blink=True)
    assert wanted.call == 1


def test_a_recall_is_shown_anew() -> None:
    strip_board = strip(board())
    takes(strip_board, board(call(1)))
    first = strip_board.wanted(NOW)
    takes(strip_board, board(call(2, "A001", call=2)))
    assert (strip_board.wanted(NOW) != first, strip_board.wanted(NOW).content) == (True, first.content)


def test_started_late_it_shows_the_call_without_blinking() -> None:
    wanted = strip(board(call(1)), hall(1, c1=summary("called", "A001"))).wanted(NOW)
    assert (wanted.content.number, wanted.content.blink, wanted.call) == ("A001", False, 0)


def test_a_call_elsewhere_changes_nothing() -> None:
    strip_board = strip(board(), hall(c1=summary("idle")))
    before = strip_board.wanted(NOW)
    takes(strip_board, board(call(1, counter="2")))
    assert strip_board.wanted(NOW) == before


def test_who_is_being_served_stands_still() -> None:
    strip_board = strip(board())
    takes(
        strip_board, board(call(1)), board(call(1, live=False), seq=2), hall(2, c1=summary("serving", "A001"))
    )
    content = strip_board.wanted(NOW).content
    assert (content.number, content.lines[0], content.blink, content.arrow) == (
        "A001",
        "正在办理",
        False,
        "none",
    )


def test_the_newer_of_board_and_hall_is_believed() -> None:
    strip_board = strip(board(), hall(5, c1=summary("idle")))
    takes(strip_board, board(call(6)))
    assert strip_board.wanted(NOW).content.number == "A006"
    takes(strip_board, hall(7, c1=summary("idle")))
    assert strip_board.wanted(NOW).content.number == ""


def test_a_call_whose_board_is_still_on_its_way_is_not_shown_twice() -> None:
    strip_board = strip(board(), hall(c1=summary("idle")))
    before = strip_board.wanted(NOW)
    takes(strip_board, hall(2, c1=summary("called", "A002")))
    assert strip_board.wanted(NOW) == before
    takes(strip_board, board(call(2)))
    assert strip_board.wanted(NOW).call == 2


def test_at_the_start_it_connects_and_only_later_it_has_no_connection() -> None:
    strip_board = StripBoard("strip-1", TEXTS)
    takes(strip_board, Online(False, NOW), catalog())
    assert strip_board.wanted(NOW + 2999).content.lines[0] == "正在连接大厅系统……"
    assert strip_board.wanted(NOW + 3000).content.lines[0] == "系统连接中断 请稍候"


def test_a_call_so_long_ago_that_the_board_forgot_it_still_stands() -> None:
    later = [call(n, counter="2") for n in range(10, 22)]
    content = strip(board(*later), hall(21, c1=summary("called", "A001"))).wanted(NOW).content
    assert (content.number, content.blink) == ("A001", False)


class Plugged:
    """A strip with a plug, that counts what it is shown."""

    def __init__(self) -> None:
        self.plugged = True
        self.shown: list[StripContent] = []

    def probe(self) -> StripStatus:
        return StripStatus(self.plugged, "" if self.plugged else "pulled")

    def show(self, content: StripContent) -> StripStatus:
        if self.plugged:
            self.shown.append(content)
        return self.probe()

    def close(self) -> None:
        pass


class Desk:
    """A keeper with its strip, and what it reported."""

    def __init__(self) -> None:
        self.strip, self.board = Plugged(), strip(board(), hall(c1=summary("idle")))
        self.calls: list[int] = []
        self.faults: list[tuple[Fault, ...]] = []
        self.keeper = StripKeeper(self.strip, self.board, shown=self.calls.append, faults=self.faults.append)
        self.keeper.step(0.0, NOW)


def test_it_shows_a_change_at_once_and_reports_a_call_once() -> None:
    desk = Desk()
    takes(desk.board, board(call(1)))
    for now in (0.1, 0.2, 10.0):
        desk.keeper.step(now, NOW)
    assert [content.number for content in desk.strip.shown] == ["", "A001"]
    assert desk.calls == [1]
    assert desk.faults == []


def test_a_pulled_plug_is_a_fault_and_plugged_in_again_the_truth_is_shown() -> None:
    desk = Desk()
    desk.strip.plugged = False
    takes(desk.board, board(call(1)))
    for now in (0.1, 0.2, 3.0):
        desk.keeper.step(now, NOW)
    assert (len(desk.strip.shown), desk.calls) == (1, [])
    assert [[fault.code for fault in faults] for faults in desk.faults] == [["strip-offline"]]
    desk.strip.plugged = True
    desk.keeper.step(6.0, NOW)
    assert (desk.strip.shown[-1].number, desk.calls) == ("A001", [1])
    assert desk.faults[-1] == ()


def test_a_strip_that_was_dark_for_a_while_is_written_again() -> None:
    desk = Desk()
    desk.strip.plugged = False
    desk.keeper.step(3.0, NOW)
    desk.strip.plugged = True
    desk.keeper.step(6.0, NOW)
    assert len(desk.strip.shown) == 2
