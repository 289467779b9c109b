"""Every call explained: the rule, the counts, who was passed over, the rules then in force."""

import json

import pytest

from hall.why import Reason, Voice, Watcher, words
from tests.support.hall_days import HallDay, hall_plan
from tests.support.told_days import Told


def test_green_says_when_it_was_engaged_and_by_how_many() -> None:
    day = Told(green={"short": {}}, counters={"1": {"services": ["a", "b"]}}, queue={"max_wait_minutes": 60})
    day.open("08:00", "1", "2")
    day.issue("09:00", "b")
    day.issue("09:01", "c")
    for clock in ("09:02", "09:03", "09:04"):
        day.issue(clock, "a")
    day.do("09:05:30", "pad-1 next 1")
    assert day.passed_over() == [("B001", Reason.NOT_SHORT), ("C001", Reason.NOT_SERVED)]
    assert day.zh() == [
        "09:05:30 叫 A001 到 1 号窗口（取票后 3:30）：绿色窗口“short”在 09:04:00 启动（当时 3 张短业务票在等，"
        "多于 2），短业务先叫，它在其中等得最久，从 09:02:00 等起。",
        "  B001 从 09:00:00 等起，没有先叫：要办的（b）不是“short”的短业务",
        "  C001 从 09:01:00 等起，没有先叫：1 号窗口不办它要办的业务（c）",
        "  当时的规则：等候上限 60 分钟；绿色窗口“short”（多于 2 张启动，少于 2 张结束）"
        "09:04:00（3 张短业务票在等时）启动，现有 3 张短业务票在等；先来先办",
    ]
    assert day.en() == [
        '09:05:30 A001 was called to counter 1, 3:30 after its issue: green window "short" had been engaged since '
        "09:04:00, when 3 short tickets waited (more than 2), so short business went first, and of it this was "
        "ready longest, since 09:02:00.",
        '  B001, ready since 09:00:00, was passed over: what it needs (b) is not short business of "short"',
        "  C001, ready since 09:01:00, was passed over: counter 1 does not serve what it needs (c)",
        '  rules in force: longest wait 60 minutes; green window "short" (begins above 2, ends below 2) '
        "engaged at 09:04:00, when 3 short tickets waited, 3 short tickets waiting now; first come, first served",
    ]


def test_of_several_needs_those_that_are_not_short_are_named() -> None:
    day = Told(green={"short": {"enter_above": 0, "leave_below": 0}})
    day.open("08:00", "1")
    day.issue("09:00", "a", "c")
    day.issue("09:01", "a")
    day.do("09:02", "pad-1 next 1")
    assert day.en()[1].endswith('what it needs (c) is not short business of "short"')


