"""Every call explained: rule, counts, who was passed over and why, the rules then in force."""

import json
from typing import Any

from hall import new_state
from hall.replay import Replay
from hall.why import Explanation, Reason, Watcher
from hall.why_words import local_clock, words
from tests.support.hall_days import HallDay, hall_plan
from wire.events import Event


class Told(HallDay):
    """A hall day whose calls are explained."""

    def __init__(self, **parts: dict[str, Any]) -> None:
        super().__init__(hall_plan(**parts))
        self.told: list[Explanation] = []
        state = new_state(self.plan)
        watcher = Watcher(state)

        def put(event: Event) -> None:
            explanation = watcher.see(event)
            if explanation is not None:
                self.told.append(explanation)

        self.replay = Replay(state, put)

    def last(self) -> tuple[list[str], list[str]]:
        return words(self.told[-1], local_clock(self.plan.hall.zone))

    def passed_over(self) -> list[tuple[str, Reason]]:
        return [(one.number, one.why) for one in self.told[-1].passed_over]


def test_green_says_when_it_was_engaged_and_by_how_many() -> None:
    day = Told(green={"short": {}}, counters={"1": {"services": ["a", "b"]}}, queue={"max_wait_minutes": 60})
    day.open("08:00", "1", "2")
    day.issue("09:00", "b")
    day.issue("09:01", "c")
    for clock in ("09:02", "09:03", "09:04"):
        day.issue(clock, "a")
    day.do("09:05:30", "pad-1 next 1")
    assert day.passed_over() == [("B001", Reason.NOT_SHORT), ("C001", Reason.NOT_SERVED)]
    assert day.last() == (
        [
            "09:05:30 叫 A001 到 1 号窗口（取票后 3:30）：绿色窗口“short”在 09:04:00 启动（当时 3 张短业务票在等，"
            "多于 2），短业务先叫，它从 09:02:00 等起，是其中最久的。",
            "  B001 从 09:00:00 等起，没有先叫：不全是短业务",
            "  C001 从 09:01:00 等起，没有先叫：本窗口不办它的业务",
            "  当时的规则：等候上限 60 分钟；绿色窗口“short”（> 2, < 2；auto）已启动，3 张短业务票在等",
        ],
        [
            '09:05:30 A001 was called to counter 1, 3:30 after its issue: green window "short" had been engaged since '
            "09:04:00, when 3 short tickets waited (more than 2), so short business went first, and of it this was "
            "ready longest, since 09:02:00.",
            "  B001, ready since 09:00:00, was passed over: is not all short business",
            "  C001, ready since 09:01:00, was passed over: needs nothing served here",
            '  rules in force: longest wait 60 minutes; green window "short" (> 2, < 2; auto) engaged, 3 short waiting',
        ],
    )


def test_green_by_hand_and_left_again() -> None:
    day = Told(green={"short": {}})
    day.open("08:00", "1")
    day.do("08:00", "console set_green short", mode="on")
    day.issue("09:00", "a")
    day.do("09:01", "pad-1 next 1")
    assert "was switched on by hand" in day.last()[1][0]
    day.do("09:02", "console set_green short", mode="off")
    day.issue("09:03", "a")
    day.do("09:04", "pad-1 next 1")
    assert day.told[-1].windows[0].since is None
    assert "未启动" in day.last()[0][-1]
    assert "not engaged" in day.last()[1][-1]


def test_a_window_engaged_before_the_watch_began() -> None:
    day = Told(green={"short": {"enter_above": 0, "leave_below": 0}})
    day.open("08:00", "1")
    day.issue("09:00", "a")
    later = Watcher(day.state)
    day.issue("09:00", "a")
    events = []
    day.replay = Replay(day.state, lambda event: events.append(later.see(event)))
    day.do("09:01", "pad-1 next 1")
    (told,) = [event for event in events if event]
    assert "was engaged, so short" in words(told, local_clock(day.plan.hall.zone))[1][0]


