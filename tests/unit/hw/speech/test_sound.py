"""Sound in memory: joined at one rate, one loudness, never clipped, written whole."""

import wave
from array import array
from math import pi, sin
from pathlib import Path

import pytest

from hw.speech.chime import chime
from hw.speech.sound import RATE, Sound, join, levelled, read, resampled, silence, trimmed, write


def tone(amplitude: int, seconds: float = 0.5, rate: int = RATE) -> Sound:
    samples = [round(amplitude * sin(2 * pi * 440 * i / rate)) for i in range(int(seconds * rate))]
    return Sound(array("h", samples), rate)


def test_what_is_written_reads_the_same(tmp_path: Path) -> None:
    write(tone(9000), tmp_path / "a.wav")
    assert read(tmp_path / "a.wav") == tone(9000)
    assert [path.name for path in tmp_path.iterdir()] == ["a.wav"]


def test_parts_of_other_rates_are_joined_at_one() -> None:
    whole = join([tone(9000, 0.5, 16000), silence(0.25), tone(9000, 0.5)])
    assert whole.rate == RATE
    assert whole.seconds == pytest.approx(1.25, abs=0.001)


def test_resampling_keeps_pitch_and_loudness() -> None:
    crossings = sum(a < 0 <= b for a, b in zip(*_pairs(resampled(tone(9000, 1.0, 16000))), strict=True))
    assert crossings == pytest.approx(440, abs=2)
    assert resampled(tone(9000, 1.0, 16000)).peak == pytest.approx(9000, rel=0.02)


def _pairs(sound: Sound) -> tuple[list[int], list[int]]:
    samples = list(sound.samples)
    return samples[:-1], samples[1:]


@pytest.mark.parametrize("amplitude", [600, 9000, 32767])
def test_quiet_and_loud_voices_come_out_alike_and_unclipped(amplitude: int) -> None:
    out = levelled(tone(amplitude))
    assert out.peak == pytest.approx(5100, rel=0.1)


def test_a_voice_with_sharp_peaks_is_held_below_clipping() -> None:
    clicks = Sound(array("h", [32767 if i % 1000 == 0 else 400 * (i % 2) for i in range(RATE)]))
    assert levelled(clicks).peak <= 0.9 * 32767


def test_silence_stays_silence() -> None:
    assert levelled(silence(0.1)) == silence(0.1)
    assert trimmed(silence(0.1)).seconds == 0
    assert silence(0).peak == 0


def test_the_silence_around_speech_is_cut() -> None:
    assert trimmed(join([silence(1), tone(9000), silence(2)])).seconds == pytest.approx(0.54, abs=0.01)


def test_the_chime_is_short_soft_at_both_ends_and_far_from_clipping() -> None:
    sound = chime()
    assert 1.0 <= sound.seconds <= 1.5
    assert abs(sound.samples[0]) < 50
    assert abs(sound.samples[-1]) < 50
    assert 8000 < sound.peak < 25000


@pytest.mark.parametrize("content", [b"", b"RIFF", b"not sound at all" * 10])
def test_a_file_that_is_no_sound_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.wav").write_bytes(content)
    with pytest.raises(ValueError, match=r"a\.wav: not a WAV file"):
        read(tmp_path / "a.wav")


def test_two_channels_are_refused(tmp_path: Path) -> None:
    with wave.open(str(tmp_path / "a.wav"), "wb") as file:
        file.setparams((2, 2, RATE, 0, "NONE", ""))
        file.writeframes(bytes(400))
    with pytest.raises(ValueError, match="one channel of 16 bits"):
        read(tmp_path / "a.wav")
