"""What the keys of a pad mean at a counter, and what it shows and beeps; all pads of a process together."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from caller.actions import Action, Press
from caller.assignment import WrongDeviceError
from caller.pads.bank import Bank
from caller.pads.desk import DONE, LATE_S, NOBODY, TROUBLE, Desk
from caller.pads.faults import Complaint
from caller.pads.meaning import clerk_of, meant
from caller.pads.ratings import OPEN_S, Ratings
from caller.pads.words import fault
from caller.presses import PATIENCE_S, REBOUND_S, Presses
from caller.signing import FORGET_S
from hw.keypad import Action as Key
from hw.keypad import FaultKind, Faulty, Keeper, PadFault, Plugged, Pressed, Shown
from hw.keypad import Press as KeyPress
from runtime import Alarm, Alarms, Answered, Online, Unanswered
from tests.unit.caller.test_presses import NOW, Wire, refusal, reply
from ui.languages import Texts
from wire.commands import command_fields
from wire.errors import ErrorCode
from wire.events import CounterOpened, ServiceFinished
from wire.states import (
    AsideTicket,
    Catalog,
    ClerkInfo,
    CounterInfo,
    CounterView,
    CurrentTicket,
    DeviceInfo,
    HallInfo,
    QueuedTicket,
    ServiceInfo,
)
from wire.terms import CounterState, DeviceKind, TicketState

REASONS = ("Lunch", "Meeting")


def catalog(**pad: Any) -> Catalog:
    return Catalog(
        version="1",
        hall=HallInfo(id="h", name={"zh": "大厅"}, languages=("zh",), timezone="Asia/Shanghai"),
        services=(
            ServiceInfo(id="card", prefix="A", name={"zh": "卡"}),
            ServiceInfo(id="pension", prefix="B", name={"zh": "老"}),
        ),
        counters=(CounterInfo(id="1"), CounterInfo(id="C-2"), CounterInfo(id="desk")),
        devices=(DeviceInfo(id="pad-1", kind=DeviceKind.PAD, **(pad or {"counter": "1"})),),
        clerks=(
            ClerkInfo(id="li-11", name={"zh": "李"}),
            ClerkInfo(id="wang-12", name={"zh": "王"}, pin=True),
            ClerkInfo(id="zhao", name={"zh": "赵"}),
        ),
    )


def view(
    state: CounterState = CounterState.IDLE, counter: str = "1", seq: int = 1, **fields: Any
) -> CounterView:
    queue = tuple(QueuedTicket(number=n, services=("card",), since=NOW) for n in ("A007", "A012", "B012"))
    aside = tuple(AsideTicket(number=n, services=("card",), since=NOW) for n in ("A003", "B005"))
    known: dict[str, Any] = {"queue": queue, "held": aside, "missed": aside, "waiting": 3}
    return CounterView(seq=seq, counter=counter, state=state, **(known | fields))


def called(number: str, seq: int = 2) -> CounterView:
    ticket = CurrentTicket(number=number, state=TicketState.CALLED, services=("card",), called_at=NOW)
    return view(CounterState.CALLED, seq=seq, current=ticket)


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def beeps() -> list[int]:
    return []


@pytest.fixture
def desk(wire: Wire, beeps: list[int]) -> Desk:
    presses = Presses("pad-1", wire.send)
    presses.catalogued(catalog())
    presses.linked(True, NOW)
    presses.viewed(view())
    return Desk(presses, beeps.append, REASONS)


def key(action: Key, digits: str = "") -> KeyPress:
    return KeyPress("3", action, digits)


@pytest.mark.parametrize(
    ("pressed", "wanted"),
    [
        (key(Key.NEXT), Press(Action.NEXT)),
        (key(Key.NO_SHOW), Press(Action.NO_SHOW)),
        (key(Key.CALL, "7"), Press(Action.CALL, ticket="A007")),
        (key(Key.CALL, "12"), None),  # two of that number wait
        (key(Key.CALL, "02012"), Press(Action.CALL, ticket="B012")),
        (key(Key.CALL, "01012"), Press(Action.CALL, ticket="A012")),
        (key(Key.CALL, "8"), None),  # A008 or B008
        (key(Key.CALL, "01008"), Press(Action.CALL, ticket="A008")),
        (key(Key.CALL, "09008"), None),
        (key(Key.CALL), None),
        (key(Key.RESUME), Press(Action.RESUME, ticket="B005")),
        (key(Key.RESUME, "3"), Press(Action.RESUME, ticket="A003")),
        (key(Key.BRING_BACK, "5"), Press(Action.BRING_BACK, ticket="B005")),
        (key(Key.BRING_BACK, "6"), None),
        (key(Key.TRANSFER, "2"), Press(Action.TRANSFER, counter="C-2")),
        (key(Key.TRANSFER, "3"), None),
        (key(Key.TRANSFER_SERVICE, "2"), Press(Action.TRANSFER, service="pension")),
        (key(Key.TRANSFER_SERVICE, "3"), None),
        (key(Key.TRANSFER_SERVICE, "0"), None),
        (key(Key.PAUSE), Press(Action.PAUSE)),
        (key(Key.PAUSE, "2"), Press(Action.PAUSE, reason="Meeting")),
        (key(Key.PAUSE_OR_RESUME), Press(Action.PAUSE)),
        (key(Key.OPEN_OR_CLOSE), Press(Action.CLOSE)),
        (key(Key.RATE, "5"), None),
    ],
)
def test_what_a_key_means_at_an_idle_counter(desk: Desk, pressed: KeyPress, wanted: Press | None) -> None:
    assert meant(pressed, desk.presses, REASONS) == wanted


def test_turning_keys_go_by_the_counters_state(desk: Desk) -> None:
    desk.presses.viewed(view(CounterState.PAUSED, seq=2))
    assert meant(key(Key.PAUSE_OR_RESUME), desk.presses) == Press(Action.RESUME_COUNTER)
    desk.presses.viewed(view(CounterState.CLOSED, seq=3))
    assert meant(key(Key.OPEN_OR_CLOSE), desk.presses) == Press(Action.OPEN)


def test_nothing_is_meant_before_the_hall_is_known(wire: Wire) -> None:
    assert meant(key(Key.NEXT), Presses("pad-1", wire.send)) is None
    assert clerk_of("11", None) is None


def test_one_press_is_one_call_whatever_bounces(desk: Desk, wire: Wire, beeps: list[int]) -> None:
    assert desk.pressed(key(Key.NEXT), 1.0)
    for late in (1.01, 1.2, 1.4):
        assert not desk.pressed(key(Key.NEXT), late)
    desk.presses.answered(reply("id-0", seq=2), 1.1)
    desk.hear(1.1)
    desk.presses.viewed(called("A001"))
    assert not desk.pressed(key(Key.NEXT), 1.0 + REBOUND_S - 0.01)
    desk.hear(1.45)
    assert beeps == [DONE]
    assert len(wire.sent) == 1
    assert desk.shown() == Shown("A001", 3)


def test_nobody_waits_a_refusal_and_no_answer_sound_different(desk: Desk, beeps: list[int]) -> None:
    desk.pressed(key(Key.NEXT), 1.0)
    desk.presses.answered(reply("id-0", ticket=None), 1.1)
    desk.hear(1.1)
    assert beeps == [NOBODY]
    desk.pressed(key(Key.NEXT), 2.0)
    desk.presses.answered(refusal("id-1", ErrorCode.BUSY), 2.1)
    desk.hear(2.1)
    desk.hear(2.2)
    assert beeps == [NOBODY, TROUBLE]
    assert desk.shown().number == ""
    assert not desk.shown().trouble
    desk.pressed(key(Key.NEXT), 3.0)
    desk.presses.tick(3.0 + PATIENCE_S + 0.01)
    desk.hear(6.1)
    assert beeps == [NOBODY, TROUBLE, TROUBLE]
    assert desk.shown().trouble
    desk.presses.answered(reply("id-2", seq=1), 6.5)  # it was done all the same, and that is told
    desk.hear(6.5)
    assert beeps[-1] == DONE
    assert not desk.shown().trouble


def test_offline_the_digits_are_dark_and_a_key_beeps(desk: Desk, wire: Wire, beeps: list[int]) -> None:
    desk.presses.linked(False, NOW)
    assert desk.shown().trouble
    assert not desk.pressed(key(Key.NEXT), 1.0)
    assert (beeps, wire.sent) == ([TROUBLE], [])


def test_a_key_that_cannot_be_meant_beeps_and_does_nothing(desk: Desk, wire: Wire, beeps: list[int]) -> None:
    assert not desk.pressed(key(Key.CALL, "12"), 1.0)
    assert not desk.pressed(key(Key.RECALL), 2.0)
    assert (beeps, wire.sent) == ([TROUBLE, TROUBLE], [])


def test_a_key_that_waited_for_us_is_too_late(desk: Desk, wire: Wire, beeps: list[int]) -> None:
    assert not desk.pressed(key(Key.NEXT), 10.0, 10.0 - LATE_S - 0.1)
    assert (beeps, wire.sent) == ([TROUBLE], [])


def test_what_a_window_pressed_is_not_beeped_here(desk: Desk, beeps: list[int]) -> None:
    desk.presses.press(Press(Action.NEXT), 1.0)
    desk.presses.answered(reply("id-0"), 1.1)
    desk.hear(1.1)
    assert beeps == []


def closed(desk: Desk) -> None:
    desk.presses.viewed(view(CounterState.CLOSED, seq=2))


def test_a_clerk_signs_in_by_number(desk: Desk, wire: Wire) -> None:
    closed(desk)
    assert desk.pressed(key(Key.SIGN_IN, "11"), 1.0)
    assert wire.last["clerk"] == "li-11"
    assert "pin" not in wire.last


def test_a_clerk_with_a_pin_types_it_after_the_number(desk: Desk, wire: Wire, beeps: list[int]) -> None:
    closed(desk)
    assert not desk.pressed(key(Key.SIGN_IN, "12"), 1.0)
    assert (beeps, wire.sent) == ([DONE], [])
    assert desk.shown() == Shown()
    assert desk.pressed(key(Key.SIGN_IN, "2468"), 3.0)
    assert (wire.last["clerk"], wire.last["pin"]) == ("wang-12", "2468")


def test_a_pin_that_is_not_typed_is_no_longer_waited_for(desk: Desk, wire: Wire) -> None:
    closed(desk)
    desk.pressed(key(Key.SIGN_IN, "12"), 1.0)
    desk.hear(1.0 + FORGET_S + 1)
    assert desk.shown() == Shown("", 3)
    desk.pressed(key(Key.SIGN_IN, "12"), 40.0)
    assert not desk.pressed(key(Key.SIGN_IN), 41.0)  # no PIN at all: back to the beginning
    assert desk.presses.signing.clerk is None
    assert wire.sent == []


@pytest.mark.parametrize("digits", ["99", "", "1"])
def test_a_number_that_is_no_clerks(desk: Desk, wire: Wire, beeps: list[int], digits: str) -> None:
    closed(desk)
    assert not desk.pressed(key(Key.SIGN_IN, digits), 1.0)
    assert (beeps, wire.sent) == ([TROUBLE], [])


@dataclass
class Line:
    """A keeper that only notes what it is told."""

    number: int = 0
    address: str = "1"
    expected: frozenset[str] = frozenset()
    shown: dict[str, Shown] = field(default_factory=dict)
    beeps: list[tuple[str, int]] = field(default_factory=list)

    @property
    def line(self) -> "Line":
        return self

    def __str__(self) -> str:
        return f"line {self.number}"

    def expect(self, addresses: Any) -> None:
        self.expected = frozenset(addresses)

    def show(self, address: str, what: Shown) -> None:
        self.shown[address] = what

    def beep(self, address: str, times: int) -> None:
        self.beeps.append((address, times))


@dataclass
class Bench:
    bank: Bank
    lines: list[Line]
    complaints: list[tuple[Complaint, ...]]
    rated: list[tuple[str, int]]


@pytest.fixture
def bench(wire: Wire) -> Callable[..., Bench]:
    def make(pad: dict[str, Any], *lines: Line) -> Bench:
        complaints: list[tuple[Complaint, ...]] = []
        rated: list[tuple[str, int]] = []
        bank = Bank(
            "pad-1", cast("list[Keeper]", list(lines)), lambda _: Presses("pad-1", wire.send), complaints.append,
            rated=lambda counter, score, _: not rated.append((counter, score)),  # type: ignore[func-returns-value]
        )  # fmt: skip
        bank.take(Online(True, NOW), 0.0)
        bank.take(view(counter="1"), 0.0)
        bank.take(view(counter="C-2"), 0.0)
        bank.take(catalog(**pad), 0.0)
        return Bench(bank, list(lines), complaints, rated)

    return make


TWO = {"addresses": {"3": "1", "4": "C-2"}}
MakeBench = Callable[..., Bench]


def test_one_process_serves_several_counters(bench: MakeBench, wire: Wire) -> None:
    room = bench(TWO, Line())
    [line] = room.lines
    assert line.expected == {"3", "4"}
    assert line.shown == {"3": Shown("", 3), "4": Shown("", 3)}
    assert room.bank.news(Pressed(0, KeyPress("4", Key.NEXT), 1.0), 1.0)
    assert room.bank.news(Pressed(0, KeyPress("3", Key.NEXT), 1.1), 1.1)  # its neighbour is no bounce
    assert [command_fields(sent)["counter"] for sent in wire.sent] == ["C-2", "1"]
    room.bank.take(Answered(wire.sent[0], reply("id-0", ticket=None)), 1.2)
    assert line.beeps == [("4", NOBODY)]
    room.bank.take(Unanswered(wire.sent[1], "no_answer"), 4.0)
    assert line.beeps[-1] == ("3", TROUBLE)
    assert line.shown["3"].trouble


def test_a_device_of_one_counter_has_the_pads_that_its_urls_name(bench: MakeBench, wire: Wire) -> None:
    room = bench({"counter": "1"}, Line(0, "1"), Line(1, "7"))
    assert [line.expected for line in room.lines] == [{"1", "7"}] * 2
    assert room.bank.news(Pressed(1, KeyPress("7", Key.NEXT), 1.0), 1.0)
    assert not room.bank.news(
        Pressed(0, KeyPress("1", Key.NEXT), 1.1), 1.1
    )  # the same counter: under way already
    assert not room.bank.news(Pressed(0, KeyPress("9", Key.NEXT), 1.1), 1.1)
    assert len(wire.sent) == 1


def test_a_changed_hall_file_moves_a_pad(bench: MakeBench, wire: Wire) -> None:
    room = bench(TWO, Line())
    room.bank.take(catalog(addresses={"3": "C-2"}), 1.0)
    assert room.lines[0].expected == {"3"}
    room.bank.news(Pressed(0, KeyPress("3", Key.NEXT), 2.0), 2.0)
    assert wire.last["counter"] == "C-2"


@pytest.mark.parametrize(
    ("devices", "says"),
    [
        ((), "is not in the hall file"),
        ((DeviceInfo(id="pad-1", kind=DeviceKind.KIOSK),), "is a kiosk, not a pad"),
    ],
)
def test_a_device_that_is_no_pad_is_named(devices: tuple[DeviceInfo, ...], says: str) -> None:
    bank = Bank("pad-1", [], lambda _: Presses("pad-1", Wire().send), lambda _: None)
    with pytest.raises(WrongDeviceError, match=says):
        bank.take(catalog().model_copy(update={"devices": devices}), 1.0)


def test_a_score_goes_to_whoever_rates(bench: MakeBench) -> None:
    room = bench(TWO, Line())
    assert not room.bank.news(Pressed(0, KeyPress("4", Key.RATE, "5"), 1.0), 1.0)
    assert room.rated == [("C-2", 5)]
    assert room.lines[0].beeps == [("4", DONE)]


def test_an_evaluator_that_nobody_set_up_is_a_fault(wire: Wire) -> None:
    complaints: list[tuple[Complaint, ...]] = []
    keepers = cast("list[Keeper]", [Line()])
    bank = Bank("pad-1", keepers, lambda _: Presses("pad-1", wire.send), complaints.append)
    bank.take(catalog(), 0.0)
    for now in (1.0, 2.0):
        bank.news(Pressed(0, KeyPress("1", Key.RATE, "5"), now), now)
    assert [[(c.code, c.address) for c in told] for told in complaints] == [[("pad-evaluator", "1")]]


def test_a_score_is_of_the_ticket_finished_last_once_and_not_for_ever(wire: Wire) -> None:
    ratings = Ratings(wire.send)
    assert not ratings.rated("1", 5, 1.0)
    ratings.heard(finished("A001"), 1.0)
    ratings.heard(CounterOpened(seq=2, at=NOW, counter="1"), 1.0)
    assert ratings.rated("1", 5, 2.0)
    assert not ratings.rated("1", 1, 3.0)
    assert (wire.last["type"], wire.last["ticket"], wire.last["score"]) == ("rate", "A001", 5)
    ratings.heard(finished("A002"), 10.0)
    assert not ratings.rated("2", 4, 11.0)
    assert not ratings.rated("1", 4, 10.0 + OPEN_S + 1)
    assert len(wire.sent) == 1


def finished(ticket: str) -> ServiceFinished:
    return ServiceFinished(seq=1, at=NOW, ticket=ticket, counter="1", services=("card",))


def test_a_pad_that_is_out_of_the_hall_file_for_a_moment_stays(bench: MakeBench) -> None:
    room = bench(TWO, Line())
    room.bank.take(catalog().model_copy(update={"devices": ()}), 1.0)
    assert room.lines[0].expected == {"3", "4"}
    room.bank.take(Alarms(frozenset({Alarm.NOT_IN_HALL_FILE})), 1.0)
    assert room.lines[0].shown["3"].trouble
    assert not room.bank.news(Pressed(0, KeyPress("3", Key.NEXT), 2.0), 2.0)
    room.bank.take(Alarms(frozenset()), 3.0)
    assert not room.lines[0].shown["3"].trouble


def test_a_line_that_is_away_is_said_and_shows_all_anew_when_it_is_back(bench: MakeBench) -> None:
    room = bench(TWO, Line())
    room.bank.news(Plugged(0, False, "line 0: no such device"), 1.0)
    assert room.complaints[-1] == (Complaint("pad-offline", "line 0", "", "line 0: no such device"),)
    room.lines[0].shown.clear()
    room.bank.news(Plugged(0, True), 2.0)
    assert not room.complaints[-1]
    assert set(room.lines[0].shown) == {"3", "4"}


def test_faults_of_a_line_and_one_address_on_two_lines(bench: MakeBench) -> None:
    room = bench(TWO, Line(0), Line(1))
    room.bank.news(Faulty(0, (PadFault(FaultKind.UNKNOWN_PAD, "9", "x"),)), 1.0)
    assert [c.code for c in room.complaints[-1]] == ["pad-unknown"]
    for line in (0, 1):
        room.bank.news(Pressed(line, KeyPress("3", Key.NEXT), 2.0), 2.0)
    room.bank.tick(2.1)
    assert [(c.code, c.address) for c in room.complaints[-1]] == [("pad-twice", "3"), ("pad-unknown", "9")]
    room.bank.tick(2.1 + 700)
    assert [c.code for c in room.complaints[-1]] == ["pad-unknown"]


@pytest.mark.parametrize("code", ["pad-offline", "pad-evaluator", *FaultKind])
def test_every_fault_has_words_in_both_languages(code: str) -> None:
    from caller.pads.app import LANGUAGES

    said = fault(Texts.load(LANGUAGES), Complaint(code, "serial:///dev/x", "3", ""))
    zh, en = said.text.split(" / ")
    assert any("一" <= letter <= "鿿" for letter in zh)
    assert en.isascii()
    assert said.code == code
