"""The way of a ticket: its steps between the calls, each told with what it meant for the queue."""

from typing import Any

import pytest

from tests.support.told_days import Followed

_NAMES: dict[str, dict[str, Any]] = {
    "a": {"name": {"zh": "挂失", "en": "Lost card"}},
    "b": {"name": {"zh": "申领", "en": "New card"}},
}


def _day(number: str = "A001", **parts: dict[str, Any]) -> Followed:
    day = Followed(number, None, services=_NAMES, **parts)
    day.open("08:00", "1", "2")
    return day


def test_needs_are_finished_one_counter_after_the_other() -> None:
    day = _day(counters={"1": {"services": ["a"]}, "2": {"services": ["b", "c"]}})
    day.issue("09:00", "a", "b", "c", priority="infant", help="wheelchair")
    day.do("09:01", "pad-1 next 1")
    day.do("09:02", "pad-1 recall 1")
    day.do("09:03", "pad-1 start 1")
    day.do("09:04", "pad-1 done 1")
    day.do("09:05", "console next 2")
    day.do("09:06", "console done 2")
    day.do("09:07", "console rate A001", score=5)
    assert day.story.said[0] == "2026-11-20 A001"
    assert day.steps() == [
        "09:00:00 取票，办理：挂失、申领、c，优先票（带婴幼儿），需要协助（轮椅）"
        " · was issued for Lost card, New card, c, with priority (with an infant), in need of help (wheelchair)",
        "09:02:00 1 号窗口再次呼叫（第 2 次） · was called again to counter 1 (call 2)",
        "09:03:00 1 号窗口开始办理 · service began at counter 1",
        "09:04:00 1 号窗口办完：挂失；还要办：申领、c；仍从 09:00:00 起算等候"
        " · was done at counter 1: Lost card; left to do: New card, c, so it waits on, ready since 09:00:00 as before",
        "09:06:00 2 号窗口办完：申领、c；全部办完 · was done at counter 2: New card, c; nothing is left",
        "09:07:00 评价 5 分 · was rated 5 of 5",
    ]
    assert [line.split(" ")[0] for line in day.story.said if " · " not in line and line[0].isdigit()] == [
        "2026-11-20", "09:01:00", "09:01:00", "09:05:00", "09:05:00",
    ]  # fmt: skip


def test_an_appointment_says_slot_and_check_in() -> None:
    day = _day()
    day.do("08:10", "console book_appointment x", services=["a"], slot=day.at("10:00"))
    day.do("09:40", "kiosk check_in x")
    assert day.steps() == [
        "09:40:00 预约 10:00，09:40:00 签到，从 09:45:00 起算等候，办理：挂失"
        " · booked for 10:00, checked in at 09:40:00, for Lost card; it is ready from 09:45:00"
    ]


@pytest.mark.parametrize(
    ("position", "zh", "en"),
    [
        ("keep", "仍从 09:00:00 起算等候", "ready since 09:00:00 as before"),
        ("back", "从现在重新起算等候", "ready from now"),
    ],
)
def test_transfers_and_missed_calls_say_to_where_and_from_when(position: str, zh: str, en: str) -> None:
    day = _day(counters={"1": {"services": ["a"]}})
    day.issue("09:00", "a", "c")
    day.do("09:01", "pad-1 next 1")
    day.do("09:02", "pad-1 transfer 1", to_service="b", position=position)
    day.do("09:03", "console call 1", ticket="A001")
    day.do("09:04", "pad-1 no_show 1")
    day.do("09:05", "pad-1 requeue A001", position=position)
    day.do("09:06", "console call 1", ticket="A001")
    day.do("09:07", "pad-1 transfer 1", to_service="b", position=position)
    assert day.steps()[1] == (
        f"09:02:00 1 号窗口把它转办：申领，另外还要办：c；{zh} · was transferred from counter 1 to New card "
        f"(and still needs c), {en}"
    )
    assert day.steps()[2:4] == [
        "09:04:00 1 号窗口叫号，无人应答 · nobody came to counter 1",
        f"09:05:00 过号后重新排队，{zh} · waits again after it was missed, {en}",
    ]
    assert "把它转办：申领；" in day.steps()[4]


def test_waiting_for_a_counter_that_closes() -> None:
    day = _day()
    day.issue("09:00", "a")
    day.do("09:01", "pad-1 next 1")
    day.do("09:02", "pad-1 transfer 1", to_counter="2")
    day.do("09:03", "pad-1 close_counter 1")
    day.do("09:04", "console close_counter 2")
    assert day.steps()[1:] == [
        "09:02:00 1 号窗口把它转到 2 号窗口，指定在那里等候，从现在重新起算等候"
        " · was transferred from counter 1 to counter 2, waits for that one, ready from now",
        "09:04:00 2 号窗口关闭，不再指定在那里等候，能办的窗口都可以叫，仍从 09:02:00 起算等候"
        " · counter 2 closed: it waits no longer for that one but for any that serves it, ready since 09:02:00 "
        "as before",
    ]


