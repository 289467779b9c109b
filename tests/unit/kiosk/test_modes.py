"""Elder mode, contrast, lowered, read aloud: switched anywhere, fewer choices, more time, gone with the resident."""

import pytest

from kiosk.flow import (
    Answered,
    Ask,
    CatalogCame,
    Flow,
    HallCame,
    Input,
    Modes,
    OnlineChanged,
    PaperCame,
    Pending,
    Restarted,
    Screen,
    Tick,
    Touch,
)
from kiosk.flow.choosing import page_count
from kiosk.flow.modes import PLAIN
from kiosk.flow.view import Teller
from tests.support.kiosk_halls import catalog, hall_state, issued
from ui.languages import Texts
from wire.commands import IssueTicket
from wire.errors import ErrorCode
from wire.replies import Reply, ReplyError
from wire.terms import PrintResult

READY: tuple[Input, ...] = (CatalogCame(catalog()), HallCame(hall_state()), OnlineChanged(True))
SERVICES = (Touch("language", "zh"), Touch("category", "c1"))
ELDER = Touch("mode", "elder")


def flow_after(*inputs: Input) -> Flow:
    flow = Flow(lambda: "id1", lambda: 0)
    for given in (*READY, *inputs):
        flow.take(given, 0.0)
    return flow


def choices(flow: Flow) -> dict[str, list[str]]:
    view = Teller(Texts({}), lambda *_: "").view(flow.state, flow.known)
    lists = {key: view[key] for key in ("categories", "services", "basket")}
    return {key: [one["id"] for one in value] for key, value in lists.items()} | {
        "priorities": view["priorities"]
    }


@pytest.mark.parametrize("mode", ["contrast", "lowered", "speech"])
def test_a_mode_is_switched_on_and_off_and_touches_no_other(mode: str) -> None:
    flow = flow_after(Touch("mode", mode))
    assert flow.state.modes == Modes(**{mode: True})
    flow.take(Touch("mode", mode), 0.0)
    assert flow.state.modes == PLAIN


def test_the_larger_mode_is_read_aloud_but_can_be_hushed() -> None:
    flow = flow_after(ELDER)
    assert flow.state.modes == Modes(elder=True, speech=True)
    flow.take(Touch("mode", "speech"), 0.0)
    assert flow.state.modes == Modes(elder=True)
    flow.take(Touch("mode", "nonsense"), 0.0)
    assert flow.state.modes == Modes(elder=True)


def test_the_larger_mode_has_at_most_four_choices_a_screen() -> None:
    flow = flow_after(ELDER, Touch("language", "zh"))
    assert len(choices(flow)["categories"]) == 4
    assert page_count(flow.state, flow.known) == 3  # nine: eight, and the one of what has none
    flow.take(Touch("category", "c1"), 0.0)
    assert len(choices(flow)["services"]) == 4
    flow.take(Touch("service", "c1-1"), 0.0)
    assert choices(flow)["priorities"] == ["elderly", "ill", "disabled"]
    flow.take(Touch("next-page"), 0.0)
    assert choices(flow)["priorities"] == ["pregnant", "infant", "military"]
    flow.take(Touch("priority", "pregnant"), 0.0)
    for service in ("c1-2", "c1-3", "c1-4"):
        for touch in (Touch("add-need"), Touch("category", "c1"), Touch("service", service)):
            flow.take(touch, 0.0)
    assert choices(flow)["basket"] == ["c1-1", "c1-2", "c1-3"], "a fourth would be a fifth thing to touch"


def test_where_the_lower_part_holds_them_there_are_fewer() -> None:
    flow = flow_after(Touch("mode", "lowered"), *SERVICES)
    assert len(choices(flow)["services"]) == 4
    flow.take(ELDER, 0.0)
    assert len(choices(flow)["services"]) == 3


