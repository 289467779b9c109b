"""The kiosk's reading aloud in one piece: the narrator on Qt's thread, the reader on its own; or nothing."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.flow import ReadingChanged
from kiosk.flow.view import View
from kiosk.narrator import Narrator
from kiosk.reading import Passage, Reader, Voice
from kiosk.reading.opening import NONE
from kiosk.window import KioskWindow


@dataclass(frozen=True)
class CannotRead:
    """Why nobody hears what is read; both '' when somebody does again."""

    code: str
    text: str


class Aloud:
    """`told` is given every `CannotRead`, from the reader's thread."""

    def __init__(self, window: KioskWindow, voice: Voice | None, told: Callable[[object], None]) -> None:
        self._reader = Reader(voice, lambda code, text: told(CannotRead(code, text))) if voice else None
        self._narrator = Narrator(window.quick, self._read, self._add)
        window.desk.again_asked.connect(self._narrator.again)

    def start(self) -> ReadingChanged:
        """What the flow must know from the start."""
        if self._reader is None:
            return ReadingChanged(NONE)
        self._reader.start()
        return ReadingChanged("")

    def follow(self, view: View) -> None:
        self._narrator.follow(view)

    def close(self) -> None:
        """Silent at once; before the window goes."""
        self._narrator.close()
        if self._reader is not None:
            self._reader.close()

    def _read(self, passage: Passage) -> None:
        if self._reader is not None:
            self._reader.read(passage)

    def _add(self, passage: Passage) -> None:
        if self._reader is not None:
            self._reader.add(passage)
