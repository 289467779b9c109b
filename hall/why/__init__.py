"""Why a ticket was called: the rule, the counts behind it, who was passed over and why, the rules then in force.

A `Story` goes along with the events of a replay or of a journal and tells the way of one number, in Chinese and in
English; a `Watcher` explains a single call as facts.
"""

from hall.why.call_words import words
from hall.why.facts import Explanation, PassedOver, Reason, Switch, WindowThen
from hall.why.figures import Figure
from hall.why.passed_words import MOST
from hall.why.story import Story
from hall.why.voice import Both, Voice
from hall.why.watch import Watcher

__all__ = [
    "MOST",
    "Both",
    "Explanation",
    "Figure",
    "PassedOver",
    "Reason",
    "Story",
    "Switch",
    "Voice",
    "Watcher",
    "WindowThen",
    "words",
]
