"""The call for staff: one command, the truth about it, and not again for a while."""

from kiosk.flow import CallStaff, Flow, HelpAnswered, OnlineChanged, Screen, Tick, Told, Touch
from tests.unit.kiosk.test_modes import READY, SERVICES
from wire.commands import AskHelp
from wire.errors import ErrorCode
from wire.replies import Reply, ReplyError

YES = Reply(command="id1", ok=True, at=0, epoch=1, seq=1)
NO = Reply(
    command="id1", ok=False, at=0, epoch=1, seq=1, error=ReplyError(code=ErrorCode.NOT_ALLOWED, message="x")
)


class Kiosk:
    """A flow whose command ids count up."""

    def __init__(self) -> None:
        self.made = 0
        self.flow = Flow(self._new_id, lambda: 7)
        for given in READY:
            self.flow.take(given, 0.0)

    def _new_id(self) -> str:
        self.made += 1
        return f"id{self.made}"

    def due(self) -> float | None:
        return self.flow.deadline

    def told(self) -> Told:
        return self.flow.help.told


def test_staff_are_called_once_and_the_resident_reads_it_when_it_is_true() -> None:
    kiosk = Kiosk()
    assert kiosk.flow.take(Touch("help"), 0.0) == (CallStaff(AskHelp(id="id1", at=7)),)
    assert kiosk.told() is Told.ASKING
    assert kiosk.flow.take(Touch("help"), 1.0) == ()
    kiosk.flow.take(HelpAnswered("id1", YES), 2.0)
    assert kiosk.told() is Told.CALLED
    assert kiosk.flow.take(Touch("help"), 31.9) == (), "not again within 30 s"
    assert kiosk.due() == 32.0
    kiosk.flow.take(Tick(), 32.0)
    assert kiosk.told() is Told.NOTHING
    assert kiosk.due() == 31.9 + 180, "then the welcome's picture"
    assert kiosk.flow.take(Touch("help"), 33.0) == (CallStaff(AskHelp(id="id2", at=7)),)


def test_an_unheard_call_is_said_to_be_one_and_may_be_tried_again() -> None:
    for answer in (None, NO):
        kiosk = Kiosk()
        kiosk.flow.take(Touch("help"), 0.0)
        kiosk.flow.take(HelpAnswered("id1", answer), 6.0)
        assert kiosk.told() is Told.FAILED
        assert kiosk.flow.take(Touch("help"), 7.0) == (CallStaff(AskHelp(id="id2", at=7)),)


def test_without_a_connection_nobody_is_asked_and_that_is_said_at_once() -> None:
    kiosk = Kiosk()
    kiosk.flow.take(OnlineChanged(False), 0.0)
    assert kiosk.flow.take(Touch("help"), 0.0) == ()
    assert kiosk.told() is Told.FAILED


def test_an_answer_to_an_older_call_changes_nothing() -> None:
    kiosk = Kiosk()
    kiosk.flow.take(Touch("help"), 0.0)
    kiosk.flow.take(HelpAnswered("id1", None), 6.0)
    kiosk.flow.take(Touch("help"), 7.0)
    kiosk.flow.take(HelpAnswered("id1", YES), 8.0)
    assert kiosk.told() is Told.ASKING


def test_the_call_leaves_the_residents_way_as_it_is_and_gives_time() -> None:
    kiosk = Kiosk()
    for touch in SERVICES:
        kiosk.flow.take(touch, 0.0)
    before = kiosk.flow.state
    kiosk.flow.take(Touch("help"), 50.0)
    kiosk.flow.take(Tick(), 61.0)
    assert kiosk.flow.state is before
    kiosk.flow.take(HelpAnswered("id1", YES), 62.0)
    kiosk.flow.take(Tick(), 93.0)
    assert (kiosk.told(), kiosk.flow.state) == (Told.NOTHING, before)
    kiosk.flow.take(Tick(), 100.0)
    kiosk.flow.take(Tick(), 110.0)
    assert kiosk.flow.state.screen is Screen.WELCOME