def test_set_aside_and_back() -> None:
    day = _day()
    day.issue("09:00", "a")
    for clock, close in (("09:01", False), ("09:02", True)):
        day.do(clock, "pad-1 next 1")
        day.do(clock, "pad-1 hold 1")
        if close:
            day.do(clock, "pad-1 close_counter 1")
        day.do(clock, "console resume A001")
    day.do("09:03", "console cancel_ticket A001")
    assert day.steps()[1:] == [
        "09:01:00 在 1 号窗口暂缓 · was set aside at counter 1",
        "09:01:00 恢复等候，指定在 1 号窗口，从现在重新起算等候 · waits again for counter 1, ready from now",
        "09:02:00 在 1 号窗口暂缓 · was set aside at counter 1",
        "09:02:00 恢复等候，原窗口已关，能办的窗口都可以叫，从现在重新起算等候"
        " · waits again for any counter that serves it, as its own is closed, ready from now",
        "09:03:00 取消 · was cancelled",
    ]


def test_paper_and_the_end_of_the_day() -> None:
    day = _day()
    day.issue("09:00", "a")
    for result, detail in (("printed", None), ("failed", "paper_out"), ("unconfirmed", None)):
        day.do("09:01", "kiosk report_print A001", result=result, detail=detail)
    day.do("2026-11-21 09:00", "kiosk sync")
    assert day.steps()[1:] == [
        "09:01:00 票已在 kiosk 打印 · was printed at kiosk",
        "09:01:00 kiosk 没有打印出票（paper_out） · was not printed at kiosk (paper_out)",
        "09:01:00 kiosk 无法确认票是否打印 · nobody can say whether kiosk printed it",
        "2026-11-21 00:00:00 当日结束，作废 · expired at the end of the day",
    ]


def test_others_are_not_told() -> None:
    day = _day("B001")
    day.issue("09:00", "a")
    day.do("09:01", "pad-1 next 1")
    day.do("09:02", "pad-1 done 1")
    day.do("09:03", "pad-1 close_counter 1")
    assert day.story.said == []


def test_the_same_number_of_two_days() -> None:
    for of_day, days in (("2026-11-21", ["2026-11-21"]), (None, ["2026-11-20", "2026-11-21"])):
        day = Followed("A001", of_day)
        day.issue("09:00", "a")
        day.issue("2026-11-21 09:00", "a")
        assert [line for line in day.story.said if line.endswith(" A001")] == [f"{d} A001" for d in days]


class TestAnotherHallFile:
    @staticmethod
    def changed(*to_counter: str) -> Followed:
        """The ticket is called at 2 or waits for it; then the hall has counters 1 and 3 only."""
        day = _day()
        day.issue("09:00", "a")
        day.do("09:01", "console next 2")
        for counter in to_counter:
            day.do("09:02", "console transfer 2", to_counter=counter)
        plan = Followed("", services=_NAMES).plan
        fewer = [counter for counter in plan.counters if counter.id != "2"]
        day.story.change_plan(plan.model_copy(update={"counters": tuple(fewer)}))
        return day

    @pytest.mark.parametrize("to_counter", [(), ("2",)])
    def test_without_its_counter(self, to_counter: tuple[str, ...]) -> None:
        assert self.changed(*to_counter).steps()[1 + len(to_counter) :] == [
            f"09:0{1 + len(to_counter)}:00 厅文件更换，已没有 2 号窗口，重新等候，能办的窗口都可以叫"
            " · the hall file changed and has no counter 2: it waits for any that serves it"
        ]

    def test_with_its_counter(self) -> None:
        assert len(self.changed("1").steps()) == 2

    def test_waiting_for_any(self) -> None:
        day = _day()
        day.issue("09:00", "a")
        day.story.change_plan(Followed("", services={"b": {}}).plan)
        assert len(day.steps()) == 1
        day.do("09:01", "pad-1 next 1")
        day.do("09:02", "pad-1 done 1")
        day.story.change_plan(day.plan)
        assert day.steps()[1:] == [
            "09:02:00 1 号窗口办完：a；全部办完 · was done at counter 1: a; nothing is left"
        ]

    def test_before_there_is_the_ticket(self) -> None:
        day = _day()
        day.story.change_plan(day.plan)
        assert day.story.said == []


@pytest.mark.parametrize(
    ("code", "zh", "en"),
    [
        ("sign_language", "手语", "sign language"),
        ("wheelchair", "轮椅", "wheelchair"),
        ("interpreter", "翻译", "interpreter"),
        ("带氧气瓶", "带氧气瓶", "带氧气瓶"),
    ],
)
def test_help_is_said_in_words(code: str, zh: str, en: str) -> None:
    day = _day("C001")
    day.issue("09:00", "c", help=code)
    assert day.steps() == [
        f"09:00:00 取票，办理：c，需要协助（{zh}） · was issued for c, in need of help ({en})"
    ]
