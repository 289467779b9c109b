"""The checker finds nothing in good histories, and a planted fault of each kind by its name."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.dispatcher import HALL, NOON
from tests.support.history import Fault, Heard, History, JournalLine, Log, find_faults, judge
from tests.support.history.in_process import history_of
from tests.support.random_days import RandomDay, random_day
from wire.instant import format_instant

_DAY: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("pad-1", "open_counter", {"counter": "1"}), ("pad-2", "open_counter", {"counter": "2"}),
    ("kiosk-1", "issue_ticket", {"services": ["card"]}), ("kiosk-1", "issue_ticket", {"services": ["card"]}),
    ("kiosk-2", "issue_ticket", {"services": ["card", "pension"], "priority": "elderly"}),
    ("kiosk-2", "issue_ticket", {"services": ["pension"]}), ("pad-1", "next", {"counter": "1"}),
    ("pad-2", "next", {"counter": "2"}), ("pad-1", "start", {"counter": "1"}), ("pad-1", "done", {"counter": "1"}),
    ("pad-2", "no_show", {"counter": "2"}), ("pad-1", "next", {"counter": "1"}), ("pad-2", "start", {"counter": "2"}),
    ("kiosk-1", "issue_ticket", {"services": ["card"]}),
)  # fmt: skip


@pytest.fixture
def good(tmp_path: Path) -> History:
    """Tickets waiting, called, finished and missed; one refusal."""
    lines = [
        {"at": format_instant(NOON + 1000 * n), "device": device, "type": kind, "id": f"press-{n}", **fields}
        for n, (device, kind, fields) in enumerate(_DAY)
    ]
    hall = HALL.replace('id = "little"', 'id = "h"')
    return history_of(RandomDay(hall.encode(), [json.dumps(line).encode() for line in lines], []), tmp_path)


def test_a_good_day(good: History) -> None:
    assert {line.kind for line in good.rows.journal} >= {
        "ticket_called",
        "ticket_no_show",
        "service_finished",
    }
    judge(replace(good, all_answered=True))


@pytest.mark.parametrize("seed", range(12))
def test_any_good_day(tmp_path: Path, seed: int) -> None:
    judge(history_of(random_day(seed), tmp_path))


def _log(history: History, device: str) -> Log:
    return next(log for log in history.logs if log.device == device)


def _more(history: History, kind: str, *, device: str | None = None, **fields: Any) -> JournalLine:
    """One more entry at the end of the journal, said to everybody as it should be."""
    last = history.rows.journal[-1]
    seq = last.seq + 1
    body = {"seq": seq, "at": last.body["at"], "epoch": last.body["epoch"], "type": kind, **fields}
    line = JournalLine(last.id + 1, seq, last.day, device, body)
    history.rows.journal.append(line)
    _log(history, "listener").hear(0.0, f"event/{kind}", body)
    return line


def _issue(history: History, number: str, command: str = "more") -> None:
    _more(
        history, "ticket_issued", ticket=number, command=command, services=["card"], language="zh", device="kiosk-1"
    )  # fmt: skip


def _swap(history: History, index: int, **changes: Any) -> None:
    line = history.rows.journal[index]
    history.rows.journal[index] = replace(line, body={**line.body, **changes})


def _power_cut(history: History) -> None:
    del history.rows.journal[-1]


def _ticket_gone(history: History) -> None:
    del history.rows.tickets[0]


def _call_gone(history: History) -> None:
    history.rows.journal[:] = [line for line in history.rows.journal if line.kind != "ticket_called"]


def _pressed_once(history: History) -> None:
    _issue(history, "A009", command="twice")
    _issue(history, "A010", command="twice")
    first, second = history.rows.journal[-2:]
    history.rows.journal[-2:] = [replace(first, device="kiosk-1"), replace(second, device="kiosk-1")]


def _ghost(history: History) -> None:
    asked = _log(history, "pad-1").asked
    asked[1] = replace(asked[1], body={**asked[1].body, "at": format_instant(NOON - 60_000)})


def _answered_anew(history: History) -> None:
    log = _log(history, "kiosk-1")
    first = log.replies()[0]
    log.hear(9.0, first.topic, {**first.body, "ticket": {**first.body["ticket"], "number": "A099"}})


def _silence(history: History) -> None:
    log = _log(history, "pad-1")
    log.heard.pop()
    history.all_answered = True


def _number_again(history: History) -> None:
    _issue(history, "A001")


def _two_counters(history: History) -> None:
    _more(
        history, "ticket_called", ticket="A003", counter="2", services=["card"], reason="order", call=1, waited_s=0
    )  # fmt: skip


def _jump(history: History) -> None:
    _issue(history, "A005")
    _more(
        history, "ticket_called", ticket="A005", counter="2", services=["card"], reason="order", call=1, waited_s=0
    )  # fmt: skip


def _wrong_reason(history: History) -> None:
    called = [n for n, line in enumerate(history.rows.journal) if line.kind == "ticket_called"]
    _swap(history, called[0], reason="priority")


def _hole(history: History) -> None:
    del history.rows.journal[4]


def _seq_again(history: History) -> None:
    line = history.rows.journal[-1]
    history.rows.journal.append(replace(line, id=line.id + 1))


def _old_writer(history: History) -> None:
    _swap(history, -2, epoch=2)
    history.rows.epoch = 2


def _old_voice(history: History) -> None:
    log = _log(history, "listener")
    log.hear(9.0, "state/dispatcher", {"epoch": 5, "alive": True})
    log.hear(9.0, "state/dispatcher", {"epoch": 4, "alive": True})


def _never_begun(history: History) -> None:
    _log(history, "listener").hear(9.0, "state/dispatcher", {"epoch": 7, "alive": True})


def _unsaid(history: History) -> None:
    log = _log(history, "listener")
    log.heard.remove(log.events()[3])


def _invented(history: History) -> None:
    _log(history, "listener").hear(
        9.0, "event/ticket_called", {"seq": 999, "epoch": 1, "type": "ticket_called", "ticket": "A001"}
    )


def _said_otherwise(history: History) -> None:
    log = _log(history, "listener")
    wrong = log.events("ticket_called")[0]
    log.heard[log.heard.index(wrong)] = replace(wrong, body={**wrong.body, "counter": "2"})


def _answer_not_kept(history: History) -> None:
    del history.rows.replies[3]


def _told_too_much(history: History) -> None:
    log = _log(history, "listener")
    issued = log.events("ticket_issued")[2]
    log.heard[log.heard.index(issued)] = replace(issued, body={**issued.body, "priority": "elderly"})


def _screen(topic: str, **changes: Any) -> Callable[[History], None]:
    def plant(history: History) -> None:
        log = _log(history, "listener")
        body = [heard.body for heard in log.heard if heard.topic == topic][-1]
        log.heard.append(Heard(9.0, topic, {**body, **changes}))

    return plant


def _table(history: History) -> None:
    history.rows.tickets[0] = replace(history.rows.tickets[0], state="called")


@pytest.mark.parametrize(
    ("fault", "plant"),
    [
        (Fault.LOST, _power_cut), (Fault.LOST, _ticket_gone), (Fault.LOST, _call_gone),
        (Fault.DONE_TWICE, _pressed_once), (Fault.DONE_LATE, _ghost), (Fault.TWO_ANSWERS, _answered_anew),
        (Fault.NO_ANSWER, _silence), (Fault.NUMBER_TWICE, _number_again), (Fault.CALLED_TWICE, _two_counters),
        (Fault.OUT_OF_TURN, _jump), (Fault.OUT_OF_TURN, _wrong_reason), (Fault.SEQ_GAP, _hole),
        (Fault.SEQ_GAP, _seq_again), (Fault.EPOCH_BACK, _old_writer), (Fault.EPOCH_BACK, _old_voice),
        (Fault.NEVER_SAID, _unsaid), (Fault.NOT_KEPT, _invented), (Fault.NOT_KEPT, _said_otherwise),
        (Fault.NOT_KEPT, _answer_not_kept), (Fault.NOT_KEPT, _never_begun), (Fault.PRIVATE, _told_too_much),
        (Fault.SCREEN, _screen("state/hall", waiting=0)), (Fault.SCREEN, _screen("state/board", calls=[])),
        (Fault.SCREEN, _screen("state/counter/1", current=None)), (Fault.TABLE, _table),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found_by_name(
    good: History, fault: Fault, plant: Callable[[History], None]
) -> None:
    plant(good)
    assert fault in {found.fault for found in find_faults(good)}
    with pytest.raises(AssertionError, match=str(fault)):
        judge(good)


def test_every_kind_is_planted() -> None:
    marks = test_a_planted_fault_is_found_by_name.pytestmark  # type: ignore[attr-defined]
    assert {fault for fault, _ in marks[0].args[1]} == set(Fault)


def test_a_late_message_of_a_fenced_dispatcher_is_no_fault(good: History) -> None:
    """Receivers ignore it."""
    log = _log(good, "listener")
    log.hear(9.0, "state/dispatcher", {"epoch": 2, "alive": True})
    log.hear(9.0, "state/hall", {"epoch": 1, "waiting": 77})
    good.one_at_a_time, good.rows.epoch = False, 2
    judge(good)
