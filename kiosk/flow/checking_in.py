"""From "I have an appointment" to the confirmed check-in: which one is it, and is it for today?"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from kiosk.flow import keys
from kiosk.flow.effects import Ask, Keep
from kiosk.flow.issuing import Step
from kiosk.flow.state import Entry, Known, Pending, Screen, State, Trouble
from wire.commands import CheckIn
from wire.errors import ErrorCode
from wire.replies import Reply, ReplyError
from wire.states import Catalog
from wire.terms import TicketState

EARLY_MS = 30 * 60_000
"""So long before its time the resident is told not to expect a call yet."""
_STILL_HERE = (TicketState.WAITING, TicketState.CALLED, TicketState.SERVING, TicketState.HELD)
_TROUBLES = {
    ErrorCode.HALL_CLOSED: Trouble.HALL_CLOSED,
    ErrorCode.WRONG_STATE: Trouble.USED,
    ErrorCode.EXPIRED: Trouble.NO_ANSWER,
}


def begin(state: State, known: Known) -> State:
    """The question for the appointment."""
    bookings = known.hall.bookings if known.hall is not None else None
    if not known.ready or bookings is None:
        return state
    return replace(state.fresh, screen=Screen.APPOINTMENT, entry=Entry.CODE)


def by(state: State, entry: Entry) -> State:
    """The other way to find it; what was typed for the one is nothing for the other."""
    return state if entry is state.entry else replace(state, entry=entry, typed="", look=None)


def retype(state: State) -> State:
    """Back to the keypad. Several with the same digits can only be told apart by their codes."""
    entry = Entry.CODE if state.trouble in (Trouble.SEVERAL, Trouble.GUESSED) else state.entry
    return replace(state.fresh, screen=Screen.APPOINTMENT, entry=entry)


def look(state: State, command_id: str, at: int) -> Step:
    """Asks which appointment that is. Nothing of it is kept: it changes nothing."""
    by_phone = state.entry is Entry.PHONE
    asked = CheckIn(
        id=command_id,
        at=at,
        appointment=None if by_phone else state.typed,
        phone_digits=state.typed if by_phone else None,
        look=True,
    )
    return Step(replace(state, look=asked), (Ask(asked),))


def scanned(state: State, text: str, new_id: Callable[[], str], at: int) -> Step:
    """A code read by a scanner begins anew, whatever was on the screen."""
    code = keys.scanned_code(text)
    fresh = replace(state.fresh, screen=Screen.APPOINTMENT, entry=Entry.CODE, typed=code or "")
    return look(fresh, new_id(), at) if code is not None else Step(fail(fresh, Trouble.UNKNOWN_CODE))


def looked(state: State, known: Known, reply: Reply) -> Step:
    """Shows the booking, or says why it can't be checked in."""
    found = reply.appointment
    if not reply.ok or found is None or found.id is None:
        return Step(fail(state, _trouble(state, reply.error)))
    told = replace(state, look=None, booking=found, basket=found.services)
    if reply.ticket is not None and reply.ticket.state not in _STILL_HERE:
        return Step(fail(told, Trouble.USED))
    if known.catalog is not None and _day(found.slot, known.catalog) != _day(reply.at, known.catalog):
        return Step(fail(told, Trouble.ANOTHER_DAY))
    return Step(replace(told, screen=Screen.BOOKING, early=found.slot - reply.at > EARLY_MS))


def check_in(state: State, command_id: str, at: int, since: int | None = None) -> Step:
    """Asks for the ticket, by the code that the look has told; kept before it is sent."""
    assert state.booking is not None
    request = CheckIn(id=command_id, at=at, appointment=state.booking.id)
    asked = replace(state, screen=Screen.ISSUING, request=request, since=at if since is None else since)
    return Step(asked, (Keep(Pending(request, language=state.language)), Ask(request)))


def anew(state: State, command_id: str, at: int) -> Step:
    """The hall found it too old, so it was not done: another id and the time of now. However often: one booking has
    one ticket."""
    assert isinstance(state.request, CheckIn)
    request = CheckIn(id=command_id, at=at, appointment=state.request.appointment)
    kept = Keep(Pending(request, language=state.language))
    return Step(replace(state, request=request), (kept,), busy=True)


def unanswered(state: State) -> Step:
    """Nobody said which it is."""
    return Step(fail(state, Trouble.NO_ANSWER))


def fail(state: State, trouble: Trouble) -> State:
    """No check-in: the words for it."""
    return replace(state, screen=Screen.TROUBLE, trouble=trouble, look=None)


def _trouble(state: State, error: ReplyError | None) -> Trouble:
    if error is None:
        return Trouble.REFUSED
    if error.code is ErrorCode.UNKNOWN_APPOINTMENT:
        several = (error.bookings or 0) > 1
        unknown = Trouble.UNKNOWN_PHONE if state.entry is Entry.PHONE else Trouble.UNKNOWN_CODE
        return Trouble.SEVERAL if several else unknown
    if error.code is ErrorCode.BUSY:
        return Trouble.NOT_SAVING if error.wait_s is None else Trouble.GUESSED
    return _TROUBLES.get(error.code, Trouble.REFUSED)


def _day(at_ms: int, catalog: Catalog) -> date:
    return datetime.fromtimestamp(at_ms / 1000, ZoneInfo(catalog.hall.timezone)).date()
