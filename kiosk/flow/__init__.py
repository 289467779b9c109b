"""What the kiosk asks and answers, from the first touch to the slip in the hand. Pure: no Qt, no clock, no I/O."""

from kiosk.flow.effects import Ask, CallStaff, Effect, Forget, Keep, Print, PrintChecklist, Report
from kiosk.flow.flow import Flow, Patience
from kiosk.flow.help import Help, Told
from kiosk.flow.inputs import (
    AlarmsChanged,
    Answered,
    CatalogCame,
    ChecklistCame,
    HallCame,
    HelpAnswered,
    Input,
    OnlineChanged,
    PaperCame,
    PrinterChanged,
    ReadingChanged,
    ReprintAsked,
    Restarted,
    Tick,
    Touch,
    Unanswered,
)
from kiosk.flow.modes import Modes
from kiosk.flow.state import Known, Paper, Pending, Screen, State, Trouble

__all__ = [
    "AlarmsChanged",
    "Answered",
    "Ask",
    "CallStaff",
    "CatalogCame",
    "ChecklistCame",
    "Effect",
    "Flow",
    "Forget",
    "HallCame",
    "Help",
    "HelpAnswered",
    "Input",
    "Keep",
    "Known",
    "Modes",
    "OnlineChanged",
    "Paper",
    "PaperCame",
    "Patience",
    "Pending",
    "Print",
    "PrintChecklist",
    "PrinterChanged",
    "ReadingChanged",
    "Report",
    "ReprintAsked",
    "Restarted",
    "Screen",
    "State",
    "Tick",
    "Told",
    "Touch",
    "Trouble",
    "Unanswered",
]
