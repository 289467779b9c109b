"""The printer's thread: every slip at most once, every change told, nothing lost when it closes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from queue import Queue

import pytest

from hw.link import Deadline
from hw.printer import PrinterState, PrinterStatus, PrintOutcome, Profile, Raster, Sheet, open_printer
from hw.printer.printer import Watch, unwatched
from kiosk.printing import JobDone, Layout, Paper, PrinterNews, PrintJob, TicketPaper, TicketPrinter
from kiosk.printing.sample import PLAIN
from kiosk.window import LANGUAGES
from tests.support.printers import printed
from ui.languages import Texts

LAYOUT = Layout(Texts.load(LANGUAGES))

pytestmark = pytest.mark.usefixtures("qapp")


class News:
    """What the printer's thread told, the papers and the states apart."""

    def __init__(self) -> None:
        self.papers: Queue[JobDone] = Queue()
        self.states: Queue[PrinterNews] = Queue()

    def state(self) -> str:
        return self.states.get(timeout=10).state

    def done(self) -> JobDone:
        return self.papers.get(timeout=10)


@contextmanager
def _printer(folder: Path, poll_s: float = 60.0, options: str = "") -> Iterator[tuple[TicketPrinter, News]]:
    news = News()
    printer = TicketPrinter(
        open_printer(f"sim:{folder}{options}"),
        LAYOUT.sheet,
        done=news.papers.put,
        how=news.states.put,
        poll_s=poll_s,
    )
    printer.start()
    try:
        yield printer, news
    finally:
        printer.close()


def test_a_slip_goes_in_and_what_became_of_it_comes_out(tmp_path: Path) -> None:
    with _printer(tmp_path) as (printer, news):
        assert news.state() == "ready"
        job = PrintJob("command-1", PLAIN)
        assert printer.submit(job)
        done = news.done()
        assert [news.state() for _ in range(2)] == ["printing", "confirmed"]
    assert (done.job, done.outcome.result) == (job, "printed")
    assert printed(tmp_path / "ticket-0001.png") == LAYOUT.raster(PLAIN, 576).trimmed()


def test_a_printer_that_wants_texts_gets_texts(tmp_path: Path) -> None:
    with _printer(tmp_path, options="?profile=text&width=384") as (printer, news):
        assert news.state() == "ready"
        assert printer.submit(PrintJob("command-1", PLAIN))
        assert news.done().outcome.result == "printed"
    own, drawn = printed(tmp_path / "ticket-0001.png"), LAYOUT.raster(PLAIN, 384).trimmed()
    assert own.width == 384
    assert own != drawn
    assert own == _printed_text(tmp_path / "near")


def _printed_text(folder: Path) -> Raster:
    sheet = LAYOUT.text(PLAIN, Profile(384, "text"))
    open_printer(f"sim:{folder}?width=384").print(sheet, Deadline.after(5))
    return printed(folder / "ticket-0001.png")


def test_the_same_job_is_never_printed_twice(tmp_path: Path) -> None:
    with _printer(tmp_path) as (printer, news):
        assert news.state() == "ready"
        assert printer.submit(PrintJob("command-1", PLAIN))
        assert not printer.submit(PrintJob("command-1", replace(PLAIN, reprint=True)))
        assert printer.submit(PrintJob("command-1-reprint", replace(PLAIN, reprint=True)))
        assert [news.done().job.id, news.done().job.id] == ["command-1", "command-1-reprint"]
    assert len(list(tmp_path.glob("*.png"))) == 2


def test_an_idle_printer_is_asked_and_each_change_told_once(tmp_path: Path) -> None:
    paper_out = tmp_path / "faults" / "paper-out"
    with _printer(tmp_path, poll_s=0.02) as (_, news):
        assert news.state() == "ready"
        paper_out.touch()
        assert news.state() == "paper_out"
        paper_out.unlink()
        assert news.state() == "ready"
    assert news.states.empty()


def test_what_became_of_the_last_paper_stays_when_the_printer_is_idle_again(tmp_path: Path) -> None:
    with _printer(tmp_path, poll_s=0.05) as (printer, news):
        assert news.state() == "ready"
        printer.submit(PrintJob("1", PLAIN))
        seen = [news.states.get(timeout=10) for _ in range(3)]
    assert [(n.state, n.last) for n in seen] == [
        ("printing", ""), ("confirmed", "confirmed"), ("ready", "confirmed"),
    ]  # fmt: skip


def test_a_failed_slip_tells_why_and_is_not_tried_again(tmp_path: Path) -> None:
    with _printer(tmp_path, options="?paper=1") as (printer, news):
        assert news.state() == "paper_low"
        printer.submit(PrintJob("1", PLAIN))
        assert [news.state() for _ in range(2)] == ["printing", "paper_out"]
        assert news.done().outcome.result == "printed"
        printer.submit(PrintJob("2", PLAIN))
        assert news.done().outcome.result == "failed"
    assert len(list(tmp_path.glob("*.png"))) == 1


@pytest.mark.logs("slip not printed")
def test_a_slip_that_cannot_be_made_does_not_end_the_printing(tmp_path: Path) -> None:
    def picky(paper: Paper, profile: Profile) -> Sheet:
        bad = isinstance(paper, TicketPaper) and paper.number == "bad"
        return Raster(profile.width_dots, 1, b"") if bad else LAYOUT.sheet(paper, profile)

    news = News()
    printer = TicketPrinter(open_printer(f"sim:{tmp_path}"), picky, done=news.papers.put, how=news.states.put)
    printer.start()
    assert news.state() == "ready"
    printer.submit(PrintJob("1", replace(PLAIN, number="bad")))
    printer.submit(PrintJob("2", PLAIN))
    assert [news.done().outcome.result, news.done().outcome.result] == ["failed", "printed"]
    printer.close()


def test_closing_finishes_nothing_in_silence(tmp_path: Path) -> None:
    with _printer(tmp_path) as (printer, news):
        assert news.state() == "ready"
        for number in range(20):
            printer.submit(PrintJob(str(number), PLAIN))
    results = [news.done().outcome.result for _ in range(20)]
    assert results == ["printed"] * results.count("printed") + ["failed"] * results.count("failed")
    assert len(list(tmp_path.glob("*.png"))) == results.count("printed")
    assert not printer.submit(PrintJob("late", PLAIN))


class _Broken:
    """A driver with a fault of its own."""

    width_dots = 576
    profile = Profile()

    def patience_s(self, sheet: Sheet) -> float:
        return 1.0

    def status(self, deadline: Deadline) -> PrinterStatus:
        raise RuntimeError("a bug")

    def print(self, sheet: Sheet, deadline: Deadline, watch: Watch = unwatched) -> PrintOutcome:
        raise RuntimeError("a bug")


@pytest.mark.logs("status not read", "slip not printed")
def test_a_driver_with_a_fault_is_an_unknown_printer_and_a_failed_slip() -> None:
    news = News()
    printer = TicketPrinter(_Broken(), LAYOUT.sheet, done=news.papers.put, how=news.states.put)
    printer.start()
    assert news.state() == "unknown"
    printer.submit(PrintJob("1", PLAIN))
    outcome = news.done().outcome
    assert (outcome.result, outcome.status.state) == ("failed", PrinterState.UNKNOWN)
    printer.close()
