"""The one history checker: what every actor asked and was told, against what the database kept."""

from tests.support.history.database import read_rows
from tests.support.history.faults import Fault, Found
from tests.support.history.judge import find_faults, judge
from tests.support.history.records import Asked, Heard, History, JournalLine, Log, ReplyLine, Rows, TicketLine

__all__ = [
    "Asked",
    "Fault",
    "Found",
    "Heard",
    "History",
    "JournalLine",
    "Log",
    "ReplyLine",
    "Rows",
    "TicketLine",
    "find_faults",
    "judge",
    "read_rows",
]