class TestWindowsByHand:
    def test_on_says_when_and_what_the_count_was(self) -> None:
        day = Told(green={"short": {}})
        day.open("08:00", "1")
        day.issue("08:30", "a")
        day.do("08:45", "console set_green short", mode="on")
        day.issue("09:00", "a")
        day.do("09:01", "pad-1 next 1")
        assert "“short”08:45:00（1 张短业务票在等时）由人工开启，短业务先叫" in day.zh()[0]
        assert (
            'window "short" was switched on by hand at 08:45:00, when 1 short ticket waited, so'
            in day.en()[0]
        )
        assert day.rules()[0].endswith(
            "switched on by hand at 08:45:00, when 1 short ticket waited, 2 short tickets waiting now"
        )

    def test_off_says_when_and_what_the_count_was(self) -> None:
        day = Told(green={"short": {"enter_above": 0, "leave_below": 0}})
        day.open("08:00", "1")
        day.issue("08:30", "a")
        day.do("08:45", "console set_green short", mode="off")
        day.do("09:01", "pad-1 next 1")
        assert day.told[-1].call.reason == "order"
        assert "08:45:00（1 张短业务票在等时）由人工关闭，现有 1 张短业务票在等" in day.zh()[-1]
        assert day.rules()[0].endswith(
            "switched off by hand at 08:45:00, when 1 short ticket waited, 1 short ticket waiting now"
        )

    def test_on_the_day_before(self) -> None:
        day = Told(green={"short": {}})
        day.do("2026-11-18 08:45", "console set_green short", mode="on")
        day.open("08:00", "1")
        day.issue("09:00", "a")
        day.do("09:01", "pad-1 next 1")
        assert "switched on by hand at 2026-11-18 08:45:00, when 0 short tickets waited" in day.en()[0]

    def test_counting_again_without_a_word_of_it(self) -> None:
        day = Told(green={"short": {"enter_above": 0, "leave_below": 1}})
        day.open("08:00", "1")
        day.do("08:45", "console set_green short", mode="on")
        day.issue("08:50", "a")
        day.do("08:55", "console set_green short", mode="auto")
        day.do("09:01", "pad-1 next 1")
        assert "engaged since 08:55:00, when 1 short ticket waited (more than 0)" in day.en()[0]

    def test_what_it_counts_while_switched_on_is_not_why(self) -> None:
        day = Told(green={"short": {"enter_above": 0, "leave_below": 1}})
        day.open("08:00", "1")
        day.do("08:45", "console set_green short", mode="on")
        for clock in ("08:46", "08:47"):
            day.issue(clock, "a")
            day.do(clock, "pad-1 next 1")
        assert "by hand at 08:45:00, when 0 short tickets waited" in day.en()[0]

    def test_at_rest(self) -> None:
        day = Told(green={"short": {}})
        day.open("08:00", "1")
        day.issue("09:00", "a")
        day.do("09:01", "pad-1 next 1")
        assert "（多于 2 张启动，少于 2 张结束）未启动，现有 1 张短业务票在等" in day.zh()[-1]
        assert day.rules() == [
            'green window "short" (begins above 2, ends below 2) not engaged, 1 short ticket waiting now',
            "first come, first served",
        ]


def test_a_window_outside_its_hours_shows_them() -> None:
    when = ["Mon-Wed,Fri 07:00-09:00", "Sat 08:00-24:00", "12:00-12:30"]
    day = Told(green={"short": {"enter_above": 0, "leave_below": 1, "when": when}})
    day.open("08:00", "1")
    day.issue("08:59", "a")
    day.do("09:00", "pad-1 next 1")
    assert day.rules()[0] == (
        'green window "short" (begins above 0, ends below 1, only Mon-Wed,Fri 07:00-09:00, Sat 08:00-24:00, '
        "12:00-12:30) outside its hours, so not engaged, 1 short ticket waiting now"
    )
    assert (
        "（多于 0 张启动，少于 1 张结束，限周一至周三、周五 07:00-09:00、周六 08:00-24:00、每天 12:00-12:30）"
        "不在时段内，未启动，现有 1 张短业务票在等"
    ) in day.zh()[-1]
    day.issue("12:05", "a")
    day.do("12:06", "pad-1 next 1")
    assert "engaged since 12:05:00, when 1 short ticket waited (more than 0)" in day.en()[0]


@pytest.mark.parametrize(
    ("by_hand", "cause", "rule"),
    [
        (False, "was engaged, so short", "engaged, 2 short"),
        (True, "was switched on by hand, so", "by hand, 2 short"),
    ],
)
def test_a_window_switched_before_the_watch_began(by_hand: bool, cause: str, rule: str) -> None:
    day = Told(green={"short": {"enter_above": 0, "leave_below": 0}})
    day.open("08:00", "1")
    if by_hand:
        day.do("08:00", "console set_green short", mode="on")
    day.issue("09:00", "a")
    day.watcher = Watcher(day.state)  # one that knows nothing of the morning
    day.issue("09:00", "a")
    day.do("09:01", "pad-1 next 1")
    assert cause in day.en()[0]
    assert rule in day.en()[-1]


