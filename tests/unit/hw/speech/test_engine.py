"""The engine in its child: it speaks, and it may hang, fail, lie or be missing."""

import threading
import time
from pathlib import Path

import pytest

from hw.speech import Espeak, SpeechError, Studio, Utterance, call_utterance, can_call
from hw.speech import sound as sounds
from hw.speech.espeak import VOICES

HELLO = Utterance("en", "hello")


def script(folder: Path, body: str) -> str:
    """An engine of our own making."""
    path = folder / "engine"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return str(path)


def test_every_language_with_words_has_a_voice() -> None:
    assert all(can_call(language) for language in VOICES)
    assert not can_call("tlh")


def test_a_chinese_call_lasts_less_than_eight_seconds(tmp_path: Path) -> None:
    studio = Studio(Espeak(), tmp_path)
    for ticket, counter in [("A012", "3"), ("AB1777", "32")]:
        sound = sounds.read(studio.announcement([call_utterance("zh", ticket, counter)]))
        assert 3 < sound.seconds < 8
        assert 12000 < sound.peak < 0.9 * 32767


def test_languages_follow_each_other_in_one_file(tmp_path: Path) -> None:
    studio = Studio(Espeak(), tmp_path)
    zh, en = call_utterance("zh", "A012", "3"), call_utterance("en", "A012", "3")
    seconds = [
        sounds.read(studio.announcement(texts, with_chime=chimed)).seconds
        for texts, chimed in [([zh], False), ([en], False), ([zh, en], True)]
    ]
    assert seconds[2] == pytest.approx(seconds[0] + seconds[1] + 1.25 + 2 * 0.35, abs=0.01)


def test_the_same_words_are_rendered_once(tmp_path: Path) -> None:
    first = Studio(Espeak(), tmp_path).announcement([HELLO])
    again = Studio(Espeak(script(tmp_path, "exit 1")), tmp_path).announcement([HELLO])
    assert again == first


@pytest.mark.parametrize(
    ("body", "code", "words"),
    [
        ("exit 0", "speech-failed", "wrote no sound"),
        ("echo no such voice >&2; exit 1", "speech-failed", "no such voice"),
        ("exit 3", "speech-failed", "exit code 3"),
        ('for last; do :; done; echo nonsense > "$last"', "speech-failed", "not a WAV file"),
    ],
)
def test_an_engine_that_lies_is_not_believed(tmp_path: Path, body: str, code: str, words: str) -> None:
    with pytest.raises(SpeechError, match=words) as fault:
        Espeak(script(tmp_path, body)).render(HELLO, tmp_path / "a.wav")
    assert fault.value.code == code


def test_an_engine_that_writes_silence_is_not_believed(tmp_path: Path) -> None:
    sounds.write(sounds.silence(1), tmp_path / "silence.wav")
    copy = script(tmp_path, f'for last; do :; done; cp {tmp_path}/silence.wav "$last"')
    with pytest.raises(SpeechError, match="only silence"):
        Espeak(copy).render(HELLO, tmp_path / "a.wav")


def test_an_engine_that_hangs_is_killed_with_its_children(tmp_path: Path) -> None:
    began = time.monotonic()
    with pytest.raises(SpeechError, match="hung and was killed") as fault:
        Espeak(script(tmp_path, "sleep 60 & sleep 60"), timeout_s=0.2).render(HELLO, tmp_path / "a.wav")
    assert fault.value.code == "speech-hung"
    assert time.monotonic() - began < 5


def test_a_missing_engine_is_named(tmp_path: Path) -> None:
    with pytest.raises(SpeechError, match="install espeak-ng") as fault:
        Espeak(str(tmp_path / "nothing")).render(HELLO, tmp_path / "a.wav")
    assert fault.value.code == "no-engine"


def test_a_language_without_a_voice_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(SpeechError, match="no voice for language 'tlh'") as fault:
        Espeak().render(Utterance("tlh", "nuqneH"), tmp_path / "a.wav")
    assert fault.value.code == "no-voice"


def test_only_the_latest_are_kept(tmp_path: Path) -> None:
    studio = Studio(Espeak(), tmp_path, most=2)
    made = [
        studio.announcement([Utterance("en", text)], with_chime=False) for text in ("one", "two", "three")
    ]
    assert sorted(tmp_path.iterdir()) == sorted(made[1:])


def test_nothing_is_kept_of_a_failure(tmp_path: Path) -> None:
    studio = Studio(Espeak(script(tmp_path, "exit 0")), tmp_path / "cache")
    with pytest.raises(SpeechError):
        studio.announcement([HELLO])
    assert list((tmp_path / "cache").iterdir()) == []


def test_kill_ends_a_rendering_at_once(tmp_path: Path) -> None:
    engine = Espeak(script(tmp_path, f"touch {tmp_path}/began; sleep 60"), timeout_s=60)
    engine.kill()  # nothing runs yet: nothing happens
    faults: list[str] = []
    speaking = threading.Thread(target=lambda: faults.append(_fault(engine, tmp_path)))
    speaking.start()
    while not (tmp_path / "began").exists():
        time.sleep(0.01)
    engine.kill()
    speaking.join(5)
    assert faults == ["speech-failed"]


def _fault(engine: Espeak, folder: Path) -> str:
    with pytest.raises(SpeechError) as fault:
        engine.render(HELLO, folder / "a.wav")
    return fault.value.code
