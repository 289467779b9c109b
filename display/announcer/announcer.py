"""The announcer: a thread that says one thing at a time, and looks just before whether it is still true."""

import queue
import threading
from collections.abc import Callable

import structlog

from display.announcer.sayings import CallSaying, Saying, Sayings
from display.announcer.voice import Voice
from runtime import Delivery
from wire.states import Fault

BUSY = 2
"""With so many still waiting, a call is said once instead of twice."""


class Announcer:
    """`take` may be called from any thread. `shown` is told each call's `seq`, `faults` what the voice suffers from."""

    def __init__(
        self, device: str, voice: Voice, *, now_ms: Callable[[], int], shown: Callable[[int], object],
        faults: Callable[[tuple[Fault, ...]], object],
    ) -> None:  # fmt: skip
        self._voice, self._now_ms, self._shown, self._faults = voice, now_ms, shown, faults
        self._sayings = Sayings(device)
        self._inbox: queue.SimpleQueue[Delivery | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="announcer", daemon=True)
        self._stopping = threading.Event()
        self._known_faults: tuple[Fault, ...] = ()
        self._log = structlog.get_logger("announcer")

    def start(self) -> None:
        """Begins to follow the hall; says at once when nobody could hear it."""
        self._thread.start()

    def stop(self) -> None:
        """Falls silent at once and ends the thread."""
        self._stopping.set()
        self._inbox.put(None)
        while self._thread.is_alive():
            self._voice.kill()
            self._thread.join(0.1)

    def take(self, delivery: Delivery) -> None:
        """What the hall says."""
        self._inbox.put(delivery)

    def _run(self) -> None:
        self._complain(self._voice.check())
        saying: Saying | None = None
        while self._hear(wait=saying is None):
            try:
                saying = self._sayings.next(self._now_ms())
                if saying is not None:
                    self._say(saying)
            except Exception:  # noqa: BLE001 - one announcement must not silence the hall
                self._log.exception("announcement failed", saying=saying)

    def _hear(self, *, wait: bool) -> bool:
        """Take in all that has come; False when it is over."""
        try:
            while True:
                delivery = self._inbox.get(block=wait)
                if delivery is None:
                    return False
                self._sayings.take(delivery, self._now_ms())
                wait = False
        except queue.Empty:
            return True

    def _say(self, saying: Saying) -> None:
        said = self._voice.say(saying, 1 if self._sayings.waiting >= BUSY else 2)
        if self._stopping.is_set():
            return  # we silenced it ourselves: neither heard nor a fault
        self._complain(said.faults)
        if said.done and isinstance(saying, CallSaying):
            for seq in saying.seqs:
                self._shown(seq)

    def _complain(self, faults: tuple[Fault, ...]) -> None:
        if faults == self._known_faults:
            return
        self._known_faults = faults
        self._faults(faults)
        for fault in faults:
            self._log.error("voice", code=fault.code, text=fault.text)
