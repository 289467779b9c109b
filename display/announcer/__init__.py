"""The announcer: the one voice of a display's zone; knows no Qt."""

from display.announcer.announcer import BUSY, Announcer
from display.announcer.sayings import CallSaying, Saying, Sayings, WordsSaying
from display.announcer.shelf import Shelf
from display.announcer.voice import Said, Voice

__all__ = ["BUSY", "Announcer", "CallSaying", "Said", "Saying", "Sayings", "Shelf", "Voice", "WordsSaying"]
