"""The rules of a hall, pure: the plan, the tickets, the order of calling, green windows, numbers and hours.

`decide` turns a command into events, `apply` puts them into the state; time comes in as an argument.
`docs/rules.md` says what was chosen where CONTRACT.md leaves a choice.
"""

from hall.decisions import decide, peek_next
from hall.effects import ImpossibleEventError, apply
from hall.order import Choice
from hall.passing import Taken, advance, next_wake, set_right
from hall.refusals import Refusal
from hall.rights import right_refusal
from hall.snapshots import change_plan, restore, snapshot
from hall.state import Green, State, new_state
from hall.ticket import Appointment, Counter, Ticket

__all__ = [
    "Appointment",
    "Choice",
    "Counter",
    "Green",
    "ImpossibleEventError",
    "Refusal",
    "State",
    "Taken",
    "Ticket",
    "advance",
    "apply",
    "change_plan",
    "decide",
    "new_state",
    "next_wake",
    "peek_next",
    "restore",
    "right_refusal",
    "set_right",
    "snapshot",
]