def test_the_edge_is_that_of_its_time() -> None:
    day = Told(green={"short": {"enter_above": 1, "leave_below": 1}})
    day.open("08:00", "1")
    for clock in ("09:00", "09:01"):
        day.issue(clock, "a")
    stricter = Told(green={"short": {"enter_above": 5, "leave_below": 1}}).plan
    day.watcher.change_plan(stricter)
    day.do("09:02", "pad-1 next 1")
    assert "when 2 short tickets waited (more than 1)" in day.en()[0]
    assert "begins above 5" in day.rules()[0]


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
    assert "它指定在本窗口等候，指定的票先叫；它从 09:01:00 等起" in day.zh()[0]
    assert "for this very counter, and such tickets go first; it had been ready since 09:01:00" in day.en()[0]
    assert day.en()[1:3] == [
        "  A002, ready since 09:00:00, was passed over: tickets for this very counter go first",
        "  A001, ready since 09:01:00, was passed over: it waits for counter 2",
    ]
    assert day.zh()[2] == "  A001 从 09:01:00 等起，没有先叫：它指定在 2 号窗口等候"


def test_overdue_says_how_long() -> None:
    day = Told(queue={"max_wait_minutes": 30.5}, green={"short": {"enter_above": 0, "leave_below": 0}})
    day.open("08:00", "1")
    day.issue("09:00", "b")
    day.issue("09:10", "a")
    day.do("09:30:31", "pad-1 next 1")
    assert "它等了 30:31，超过 30.5 分钟的上限，是本窗口能叫的票中最久的" in day.zh()[0]
    assert "it had waited 30:31, longer than the limit of 30.5 minutes, and longest of all" in day.en()[0]
    assert day.rules()[0] == "longest wait 30.5 minutes"


def test_priority_names_the_class() -> None:
    day = Told(counters={"1": {"priority": True}})
    day.open("08:00", "1")
    day.issue("09:00", "a")
    day.issue("09:20", "c", priority="ill")
    day.do("09:30", "pad-1 next 1")
    assert day.passed_over() == [("A001", Reason.NO_PRIORITY)]
    assert "本窗口先叫优先票，它（病人）在其中等得最久，从 09:20:00 等起" in day.zh()[0]
    assert (
        "calls those with priority first, and of them it (ill) was ready longest, since 09:20:00"
        in day.en()[0]
    )
    assert day.rules() == ["priority counter", "first come, first served"]


class TestTheClerk:
    def test_who_does_not_serve_it(self) -> None:
        day = Told(
            clerks={"li": {"name": {"zh": "李敏", "en": "Li Min"}, "services": ["b"]}},
            counters={"1": {"services": ["a", "b"]}},
        )
        day.do("08:00", "pad-1 open_counter 1", clerk="li")
        day.issue("09:00", "a", "c")
        day.issue("09:01", "c")
        day.issue("09:02", "b")
        day.do("09:03", "pad-1 next 1")
        assert day.passed_over() == [("A001", Reason.NOT_BY_CLERK), ("C001", Reason.NOT_SERVED)]
        assert day.zh()[1:] == [
            "  A001 从 09:00:00 等起，没有先叫：当班的工作人员（李敏）不办它要办的业务（a）",
            "  C001 从 09:01:00 等起，没有先叫：1 号窗口不办它要办的业务（c）",
            "  当时的规则：当班的工作人员（李敏）在此只办：b；先来先办",
        ]
        assert day.en()[1].endswith("was passed over: clerk Li Min does not serve what it needs (a)")
        assert day.rules() == ["clerk Li Min, who serves only b here", "first come, first served"]

    def test_who_serves_nothing_there(self) -> None:
        day = Told(clerks={"li": {"services": ["b"]}}, counters={"1": {"services": ["a"]}})
        day.do("08:00", "pad-1 open_counter 1", clerk="li")
        day.issue("09:00", "a")
        day.issue("09:01", "c")
        day.do("09:02", "pad-1 call 1", ticket="C001")
        assert day.rules()[0] == "clerk li, who serves nothing here"
        assert "（li）在此没有能办的业务" in day.zh()[-1]

    @pytest.mark.parametrize("services", [["a", "b", "c"], None])
    def test_who_serves_all_is_no_rule(self, services: list[str] | None) -> None:
        day = Told(clerks={"li": {} if services is None else {"services": services}})
        day.do("08:00", "pad-1 open_counter 1", clerk="li")
        day.issue("09:00", "a")
        day.do("09:03", "pad-1 next 1")
        assert day.rules() == ["first come, first served"]

    def test_who_is_no_longer_in_the_file(self) -> None:
        day = Told(clerks={"li": {"services": ["b"]}}, counters={"1": {"services": ["a", "b"]}})
        day.do("08:00", "pad-1 open_counter 1", clerk="li")
        day.watcher.change_plan(Told(counters={"1": {"services": ["a", "b"]}}).plan)
        day.issue("09:00", "a")
        day.do("09:03", "pad-1 next 1")
        assert day.rules() == ["first come, first served"]


