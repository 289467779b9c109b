"""CONTRACT §3: who may send what."""

import pytest

from hall import decide, right_refusal
from hall.refusals import Refusal
from tests.support.hall_days import HallDay, hall_plan
from wire.codec import command_from_fields
from wire.commands import COMMANDS, CounterCommand
from wire.errors import ErrorCode

AT_COUNTER = {name for name, command in COMMANDS.items() if issubclass(command, CounterCommand)}
MAY = {
    "kiosk": {"issue_ticket", "check_in", "report_print", "ask_help"},
    "pad-1": AT_COUNTER | {"resume", "requeue", "cancel_ticket"},
    "pad-23": {"resume", "requeue", "cancel_ticket"},  # its counters are 2 and 3
    "eval": {"rate"},
    "display": {"report_shown"},
    "strip": {"report_shown"},
    "guide": {"issue_ticket", "check_in", "cancel_ticket", "requeue", "reprint"},
    "console": set(COMMANDS),
}
FIELDS = {
    "services": ["a"], "appointment": "x", "slot": "2026-11-20T01:00:00Z", "ticket": "A001", "counter": "1", "score": 5,
    "rule": "short", "mode": "on", "result": "printed", "seq": 1, "part": "screen", "text": "hello", "to_counter": "2",
    "paper": "contact",
}  # fmt: skip


@pytest.mark.parametrize("kind", COMMANDS)
@pytest.mark.parametrize("device", MAY)
def test_the_table(device: str, kind: str) -> None:
    known = {name: value for name, value in FIELDS.items() if name in COMMANDS[kind].model_fields}
    command = command_from_fields({"at": "2026-11-20T01:00:00Z", "type": kind, **known})
    refusal = right_refusal(hall_plan(), device, command)
    if kind in MAY[device] or kind == "sync":
        assert refusal is None
    else:
        assert isinstance(refusal, Refusal)
        assert refusal.code is ErrorCode.NOT_ALLOWED


def test_a_device_that_is_not_in_the_hall_file() -> None:
    assert HallDay().do("09:00", "nobody sync") == ["refused unknown_device"]


def test_a_pad_has_its_own_counters_existing_or_not() -> None:
    day = HallDay()
    assert day.do("09:00", "pad-1 open_counter 1") == ["counter_opened 1"]
    assert day.do("09:00", "pad-23 open_counter 3") == ["counter_opened 3"]
    assert day.do("09:00", "pad-1 open_counter 2") == ["refused not_allowed"]
    assert day.do("09:00", "pad-1 open_counter 9") == ["refused not_allowed"]
    assert day.do("09:00", "console open_counter 9") == ["refused unknown_counter"]


@pytest.mark.parametrize(
    ("press", "command"), [("hold", "resume"), ("no_show", "requeue"), ("no_show", "cancel_ticket")]
)
def test_a_pad_concerns_tickets_last_at_its_counter(press: str, command: str) -> None:
    day = HallDay()
    day.open("08:00", "1")
    day.issue("09:00", "a")
    assert day.do("09:01", f"pad-1 {command} A001") == ["refused not_allowed"]
    assert day.do("09:01", f"pad-1 {command} A002") == ["refused unknown_ticket"]
    day.do("09:02", "pad-1 next 1")
    day.do("09:02", f"pad-1 {press} 1")
    assert day.do("09:03", f"pad-23 {command} A001") == ["refused not_allowed"]
    assert not day.do("09:03", f"pad-1 {command} A001")[0].startswith("refused")


def test_decide_looks_at_the_right_itself() -> None:
    day = HallDay()
    command = command_from_fields({"at": day.at("09:00"), "type": "sync"})
    refusal = decide(day.state, command, day.moment("09:00"), "nobody")
    assert isinstance(refusal, Refusal)
    assert refusal.code is ErrorCode.UNKNOWN_DEVICE
