"""The ESC/POS driver: one link per job, closed whatever happens."""

import secrets
from collections.abc import Callable
from contextlib import closing

from hw.link import Deadline, Endpoint, LinkUnavailableError
from hw.printer.job import Confirm, Job, outcome
from hw.printer.printer import PrintOutcome, Watch, unwatched
from hw.printer.session import Session
from hw.printer.sheet import Mode, Profile, Sheet
from hw.printer.status import PrinterState, PrinterStatus, status
from hw.printer.text import size, trimmed

PAPER_S = 10.0
"""What a ticket may take at the printer itself, motor and knife included."""

OPEN_S = 2.0
"""What opening the way may take of that: who waits for a ticket is told soon that the printer can't be reached."""

_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def fresh_mark() -> bytes:
    """Four letters that the answer to no earlier ticket will equal by chance (1 in 15 million)."""
    return bytes(secrets.choice(_LETTERS) for _ in range(4))


class EscPosPrinter:
    """A Printer at `place`. Not for two threads at once."""

    def __init__(
        self,
        place: Endpoint,
        width_dots: int = 576,
        confirm: Confirm = "auto",
        mark: Callable[[], bytes] = fresh_mark,
        *,
        mode: Mode = "raster",
        own_code: bool = True,
        torn: bool = True,
    ) -> None:
        """`torn`: half a ticket may hang out of it, and half a command wait in it, as a killed kiosk leaves them."""
        self._place = place
        self.profile = Profile(width_dots, mode, own_code)
        """What it wants to be given; it prints any sheet that is not too wide."""
        self._confirm: Confirm = confirm
        self._mark = mark
        self._torn = torn

    def __str__(self) -> str:
        return str(self._place)

    @property
    def width_dots(self) -> int:
        """How wide a raster it prints."""
        return self.profile.width_dots

    def patience_s(self, sheet: Sheet) -> float:
        """Seconds to give `print` for this sheet."""
        return PAPER_S + 1.5 * size(sheet) / self._place.bytes_per_s

    def status(self, deadline: Deadline) -> PrinterStatus:
        """Ask how it is."""
        try:
            with closing(self._place.open(deadline)) as link:
                if not link.two_way:
                    return status(PrinterState.UNKNOWN, "bytes only go there, nothing comes back")
                session = Session(link)
                session.settle(deadline)
                return session.status(deadline)
        except LinkUnavailableError as e:
            return status(PrinterState.OFFLINE, str(e))

    def print(self, sheet: Sheet, deadline: Deadline, watch: Watch = unwatched) -> PrintOutcome:
        """Print and cut it once."""
        if sheet.width > self.width_dots:
            raise ValueError(f"{sheet.width} dots do not fit a printer of {self.width_dots}")
        try:
            with closing(self._place.open(deadline.within(OPEN_S))) as link:
                job = Job(link, trimmed(sheet), self._confirm, self._mark(), self._torn, watch)
                try:
                    return job.run(deadline)
                finally:
                    self._torn = job.torn
        except LinkUnavailableError as e:
            return outcome("failed", status(PrinterState.OFFLINE, str(e)), "nothing was printed")
