"""What a press means in every state, and what becomes of it."""

from collections.abc import Callable

import pytest

from caller.actions import FROM_PANEL, POSSIBLE, Action, MakeCommand, Press
from caller.assignment import WrongDeviceError
from caller.notes import Accepted, NoAnswer, NotSent, Refused
from caller.presses import PATIENCE_S, REBOUND_S, SETTLE_S, Link, Presses
from runtime.deliveries import Alarm
from wire.codec import decode_command, encode_command
from wire.commands import COMMANDS, Command, command_fields
from wire.errors import ErrorCode
from wire.replies import Reply, ReplyError, ReplyTicket
from wire.states import Catalog, CounterInfo, CounterView, DeviceInfo, HallInfo
from wire.terms import CounterState, DeviceKind, TicketState

NOW = 1_795_000_000_000


class Wire:
    """What the pad sent, with the ids that a station would give."""

    def __init__(self) -> None:
        self.sent: list[Command] = []

    def send(self, make: MakeCommand) -> str:
        self.sent.append(make(f"id-{len(self.sent)}", NOW))
        return self.sent[-1].id or ""

    @property
    def last(self) -> dict[str, object]:
        return command_fields(self.sent[-1])


def catalog(*devices: DeviceInfo) -> Catalog:
    return Catalog(
        version="1",
        hall=HallInfo(id="h", name={"zh": "大厅"}, languages=("zh",), timezone="Asia/Shanghai"),
        counters=(CounterInfo(id="1"), CounterInfo(id="2")),
        devices=devices or (DeviceInfo(id="pad-1", kind=DeviceKind.PAD, counter="1"),),
    )


def view(state: CounterState, seq: int = 1, counter: str = "1") -> CounterView:
    return CounterView(seq=seq, counter=counter, state=state)


def reply(command: str, seq: int = 1, ticket: str | None = "A001") -> Reply:
    found = ReplyTicket(number=ticket, state=TicketState.CALLED) if ticket else None
    return Reply(command=command, ok=True, at=NOW, epoch=1, seq=seq, ticket=found)


def refusal(command: str, code: ErrorCode) -> Reply:
    return Reply(command=command, ok=False, at=NOW, epoch=1, seq=1, error=ReplyError(code=code, message="no"))


@pytest.fixture
def wire() -> Wire:
    return Wire()


@pytest.fixture
def pad(wire: Wire) -> Callable[[CounterState], Presses]:
    def make(state: CounterState) -> Presses:
        presses = Presses("pad-1", wire.send)
        presses.catalogued(catalog())
        presses.viewed(view(state))
        presses.linked(True, NOW)
        return presses

    return make


MakePad = Callable[[CounterState], Presses]
GOALS = {
    Action.CALL: Press(Action.CALL, ticket="A007"),
    Action.RESUME: Press(Action.RESUME, ticket="A008"),
    Action.BRING_BACK: Press(Action.BRING_BACK, ticket="A009"),
    Action.TRANSFER: Press(Action.TRANSFER, service="tax"),
    Action.PAUSE: Press(Action.PAUSE, reason="午休"),
}
SENT = {
    Action.NEXT: {"type": "next", "counter": "1"},
    Action.RECALL: {"type": "recall", "counter": "1"},
    Action.START: {"type": "start", "counter": "1"},
    Action.DONE: {"type": "done", "counter": "1"},
    Action.NO_SHOW: {"type": "no_show", "counter": "1"},
    Action.HOLD: {"type": "hold", "counter": "1"},
    Action.TRANSFER: {"type": "transfer", "counter": "1", "to_service": "tax", "position": "keep"},
    Action.PAUSE: {"type": "pause_counter", "counter": "1", "reason": "午休"},
    Action.RESUME_COUNTER: {"type": "resume_counter", "counter": "1"},
    Action.OPEN: {"type": "open_counter", "counter": "1"},
    Action.CLOSE: {"type": "close_counter", "counter": "1"},
    Action.CALL: {"type": "call", "counter": "1", "ticket": "A007"},
    Action.RESUME: {"type": "resume", "ticket": "A008"},
    Action.BRING_BACK: {"type": "requeue", "ticket": "A009", "position": "back"},
    Action.FOLLOW_UP: {"type": "print_paper", "counter": "1", "paper": "follow_up"},
    Action.CONTACT: {"type": "print_paper", "counter": "1", "paper": "contact"},
    Action.CHECKLIST: {"type": "print_paper", "counter": "1", "paper": "checklist"},
}


def press_of(action: Action) -> Press:
    return GOALS.get(action, Press(action))