class TestByHand:
    def test_what_the_order_would_have_called(self) -> None:
        day = Told()
        day.open("08:00", "1")
        for _ in range(14):
            day.issue("09:00", "a")
        day.do("09:01", "pad-1 call 1", ticket="A001")
        assert "the order would have called it too (first come, first served)" in day.en()[0]
        day.do("09:02", "pad-1 call 1", ticket="A014")
        assert "by hand; the order would have called A002 (first come, first served); it had" in day.en()[0]
        assert "工作人员点名叫的；按顺序本该叫 A002（先来先办）；它从 09:00:00 等起。" in day.zh()[0]
        assert (len(day.en()), day.en()[-2]) == (13, "  and 2 more that were ready earlier")
        assert day.en()[1].endswith("was passed over: the clerk chose another by hand")
        assert day.rules() == ["first come, first served"]

    def test_where_the_order_had_nobody(self) -> None:
        day = Told(counters={"2": {"services": ["b"]}})
        day.open("08:00", "2")
        day.issue("09:00", "a")
        day.do("09:01", "console call 2", ticket="A001")
        assert (
            "though what it needs (a) was not served here; the order had nobody to call here" in day.en()[0]
        )
        assert "虽然这里不办它要办的业务（a）；按顺序这里没有可叫的票" in day.zh()[0]

    def test_one_that_waited_elsewhere(self) -> None:
        day = Told()
        day.open("08:00", "1", "2")
        day.issue("09:00", "a")
        day.do("09:01", "console next 2")
        day.do("09:02", "console transfer 2", to_counter="2")
        day.do("09:03", "pad-1 call 1", ticket="A001")
        assert "by hand, though it was waiting for counter 2; the order had nobody" in day.en()[0]
        assert "虽然它在等 2 号窗口" in day.zh()[0]

    @pytest.mark.parametrize(
        ("parts", "en", "zh"),
        [
            (
                {"queue": {"max_wait_minutes": 1}},
                "it was ready for longer than the limit",
                "它等候超过了上限",
            ),
            (
                {"counters": {"1": {"priority": True}}},
                "this counter calls those with priority first",
                "优先窗口先叫优先票",
            ),
            (
                {"green": {"short": {"enter_above": 0, "leave_below": 0}}},
                'green window "short": short business first',
                "绿色窗口“short”，短业务先叫",
            ),
            (
                {"services": {"a": {"weight": 1.5}}},
                "the largest figure: 1.5 × 4:00 waited = 6:00",
                "数值最大：1.5 × 等候 4:00 = 6:00",
            ),
        ],
    )
    def test_the_rule_that_the_order_would_have_gone_by(
        self, parts: dict[str, dict[str, object]], en: str, zh: str
    ) -> None:
        day = Told(**parts)
        day.open("08:00", "1")
        day.issue("09:00", "a", priority="elderly")
        day.issue("09:01", "b")
        day.do("09:04", "pad-1 call 1", ticket="B001")
        assert f"the order would have called A001 ({en})" in day.en()[0]
        assert f"按顺序本该叫 A001（{zh}）" in day.zh()[0]

    def test_over_one_that_waits_there(self) -> None:
        day = Told()
        day.open("08:00", "1")
        for _ in range(2):
            day.issue("09:00", "a")
        day.do("09:01", "pad-1 next 1")
        day.do("09:01", "pad-1 transfer 1", to_counter="1")
        day.issue("09:02", "b")
        day.do("09:03", "pad-1 call 1", ticket="B001")
        assert day.passed_over() == [("A002", Reason.CHOSEN_BY_HAND), ("A001", Reason.CHOSEN_BY_HAND)]
        assert "called A001 (it was waiting for this very counter)" in day.en()[0]