def test_pinned_goes_first() -> None:
    day = Told()
    day.open("08:00", "1", "2")
    for _ in range(3):
        day.issue("09:00", "a")
    for number, goal in (("A003", "1"), ("A001", "2")):
        day.do("09:01", "console call 1", ticket=number)
        day.do("09:01", "console transfer 1", to_counter=goal)
    day.issue("09:01", "b")
    day.do("09:02", "pad-1 next 1")
    assert day.passed_over() == [("A002", Reason.PINNED_FIRST), ("A001", Reason.PINNED_ELSEWHERE)]
    assert "waiting for this very counter" in day.last()[1][0]
    day.do("09:03", "pad-1 call 1", ticket="B001")
    assert day.passed_over() == [("A002", Reason.CHOSEN_BY_HAND), ("A001", Reason.CHOSEN_BY_HAND)]
    day.do("09:04", "console transfer 1", to_counter="2")
    day.issue("09:04", "c")
    day.do("09:05", "console call 1", ticket="A002")
    day.do("09:05", "console next 1")
    assert day.passed_over() == [("A001", Reason.PINNED_ELSEWHERE), ("B001", Reason.PINNED_ELSEWHERE)]


def test_overdue_priority_and_the_order() -> None:
    day = Told(
        queue={"max_wait_minutes": 30}, counters={"1": {"priority": True}}, services={"a": {"weight": 2.5}}
    )
    day.open("08:00", "1", "2")
    day.issue("09:00", "b")
    day.issue("09:10", "b")
    day.issue("09:14", "a")
    day.issue("09:20", "c", priority="ill")
    day.do("09:30", "pad-1 next 1")
    assert day.passed_over() == [(n, Reason.NO_PRIORITY) for n in ("B001", "B002", "A001")]
    assert "priority counter" in day.last()[1][-1]
    day.do("09:30:01", "console next 2")
    assert "longer than the limit of 30 minutes" in day.last()[1][0]
    day.do("09:30:02", "console next 2")
    assert day.told[-1].passed_over[0].why is Reason.SMALLER_INDEX
    zh, en = day.last()
    assert "数值最大（40.1）；它从 09:14:00 等起" in zh[0]
    assert en[1] == "  B002, ready since 09:10:00, was passed over: had a smaller figure (20)"


def test_by_hand_says_what_the_order_would_have_called() -> None:
    day = Told()
    day.open("08:00", "1", "2")
    for _ in range(14):
        day.issue("09:00", "a")
    day.do("09:01", "pad-1 call 1", ticket="A001")
    assert "the order would have called it too" in day.last()[1][0]
    day.do("09:02", "pad-1 call 1", ticket="A014")
    zh, en = day.last()
    assert "the order would have called A002 (order)" in en[0]
    assert "按顺序本该叫 A002" in zh[0]
    assert (len(en), en[-2]) == (13, "  and 2 more that were ready earlier")
    assert en[-1] == "  rules in force: first come, first served"


def test_by_hand_where_the_order_had_nobody() -> None:
    day = Told(counters={"2": {"services": ["b"]}})
    day.open("08:00", "2")
    day.issue("09:00", "a")
    day.do("09:01", "console call 2", ticket="A001")
    assert day.last()[1][0].endswith("the clerk chose it by hand.")


def test_what_is_explained_is_not_changed() -> None:
    one, two = Told(green={"short": {}}), HallDay(green={"short": {}})
    line = json.dumps(
        {"at": one.at("09:00"), "device": "kiosk", "type": "issue_ticket", "services": ["a"]}
    ).encode()
    assert one.raw(line) == two.raw(line)


def test_weights_are_told_among_the_rules_in_force() -> None:
    day = Told(services={"a": {"weight": 2}})
    day.open("08:00", "1")
    day.issue("09:00", "a")
    day.do("09:05", "pad-1 next 1")
    zh, en = day.last()
    assert en[-1] == "  rules in force: in the order of weight × (time waited + head start)"
    assert zh[-1] == "  当时的规则：按权重 ×（等候时间 + 提前量）排序"
