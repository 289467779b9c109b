"""When the hall closes and opens again: what its screens say of it, and whether anything can still be called."""

from datetime import timedelta

from display.board.known import Known
from display.board.moments import local, time_zone
from display.board.parts import Closed
from display.board.zone import concerns
from display.words import NOTHING, Pair, Words
from wire.terms import CounterState

_WARN_MS = 30 * 60_000
"""So long before it closes the hall says so."""


def closed(known: Known, words: Words, now_ms: int) -> Closed | None:
    """What stands instead of calls where the hall has closed and nobody is to be called here; None: calls do."""
    if not _has_closed(known) or _at_work(known):
        return None
    opens = opens_again(known, words, now_ms)
    return Closed(words.hall_closed(), words.come_back() if opens == NOTHING else opens)


def closing(known: Known, words: Words, now_ms: int) -> Pair:
    """That it closes soon; or that it has, while those with a number are still served; else nothing."""
    hall = known.hall
    if hall is None:
        return NOTHING
    if not hall.open:
        return words.no_more_numbers() if _at_work(known) else NOTHING
    if hall.until is None or not 0 < hall.until - now_ms <= _WARN_MS:
        return NOTHING
    minutes = -(-(hall.until - now_ms) // 60_000)
    return words.closes(f"{local(hall.until, time_zone(known.catalog)):%H:%M}", minutes)


def opens_again(known: Known, words: Words, now_ms: int) -> Pair:
    """When the closed hall opens, with the day where it isn't today; nothing where nobody knows."""
    if known.hall is None or known.hall.until is None or known.hall.until <= now_ms:
        return NOTHING
    zone = time_zone(known.catalog)
    moment, today = local(known.hall.until, zone), local(now_ms, zone).date()
    time = f"{moment:%H:%M}"
    if moment.date() == today:
        return words.opens_at(time)
    if moment.date() == today + timedelta(days=1):
        return words.opens_tomorrow(time)
    return words.opens_on(time, moment.month, moment.day, moment.weekday())


def _has_closed(known: Known) -> bool:
    return known.hall is not None and not known.hall.open


def _at_work(known: Known) -> bool:
    """Somebody of this zone is called or served, or may still be called. What waits is known of the whole hall."""
    if any(call.live for call in known.calls()):
        return True
    states = _states(known)
    busy = {CounterState.CALLED, CounterState.SERVING}
    waiting = known.hall.waiting if known.hall else 0
    return bool(states & busy) or (waiting > 0 and bool(states - {CounterState.CLOSED}))


def _states(known: Known) -> set[CounterState]:
    """Of the counters of this screen's zone."""
    if known.hall is None or known.catalog is None:
        return set()
    ids = [c.id for c in known.catalog.counters if concerns(known.zone, c.zone)]
    return {known.hall.counters[id_].state for id_ in ids if id_ in known.hall.counters}