class TestFigures:
    def test_each_can_be_worked_out_again(self) -> None:
        day = Told(
            services={"a": {"weight": 1.5, "head_start_minutes": 5}, "b": {"weight": 0.3}},
            queue={"priority_head_start_minutes": 2.5},
        )
        day.open("08:00", "1")
        day.issue("09:00", "b", priority="elderly")
        day.issue("09:01", "c", priority="ill")
        day.issue("09:02:00.250", "a")
        day.issue("09:03", "c")
        day.do("09:14:03.500", "pad-1 next 1")
        assert day.passed_over() == [("B001", Reason.SMALLER_FIGURE), ("C001", Reason.SMALLER_FIGURE)]
        assert day.zh() == [
            "09:14:03 叫 A001 到 1 号窗口（取票后 12:03）：按“权重 ×（等候时间 + 提前量）”排序，它的数值最大："
            "1.5 ×（等候 12:03.25 + 提前量 5:00）= 25:34.875；它从 09:02:00 等起。",
            "  B001 从 09:00:00 等起，没有先叫：数值较小：0.3 ×（等候 14:03.5 + 优先提前量 2:30）= 4:58.05",
            "  C001 从 09:01:00 等起，没有先叫：数值较小：等候 13:03.5 + 优先提前量 2:30 = 15:33.5",
            "  当时的规则：按“权重 ×（等候时间 + 提前量）”排序，多项业务取最小的权重和提前量，"
            "时间为分:秒，优先票提前 2.5 分钟",
        ]
        assert day.en() == [
            "09:14:03 A001 was called to counter 1, 12:03 after its issue: by weight × (time waited + head starts) it "
            "had the largest figure: 1.5 × (12:03.25 waited + 5:00 head start) = 25:34.875; it had been ready since "
            "09:02:00.",
            "  B001, ready since 09:00:00, was passed over: it had a smaller figure: "
            "0.3 × (14:03.5 waited + 2:30 priority head start) = 4:58.05",
            "  C001, ready since 09:01:00, was passed over: it had a smaller figure: "
            "13:03.5 waited + 2:30 priority head start = 15:33.5",
            "  rules in force: order by weight × (time waited + head starts), of several needs the least of each, "
            "times as minutes:seconds, "
            "priority head start 2.5 minutes",
        ]

    def test_the_next_largest_is_named_though_it_came_later(self) -> None:
        day = Told(services={"a": {"weight": 3}})
        day.open("08:00", "1")
        day.issue("09:00", "a")
        day.issue("09:02", "b")
        day.issue("09:03", "a")
        day.do("09:05", "pad-1 next 1")
        assert day.zh()[1] == "  A002 从 09:03:00 等起，数值其次：3 × 等候 2:00 = 6:00"
        assert day.en()[1:] == [
            "  A002, ready since 09:03:00, had the next largest figure: 3 × 2:00 waited = 6:00",
            "  rules in force: order by weight × (time waited + head starts), of several needs the least of each, "
            "times as minutes:seconds",
        ]

    def test_the_same_figure(self) -> None:
        day = Told(services={"a": {"weight": 3}})
        day.open("08:00", "1")
        day.issue("09:00", "b")
        day.issue("09:02", "a")
        day.do("09:03", "pad-1 next 1")
        assert day.told[-1].call.ticket == "B001"
        assert day.en()[1].endswith("had the same figure but was issued later: 3 × 1:00 waited = 3:00")
        assert "数值相同，但取票在后：3 × 等候 1:00 = 3:00" in day.zh()[1]

    def test_the_same_figure_of_one_who_was_ready_earlier(self) -> None:
        day = Told(services={"a": {"weight": 3}}, queue={"appointment_head_start_minutes": 0})
        day.open("08:00", "1")
        day.do("08:00", "console book_appointment x", services=["b"], slot=day.at("09:00"))
        day.issue("09:02", "a")
        day.do("09:02:30", "kiosk check_in x")
        day.do("09:03", "pad-1 next 1")
        assert day.passed_over() == [("B001", Reason.SAME_FIGURE)]
        assert day.en()[1] == (
            "  B001 (appointment for 09:00), ready since 09:00:00, was passed over: "
            "it had the same figure but was issued later: 3:00 waited"
        )
        assert (
            day.zh()[1] == "  B001（预约 09:00）从 09:00:00 等起，没有先叫：数值相同，但取票在后：等候 3:00"
        )

    def test_a_service_the_file_lost_makes_weights_count(self) -> None:
        day = Told(services={name: {"weight": 2} for name in "abc"} | {"d": {"weight": 2}})
        day.open("08:00", "1")
        day.issue("09:00", "d")
        day.issue("09:01", "a")
        day.watcher.change_plan(Told(services={name: {"weight": 2} for name in "abc"}).plan)
        day.do("09:03", "pad-1 next 1")
        assert day.told[-1].call.ticket == "A001"
        assert day.en()[1].endswith("it had a smaller figure: 3:00 waited")
        assert "largest figure: 2 × 2:00 waited = 4:00" in day.en()[0]


