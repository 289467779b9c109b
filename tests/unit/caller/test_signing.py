"""A clerk signs in at the pad: who is asked, what is sent, what a wrong PIN costs, and where a PIN never is."""

from pathlib import Path

import pytest

from caller.actions import Action, MakeCommand, Press
from caller.app import LANGUAGES
from caller.keeping import LastClerk, state_folder
from caller.notes import NotSent, Refused
from caller.parts import Choice, Message, SignIn
from caller.presses import REBOUND_S, Presses
from caller.sign_in import clerks, sign_in
from caller.signing import FORGET_S, LONGEST_PIN, Signing
from caller.words import Words
from dispatcher.pin_tries import DELAY_MS, FREE_TRIES
from dispatcher.views.catalog import catalog_view
from hall.plan import load_plan
from tests.support.dispatcher import HALL
from ui.languages import Texts
from wire.commands import Command, OpenCounter
from wire.errors import ErrorCode
from wire.replies import Reply, ReplyError
from wire.states import Catalog, ClerkInfo, CounterInfo, CounterView, DeviceInfo, HallInfo
from wire.terms import CounterState, DeviceKind

NOW = 1_795_000_000_000
TEXTS = Texts.load(LANGUAGES)
EN, ZH = Words(TEXTS, "en"), Words(TEXTS, "zh")
CLERKS = (
    ClerkInfo(id="chen", name={"zh": "陈静"}, services=("tax",), pin=True),
    ClerkInfo(id="wang", name={"zh": "王敏", "en": "Wang Min"}, services=("card", "tax"), pin=True),
    ClerkInfo(id="li", name={"zh": "李志强"}),
)
WRONG = ReplyError(code=ErrorCode.WRONG_PIN, message="not the PIN", tries_left=3)
FIFTH = ReplyError(code=ErrorCode.WRONG_PIN, message="not the PIN", wait_s=60)


class Pad:
    """A closed counter that serves `card`, and what was sent from its pad."""

    def __init__(self, last: str | None = None, people: tuple[ClerkInfo, ...] = CLERKS) -> None:
        self.sent: list[Command] = []
        self.remembered: list[str] = []
        self.presses = Presses("pad-1", self._send, Signing(last, self.remembered.append))
        self.presses.catalogued(
            Catalog(
                version="1",
                hall=HallInfo(id="h", name={"zh": "大厅"}, languages=("zh",), timezone="Asia/Shanghai"),
                counters=(CounterInfo(id="1", services=("card",)), CounterInfo(id="2")),
                devices=(DeviceInfo(id="pad-1", kind=DeviceKind.PAD, counter="1"),),
                clerks=people,
            )
        )
        self.presses.linked(True, NOW)
        self.view(CounterState.CLOSED)

    def _send(self, make: MakeCommand) -> str:
        self.sent.append(make(f"id-{len(self.sent)}", NOW))
        return self.sent[-1].id or ""

    def view(self, state: CounterState, clerk: str | None = None) -> None:
        self.presses.viewed(CounterView(seq=1, counter="1", state=state, clerk=clerk))

    def type(self, pin: str, now: float) -> None:
        for character in pin:
            self.presses.type_pin(character, now)

    def sign_in(self, clerk: str, pin: str, now: float) -> None:
        self.presses.choose_clerk(clerk, now)
        self.type(pin, now)
        assert self.presses.enter_pin(now)

    def refuse(self, now: float, error: ReplyError) -> None:
        self.presses.answered(
            Reply(
                command=self.sent[-1].id or "", ok=False, at=NOW, epoch=1, seq=1,
                error=error,
            ),
            now,
        )  # fmt: skip

    @property
    def asked(self) -> tuple[str | None, str | None]:
        command = self.sent[-1]
        assert isinstance(command, OpenCounter)
        return command.clerk, command.pin


def test_a_clerk_with_a_pin_is_asked_for_it_and_both_are_sent_once() -> None:
    pad = Pad()
    assert not pad.presses.choose_clerk("wang", 10.0)
    assert pad.sent == []
    pad.type("0042", 10.0)
    assert pad.presses.enter_pin(11.0)
    assert not pad.presses.enter_pin(11.01)
    assert len(pad.sent) == 1
    assert pad.asked == ("wang", "0042")


@pytest.mark.parametrize(("choice", "clerk"), [("li", "li"), ("", None)])
def test_a_clerk_without_a_pin_and_nobody_in_particular_open_at_once(choice: str, clerk: str | None) -> None:
    pad = Pad()
    assert pad.presses.choose_clerk(choice, 10.0)
    assert pad.asked == (clerk, None)


