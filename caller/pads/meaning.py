"""From a key of a pad, with the digits before it, to the press of this counter that it means now; None: it means none.

A pad has digits and no letters. A number is looked for among those it can mean: waiting here, held here, missed here,
and taken only if it is the only one. With five or six digits the first two are the letter: 01012 is A012.
"""

from collections.abc import Iterable, Sequence

from caller.actions import Action, Press
from caller.presses import Presses
from hw.keypad import Action as Key
from hw.keypad import Press as KeyPress
from wire.states import Catalog, ClerkInfo, CounterView
from wire.terms import CounterState

_WITH_LETTER = 5
_SAME = {
    key: Action(key.value)
    for key in (
        Key.NEXT, Key.RECALL, Key.START, Key.DONE, Key.NO_SHOW, Key.HOLD, Key.RESUME_COUNTER, Key.OPEN, Key.CLOSE,
        Key.FOLLOW_UP, Key.CONTACT, Key.CHECKLIST,
    )
}  # fmt: skip


def meant(key: KeyPress, presses: Presses, reasons: Sequence[str] = ()) -> Press | None:
    """`reasons` for a pause, in the hall's words: the digits choose one, from 1."""
    view, catalog = presses.view, presses.catalog
    if view is None or catalog is None:
        return None
    if key.action in _SAME:
        return Press(_SAME[key.action])
    match key.action:
        case Key.CALL:
            return _with_ticket(Action.CALL, _waiting(key.digits, view, catalog))
        case Key.RESUME:
            return _with_ticket(Action.RESUME, _aside(key.digits, [t.number for t in view.held]))
        case Key.BRING_BACK:
            return _with_ticket(Action.BRING_BACK, _aside(key.digits, [t.number for t in view.missed]))
        case Key.TRANSFER:
            counter = _only(c.id for c in catalog.counters if _same_number(c.id, key.digits))
            return Press(Action.TRANSFER, counter=counter) if counter else None
        case Key.TRANSFER_SERVICE:
            place = int(key.digits or 0)
            known = 1 <= place <= len(catalog.services)
            return Press(Action.TRANSFER, service=catalog.services[place - 1].id) if known else None
        case Key.PAUSE | Key.PAUSE_OR_RESUME | Key.OPEN_OR_CLOSE:
            return _turn(key, view.state, reasons)
    return None


def clerk_of(digits: str, catalog: Catalog | None) -> ClerkInfo | None:
    """Who signs in with this number: the clerk whose id ends in it."""
    clerks = catalog.clerks if catalog is not None else ()
    found = [clerk for clerk in clerks if _same_number(clerk.id, digits)]
    return found[0] if len(found) == 1 else None


def _turn(key: KeyPress, state: CounterState, reasons: Sequence[str]) -> Press | None:
    if key.action is Key.OPEN_OR_CLOSE:
        return Press(Action.OPEN if state is CounterState.CLOSED else Action.CLOSE)
    if key.action is Key.PAUSE_OR_RESUME and state is CounterState.PAUSED:
        return Press(Action.RESUME_COUNTER)
    place = int(key.digits or 0) if key.action is Key.PAUSE else 0
    return Press(Action.PAUSE, reason=reasons[place - 1] if 1 <= place <= len(reasons) else None)


def _with_ticket(action: Action, ticket: str | None) -> Press | None:
    return Press(action, ticket=ticket) if ticket else None


def _waiting(digits: str, view: CounterView, catalog: Catalog) -> str | None:
    """One of those shown as waiting here; else the only ticket of that number that can exist."""
    if not digits:
        return None
    numbers = [ticket.number for ticket in view.queue if _is(ticket.number, digits)]
    if numbers:
        return _only(numbers)
    prefixes = {service.prefix for service in catalog.services}
    return _only(number for number in (f"{p}{_value(digits):03d}" for p in prefixes) if _is(number, digits))


def _aside(digits: str, numbers: Sequence[str]) -> str | None:
    """The one with these digits; without any the latest."""
    if not digits:
        return numbers[-1] if numbers else None
    return _only(number for number in numbers if _is(number, digits))


def _is(number: str, digits: str) -> bool:
    letters = number.rstrip("0123456789")
    if int(number[len(letters) :] or 0) != _value(digits):
        return False
    return len(digits) < _WITH_LETTER or letters == chr(ord("A") + int(digits[:2]) - 1)


def _value(digits: str) -> int:
    return int(digits[2:] if len(digits) >= _WITH_LETTER else digits)


def _same_number(name: str, digits: str) -> bool:
    """`3` is counter 3, and also C-3 and C03, if no other one ends so."""
    tail = name[len(name.rstrip("0123456789")) :]
    return bool(digits and tail) and int(tail) == int(digits)


def _only(found: Iterable[str]) -> str | None:
    """No guess is made between several."""
    several = list(found)
    return several[0] if len(several) == 1 else None
