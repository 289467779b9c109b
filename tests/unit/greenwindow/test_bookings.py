"""A bookings file: every fault with its line; and what becomes of each line, whatever the dispatcher answers."""

import queue
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from greenwindow.bookings import Booking, BookingsError, Tally, book_all, read_bookings
from greenwindow.bookings.file import local_instant
from hall.plan import Plan, load_plan
from runtime import Answered, Delivery, Unanswered
from tests.support.dispatcher import HALL
from wire.commands import BookAppointment, Command
from wire.errors import ErrorCode
from wire.instant import parse_instant
from wire.replies import Reply, ReplyAppointment, ReplyError
from wire.terms import Priority

_HEAD = "appointment,needs,slot,priority,language\n"


@pytest.fixture
def plan() -> Plan:
    return load_plan(HALL.encode())


def _faults(path: Path, plan: Plan, data: bytes) -> list[str]:
    path.write_bytes(data)
    with pytest.raises(BookingsError) as found:
        read_bookings(path, plan)
    return [line.removeprefix(f"{path}:") for line in found.value.faults]


def test_a_file(tmp_path: Path, plan: Plan) -> None:
    path = tmp_path / "b.csv"
    path.write_text(
        f'\ufeff# Monday\n{_HEAD}a-1,card+pension,2026-11-23 09:30,elderly,en\n\n"a.2",card,2026-11-23T10:00,,\n'
    )
    first, second = read_bookings(path, plan)
    assert first == Booking(
        "a-1", ("card", "pension"), parse_instant("2026-11-23T01:30:00Z"), Priority.ELDERLY, "en", 3
    )
    assert (second.appointment, second.priority, second.language, second.line) == (
        "a.2",
        Priority.NONE,
        None,
        5,
    )
    assert first.command != second.command


def test_every_fault_at_once_with_its_line(tmp_path: Path, plan: Plan) -> None:
    lines = [
        "a 1,card,2026-11-23 09:30,,",
        "a2,passport,2026-11-23 09:30,,",
        "a3,card,23.11.2026,,",
        "a4,card,2026-02-30 09:30,,",
        "a5,card,2026-11-23 09:30,urgent,",
        "a6,card,2026-11-23 09:30,,fr",
        "a7,card,2026-11-23 09:30",
        "a8,card,2026-11-23 09:30,,",
        "a8,card,2026-11-24 09:30,,",
        'a9,"card,2026-11-23 09:30,,',
        "a10,,2026-11-23 09:30,,",
    ]
    found = _faults(tmp_path / "b.csv", plan, (_HEAD + "\n".join(lines)).encode())
    wanted = {
        2: "appointment: `a 1` is not", 3: "service `passport` is not in the hall file",
        4: "slot: `23.11.2026` is not a moment", 5: "slot: `2026-02-30 09:30` is not", 6: "priority: `urgent`",
        7: "language: `fr` is not a language of the hall", 8: "has 3 cells",
        10: "`a8` is in line 9 already", 11: "is not CSV", 12: "needs: ``",
    }  # fmt: skip
    assert len(found) == len(wanted)
    for line, words in wanted.items():
        assert [text for text in found if text.startswith(f"{line}: ") and words in text], (
            line,
            words,
            found,
        )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"), (b"\xff\xfe\0", "UTF-8"), (b"appointment,needs\n", "column `slot` is missing"),
        (b"appointment,needs,slot,colour\n", "`colour` is unknown"), (b"appointment,needs,slot,slot\n", "there twice"),
    ],
)  # fmt: skip
def test_what_is_no_such_file(tmp_path: Path, plan: Plan, data: bytes, words: str) -> None:
    assert [line for line in _faults(tmp_path / "b.csv", plan, data) if words in line]


def test_the_halls_own_clock() -> None:
    from zoneinfo import ZoneInfo

    berlin = ZoneInfo("Europe/Berlin")
    assert local_instant("2026-10-25 02:30", berlin) == parse_instant("2026-10-25T00:30:00Z")
    with pytest.raises(ValueError, match="put forward"):
        local_instant("2026-03-29 02:30", berlin)


class _Hall:
    """Answers a station's commands as a test says."""

    def __init__(self, answer: Callable[[BookAppointment, int], Reply | None]) -> None:
        self.inbox: queue.SimpleQueue[Delivery] = queue.SimpleQueue()
        self.ids: list[str] = []
        self._answer = answer

    def send(
        self, make: Callable[[str, int], Command], *, patience_s: float = 3.0, resend: bool = False
    ) -> str:
        command = make("unused", 1000)
        assert isinstance(command, BookAppointment)
        self.ids.append(command.id or "")
        reply = self._answer(command, len(self.ids))
        self.inbox.put(Unanswered(command, "no_answer") if reply is None else Answered(command, reply))
        return command.id or ""

    def book(self, *bookings: Booking) -> Tally:
        names = iter(f"{n:026}" for n in range(1, 100))
        # Every look at this clock is 20 s later: nothing has to be waited for.
        hasty = count(0.0, 20.0).__next__
        return book_all(self, self.inbox, bookings, lambda: next(names)[::-1], lambda _: None, hasty)


