"""CONTRACT §4, last paragraph: lines in, lines out."""

import pytest

from hall.replay import ReplayError, replay
from tests.support.hall_days import HallDay, hall_plan

ISSUE = '"device":"kiosk","type":"issue_ticket","services":["a"]'
AT = '"at":"2026-11-20T01:00:00Z"'


def played(*lines: str) -> list[str]:
    return list(replay(hall_plan(hall={"open": ["08:30-16:30"]}), (line.encode() for line in lines)))


def test_the_keys_stand_in_the_contracts_order() -> None:
    lines = played(
        f'{{"id":"i",{AT},{ISSUE}}}',
        f'{{{AT},"device":"pad-1","type":"open_counter","counter":"1"}}',
        f'{{{AT},"device":"pad-1","type":"next","counter":"1","id":"n"}}',
        f'{{{AT},"device":"pad-1","type":"transfer","counter":"1","to_service":"b"}}',
        f'{{{AT},"device":"pad-1","type":"pause_counter","counter":"1","reason":"茶"}}',
    )
    head = '"at":"2026-11-20T01:00:00.000Z","epoch":0'
    assert lines == [
        f'{{"seq":1,{head},"command":"i","type":"ticket_issued","ticket":"A001","services":["a"],"language":"zh"}}',
        f'{{"seq":2,{head},"type":"counter_opened","counter":"1"}}',
        f'{{"seq":3,{head},"command":"n","type":"ticket_called","ticket":"A001","counter":"1","services":["a"],'
        f'"reason":"order","call":1,"waited_s":0}}',
        f'{{"seq":4,{head},"type":"ticket_transferred","ticket":"A001","counter":"1","services":["b"],'
        f'"position":"keep","to_service":"b"}}',
        f'{{"seq":5,{head},"type":"counter_paused","counter":"1","reason":"茶"}}',
    ]


def test_a_refused_line_says_its_number_and_the_day_goes_on() -> None:
    lines = played(
        "", "  ", f'{{{AT},"device":"pad-1","type":"next","counter":"1"}}', "\t\r", f"{{{AT},{ISSUE}}}"
    )
    assert lines[0] == '{"refused":"counter_closed","line":3}'
    assert lines[1].startswith('{"seq":1,')


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        "[]",
        "5",
        '"at"',
        "{}",
        f"{{{ISSUE}}}",
        f'{{{AT},"device":"kiosk"}}',
        f'{{{AT},"type":"sync"}}',
        f'{{{AT},"device":null,"type":"sync"}}',
        f'{{{AT},"device":"kiosk","type":"dance"}}',
        f'{{{AT},"device":"kiosk","type":["sync"]}}',
        f'{{"at":null,{ISSUE}}}',
        f'{{"at":"2026-11-20T00:59:59.999Z",{ISSUE}}}',
        f'{{"at":"2026-11-20T00:59:59.999Z",{ISSUE},"colour":1}}',
        f'{{{AT},"device":"kiosk","type":"sync","x":NaN}}',
        "\udcff",
    ],
)
def test_a_line_that_is_no_command_or_goes_back_in_time_ends_it(line: str) -> None:
    plan = hall_plan()
    lines = [f"{{{AT},{ISSUE}}}".encode(), b"", line.encode("utf-8", "surrogateescape")]
    day = replay(plan, lines)
    assert next(day).startswith('{"seq":1,')
    with pytest.raises(ReplayError) as end:
        next(day)
    assert end.value.line == 3
    assert str(end.value) == f"line 3: {end.value.message}"
    assert "\n" not in str(end.value)


