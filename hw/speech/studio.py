"""The studio: chime and speech in every language joined into one WAV, kept by what is in it."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hw.speech import sound
from hw.speech.chime import chime
from hw.speech.espeak import Engine
from hw.speech.sound import Sound, silence
from hw.speech.utterance import Utterance

_FORMAT = "1"  # raise it when the same words shall sound different: old files are then left alone
_PAUSE = 0.35


class Studio:
    """Makes announcements with one engine and keeps the last `most` of them in `folder` (about 0.4 MB each)."""

    def __init__(self, engine: Engine, folder: Path, most: int = 200) -> None:
        self._engine, self._folder, self._most = engine, folder, most
        folder.mkdir(parents=True, exist_ok=True)

    def announcement(self, utterances: Sequence[Utterance], *, with_chime: bool = True) -> Path:
        """The WAV that says them one after the other; SpeechError when the engine fails."""
        path = self._folder / f"{self._key(utterances, with_chime)}.wav"
        if not path.exists():
            parts = [chime()] if with_chime else []
            for utterance in utterances:
                parts += [*([silence(_PAUSE)] if parts else []), self._spoken(utterance)]
            sound.write(sound.join(parts), path)
            self._forget_oldest()
        return path

    def _forget_oldest(self) -> None:
        kept = sorted(self._folder.glob("*.wav"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for path in kept[self._most :]:
            path.unlink(missing_ok=True)

    def _spoken(self, utterance: Utterance) -> Sound:
        with TemporaryDirectory(prefix="greenwindow-speech-") as scratch:
            path = Path(scratch) / "speech.wav"
            self._engine.render(utterance, path)
            return sound.levelled(sound.trimmed(sound.read(path)))

    def _key(self, utterances: Sequence[Utterance], with_chime: bool) -> str:
        content = repr((_FORMAT, self._engine.name, tuple(utterances), with_chime))
        return hashlib.sha256(content.encode()).hexdigest()[:32]