_ONE = Booking("a-1", ("card",), 5000, Priority.NONE, None, 2)


def _reply(command: Command, **fields: Any) -> Reply:
    return Reply(**{"command": command.id, "ok": True, "at": 1000, "epoch": 1, "seq": 1, **fields})


def _no(command: Command, code: ErrorCode, **fields: Any) -> Reply:
    return _reply(command, ok=False, error=ReplyError(code=code, message="no"), **fields)


def test_booked_and_there_already() -> None:
    there = ReplyAppointment(services=("card",), slot=5000)
    assert _Hall(lambda c, _: _reply(c)).book(_ONE).booked == 1
    assert _Hall(lambda c, _: _reply(c, at=999)).book(_ONE).there == 1
    assert _Hall(lambda c, _: _no(c, ErrorCode.WRONG_STATE, appointment=there)).book(_ONE).there == 1


def test_of_a_phone_the_last_four_digits_are_kept_and_nothing_is_said_again(
    tmp_path: Path, plan: Plan
) -> None:
    path = tmp_path / "b.csv"
    numbers = ["13800004321", "+86 138-0000 8765", "0042", ""]
    lines = [f"a-{n},card,2026-11-23 09:30,{number}" for n, number in enumerate(numbers)]
    path.write_text("\n".join(["appointment,needs,slot,phone", *lines]))
    found = read_bookings(path, plan)
    assert [booking.phone for booking in found] == ["4321", "8765", "0042", None]
    assert "4321" not in repr(found)
    wrong = (
        b"appointment,needs,slot,phone\na,card,2026-11-23 09:30,138000043210\nb,card,2026-11-23 09:30,13x\n"
    )
    assert _faults(path, plan, wrong) == [
        f"{n}: phone: is not a phone; allowed are 4 to 11 digits, or nothing" for n in (2, 3)
    ]


def test_a_phone_is_in_no_id_and_is_asked_for_anew_each_time() -> None:
    told: list[BookAppointment] = []

    def answer(command: BookAppointment, _: int) -> Reply:
        told.append(command)
        return _reply(command)

    hall = _Hall(answer)
    with_phone = Booking("a-1", ("card",), 5000, Priority.NONE, None, 2, "4321")
    assert with_phone.command == _ONE.command
    hall.book(with_phone)
    hall.book(with_phone)
    assert [command.phone for command in told] == ["4321", "4321"]
    assert hall.ids[0] != with_phone.command
    assert all("4321" not in name for name in hall.ids)


def test_there_with_another_content_is_refused() -> None:
    there = ReplyAppointment(services=("card",), slot=6000)
    tally = _Hall(lambda c, _: _no(c, ErrorCode.WRONG_STATE, appointment=there)).book(_ONE)
    assert [outcome.words for outcome in tally.refused] == ["no"]


@pytest.mark.parametrize("first", ["busy", "silent", "expired", "remembered"])
def test_what_may_go_better_is_asked_again_under_another_id_unless_nothing_was_remembered(first: str) -> None:
    def answer(command: BookAppointment, times: int) -> Reply | None:
        if times > 1:
            return _reply(command)
        if first == "silent":
            return None
        return (
            _no(command, ErrorCode(first))
            if first != "remembered"
            else _no(command, ErrorCode.UNKNOWN_SERVICE, at=9)
        )

    hall = _Hall(answer)
    assert hall.book(_ONE).booked == 1
    assert (len(hall.ids), len(set(hall.ids))) == (2, 1 if first == "busy" else 2)


def test_it_does_not_ask_for_ever() -> None:
    hall = _Hall(lambda c, _: None)
    tally = hall.book(_ONE, Booking("a-2", ("card",), 5000, Priority.NONE, None, 3))
    assert len(hall.ids) == 6
    assert ["no answer" in outcome.words for outcome in tally.refused] == [True, True]
    assert len(_Hall(lambda c, _: _no(c, ErrorCode.BUSY)).book(_ONE).refused) == 1


def test_many() -> None:
    many = [Booking(f"a-{n}", ("card",), 5000, Priority.NONE, None, n) for n in range(100)]
    assert _Hall(lambda c, _: _reply(c)).book(*many).booked == 100