@pytest.mark.parametrize(
    "line",
    [
        f'{{{AT},{ISSUE},"colour":1}}',
        f'{{"at":"yesterday",{ISSUE}}}',
        f'{{"at":5,{ISSUE}}}',
        f'{{{AT},"device":5,"type":"sync"}}',
        f'{{{AT},"device":["kiosk"],"type":"sync"}}',
        f'{{{AT},"device":"kiosk","type":"issue_ticket"}}',
        f'{{{AT},"device":"nobody","type":"issue_ticket"}}',
        f'{{{AT},"device":"kiosk","type":"sync","id":7}}',
        f'{{{AT},"device":"kiosk","type":"sync","id":"a b"}}',
        f'{{{AT},"device":"console","type":"set_green","rule":"none","mode":"on"}}',
    ],
)
def test_other_faults_of_a_command_are_refusals(line: str) -> None:
    assert played(line) == ['{"refused":"bad_message","line":1}']


def test_a_mark_of_byte_order_and_null_are_nothing() -> None:
    day = HallDay()
    assert (
        len(day.raw(b"\xef\xbb\xbf" + f'{{{AT},{ISSUE},"id":null,"help":null,"priority":null}}'.encode()))
        == 1
    )


class TestRepeatedIds:
    FIRST = f'{{"id":"x",{AT},{ISSUE}}}'

    @pytest.mark.parametrize("at", ["2026-11-20T00:00:00Z", "2026-11-20T01:00:00Z", "2026-11-20T02:00:00Z"])
    def test_nothing_is_printed_whatever_its_time(self, at: str) -> None:
        assert len(played(self.FIRST, f'{{"id":"x","at":"{at}",{ISSUE}}}')) == 1

    def test_another_device_may_have_the_same(self) -> None:
        assert len(played(self.FIRST, self.FIRST.replace("kiosk", "guide"))) == 2

    def test_a_repeated_line_still_moves_time_on(self) -> None:
        late = self.FIRST.replace("01:00", "09:00")
        assert '"type":"hall_closed"' in played(self.FIRST, late)[1]
        with pytest.raises(ReplayError):
            played(self.FIRST, late, f'{{"at":"2026-11-20T02:00:00Z",{ISSUE}}}')

    def test_refusals_are_remembered_but_not_bad_messages(self) -> None:
        bad, good = f'{{"id":"y",{AT},"device":"kiosk","type":"sync","x":1}}', f'{{"id":"y",{AT},{ISSUE}}}'
        assert [line[:10] for line in played(bad, good)] == ['{"refused"', '{"seq":1,"']
        unknown = good.replace('"a"', '"z"')
        assert played(unknown, good) == ['{"refused":"unknown_service","line":1}']
        window = f'{{"id":"y",{AT},"device":"console","type":"set_green","rule":"r","mode":"on"}}'
        assert len(played(window, window)) == 2

    def test_the_message_and_the_right_are_looked_at_first(self) -> None:
        assert (
            played(self.FIRST, self.FIRST.replace("issue_ticket", "rate"))[1]
            == '{"refused":"bad_message","line":2}'
        )
        wrong = f'{{"id":"x",{AT},"device":"kiosk","type":"next","counter":"1"}}'
        assert played(self.FIRST, wrong)[1] == '{"refused":"not_allowed","line":2}'


def test_refused_lines_move_time_on() -> None:
    lines = played(f"{{{AT},{ISSUE}}}", f'{{"at":"2026-11-20T09:00:00Z",{ISSUE}}}')
    assert '"type":"hall_closed"' in lines[1]
    assert lines[2] == '{"refused":"hall_closed","line":2}'
    bad = f'{{"at":"2026-11-20T09:00:00Z",{ISSUE},"x":1}}'
    assert '"type":"hall_closed"' in played(f"{{{AT},{ISSUE}}}", bad)[1]


def test_nothing_after_the_last_line() -> None:
    assert len(played(f"{{{AT},{ISSUE}}}")) == 1
    assert played() == []


def test_times_finer_than_a_millisecond_are_cut() -> None:
    assert (
        '"at":"2026-11-20T01:00:00.123Z"'
        in played(f'{{"at":"2026-11-20T09:00:00.1239999+08:00",{ISSUE}}}')[0]
    )