def test_a_clerk_who_left_the_hall_file_meanwhile_opens_nothing() -> None:
    pad = Pad()
    assert not pad.presses.choose_clerk("gone", 10.0)
    assert pad.sent == []


def test_who_opens_is_asked_only_where_the_hall_has_clerks() -> None:
    assert Pad().presses.asks_who
    assert not Pad(people=()).presses.asks_who
    assert not Presses("pad-1", lambda _: "").asks_who


def test_what_is_typed_can_be_deleted_and_has_an_end() -> None:
    signing = Signing()
    signing.type("1", 1.0)
    assert signing.typed == 0, "nobody was chosen"
    signing.choose(CLERKS[1])
    for character in ("1", "2", "", "ab", "\x7f", "é"):
        signing.type(character, 1.0)
    assert signing.typed == 3
    signing.delete()
    press = signing.enter(1.0)
    assert press is not None
    assert press.pin == "12"
    assert signing.enter(1.0) is None, "a PIN is sent once"
    for _ in range(LONGEST_PIN + 5):
        signing.type("7", 1.0)
    assert signing.typed == LONGEST_PIN


def test_a_pin_half_typed_is_forgotten_after_a_while_and_with_another_choice() -> None:
    pad = Pad()
    pad.presses.choose_clerk("wang", 10.0)
    pad.type("12", 10.0)
    pad.presses.tick(9.9 + FORGET_S)
    assert pad.presses.signing.typed == 2
    pad.presses.tick(10.0 + FORGET_S)
    assert pad.presses.signing.typed == 0
    pad.type("12", 50.0)
    pad.presses.choose_clerk("chen", 50.0)
    assert pad.presses.signing.typed == 0


def test_a_pin_is_in_no_note_no_picture_and_no_words_of_a_press() -> None:
    pad = Pad()
    pad.presses.choose_clerk("wang", 10.0)
    pad.type("739154", 10.0)
    assert "739154" not in repr(sign_in(pad.presses, ZH, 10.0))
    assert "739154" not in repr(Press(Action.OPEN, clerk="wang", pin="739154"))
    pad.presses.enter_pin(10.0)
    pad.refuse(10.1, WRONG)
    notes = [pad.presses.note]
    pad.sign_in("wang", "739154", 12.0)
    pad.presses.unanswered("id-1", "offline", 12.0)
    notes.append(pad.presses.note)
    opened = Press(Action.OPEN, clerk="wang")
    assert notes == [Refused(opened, ErrorCode.WRONG_PIN), NotSent(opened)]


def test_a_wrong_pin_says_how_many_tries_are_left_until_the_next_one() -> None:
    pad = Pad()
    pad.sign_in("wang", "1111", 10.0)
    assert sign_in(pad.presses, EN, 10.05).said == Message()
    pad.refuse(10.1, WRONG)
    assert sign_in(pad.presses, EN, 60.0).said == Message("Wrong PIN. Tries left: 3", trouble=True)
    assert sign_in(pad.presses, ZH, 60.0).said.text == "密码错误，还可以试 3 次"
    assert sign_in(pad.presses, EN, 60.0).can_type


def test_no_digit_is_lost_right_after_a_wrong_pin_and_none_counts_while_it_is_looked_at() -> None:
    pad = Pad()
    pad.sign_in("wang", "1111", 10.0)
    pad.type("9", 10.05)
    assert pad.presses.signing.typed == 0
    pad.refuse(10.1, WRONG)
    drawn = sign_in(pad.presses, EN, 10.1)
    assert (drawn.can_type, drawn.can_enter) == (True, False)
    pad.type("2468", 10.2)
    assert not pad.presses.enter_pin(10.2), "a bounce of OK is no second try"
    assert pad.presses.enter_pin(10.0 + REBOUND_S)
    assert pad.asked == ("wang", "2468")


def test_after_too_many_the_seconds_count_down_and_only_that_clerk_waits() -> None:
    pad = Pad()
    pad.sign_in("wang", "1111", 10.0)
    pad.refuse(10.0, FIFTH)
    drawn = sign_in(pad.presses, EN, 10.2)
    assert not drawn.can_enter
    assert (drawn.said.text, drawn.can_type) == ("Wrong too often. Type the PIN again in 60 s", False)
    assert sign_in(pad.presses, ZH, 55.5).said.text == "密码连续输错，请 15 秒后再输"
    pad.type("1", 55.5)
    assert pad.presses.signing.typed == 0
    pad.presses.choose_clerk("chen", 56.0)
    assert sign_in(pad.presses, EN, 56.0).can_type
    pad.presses.choose_clerk("wang", 57.0)
    assert sign_in(pad.presses, EN, 57.0).said.text.endswith("in 13 s")
    drawn = sign_in(pad.presses, EN, 70.0)
    assert (drawn.said, drawn.can_type) == (Message("Type the PIN again now"), True)


