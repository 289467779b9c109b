"""Voices: what is kept can be listened to; every address is understood or refused in one line."""

from pathlib import Path

import pytest

from hw.link import BadAddressError
from hw.speech import SpeechError
from hw.speech import sound as sounds
from kiosk.reading import KeptVoice, Line, LoudVoice, open_voice


def test_what_is_read_is_kept_as_sound_and_words(tmp_path: Path) -> None:
    for start in (1, 3):
        with open_voice(f"sim:{tmp_path}") as voice:
            assert isinstance(voice, KeptVoice)
            voice.check()
            voice.say(Line("zh", "请取号"))
            voice.say(Line("ug", "نومۇر ئېلىڭ"))
        for number in (start, start + 1):
            assert sounds.read(tmp_path / f"{number:04d}.wav").seconds > 0.4
    lines = (tmp_path / "said.txt").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "0001\tzh\t请取号"
    assert [line[:7] for line in lines] == ["0001\tzh", "0002\tug", "0003\tzh", "0004\tug"]


def test_a_language_nobody_speaks_is_a_fault_of_its_own(tmp_path: Path) -> None:
    with open_voice(f"sim:{tmp_path}") as voice:
        assert voice is not None
        with pytest.raises(SpeechError) as fault:
            voice.say(Line("xx", "hello"))
    assert fault.value.code == "no-voice"


def test_a_full_disk_is_a_fault(tmp_path: Path) -> None:
    with open_voice(f"sim:{tmp_path / 'said'}") as voice:
        assert voice is not None
        (tmp_path / "said" / "said.txt").mkdir()
        with pytest.raises(SpeechError) as fault:
            voice.say(Line("en", "hello"))
    assert fault.value.code == "sound-folder"


def test_the_loudspeaker_and_none() -> None:
    with open_voice("loud:") as voice:
        assert isinstance(voice, LoudVoice)
        voice.kill()
    with open_voice("none") as voice:
        assert voice is None


@pytest.mark.parametrize("address", ["", "sim:", "sim", "loud", "wav:/tmp", "None"])
def test_other_addresses_are_refused_with_what_is_allowed(address: str) -> None:
    with pytest.raises(BadAddressError, match="sim:FOLDER"), open_voice(address):
        pass
