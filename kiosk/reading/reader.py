"""The reader: always the newest passage, the one before it falls silent at once; nobody who asks ever waits."""

import queue
import threading
from collections.abc import Callable

import structlog

from hw.speech import SpeechError
from kiosk.reading.passage import Passage
from kiosk.reading.voice import Voice

_TURN_S = 0.02
"""A voice may just be starting a child when it is told to stop: it is told again."""

_log = structlog.get_logger("kiosk")


class Reader:
    """`read` and `hush` may be called from any thread. `fault` is told in words why nobody can hear it, '' when
    somebody can again: code, text."""

    def __init__(self, voice: Voice, fault: Callable[[str, str], None]) -> None:
        self._voice, self._fault = voice, fault
        self._known = ("", "")
        self._wishes: queue.SimpleQueue[Passage | None] = queue.SimpleQueue()
        self._hush = threading.Event()
        self._speaking: threading.Thread | None = None
        self._thread = threading.Thread(target=self._run, name="reader", daemon=True)

    def start(self) -> None:
        """Says at once when nobody could hear it."""
        self._thread.start()

    def read(self, passage: Passage) -> None:
        """This now, instead of whatever is being read."""
        self._wishes.put(passage)

    def hush(self) -> None:
        """Silence."""
        self._wishes.put(())

    def close(self) -> None:
        """Silent at once; the worker has ended."""
        self._wishes.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def _run(self) -> None:
        self._try(self._voice.check)
        while (passage := self._newest()) is not None:
            self._silence()
            if passage:
                self._hush.clear()
                self._speaking = threading.Thread(
                    target=self._speak, args=(passage,), name="reading", daemon=True
                )
                self._speaking.start()
        self._silence()

    def _newest(self) -> Passage | None:
        wish = self._wishes.get()
        while wish is not None and not self._wishes.empty():
            wish = self._wishes.get()
        return wish

    def _silence(self) -> None:
        self._hush.set()
        while self._speaking is not None and self._speaking.is_alive():
            self._voice.kill()
            self._speaking.join(_TURN_S)

    def _speak(self, passage: Passage) -> None:
        for line in passage:
            if self._hush.is_set():
                return
            self._try(lambda line=line: self._voice.say(line))  # type: ignore[misc]

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
