"""Sound in memory: one channel of 16-bit samples; read, resampled, levelled, joined, written."""

from __future__ import annotations  # array is subscriptable for the type checker only

import os
import sys
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

RATE = 22050
"""Samples a second of everything that is joined; espeak-ng's own, so that speech is never resampled."""
_FULL = 32767
_PEAK = int(0.89 * _FULL)  # -1 dBFS: room for what a loudspeaker's amplifier adds
_SPEECH_RMS = 0.11 * _FULL  # about -19 dBFS while somebody speaks
_QUIET = int(0.01 * _FULL)


@dataclass(frozen=True)
class Sound:
    """Samples of one channel at `rate` a second."""

    samples: array[int]
    rate: int = RATE

    @property
    def seconds(self) -> float:
        """The length in seconds."""
        return len(self.samples) / self.rate

    @property
    def peak(self) -> int:
        """The largest amplitude, 0 … 32768."""
        return max(map(abs, self.samples), default=0)


def silence(seconds: float) -> Sound:
    """Nothing, for so long."""
    return Sound(array("h", bytes(2 * int(seconds * RATE))))


def join(parts: Sequence[Sound]) -> Sound:
    """One after the other, each brought to `RATE` first."""
    whole = array("h")
    for part in parts:
        whole.extend(resampled(part).samples)
    return Sound(whole)


def resampled(sound: Sound) -> Sound:
    """At `RATE`; straight lines between samples, good enough for a voice."""
    if sound.rate == RATE:
        return sound
    old, step, count = sound.samples, sound.rate / RATE, int(len(sound.samples) * RATE / sound.rate)
    return Sound(array("h", [_between(old, i * step) for i in range(count)]))


def _between(samples: array[int], at: float) -> int:
    left = int(at)
    right = min(left + 1, len(samples) - 1)
    return round(samples[left] + (samples[right] - samples[left]) * (at - left))


def levelled(sound: Sound) -> Sound:
    """As loud as every other voice, and never clipped. Silence stays silence."""
    peak = sound.peak
    loud = [sample for sample in sound.samples if abs(sample) > peak // 50]
    if not loud:
        return sound
    rms = sqrt(sum(sample * sample for sample in loud) / len(loud))
    gain = min(_SPEECH_RMS / rms, _PEAK / peak)
    return Sound(array("h", [round(sample * gain) for sample in sound.samples]), sound.rate)


def trimmed(sound: Sound) -> Sound:
    """Without the silence an engine puts before and after."""
    loud = [i for i, sample in enumerate(sound.samples) if abs(sample) > _QUIET]
    if not loud:
        return Sound(array("h"), sound.rate)
    margin = sound.rate // 50
    return Sound(sound.samples[max(loud[0] - margin, 0) : loud[-1] + margin], sound.rate)


def read(path: Path) -> Sound:
    """A WAV of one channel and 16 bits; ValueError says what else it is, OSError that it can't be read."""
    try:
        with wave.open(str(path), "rb") as file:
            if (file.getnchannels(), file.getsampwidth()) != (1, 2):
                raise ValueError(f"{path}: one channel of 16 bits is needed")
            return Sound(_from_bytes(file.readframes(file.getnframes())), file.getframerate())
    except (wave.Error, EOFError) as fault:
        raise ValueError(f"{path}: not a WAV file ({fault})") from fault


def write(sound: Sound, path: Path) -> None:
    """Written whole or not at all: nobody ever plays half a file."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    with wave.open(str(partial), "wb") as file:
        file.setparams((1, 2, sound.rate, 0, "NONE", ""))
        file.writeframes(_to_bytes(sound.samples))
    partial.replace(path)


def _from_bytes(data: bytes) -> array[int]:
    samples = array("h", data[: len(data) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def _to_bytes(samples: array[int]) -> bytes:
    copy = array("h", samples)
    if sys.byteorder == "big":
        copy.byteswap()
    return copy.tobytes()
