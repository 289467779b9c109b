"""Reading aloud what the screen says: a worker of its own, through engines that are killed when they hang. No Qt."""

from kiosk.reading.opening import open_voice
from kiosk.reading.passage import Line, Passage
from kiosk.reading.reader import Reader
from kiosk.reading.voice import KeptVoice, LoudVoice, Voice

__all__ = ["KeptVoice", "Line", "LoudVoice", "Passage", "Reader", "Voice", "open_voice"]
