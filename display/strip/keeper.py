"""Keeps a strip at what it should show: at once when that changes, again when the strip comes back."""

from collections.abc import Callable

from display.strip.board import StripBoard, Wanted
from hw.panel import Strip, StripStatus
from wire.states import Fault

PROBE_S = 2.0


class StripKeeper:
    """`shown` is told the `seq` of each new call that stands on the strip, `faults` what is wrong with it."""

    def __init__(
        self, strip: Strip, board: StripBoard, *, shown: Callable[[int], object],
        faults: Callable[[tuple[Fault, ...]], object],
    ) -> None:  # fmt: skip
        self._strip, self._board, self._shown, self._faults = strip, board, shown, faults
        self._stands: Wanted | None = None
        self._reported = 0
        self._faulty = ""
        self._looked = float("-inf")

    def step(self, now: float, now_ms: int) -> None:
        """To be called after each delivery and a few times a second. `now`: monotonic seconds; `now_ms`: the hall's."""
        wanted = self._board.wanted(now_ms)
        changed = self._stands is not None and wanted != self._stands
        if changed or now - self._looked >= PROBE_S:
            self._looked = now
            self._look(wanted)

    def _look(self, wanted: Wanted) -> None:
        status = self._strip.probe() if wanted == self._stands else self._strip.show(wanted.content)
        if status.online and wanted != self._stands:
            self._stands = wanted
            if wanted.call > self._reported:
                self._reported = wanted.call
                self._shown(wanted.call)
        elif not status.online:
            self._stands = None  # whatever it shows when it comes back, it is not known to be this
        self._tell(status)

    def _tell(self, status: StripStatus) -> None:
        fault = "" if status.online else status.detail
        if fault != self._faulty:
            self._faulty = fault
            self._faults((Fault(code="strip-offline", text=fault),) if fault else ())
