"""The kiosk's printer on a thread of its own: slips go in, what became of them comes out, the screen never waits."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread

import structlog

from hw.link import Deadline
from hw.printer import Printer, PrinterState, PrinterStatus, PrintOutcome, Profile, Sheet
from kiosk.printing.news import Fate, PrinterNews, after
from kiosk.printing.paper import Paper

POLL_S = 1.0
"""From one question how it is to the next, while it is idle."""

STATUS_S = 0.9
"""How long an answer may take: with the time between two questions less than the 2 s in which staff must know."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class PrintJob:
    """One paper to print, once. `id` is the caller's: a command's id, a reprint's, or a checklist's."""

    id: str
    paper: Paper
    for_counter: str = ""
    """The counter that asked for it; nobody at this kiosk did then."""


@dataclass(frozen=True)
class JobDone:
    """What became of it."""

    job: PrintJob
    outcome: PrintOutcome


class TicketPrinter:
    """Prints jobs one after the other, each at most once, and says how the printer is whenever that changes.

    `done` is called once for every job that `submit` took; `how` with the first status and after every change of it.
    `layout` makes of a paper what the printer wants.
    Both are called on this object's thread: hand over to a queue and return. A QGuiApplication must exist.
    """

    def __init__(
        self,
        printer: Printer,
        layout: Callable[[Paper, Profile], Sheet],
        *,
        done: Callable[[JobDone], None],
        how: Callable[[PrinterNews], None],
        poll_s: float = POLL_S,
    ) -> None:
        self._printer = printer
        self._done = done
        self._how = how
        self._layout = layout
        self._poll_s = poll_s
        self._jobs: SimpleQueue[PrintJob | None] = SimpleQueue()
        self._seen: set[str] = set()
        self._news: PrinterNews | None = None
        self._closing = False
        self._thread = Thread(target=self._run, name="ticket-printer", daemon=True)

    def start(self) -> None:
        """Begin; the first status comes at once."""
        self._thread.start()

    def submit(self, job: PrintJob) -> bool:
        """Print that as soon as possible. False, and nothing happens, if a job of this id was taken before."""
        if self._closing or job.id in self._seen:
            return False
        self._seen.add(job.id)
        self._jobs.put(job)
        return True

    def close(self, timeout_s: float = 5.0) -> None:
        """Finish the slip that is being printed; those still waiting come back as failed."""
        self._closing = True
        self._jobs.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout_s)

    def _run(self) -> None:
        due = time.monotonic() + self._poll_s
        self._look()
        while True:
            try:
                job = self._jobs.get(timeout=max(0.0, due - time.monotonic()))
            except Empty:
                due = time.monotonic() + self._poll_s
                self._look()
                continue
            if job is None:
                return
            self._done(JobDone(job, self._outcome(job)))
            due = time.monotonic() + self._poll_s

    def _outcome(self, job: PrintJob) -> PrintOutcome:
        if self._closing:
            return self._failed("the kiosk is closing; nothing was printed")
        self._tell(PrinterNews(self._status, "printing", self._last))
        try:
            sheet = self._layout(job.paper, self._printer.profile)
            patience = Deadline.after(self._printer.patience_s(sheet))
            outcome = self._printer.print(sheet, patience, self._on_the_way)
        except Exception as e:  # one bad slip must not end the printing of all others  # noqa: BLE001
            _log.error("slip not printed", job=job.id, error=repr(e))
            outcome = self._failed(f"the slip could not be made: {type(e).__name__}")
        self._tell(after(outcome))
        return outcome

    def _on_the_way(self, status: PrinterStatus) -> None:
        """The printer stops, goes on or falls silent in the middle of a paper: staff know before it is over."""
        self._tell(PrinterNews(status, "printing", self._last))

    def _look(self) -> None:
        try:
            status = self._printer.status(Deadline.after(STATUS_S))
        except Exception as e:  # a driver's fault must not end the printing either  # noqa: BLE001
            _log.error("printer's status not read", error=repr(e))
            status = PrinterStatus(PrinterState.UNKNOWN, f"the status could not be read: {type(e).__name__}")
        self._tell(PrinterNews(status, "", self._last))

    def _tell(self, news: PrinterNews) -> None:
        if news != self._news:
            self._news = news
            self._how(news)

    @property
    def _status(self) -> PrinterStatus:
        return self._news.status if self._news else PrinterStatus(PrinterState.UNKNOWN, "not asked yet")

    @property
    def _last(self) -> Fate:
        return self._news.last if self._news else ""

    def _failed(self, detail: str) -> PrintOutcome:
        return PrintOutcome("failed", self._status, detail)
