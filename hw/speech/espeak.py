"""espeak-ng as an engine: a child process an utterance, whose WAV is checked before it is believed."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from hw.speech import sound
from hw.speech.child import Child, Outcome
from hw.speech.errors import SpeechError
from hw.speech.pinyin import to_pinyin
from hw.speech.utterance import Utterance


class Engine(Protocol):
    """What turns an utterance into sound."""

    @property
    def name(self) -> str:
        """What tells its sound from another engine's, in a cache."""

    def speaks(self, language: str) -> bool:
        """Whether it has a voice for that language."""

    def render(self, utterance: Utterance, path: Path) -> None:
        """Write the WAV, or SpeechError; never longer than the engine's own time-out."""

    def kill(self) -> None:
        """From any thread: the rendering that runs now fails at once."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice of espeak-ng, how fast it speaks (words a minute) and what it must be fed."""

    name: str
    speed: int
    gap: int = 0  # between words, in 10 ms
    prepare: Callable[[str], str] = str


# What is better than the voice that espeak-ng itself has under the language's code.
VOICES = {"zh": Voice("cmn-latn-pinyin", 160, 2, to_pinyin), "en": Voice("en", 145)}
_LEAST_S = 0.2
_LIST_S = 4.0


class Espeak:
    """One utterance at a time, each in a child that is killed after `timeout_s`."""

    def __init__(self, program: str = "espeak-ng", timeout_s: float = 4.0) -> None:
        self._program, self._timeout_s, self._child = program, timeout_s, Child()
        self._voices: dict[str, Voice | None] = dict(VOICES)

    @property
    def name(self) -> str:
        return f"espeak-ng {VOICES}"

    def speaks(self, language: str) -> bool:
        return self._voice(language) is not None

    def _voice(self, language: str) -> Voice | None:
        """Ours, or the one espeak-ng has under the very code: a language file added to a hall needs no code here."""
        if language not in self._voices:
            self._voices[language] = Voice(language, 145) if _lists(self._program, language) else None
        return self._voices[language]

    def render(self, utterance: Utterance, path: Path) -> None:
        voice = self._voice(utterance.language)
        if voice is None:
            raise SpeechError("no-voice", f"speech: there is no voice for language {utterance.language!r}")
        path.unlink(missing_ok=True)
        outcome = self._run(voice, utterance.text, path)
        if outcome.hung:
            raise SpeechError("speech-hung", f"speech: {self._program} hung and was killed")
        if outcome.code:
            raise SpeechError("speech-failed", f"speech: {self._program} failed: {_why(outcome)}")
        _believe(path)

    def kill(self) -> None:
        self._child.kill()

    def _run(self, voice: Voice, text: str, path: Path) -> Outcome:
        pace = ("-s", str(voice.speed), "-g", str(voice.gap), "-a", "80")
        argv = (self._program, "-v", voice.name, *pace, "--stdin", "-w", str(path))
        try:
            return self._child.run(argv, self._timeout_s, voice.prepare(text))
        except OSError as fault:
            raise SpeechError(
                "no-engine", f"speech: {self._program} can't be started ({fault.strerror}); install espeak-ng"
            ) from fault


def _lists(program: str, language: str) -> bool:
    if not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language):
        return False
    try:
        argv = [program, f"--voices={language}"]
        done = subprocess.run(argv, capture_output=True, text=True, timeout=_LIST_S, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return any(line.split()[1:2] == [language] for line in done.stdout.splitlines()[1:])


def _why(outcome: Outcome) -> str:
    return outcome.complaint or f"exit code {outcome.code}"


def _believe(path: Path) -> None:
    # Exit code 0 proves nothing: espeak-ng gives it for a file it could not write.
    try:
        rendered = sound.read(path)
    except (OSError, ValueError) as fault:
        raise SpeechError("speech-failed", f"speech: the engine wrote no sound: {fault}") from fault
    if rendered.seconds < _LEAST_S or rendered.peak == 0:
        raise SpeechError("speech-failed", f"speech: the engine wrote only silence to {path}")
