"""From the catalog to what stands on the papers, and back to the flow what became of each."""

from hw.printer import PrinterState, PrinterStatus, PrintOutcome
from kiosk.flow import ChecklistCame, PaperCame
from kiosk.hearing import heard
from kiosk.printing import JobDone, PrintJob
from kiosk.printing.sample import CHECKLIST, PLAIN
from kiosk.slip import checklist
from tests.support.kiosk_halls import catalog
from wire.states import ServiceInfo
from wire.terms import PrintResult

CARD = {"zh": "身份证", "en": "ID card"}
SERVICES = (
    ServiceInfo(id="register", prefix="A", name={"zh": "登记"}, checklist=(CARD, {"zh": "医保卡"})),
    ServiceInfo(id="advice", prefix="B", name={"zh": "咨询"}),
)
NOON = 1_763_697_600_000


def test_a_checklist_names_each_errand_and_what_it_takes() -> None:
    hall = catalog().model_copy(update={"services": SERVICES})
    paper = checklist(("register", "advice", "gone"), "en", hall, NOON)
    assert [errand.name for errand in paper.errands] == [{"zh": "登记"}, {"zh": "咨询"}, {"en": "gone"}]
    assert [errand.texts for errand in paper.errands] == [SERVICES[0].checklist, (), ()]
    assert (paper.language, paper.second, paper.printed_at) == ("en", "zh", "2025-11-21 12:00")


def test_before_the_hall_is_known_a_checklist_names_the_ids() -> None:
    assert checklist(("register",), "zh", None, NOON).errands[0].name == {"zh": "register"}


def test_the_flow_hears_what_became_of_each_paper() -> None:
    outcome = PrintOutcome("failed", PrinterStatus(PrinterState.PAPER_OUT, "no paper"), "nothing was printed")
    assert heard(JobDone(PrintJob("1", CHECKLIST), outcome)) == (
        ChecklistCame(PrintResult.FAILED, "nothing was printed"),
    )
    assert heard(JobDone(PrintJob("2", PLAIN), outcome)) == (
        PaperCame("A012", PrintResult.FAILED, "nothing was printed"),
    )
