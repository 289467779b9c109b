"""From the catalog to what stands on the papers, and back to the flow what became of each."""

import pytest

from hw.printer import PrinterState, PrinterStatus, PrintOutcome
from kiosk.flow import CatalogCame, ChecklistCame, Flow, HallCame, OnlineChanged, PaperCame, PrintSheet, Touch
from kiosk.hearing import heard
from kiosk.printing import ContactPaper, FollowUpPaper, JobDone, PrintJob
from kiosk.printing.sample import CHECKLIST, PLAIN
from kiosk.slip import checklist, sheet
from runtime import Unasked
from tests.support.kiosk_halls import catalog, hall_state
from wire.replies import Reply, ReplyPaper
from wire.states import Catalog, ClerkInfo, ServiceInfo
from wire.terms import PaperKind, PrintResult

CARD = {"zh": "身份证", "en": "ID card"}
SERVICES = (
    ServiceInfo(
        id="register",
        prefix="A",
        name={"zh": "登记"},
        checklist=(CARD, {"zh": "医保卡"}),
        follow_up=({"zh": "下月起报销"},),
    ),
    ServiceInfo(id="advice", prefix="B", name={"zh": "咨询"}),
)
FAILED = PrintOutcome("failed", PrinterStatus(PrinterState.PAPER_OUT, "no paper"), "nothing was printed")
NOON = 1_763_697_600_000


def test_a_checklist_names_each_errand_and_what_it_takes() -> None:
    hall = catalog().model_copy(update={"services": SERVICES})
    paper = checklist(("register", "advice", "gone"), "en", hall, NOON)
    assert [errand.name for errand in paper.errands] == [{"zh": "登记"}, {"zh": "咨询"}, {"en": "gone"}]
    assert [errand.texts for errand in paper.errands] == [SERVICES[0].checklist, (), ()]
    assert (paper.language, paper.second, paper.printed_at) == ("en", "zh", "2025-11-21 12:00")


def test_before_the_hall_is_known_a_checklist_names_the_ids() -> None:
    assert checklist(("register",), "zh", None, NOON).errands[0].name == {"zh": "register"}


def _hall() -> Catalog:
    clerk = ClerkInfo(id="wang", name={"zh": "王晓芳"}, phone="021-5666 1234")
    return catalog().model_copy(update={"services": SERVICES, "clerks": (clerk,)})


def test_a_follow_up_sheet_says_what_comes_next_and_whom_to_ask() -> None:
    asked = ReplyPaper(
        kind=PaperKind.FOLLOW_UP, counter="3", services=("register", "gone"), clerk="wang", language="en"
    )
    paper = sheet(asked, _hall(), NOON)
    assert isinstance(paper, FollowUpPaper)
    assert [errand.texts for errand in paper.errands] == [({"zh": "下月起报销"},), ()]
    assert (paper.counter, paper.clerk, paper.phone) == ("3", {"zh": "王晓芳"}, "021-5666 1234")
    assert (paper.language, paper.second, paper.printed_at) == ("en", "zh", "2025-11-21 12:00")


def test_a_contact_card_names_the_clerk_of_the_counter() -> None:
    asked = ReplyPaper(kind=PaperKind.CONTACT, counter="3", services=("register",), clerk="wang")
    paper = sheet(asked, _hall(), NOON)
    assert isinstance(paper, ContactPaper)
    assert (paper.clerk, paper.counter, paper.phone) == ({"zh": "王晓芳"}, "3", "021-5666 1234")
    assert (paper.services, paper.language) == (({"zh": "登记"},), "zh")
    stranger = sheet(asked.model_copy(update={"clerk": "new"}), _hall(), NOON)
    assert isinstance(stranger, ContactPaper)
    assert (stranger.clerk, stranger.phone) == ({"zh": "new"}, None)


def test_a_counters_checklist_is_the_same_paper_as_the_screens() -> None:
    asked = ReplyPaper(kind=PaperKind.CHECKLIST, counter="3", services=("register",), language="en")
    assert sheet(asked, _hall(), NOON) == checklist(("register",), "en", _hall(), NOON)


@pytest.mark.parametrize("kind", PaperKind)
def test_a_counters_paper_changes_nothing_on_the_screen(kind: PaperKind) -> None:
    asked = ReplyPaper(kind=kind, counter="3", services=("register",), clerk="wang")
    reply = Reply(command="p1", ok=True, at=NOON, epoch=1, seq=1, paper=asked)
    flow = Flow(lambda: "id", lambda: NOON)
    for given in (
        CatalogCame(catalog()),
        HallCame(hall_state()),
        OnlineChanged(True),
        Touch("language", "zh"),
    ):
        flow.take(given, 0.0)
    state, deadline = flow.state, flow.deadline
    (asking,) = heard(Unasked(reply))
    assert flow.take(asking, 30.0) == (PrintSheet(reply),)
    assert (flow.state, flow.deadline) == (state, deadline)
    done = JobDone(PrintJob("p1.3", sheet(asked, _hall(), NOON), for_counter="3"), FAILED)
    assert heard(done) == ()


def test_the_flow_hears_what_became_of_each_paper() -> None:
    assert heard(JobDone(PrintJob("1", CHECKLIST), FAILED)) == (
        ChecklistCame(PrintResult.FAILED, "nothing was printed"),
    )
    assert heard(JobDone(PrintJob("2", PLAIN), FAILED)) == (
        PaperCame("A012", PrintResult.FAILED, "nothing was printed"),
    )
