"""What the kiosk asks and answers, from the first touch to the slip in the hand. Pure: no Qt, no clock, no I/O."""

from kiosk.flow.effects import Ask, Effect, Forget, Keep, Print, PrintChecklist, Report
from kiosk.flow.flow import Flow, Patience
from kiosk.flow.inputs import (
    AlarmsChanged,
    Answered,
    CatalogCame,
    ChecklistCame,
    HallCame,
    Input,
    OnlineChanged,
    PaperCame,
    PrinterChanged,
    ReprintAsked,
    Restarted,
    Tick,
    Touch,
    Unanswered,
)
from kiosk.flow.state import Known, Paper, Pending, Screen, State, Trouble

__all__ = [
    "AlarmsChanged",
    "Answered",
    "Ask",
    "CatalogCame",
    "ChecklistCame",
    "Effect",
    "Flow",
    "Forget",
    "HallCame",
    "Input",
    "Keep",
    "Known",
    "OnlineChanged",
    "Paper",
    "PaperCame",
    "Patience",
    "Pending",
    "Print",
    "PrintChecklist",
    "PrinterChanged",
    "Report",
    "ReprintAsked",
    "Restarted",
    "Screen",
    "State",
    "Tick",
    "Touch",
    "Trouble",
    "Unanswered",
]
