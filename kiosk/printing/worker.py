"""The kiosk's printer on a thread of its own: slips go in, what became of them comes out, the screen never waits."""

from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread

import structlog

from hw.link import Deadline
from hw.printer import Printer, PrinterState, PrinterStatus, PrintOutcome, Raster
from kiosk.printing.layout import layout
from kiosk.printing.paper import Paper

POLL_S = 2.0
"""How often an idle printer is asked how it is."""

STATUS_S = 1.5
"""How long that may take."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class PrintJob:
    """One paper to print, once. `id` is the caller's: a command's id, a reprint's, or a checklist's."""

    id: str
    paper: Paper


@dataclass(frozen=True)
class JobDone:
    """What became of it."""

    job: PrintJob
    outcome: PrintOutcome


class TicketPrinter:
    """Prints jobs one after the other, each at most once, and says how the printer is whenever that changes.

    `done` is called once for every job that `submit` took; `how` with the first status and after every change of it.
    Both are called on this object's thread: hand over to a queue and return. A QGuiApplication must exist.
    """

    def __init__(
        self,
        printer: Printer,
        *,
        done: Callable[[JobDone], None],
        how: Callable[[PrinterStatus], None],
        layout: Callable[[Paper, int], Raster] = layout,
        poll_s: float = POLL_S,
    ) -> None:
        self._printer = printer
        self._done = done
        self._how = how
        self._layout = layout
        self._poll_s = poll_s
        self._jobs: SimpleQueue[PrintJob | None] = SimpleQueue()
        self._seen: set[str] = set()
        self._last: PrinterStatus | None = None
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
        self._look()
        while True:
            try:
                job = self._jobs.get(timeout=self._poll_s)
            except Empty:
                self._look()
                continue
            if job is None:
                return
            self._done(JobDone(job, self._outcome(job)))

    def _outcome(self, job: PrintJob) -> PrintOutcome:
        if self._closing:
            return self._failed("the kiosk is closing; nothing was printed")
        try:
            raster = self._layout(job.paper, self._printer.width_dots)
            outcome = self._printer.print(raster, Deadline.after(self._printer.patience_s(raster)))
        except Exception as e:  # one bad slip must not end the printing of all others  # noqa: BLE001
            _log.error("slip not printed", job=job.id, error=repr(e))
            return self._failed(f"the slip could not be made: {type(e).__name__}")
        self._tell(outcome.status)
        return outcome

    def _look(self) -> None:
        try:
            self._tell(self._printer.status(Deadline.after(STATUS_S)))
        except Exception as e:  # a driver's fault must not end the printing either  # noqa: BLE001
            _log.error("printer's status not read", error=repr(e))
            self._tell(
                PrinterStatus(PrinterState.UNKNOWN, f"the status could not be read: {type(e).__name__}")
            )

    def _tell(self, status: PrinterStatus) -> None:
        if status != self._last:
            self._last = status
            self._how(status)

    def _failed(self, detail: str) -> PrintOutcome:
        status = self._last or PrinterStatus(PrinterState.UNKNOWN, "not asked yet")
        return PrintOutcome("failed", status, detail)
