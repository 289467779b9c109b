"""Keeps a line of pads going: open, read, and after a fault back off and open again. Unplugged is a state."""

import queue
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hw.keypad.pad import PadFault, PadLine, Press, Shown
from hw.link import Deadline, LinkError

OPEN_S = 3.0
LOOK_S = 0.02
"""How long a line is listened to before orders are looked at."""
BACK_OFF_S = (0.25, 0.5, 1.0, 2.0)
FAULTS_S = 0.5


@dataclass(frozen=True)
class Pressed:
    """Something was pressed on that line (its place among the process's lines), then by the monotonic clock."""

    line: int
    press: Press
    at: float


@dataclass(frozen=True)
class Plugged:
    """Whether that line is there; `detail` says why not."""

    line: int
    there: bool
    detail: str = ""


@dataclass(frozen=True)
class Faulty:
    """All that is wrong with that line now."""

    line: int
    faults: tuple[PadFault, ...]


PadNews = Pressed | Plugged | Faulty
Order = Callable[[PadLine], None]


class Keeper:
    """One line on a thread of its own; `deliver` is called there and must only enqueue."""

    def __init__(
        self, line: PadLine, number: int, deliver: Callable[[PadNews], None],
        back_off_s: tuple[float, ...] = BACK_OFF_S, clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self.line, self.number = line, number
        self._deliver, self._back_off_s, self._clock = deliver, back_off_s, clock
        self._orders: queue.SimpleQueue[Order] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._told: tuple[bool, str] | None = None
        self._faults: tuple[PadFault, ...] = ()
        self._looked = 0.0
        self._thread = threading.Thread(target=self._run, name=f"pads-{number}", daemon=True)

    def start(self) -> None:
        """Begin; the first news says whether the line is there."""
        self._thread.start()

    def stop(self) -> None:
        """End, and let go of the line."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)

    def expect(self, addresses: Iterable[str]) -> None:
        """As the line's own; from any thread."""
        known = frozenset(addresses)
        self._orders.put(lambda line: line.expect(known))

    def show(self, address: str, what: Shown) -> None:
        """As the line's own; from any thread."""
        self._orders.put(lambda line: line.show(address, what))

    def beep(self, address: str, times: int = 1) -> None:
        """As the line's own; from any thread."""
        self._orders.put(lambda line: line.beep(address, times))

    def _run(self) -> None:
        tries = 0
        while not self._stopping.is_set():
            try:
                self.line.open(Deadline.after(OPEN_S))
                self._obey()
                tries = 0
                self._tell(True, "")
                while not self._stopping.is_set():
                    self._listen()
            except LinkError as fault:
                self._tell(False, str(fault))
            except Exception as fault:  # noqa: BLE001 - a line must come back whatever happened to it
                self._tell(False, f"{self.line}: {type(fault).__name__}: {fault}")
            self.line.close()
            self._stopping.wait(self._back_off_s[min(tries, len(self._back_off_s) - 1)])
            tries += 1

    def _listen(self) -> None:
        for press in self.line.read(Deadline.after(LOOK_S)):
            self._deliver(Pressed(self.number, press, self._clock()))
        self._obey()
        now = self._clock()
        if now - self._looked >= FAULTS_S:
            self._looked = now
            self._tell_faults(self.line.faults())

    def _obey(self) -> None:
        while True:
            try:
                order = self._orders.get_nowait()
            except queue.Empty:
                return
            order(self.line)

    def _tell(self, there: bool, detail: str) -> None:
        if (there, detail) != self._told:
            self._told = (there, detail)
            self._deliver(Plugged(self.number, there, detail))

    def _tell_faults(self, faults: tuple[PadFault, ...]) -> None:
        if faults != self._faults:
            self._faults = faults
            self._deliver(Faulty(self.number, faults))