class TestAppointments:
    @staticmethod
    def day(slot: str, here: str, **parts: dict[str, object]) -> Told:
        day = Told(**parts)
        day.open("08:00", "1")
        day.do("08:00", "console book_appointment x", services=["a"], slot=day.at(slot), priority="elderly")
        day.do(here, "kiosk check_in x")
        return day

    def test_called_before_it_is_due(self) -> None:
        day = self.day("10:00", "09:40")
        day.do("09:41", "pad-1 next 1")
        assert day.zh()[0] == (
            "09:41:00 叫 A001 到 1 号窗口（签到后 1:00）：本窗口能叫的票都还没到点，它最先到点；"
            "它预约的是 10:00，09:40:00 签到，09:45:00 才到点。"
        )
        assert day.en()[0] == (
            "09:41:00 A001 was called to counter 1, 1:00 after its check-in: nobody whom this counter could call was "
            "due yet, and it is the next to be; it is an appointment for 10:00, checked in at 09:40:00, not due until "
            "09:45:00."
        )

    def test_called_when_it_is_due(self) -> None:
        day = self.day("10:00:30", "09:40")
        day.issue("09:46", "b")
        day.do("09:50", "pad-1 next 1")
        assert day.en()[0].endswith(
            "of those whom this counter could call it was ready longest; it is an appointment for 10:00:30, checked in "
            "at 09:40:00, ready since 09:45:30."
        )
        assert "它预约的是 10:00:30，09:40:00 签到，从 09:45:30 起算等候。" in day.zh()[0]

    def test_of_another_day(self) -> None:
        day = self.day("2026-11-21 10:00", "09:40")
        day.do("09:50", "pad-1 next 1")
        assert (
            "for 2026-11-21 10:00, checked in at 09:40:00, not due until 2026-11-21 09:45:00" in day.en()[0]
        )

    def test_at_the_end_of_the_calendar(self) -> None:
        day = self.day("09:00", "09:00")
        day.do("09:10", "console book_appointment y", services=["b"], slot="9999-12-29T23:59:59Z")
        day.do("09:11", "kiosk check_in y")
        day.do("09:12", "pad-1 next 1")
        day.do("09:13", "pad-1 next 1")
        assert "it is an appointment for 9999-12-" in day.en()[0]

    @pytest.mark.parametrize(
        ("parts", "en", "zh"),
        [
            (
                {"counters": {"1": {"priority": True}}},
                "and of them it (elderly) is the next to be due, as nobody is yet; it is an appointment",
                "它（老年人）在其中最先到点",
            ),
            (
                {"green": {"short": {"enter_above": 0, "leave_below": 0}}},
                "and of it this is the next to be due, as none is yet; it is an appointment",
                "短业务先叫，它在其中最先到点",
            ),
        ],
    )
    def test_before_it_is_due_though_others_are(
        self, parts: dict[str, dict[str, object]], en: str, zh: str
    ) -> None:
        day = self.day("10:00", "09:40", **parts)
        day.issue("09:41", "b")
        day.do("09:42", "pad-1 next 1")
        assert en in day.en()[0]
        assert zh in day.zh()[0]

    def test_weights_and_nobody_due(self) -> None:
        day = self.day("10:00", "09:40", queue={"priority_head_start_minutes": 3})
        day.do("09:41", "pad-1 next 1")
        assert (
            "nobody whom this counter could call was due yet, and by weight × (time waited + head starts) it had the "
            "largest figure: -4:00 [due in 4:00 min] + 3:00 priority head start = -1:00; it is an appointment"
        ) in day.en()[0]
        assert "本窗口能叫的票都还没到点，按“权重" in day.zh()[0]

    def test_by_hand_while_nobody_is_due(self) -> None:
        day = self.day("10:00", "09:40")
        day.do("09:41", "pad-1 call 1", ticket="A001")
        assert "would have called it too (nobody was due yet, and it is the next to be)" in day.en()[0]
        assert "按顺序也正该叫它（都还没到点，它最先到点）" in day.zh()[0]

    def test_one_not_due_that_another_was_called_before(self) -> None:
        day = self.day("10:00", "09:40", services={"b": {"weight": 2}})
        day.do("09:40", "console book_appointment y", services=["b"], slot=day.at("10:01"))
        day.do("09:40", "kiosk check_in y")
        day.do("09:41", "pad-1 call 1", ticket="B001")
        assert day.en()[1].startswith(
            "  A001 (appointment for 10:00), not due until 09:45:00, was passed over"
        )
        assert day.zh()[1].startswith("  A001（预约 10:00）09:45:00 才到点，没有先叫")