@pytest.mark.parametrize("state", CounterState)
@pytest.mark.parametrize("action", Action)
def test_a_press_is_sent_just_where_the_state_allows_it(
    pad: MakePad, wire: Wire, state: CounterState, action: Action
) -> None:
    presses = pad(state)
    assert presses.can(action, 10.0) == (action in POSSIBLE[state])
    assert presses.press(press_of(action), 10.0) == (action in POSSIBLE[state])
    assert len(wire.sent) == (action in POSSIBLE[state])


@pytest.mark.parametrize("action", Action)
def test_each_press_makes_the_command_it_names_and_the_dispatcher_can_read_it(
    pad: MakePad, wire: Wire, action: Action
) -> None:
    state = next(s for s in CounterState if action in POSSIBLE[s])
    assert pad(state).press(press_of(action), 10.0)
    assert wire.last == {"id": "id-0", "at": "2026-11-18T11:06:40.000Z", **SENT[action]}
    assert decode_command(encode_command(wire.sent[0])) == wire.sent[0]
    assert wire.sent[0].type in COMMANDS


def test_a_transfer_to_a_counter_names_no_service(pad: MakePad, wire: Wire) -> None:
    assert pad(CounterState.SERVING).press(Press(Action.TRANSFER, counter="2"), 10.0)
    assert wire.last["to_counter"] == "2"
    assert "to_service" not in wire.last


def test_while_an_answer_is_outstanding_every_button_is_inert_and_only_one_is_busy(
    pad: MakePad, wire: Wire
) -> None:
    presses = pad(CounterState.CALLED)
    presses.press(Press(Action.START), 10.0)
    assert not any(presses.press(press_of(action), 10.01) for action in Action)
    assert [action for action in Action if presses.waits_for(action)] == [Action.START]
    assert len(wire.sent) == 1


def test_the_answer_and_its_state_make_the_pad_ready_again(pad: MakePad) -> None:
    presses = pad(CounterState.CALLED)
    presses.press(Press(Action.START), 10.0)
    presses.answered(reply("id-0", seq=5), 10.02)
    assert presses.note == Accepted(Press(Action.START), "A001")
    assert presses.busy(10.02), "the state that shows it is still to come"
    assert not presses.can(Action.DONE, 10.02)
    presses.viewed(view(CounterState.SERVING, seq=5))
    assert presses.can(Action.DONE, 10.02)


def test_a_state_that_never_comes_does_not_make_the_pad_wait_for_ever(pad: MakePad) -> None:
    presses = pad(CounterState.CALLED)
    presses.press(Press(Action.RECALL), 10.0)
    presses.answered(reply("id-0", seq=5), 10.02)
    assert presses.can(Action.DONE, 10.02 + SETTLE_S)


def test_next_with_nobody_waiting_changes_no_state_and_is_ready_at_once(pad: MakePad) -> None:
    presses = pad(CounterState.IDLE)
    presses.press(Press(Action.NEXT), 10.0)
    presses.answered(reply("id-0", seq=99, ticket=None), 10.02)
    assert presses.can(Action.PAUSE, 10.02)
    assert presses.note == Accepted(Press(Action.NEXT), None)


def test_the_state_shown_changes_only_with_the_answer(pad: MakePad) -> None:
    presses = pad(CounterState.IDLE)
    presses.press(Press(Action.NEXT), 10.0)
    presses.viewed(view(CounterState.CALLED, seq=2))
    assert presses.view == view(CounterState.IDLE)
    presses.answered(reply("id-0", seq=2), 10.02)
    assert presses.view == view(CounterState.CALLED, seq=2)


@pytest.mark.parametrize("gap", [0.05, 0.2, REBOUND_S - 0.01])
def test_a_double_press_is_one_call(pad: MakePad, wire: Wire, gap: float) -> None:
    presses = pad(CounterState.IDLE)
    presses.press(Press(Action.NEXT), 10.0)
    presses.answered(reply("id-0", seq=2), 10.01)
    presses.viewed(view(CounterState.CALLED, seq=2))
    assert not presses.press(Press(Action.NEXT), 10.0 + gap)
    assert len(wire.sent) == 1
    assert presses.press(Press(Action.NEXT), 10.0 + REBOUND_S)
    assert len(wire.sent) == 2


TOGGLES = [
    ((CounterState.CLOSED, Action.OPEN), (CounterState.IDLE, Action.CLOSE)),
    ((CounterState.IDLE, Action.PAUSE), (CounterState.PAUSED, Action.RESUME_COUNTER)),
    ((CounterState.PAUSED, Action.RESUME_COUNTER), (CounterState.IDLE, Action.PAUSE)),
]
Stand = tuple[CounterState, Action]


