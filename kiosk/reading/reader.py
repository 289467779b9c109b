"""The reader: always the newest passage, the one before it falls silent at once; nobody who asks ever waits."""

import queue
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import structlog

from hw.speech import SpeechError
from kiosk.reading.passage import Line, Passage
from kiosk.reading.voice import Voice

_TURN_S = 0.02
"""A voice may just be starting a child when it is told to stop: it is told again."""

_log = structlog.get_logger("kiosk")


@dataclass(frozen=True, slots=True)
class _Wish:
    passage: Passage
    after: bool
    """What is being read is heard to its end first."""


class Reader:
    """`read`, `add` and `hush` may be called from any thread. `fault` is told why nobody can hear it, as code and
    text, and two '' when somebody can again."""

    def __init__(self, voice: Voice, fault: Callable[[str, str], None]) -> None:
        self._voice, self._fault = voice, fault
        self._known = ("", "")
        self._wishes: queue.SimpleQueue[_Wish | None] = queue.SimpleQueue()
        self._hush = threading.Event()
        self._lines: deque[Line] = deque()
        self._turn = threading.Lock()
        self._busy = False
        self._speaking: threading.Thread | None = None
        self._thread = threading.Thread(target=self._run, name="reader", daemon=True)

    def start(self) -> None:
        """Says at once when nobody could hear it."""
        self._thread.start()

    def read(self, passage: Passage) -> None:
        """This now, instead of whatever is being read."""
        self._wishes.put(_Wish(passage, after=False))

    def add(self, passage: Passage) -> None:
        """This after what is being read."""
        self._wishes.put(_Wish(passage, after=True))

    def hush(self) -> None:
        """Silence."""
        self.read(())

    def close(self) -> None:
        """Silent at once; the worker has ended."""
        self._wishes.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def _run(self) -> None:
        self._try(self._voice.check)
        while (wish := self._wishes.get()) is not None:
            if not wish.after:
                self._silence()
            self._append(wish.passage)
        self._silence()

    def _append(self, passage: Passage) -> None:
        with self._turn:
            self._lines.extend(passage)
            if self._busy or not self._lines:
                return
            self._busy = True
            self._hush.clear()
        self._speaking = threading.Thread(target=self._speak, name="reading", daemon=True)
        self._speaking.start()

    def _silence(self) -> None:
        with self._turn:
            self._lines.clear()
            self._hush.set()
        while self._speaking is not None and self._speaking.is_alive():
            self._voice.kill()
            self._speaking.join(_TURN_S)

    def _speak(self) -> None:
        while (line := self._next()) is not None:
            self._try(partial(self._voice.say, line))

    def _next(self) -> Line | None:
        with self._turn:
            self._busy = bool(self._lines)
            return self._lines.popleft() if self._lines else None

    def _try(self, deed: Callable[[], None]) -> None:
        try:
            deed()
            found = ("", "")
        except SpeechError as error:
            if self._hush.is_set():
                return  # we silenced it ourselves
            found = (error.code, str(error))
        except Exception as error:  # noqa: BLE001 - one line must not silence the kiosk for good
            _log.exception("reading failed")
            found = ("speech-failed", f"reading aloud failed: {error}")
        if found != self._known:
            self._known = found
            self._fault(*found)