def test_who_switches_it_on_with_five_errands_sees_them_on_two_pages() -> None:
    flow = flow_after(*SERVICES, Touch("service", "c1-1"), Touch("priority", "none"))
    for number in range(2, 6):
        for touch in (Touch("add-need"), Touch("category", "c1"), Touch("service", f"c1-{number}")):
            flow.take(touch, 0.0)
    flow.take(ELDER, 0.0)
    assert choices(flow)["basket"] == ["c1-1", "c1-2", "c1-3"]
    flow.take(Touch("next-page"), 0.0)
    assert choices(flow)["basket"] == ["c1-4", "c1-5"]
    for service in ("c1-4", "c1-5"):
        flow.take(Touch("remove", service), 0.0)
    assert choices(flow)["basket"] == ["c1-1", "c1-2", "c1-3"]


def test_the_first_choice_on_the_screen_is_still_there_in_the_other_mode() -> None:
    flow = flow_after(*SERVICES, Touch("next-page"))
    for _ in range(2):
        first = choices(flow)["services"][0]
        flow.take(ELDER, 0.0)
        assert first in choices(flow)["services"]


def test_back_to_the_welcome_is_the_same_resident() -> None:
    flow = flow_after(Touch("mode", "contrast"), *SERVICES, Touch("back"), Touch("back"))
    assert (flow.state.screen, flow.state.modes) == (Screen.WELCOME, Modes(contrast=True))


@pytest.mark.parametrize("mode", ["elder", "contrast", "lowered", "speech"])
def test_a_welcome_left_in_a_mode_forgets_it(mode: str) -> None:
    flow = flow_after(Touch("mode", mode))
    assert flow.deadline is not None
    assert flow.deadline >= 60
    flow.take(Tick(), flow.deadline)
    assert (flow.state.screen, flow.state.modes) == (Screen.WELCOME, PLAIN)


def test_an_idle_resident_and_a_taken_ticket_are_forgotten_with_their_modes() -> None:
    flow = flow_after(Touch("mode", "contrast"), *SERVICES)
    flow.take(Tick(), 50.0)
    flow.take(Tick(), 60.0)
    assert flow.state.modes == PLAIN
    flow = flow_after(Touch("mode", "contrast"), *SERVICES, *_to_ticket(), Touch("take"))
    assert (flow.state.screen, flow.state.modes) == (Screen.WELCOME, PLAIN)


def _to_ticket() -> tuple[Input, ...]:
    return (
        Touch("service", "c1-1"), Touch("priority", "none"), Touch("confirm"),
        Answered("id1", issued("id1")), PaperCame("A012", PrintResult.PRINTED),
    )  # fmt: skip


@pytest.mark.parametrize("mode", ["elder", "speech"])
@pytest.mark.parametrize("result", [PrintResult.PRINTED, PrintResult.UNCONFIRMED])
def test_who_reads_slowly_or_listens_has_ninety_seconds_everywhere(mode: str, result: PrintResult) -> None:
    flow = flow_after(Touch("mode", mode))
    for given in (*SERVICES, *_to_ticket()[:-1], PaperCame("A012", result)):
        assert flow.deadline is None or flow.deadline >= 45 or flow.state.screen is not Screen.TICKET
        if flow.state.screen not in (Screen.ISSUING, Screen.TICKET):
            assert flow.deadline is not None
            assert flow.deadline >= 80, "and ten seconds more, counted down"
        flow.take(given, 0.0)
    assert flow.deadline == 90.0
    refused = Reply(
        command="id1",
        ok=False,
        at=0,
        epoch=1,
        seq=1,
        error=ReplyError(code=ErrorCode.SERVICE_FULL, message="x"),
    )
    flow = flow_after(Touch("mode", mode), *SERVICES, *_to_ticket()[:3], Answered("id1", refused))
    assert (flow.state.screen, flow.deadline) == (Screen.TROUBLE, 90.0)


def test_a_mode_switched_while_the_hall_is_busy_doesnt_stop_the_asking() -> None:
    request = IssueTicket(id="id1", at=0, services=("c1-1",))
    busy = Reply(
        command="id1", ok=False, at=0, epoch=1, seq=1, error=ReplyError(code=ErrorCode.BUSY, message="x")
    )
    flow = flow_after(Restarted(Pending(request)), Answered("id1", busy))
    due = flow.deadline
    assert due is not None
    for touch in (Touch("mode", "contrast"), Touch("help")):
        flow.take(touch, due / 2)
    assert flow.deadline == due
    assert flow.take(Tick(), due) == (Ask(request),)
    assert flow.state.modes == Modes(contrast=True)