@pytest.mark.parametrize(("first", "second"), TOGGLES)
def test_a_bounce_does_not_hit_the_button_that_took_the_place(
    pad: MakePad, wire: Wire, first: Stand, second: Stand
) -> None:
    presses = pad(first[0])
    presses.press(press_of(first[1]), 10.0)
    presses.answered(reply("id-0", seq=2, ticket=None), 10.01)
    presses.viewed(view(second[0], seq=2))
    assert not presses.press(Press(second[1]), 10.2)
    assert presses.press(press_of(second[1]), 10.0 + REBOUND_S)
    assert [c.type for c in wire.sent] == [SENT[first[1]]["type"], SENT[second[1]]["type"]]


@pytest.mark.parametrize("action", sorted(FROM_PANEL))
def test_a_bounce_in_a_panel_does_not_hit_what_lay_under_it(pad: MakePad, wire: Wire, action: Action) -> None:
    presses = pad(next(s for s in CounterState if action in POSSIBLE[s]))
    presses.press(press_of(action), 10.0)
    presses.answered(reply("id-0", seq=2), 10.01)
    presses.viewed(view(CounterState.IDLE, seq=2))
    assert not any(presses.press(press_of(other), 10.2) for other in Action)
    assert presses.press(Press(Action.NEXT), 10.0 + REBOUND_S)
    assert len(wire.sent) == 2


def test_offline_nothing_is_sent_and_nothing_is_kept_for_later(pad: MakePad, wire: Wire) -> None:
    presses = pad(CounterState.CALLED)
    presses.linked(False, NOW + 5)
    assert not any(presses.press(press_of(action), 10.0) for action in Action)
    presses.linked(True, NOW + 9)
    presses.viewed(view(CounterState.CALLED, seq=3))
    presses.tick(20.0)
    assert wire.sent == []
    assert presses.link == Link(online=True, since_ms=NOW + 9, ever=True)


def test_no_answer_is_said_and_the_press_is_not_sent_again(pad: MakePad, wire: Wire) -> None:
    presses = pad(CounterState.CALLED)
    presses.press(Press(Action.DONE), 10.0)
    presses.unanswered("id-0", "no_answer", 13.0)
    presses.tick(14.0)
    assert presses.note == NoAnswer(Press(Action.DONE))
    assert len(wire.sent) == 1
    assert presses.press(Press(Action.DONE), 13.0), "the clerk may press again"


def test_a_station_that_says_nothing_does_not_leave_the_pad_inert(pad: MakePad) -> None:
    presses = pad(CounterState.CALLED)
    presses.press(Press(Action.DONE), 10.0)
    presses.tick(10.0 + PATIENCE_S)
    assert presses.note is None
    presses.tick(10.0 + PATIENCE_S + 0.1)
    assert presses.note == NoAnswer(Press(Action.DONE))


def test_an_answer_that_comes_late_still_tells_what_became_of_the_press(pad: MakePad) -> None:
    presses = pad(CounterState.CALLED)
    presses.press(Press(Action.DONE), 10.0)
    presses.unanswered("id-0", "no_answer", 13.0)
    presses.answered(reply("id-0", seq=1), 13.5)
    assert presses.note == Accepted(Press(Action.DONE), "A001")


def test_a_press_the_station_did_not_send_says_so(pad: MakePad) -> None:
    presses = pad(CounterState.CALLED)
    presses.press(Press(Action.DONE), 10.0)
    presses.unanswered("id-0", "offline", 10.0)
    assert presses.note == NotSent(Press(Action.DONE))


@pytest.mark.parametrize("stranger", ["id-7", ""])
def test_what_concerns_another_press_changes_nothing(pad: MakePad, stranger: str) -> None:
    presses = pad(CounterState.CALLED)
    presses.press(Press(Action.DONE), 10.0)
    presses.answered(reply(stranger or "x"), 10.1)
    presses.unanswered(stranger, "no_answer", 13.0)
    assert presses.note is None
    assert presses.waits_for(Action.DONE)


@pytest.mark.parametrize("code", ErrorCode)
def test_a_refusal_is_kept_by_its_code_and_the_pad_is_ready_at_once(pad: MakePad, code: ErrorCode) -> None:
    presses = pad(CounterState.CALLED)
    presses.press(Press(Action.NO_SHOW), 10.0)
    presses.answered(refusal("id-0", code), 10.02)
    assert presses.note == Refused(Press(Action.NO_SHOW), code)
    assert presses.can(Action.DONE, 10.02)


