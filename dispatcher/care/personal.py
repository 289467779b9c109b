"""What of an event is personal, and the same event without it. Everything else of the journal stays for statistics."""

import json

from wire.base import dump

PERSONAL = {
    "ticket_issued": ("priority", "help", "appointment"),
    "appointment_booked": ("priority", "language"),
    "rated": ("reason",),
}
"""Type of event → fields that are left out once they are too old."""
HARMLESS = {"ticket_issued": ("ready", "device")}
"""Private to the journal, but about nobody."""
_NAMES = {"appointment_booked": ("appointment",)}
"""What a person may have written a name or a telephone number into, and an event can't be without."""
FORGOTTEN = "forgotten"


def without_personal(kind: str, text: str) -> str:
    """The journal's text of that event, with what is personal taken away."""
    fields = json.loads(text)
    for name in PERSONAL.get(kind, ()):
        fields.pop(name, None)
    for name in _NAMES.get(kind, ()):
        fields[name] = FORGOTTEN
    return dump(fields)
