"""What the screens of a check-in show: the keypad, the booking, its time in words."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from kiosk.flow import keys
from kiosk.flow.hours import day_words
from kiosk.flow.names import service_name
from kiosk.flow.state import Known, Screen, State, Trouble
from ui.languages import Texts

View = dict[str, Any]

_OTHER_TRY = (
    Trouble.UNKNOWN_CODE, Trouble.UNKNOWN_PHONE, Trouble.SEVERAL, Trouble.GUESSED, Trouble.NO_ANSWER,
    Trouble.NOT_SAVING,
)  # fmt: skip
_ORDINARY = (
    Trouble.UNKNOWN_CODE, Trouble.UNKNOWN_PHONE, Trouble.SEVERAL, Trouble.GUESSED, Trouble.ANOTHER_DAY, Trouble.USED,
)  # fmt: skip


def appointment_view(state: State, known: Known) -> View:
    """`offered`: somebody has booked; `letters`, `phones`: how residents can be known."""
    bookings = known.hall.bookings if known.hall is not None else None
    here = state.screen is Screen.APPOINTMENT
    return {
        "offered": bookings is not None,
        "letters": bookings is not None and bookings.letters,
        "phones": bookings is not None and bookings.phones,
        "entry": state.entry.value if state.entry is not None else "",
        "typed": state.typed if here else "",
        "complete": here and keys.complete(state),
        "looking": state.look is not None,
    }


def booking_view(state: State, known: Known) -> View:
    """The booking that was found; `number` once it has one."""
    booking = state.booking
    if booking is None:
        return {"time": "", "services": [], "number": "", "early": False}
    return {
        "time": f"{_moment(booking.slot, known):%H:%M}",
        "services": [service_name(s, state.language, known) for s in booking.services],
        "number": booking.ticket or "",
        "early": state.early and booking.ticket is None,
    }


def ways_on(state: State, known: Known) -> View:
    """What a resident may do whose check-in did not succeed."""
    checks_in = state.entry is not None
    return {
        "retype": checks_in and state.trouble in _OTHER_TRY,
        "takeNumber": checks_in and known.ready and state.trouble in _ORDINARY,
    }


def slot_words(texts: Texts, state: State, known: Known, now_ms: int) -> str:
    """When the appointment is or was that is not today's; '' for any other."""
    booking = state.booking
    if booking is None:
        return ""
    language, moment = state.language, _moment(booking.slot, known)
    over = moment < datetime.fromtimestamp(now_ms / 1000, moment.tzinfo)
    words = {"day": day_words(texts, language, moment), "time": f"{moment:%H:%M}"}
    if over:
        return texts.get(
            language, "Trouble", "It was on {day} at {time}. You can take a number now.", **words
        )
    return texts.get(
        language, "Trouble", "It is on {day} at {time}. Please come then, or take a number now.", **words
    )


def _moment(at_ms: int, known: Known) -> datetime:
    zone = known.catalog.hall.timezone if known.catalog is not None else "Asia/Shanghai"
    return datetime.fromtimestamp(at_ms / 1000, ZoneInfo(zone))