def test_many_needs_are_not_all_named() -> None:
    many = {f"s{n}": {"prefix": "S", "name": {"zh": f"事{n}", "en": f"thing {n}"}} for n in range(10)}
    day = Told(services=many, counters={"1": {"services": ["a"]}})
    day.open("08:00", "1")
    day.issue("09:00", *many)
    day.issue("09:01", "a")
    day.do("09:02", "pad-1 next 1")
    assert day.en()[1].endswith(
        "(thing 0, thing 1, thing 2, thing 3, thing 4, thing 5, thing 6, thing 7 and 2 more)"
    )
    assert day.zh()[1].endswith("（事0、事1、事2、事3、事4、事5、事6、事7等 10 项）")


def test_what_is_explained_is_not_changed() -> None:
    one, two = Told(green={"short": {}}), HallDay(green={"short": {}})
    for clock, device, kind, more in (
        ("09:00", "kiosk", "issue_ticket", {"services": ["a"]}),
        ("09:01", "pad-1", "open_counter", {"counter": "1"}),
        ("09:02", "pad-1", "next", {"counter": "1"}),
    ):
        line = json.dumps({"at": one.at(clock), "device": device, "type": kind, **more}).encode()
        assert one.raw(line) == two.raw(line)


class TestAnHourThatComesTwice:
    """In Berlin 02:00 to 03:00 of 25 October 2026 is 00:00Z to 02:00Z."""

    @staticmethod
    def day(**green: object) -> Told:
        day = Told(
            hall={"timezone": "Europe/Berlin"}, green={"short": {"enter_above": 0, "leave_below": 1, **green}}
        )
        for at, device, kind, more in (
            ("2026-10-24T23:10:00Z", "console", "open_counter", {"counter": "1"}),
            ("2026-10-24T23:50:00Z", "kiosk", "issue_ticket", {"services": ["a"]}),
            ("2026-10-25T00:20:00Z", "kiosk", "issue_ticket", {"services": ["b"]}),
            ("2026-10-25T01:20:00Z", "pad-1", "call", {"counter": "1", "ticket": "B001"}),
        ):
            day.raw(json.dumps({"at": at, "device": device, "type": kind, **more}).encode())
        return day

    def test_is_told_apart_and_no_other_is(self) -> None:
        day = self.day()
        assert day.en()[0].startswith("02:20:00 (+01:00) B001 was called to counter 1, 60:00 after its issue")
        assert day.zh()[0].startswith("02:20:00 (+01:00) 叫 B001")
        assert day.en()[0].endswith("had been ready since 02:20:00 (+02:00).")
        assert day.en()[1].startswith("  A001, ready since 01:50:00, was passed over")

    def test_a_when_means_the_first(self) -> None:
        day = self.day(when=["01:30-02:30"])
        only = "only 01:30-02:30 [of a time that comes twice the first]) outside its hours at 02:20:00 (+01:00), so"
        assert only in day.rules()[0]
        assert (
            "限每天 01:30-02:30 [出现两次的时刻算第一次]）02:20:00 (+01:00)不在时段内，未启动" in day.zh()[-1]
        )

    def test_a_slot(self) -> None:
        voice = Voice(hall_plan(hall={"timezone": "Europe/Berlin"}))
        first, hour = 1_792_887_600_000, 3_600_000  # 2026-10-25T00:20:00Z
        assert voice.slot(first, first) == "02:20 (+02:00)"
        assert voice.slot(first + hour, first - 24 * hour) == "2026-10-25 02:20 (+01:00)"
        assert voice.slot(first - hour, first) == "01:20"


