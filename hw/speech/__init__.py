"""Speech: words to sound, in the languages of the hall, through engines that are killed when they hang."""

from hw.speech.chime import chime
from hw.speech.errors import SpeechError
from hw.speech.espeak import Engine, Espeak
from hw.speech.player import NO_AUDIO, Player, find_player
from hw.speech.studio import Studio
from hw.speech.utterance import Utterance, call_utterance, can_call

__all__ = [
    "NO_AUDIO",
    "Engine",
    "Espeak",
    "Player",
    "SpeechError",
    "Studio",
    "Utterance",
    "call_utterance",
    "can_call",
    "chime",
    "find_player",
]