def test_a_note_fades_and_goes_with_the_next_press(pad: MakePad) -> None:
    presses = pad(CounterState.CALLED)
    presses.press(Press(Action.RECALL), 10.0)
    presses.answered(refusal("id-0", ErrorCode.BUSY), 10.02)
    presses.tick(15.0)
    assert presses.note is not None
    presses.tick(23.0)
    assert presses.note is None
    presses.press(Press(Action.RECALL), 23.0)
    presses.answered(refusal("id-1", ErrorCode.BUSY), 23.1)
    presses.press(Press(Action.DONE), 24.0)
    assert presses.note is None


@pytest.mark.parametrize(
    ("code", "before", "after", "stands"),
    [
        (ErrorCode.BUSY, {Alarm.CANNOT_SAVE}, set(), False),
        (ErrorCode.BUSY, {Alarm.CANNOT_SAVE}, {Alarm.CANNOT_SAVE, Alarm.CLOCK_OFF}, True),
        (ErrorCode.BUSY, {Alarm.CLOCK_OFF}, set(), True),
        (ErrorCode.WRONG_STATE, {Alarm.CANNOT_SAVE}, set(), True),
    ],
)
def test_the_word_of_a_busy_hall_goes_with_the_alarm(
    pad: MakePad, code: ErrorCode, before: set[Alarm], after: set[Alarm], stands: bool
) -> None:
    presses = pad(CounterState.CALLED)
    presses.warned(frozenset(before))
    presses.press(Press(Action.RECALL), 10.0)
    presses.answered(refusal("id-0", code), 10.02)
    presses.warned(frozenset(after))
    assert (presses.note is not None) is stands
    assert presses.alarms == after


def test_without_a_state_of_the_counter_no_button_does_anything(wire: Wire) -> None:
    presses = Presses("pad-1", wire.send)
    presses.linked(True, NOW)
    assert not presses.press(Press(Action.OPEN), 10.0)
    presses.viewed(view(CounterState.CLOSED))
    assert not presses.press(Press(Action.OPEN), 10.0), "whose pad this is, is not known yet"
    presses.catalogued(catalog())
    assert presses.press(Press(Action.OPEN), 10.0)


def test_another_counters_state_is_not_shown(pad: MakePad) -> None:
    presses = pad(CounterState.IDLE)
    presses.viewed(view(CounterState.PAUSED, counter="2"))
    assert presses.view == view(CounterState.IDLE)


def test_a_pad_that_moves_to_another_counter_shows_that_one(pad: MakePad, wire: Wire) -> None:
    presses = pad(CounterState.IDLE)
    presses.viewed(view(CounterState.CLOSED, counter="2"))
    presses.catalogued(catalog(DeviceInfo(id="pad-1", kind=DeviceKind.PAD, counter="2")))
    assert presses.view == view(CounterState.CLOSED, counter="2")
    presses.press(Press(Action.OPEN), 10.0)
    assert wire.last["counter"] == "2"


def test_a_pad_that_is_taken_out_of_the_hall_file_stays_and_is_inert_until_it_is_back(
    pad: MakePad, wire: Wire
) -> None:
    presses = pad(CounterState.IDLE)
    presses.catalogued(catalog(DeviceInfo(id="pad-9", kind=DeviceKind.PAD, counter="2")))
    presses.warned(frozenset({Alarm.NOT_IN_HALL_FILE}))
    assert (presses.counter, presses.view) == ("1", view(CounterState.IDLE))
    assert not presses.press(Press(Action.NEXT), 10.0)
    presses.catalogued(catalog())
    presses.warned(frozenset())
    assert presses.press(Press(Action.NEXT), 11.0)


@pytest.mark.parametrize(
    ("device", "words"),
    [
        (DeviceInfo(id="pad-9", kind=DeviceKind.PAD, counter="1"), "is not in the hall file"),
        (DeviceInfo(id="pad-1", kind=DeviceKind.KIOSK), "is a kiosk, not a pad"),
        (DeviceInfo(id="pad-1", kind=DeviceKind.PAD, addresses={"3": "1"}), "has no counter"),
    ],
)
def test_a_device_that_is_no_pad_of_a_counter_is_told_so(wire: Wire, device: DeviceInfo, words: str) -> None:
    with pytest.raises(WrongDeviceError, match=words):
        Presses("pad-1", wire.send).catalogued(catalog(device))


def test_the_answer_to_a_paper_says_where_it_comes_out(pad: MakePad, wire: Wire) -> None:
    presses = pad(CounterState.SERVING)
    assert presses.press(Press(Action.FOLLOW_UP), 10.0)
    presses.answered(reply("id-0", ticket=None).model_copy(update={"kiosk": "kiosk-2"}), 10.1)
    assert presses.note == Accepted(Press(Action.FOLLOW_UP), None, "kiosk-2")
    assert presses.can(Action.DONE, 10.7)