def test_after_the_wait_a_wrong_one_waits_anew_and_the_right_one_forgets_all() -> None:
    pad = Pad()
    pad.sign_in("wang", "1111", 10.0)
    pad.refuse(10.0, FIFTH)
    pad.type("2222", 71.0)
    assert pad.presses.enter_pin(71.0)
    pad.refuse(71.0, FIFTH)
    assert pad.presses.signing.wait_s(71.0) == 60
    pad.view(CounterState.IDLE, "wang")
    pad.view(CounterState.CLOSED)
    pad.presses.choose_clerk("wang", 80.0)
    assert sign_in(pad.presses, EN, 80.0).said.text.startswith("Wrong PIN."), (
        "the refusal's note still stands"
    )
    pad.presses.tick(90.0)
    assert sign_in(pad.presses, EN, 90.0).said == Message()


def test_a_clerk_whom_the_catalog_did_not_know_to_have_a_pin_is_asked_for_it() -> None:
    pad = Pad()
    pad.presses.choose_clerk("li", 10.0)
    pad.refuse(10.1, ReplyError(code=ErrorCode.WRONG_PIN, message="clerk li signs in with a PIN; type it"))
    assert sign_in(pad.presses, ZH, 10.1 + REBOUND_S).who == "李志强"
    pad.type("1", 11.0)
    assert pad.presses.enter_pin(11.0)
    assert pad.asked == ("li", "1")


def test_another_refusal_of_the_sign_in_is_said_too() -> None:
    pad = Pad()
    pad.sign_in("wang", "1", 10.0)
    pad.refuse(10.1, ReplyError(code=ErrorCode.UNKNOWN_CLERK, message="there is no clerk wang"))
    assert sign_in(pad.presses, EN, 10.2).said.text.startswith("That clerk is not in the hall file")


def test_who_was_here_last_comes_first_then_who_serves_something_here() -> None:
    assert clerks(Pad().presses, EN) == (
        Choice("wang", "Wang Min"),
        Choice("li", "李志强"),
        Choice("chen", "陈静", note="Serves none of this counter's errands"),
        Choice("", "Without a name"),
    )
    found = clerks(Pad(last="li").presses, ZH)
    assert [row.id for row in found] == ["li", "wang", "chen", ""]
    assert (found[0].note, found[-1].name) == ("上次在此", "不登录，直接开窗")
    assert clerks(Presses("pad-1", lambda _: ""), ZH) == ()


def test_without_clerks_or_offline_nothing_can_be_chosen() -> None:
    assert sign_in(Pad(people=()).presses, EN, 10.0) == SignIn()
    pad = Pad()
    pad.presses.choose_clerk("wang", 10.0)
    pad.type("1", 10.0)
    pad.presses.linked(False, NOW)
    drawn = sign_in(pad.presses, EN, 10.0)
    assert (drawn.can_choose, drawn.can_type, drawn.can_enter) == (False, False, False)
    assert not pad.presses.enter_pin(10.0)
    assert pad.presses.signing.typed == 1, "what could not be sent is still there"


def test_who_signed_in_is_remembered_once_wherever_it_was() -> None:
    pad = Pad(last="li")
    pad.view(CounterState.IDLE, "wang")
    pad.view(CounterState.SERVING, "wang")
    pad.view(CounterState.CLOSED)
    assert pad.remembered == ["wang"]
    assert clerks(pad.presses, EN)[0].id == "wang"


def test_the_last_clerk_outlives_a_restart(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "pad-1"
    assert LastClerk(folder).load() is None
    LastClerk(folder).save("wang")
    assert LastClerk(folder).load() == "wang"
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.logs("last clerk not kept")
def test_a_folder_that_cannot_be_used_costs_only_this(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    kept = LastClerk(tmp_path / "file" / "below")
    kept.save("wang")
    assert kept.load() is None


def test_state_is_kept_where_a_lone_stations_things_belong() -> None:
    assert state_folder({"XDG_STATE_HOME": "/s"}, "h", "pad-1") == Path("/s/greenwindow/h-pad-1")
    assert state_folder({}, "h", "pad-1") == Path.home() / ".local/state/greenwindow/h-pad-1"


def test_the_real_catalog_says_who_signs_in_with_a_pin() -> None:
    catalog = catalog_view(load_plan(HALL.encode()), "1", 1, NOW)
    assert {clerk.id: clerk.pin for clerk in catalog.clerks} == {"li": False, "wang": True}


def test_the_words_about_five_tries_and_a_minute_are_true() -> None:
    assert (FREE_TRIES, DELAY_MS) == (5, 60_000)