@pytest.mark.parametrize(
    ("slot", "zh", "en"),
    [
        ("10:00", "-4:00 [还有 4:00 才到点]", "-4:00 [due in 4:00 min]"),
        ("2026-11-21 10:26", "-1470:00 [还有 24:30 小时才到点]", "-1470:00 [due in 24:30 h]"),
        ("10:56:01", "-60:01 [还有 1:00:01 小时才到点]", "-60:01 [due in 1:00:01 h]"),
    ],
)
def test_the_figure_of_one_not_due(slot: str, zh: str, en: str) -> None:
    day = Told(services={"b": {"weight": 2}})
    day.open("08:00", "1")
    day.do("08:10", "console book_appointment x", services=["a"], slot=day.at(slot))
    day.do("09:40", "kiosk check_in x")
    day.do("09:41", "pad-1 next 1")
    assert f"largest figure: {en}; it is" in day.en()[0]
    assert f"数值最大：{zh}；它预约" in day.zh()[0]


def test_how_many_passed_over_are_named() -> None:
    day = Told()
    day.open("08:00", "1")
    for _ in range(12):
        day.issue("09:00", "a")
    day.do("09:02", "pad-1 call 1", ticket="A012")
    assert day.en()[-2] == "  and 1 more that was ready earlier"
    _, everyone = words(day.told[-1], Voice(day.plan), None)
    assert [line.split(",")[0].strip() for line in everyone[1:-1]] == [f"A{n:03d}" for n in range(1, 12)]
