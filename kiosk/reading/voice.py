"""Voices that read one line after the other: aloud, or into files that somebody can listen to later."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from hw.speech import Engine, Player, SpeechError, Studio, Utterance
from kiosk.reading.passage import Line


class Voice(Protocol):
    """One reader at a time calls it; `kill` comes from any thread."""

    def check(self) -> None:
        """SpeechError says what would keep it from being heard."""

    def say(self, line: Line) -> None:
        """Blocks until it is said. SpeechError when it can't have been heard."""

    def kill(self) -> None:
        """Silence at once."""


class LoudVoice:
    """Through the loudspeaker."""

    def __init__(self, engine: Engine, studio: Studio, find_player: Callable[[], Player]) -> None:
        self._engine, self._studio, self._find_player = engine, studio, find_player
        self._player: Player | None = None

    def check(self) -> None:
        self._find_player()

    def say(self, line: Line) -> None:
        sound = _spoken(self._studio, line)
        self._player = self._find_player()
        self._player.play(sound)

    def kill(self) -> None:
        self._engine.kill()
        if self._player is not None:
            self._player.kill()


class KeptVoice:
    """Into a folder: `NNNN.wav` for each line, and `said.txt` with number, language and words. Nothing is heard."""

    def __init__(self, engine: Engine, studio: Studio, folder: Path) -> None:
        """Makes the folder and goes on from the last number in it. OSError when it can't."""
        folder.mkdir(parents=True, exist_ok=True)
        self._engine, self._studio, self._folder = engine, studio, folder
        taken = [int(path.stem) for path in folder.glob("*.wav") if path.stem.isdigit()]
        self._last = max(taken, default=0)

    def check(self) -> None:
        """A folder is always there to listen to."""

    def say(self, line: Line) -> None:
        sound = _spoken(self._studio, line)
        self._last += 1
        name = f"{self._last:04d}"
        try:
            (self._folder / f"{name}.wav").write_bytes(sound.read_bytes())
            with (self._folder / "said.txt").open("a", encoding="utf-8") as said:
                said.write(f"{name}\t{line.language}\t{line.text}\n")
        except OSError as fault:
            raise SpeechError("sound-folder", f"what is read can't be kept: {fault}") from fault

    def kill(self) -> None:
        self._engine.kill()


def _spoken(studio: Studio, line: Line) -> Path:
    try:
        return studio.announcement([Utterance(line.language, line.text)], with_chime=False)
    except OSError as fault:
        raise SpeechError("speech-failed", f"sound can't be written: {fault}") from fault
