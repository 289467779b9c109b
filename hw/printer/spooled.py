"""A printer that only CUPS reaches: the bytes go into its queue, and what becomes of them nobody tells us."""

import subprocess

from hw.link import Deadline
from hw.printer import escpos
from hw.printer.job import outcome
from hw.printer.printer import PrintOutcome, Watch, unwatched
from hw.printer.sheet import Profile, Sheet
from hw.printer.status import PrinterState, PrinterStatus, status
from hw.printer.text import bands, trimmed

PATIENCE_S = 10.0
"""What `lp` may take to put a ticket into the queue."""

_ASIDE = "it stands in a queue of CUPS, which does not say what was printed"


class SpooledPrinter:
    """A Printer behind `lp -d NAME -o raw`. Never better than unknown and unconfirmed."""

    def __init__(self, queue: str, width_dots: int = 576, lp: str = "lp") -> None:
        """`lp`: the program that takes the bytes."""
        self._queue = queue
        self.profile = Profile(width_dots)
        self._lp = lp

    def __str__(self) -> str:
        return f"cups:{self._queue}"

    @property
    def width_dots(self) -> int:
        """How wide a raster it prints."""
        return self.profile.width_dots

    def patience_s(self, sheet: Sheet) -> float:
        """Seconds to give `print`: the same for any sheet, it only goes into a queue."""
        del sheet
        return PATIENCE_S

    def status(self, deadline: Deadline) -> PrinterStatus:
        """Unknown: asking CUPS would only tell how the queue is."""
        del deadline
        return status(PrinterState.UNKNOWN, f"{self}: {_ASIDE}")

    def print(self, sheet: Sheet, deadline: Deadline, watch: Watch = unwatched) -> PrintOutcome:
        """Put it into the queue once."""
        del watch  # nothing is ever noticed on the way
        if sheet.width > self.width_dots:
            raise ValueError(f"{sheet.width} dots do not fit a printer of {self.width_dots}")
        data = escpos.INIT + b"".join(bands(trimmed(sheet))) + escpos.CUT
        return self._give(data, deadline)

    def _give(self, data: bytes, deadline: Deadline) -> PrintOutcome:
        words = [self._lp, "-d", self._queue, "-o", "raw", "-s", "-"]
        try:
            done = subprocess.run(
                words, input=data, capture_output=True, timeout=max(deadline.left(), 0.1), check=False
            )
        except subprocess.TimeoutExpired:
            return outcome("unconfirmed", self.status(deadline), "lp did not end in time")
        except FileNotFoundError:
            return self._failed(f"there is no program {self._lp} here; install cups-client")
        except OSError as e:
            return self._failed(e.strerror or str(e))
        if done.returncode:
            said = done.stderr.decode(errors="replace").strip().splitlines()
            return self._failed(said[-1] if said else f"lp ended with {done.returncode}")
        return outcome("unconfirmed", self.status(deadline), "it was given to CUPS")

    def _failed(self, why: str) -> PrintOutcome:
        return outcome("failed", status(PrinterState.OFFLINE, f"{self}: {why}"), "nothing was printed")
