"""The chime before a call: two soft bell notes a third apart, computed: no recording is owed to anybody."""

from array import array
from math import exp, pi, sin

from hw.speech.sound import RATE, Sound

_NOTES = ((659.26, 0.0), (523.25, 0.32))  # E5, then C5 while the first still rings
_PARTIALS = ((1.0, 1.0, 4.0), (2.0, 0.28, 7.0), (3.01, 0.10, 11.0))  # pitch, strength, decay a second
_SECONDS = 1.25
_ATTACK_S = 0.012
_RELEASE_S = 0.15
_VOLUME = 0.34


def chime() -> Sound:
    """1.25 s that begins and ends at silence and never clips."""
    return Sound(array("h", [round(32767 * _VOLUME * _at(i / RATE)) for i in range(int(_SECONDS * RATE))]))


def _at(moment: float) -> float:
    ringing = sum(_bell(pitch, moment - start) for pitch, start in _NOTES if moment >= start)
    return ringing * min(1.0, (_SECONDS - moment) / _RELEASE_S)


def _bell(pitch: float, age: float) -> float:
    tones = (s * exp(-decay * age) * sin(2 * pi * pitch * p * age) for p, s, decay in _PARTIALS)
    return min(1.0, age / _ATTACK_S) * sum(tones)
