"""What is typed: for the search, and to find an appointment. A key that makes no sense there changes nothing."""

import re
from dataclasses import replace

from kiosk.flow.search import MOST_TYPED
from kiosk.flow.state import Entry, Screen, State

PHONE_DIGITS = 4
_MOST_CODE = 64
_SEARCHED = re.compile(r"[A-Za-z0-9 ]")
_CODE = re.compile(r"[A-Za-z0-9._-]")
_DIGIT = re.compile(r"[0-9]")


def pressed(state: State, key: str) -> State:
    """One more letter or digit. While an appointment is looked for, what was typed stands."""
    allowed, most = _allowed(state)
    if len(state.typed) >= most or not allowed.fullmatch(key) or state.look is not None:
        return state
    return replace(state, typed=(state.typed + key).lstrip(), page=0)


def rubbed_out(state: State, *, all_of_it: bool = False) -> State:
    if state.look is not None:
        return state
    return replace(state, typed="" if all_of_it else state.typed[:-1], page=0)


def complete(state: State) -> bool:
    """It can be looked for."""
    return len(state.typed) == PHONE_DIGITS if state.entry is Entry.PHONE else bool(state.typed)


def scanned_code(text: str) -> str | None:
    """The code in what a scanner read: all of it, or the last part of an address; None if there can't be one."""
    last = re.split(r"[/=]", text.strip())[-1]
    return last if 0 < len(last) <= _MOST_CODE and all(_CODE.fullmatch(c) for c in last) else None


def _allowed(state: State) -> tuple[re.Pattern[str], int]:
    if state.screen is Screen.SEARCH:
        return _SEARCHED, MOST_TYPED
    return (_DIGIT, PHONE_DIGITS) if state.entry is Entry.PHONE else (_CODE, _MOST_CODE)
