"""The picture of the hall screen: pure functions from what is known to the parts that are drawn."""

from dataclasses import replace

from display.board.hours import closed, closing
from display.board.known import Known
from display.board.moments import in_force, local, time_zone
from display.board.news import OLD_MS
from display.board.parts import Figures, Head, Missed, Newest, Picture, Row, Tile
from display.board.zone import concerns
from display.words import NOTHING, Pair, Words
from runtime import Alarm
from wire.states import BoardCall, CounterSummary
from wire.terms import CounterState

LAST_CALLS = 8
LAST_MISSED = 10


def picture(known: Known, words: Words, now_ms: int, large: BoardCall | None, blink: int) -> Picture:
    """The screen at `now_ms` (the dispatcher's time), with this call large; `blink`: the seq that blinks, or 0."""
    frame = Picture(
        head=_head(known, words, now_ms),
        closed=closed(known, words, now_ms),
        closing=closing(known, words, now_ms),
        notices=_notices(known, words, now_ms),
        announcement=_announcement(known, now_ms),
        offline=_offline(known, words, now_ms),
        alarm=_alarm(known, words),
        stale=known.stale,
    )
    if frame.closed is not None:
        return frame
    return replace(
        frame,
        newest=_newest(words, large, blink),
        calls=_rows(known, large.seq if large else 0),
        missed=tuple(Missed(m.ticket, m.counter) for m in known.missed()[:LAST_MISSED]),
        tiles=_tiles(known, words),
        figures=Figures(known.hall.waiting, known.hall.handled) if known.hall else None,
    )


def _head(known: Known, words: Words, now_ms: int) -> Head:
    if known.catalog is None:
        return Head()  # a clock without the hall's time zone would be wrong
    now = local(now_ms, time_zone(known.catalog))
    return Head(
        hall=words.named(known.catalog.hall.name),
        area=words.zone(known.zone) if known.zone else NOTHING,
        clock=f"{now:%H:%M}",
        date=words.date(now.month, now.day, now.weekday()),
    )


def _newest(words: Words, call: BoardCall | None, blink: int) -> Newest:
    if call is None:
        return Newest()
    where = words.go_to(call.counter) if call.live else words.counter(call.counter)
    return Newest(call.seq, call.ticket, call.counter, where, blink, call.live)


def _rows(known: Known, large: int) -> tuple[Row, ...]:
    zone = time_zone(known.catalog)
    others = [call for call in known.calls() if call.seq != large][:LAST_CALLS]
    return tuple(Row(c.seq, c.ticket, c.counter, f"{local(c.at, zone):%H:%M}", c.live) for c in others)


def _tiles(known: Known, words: Words) -> tuple[Tile, ...]:
    if known.catalog is None or known.hall is None:
        return ()
    zone, green = known.zone, _green_counters(known)
    return tuple(
        _tile(words, counter.id, known.hall.counters.get(counter.id), counter.id in green)
        for counter in known.catalog.counters
        if concerns(zone, counter.zone)
    )


def _tile(words: Words, counter: str, summary: CounterSummary | None, green: bool) -> Tile:
    state = summary.state if summary else CounterState.CLOSED
    ticket = (summary.ticket or "") if summary else ""
    idle = {
        CounterState.CLOSED: words.closed,
        CounterState.IDLE: words.idle,
        CounterState.PAUSED: words.paused,
    }
    does = idle[state]() if state in idle else NOTHING
    return Tile(counter, state.value, ticket, does, green and state is not CounterState.CLOSED)


def _green_counters(known: Known) -> set[str]:
    windows = known.catalog.green_windows if known.catalog else ()
    states = known.hall.green_windows if known.hall else {}
    engaged = [window for window in windows if window.id in states and states[window.id].engaged]
    return {counter for window in engaged for counter in window.counters}


def _notices(known: Known, words: Words, now_ms: int) -> tuple[Pair, ...]:
    if known.catalog is None:
        return ()
    now = local(now_ms, time_zone(known.catalog))
    green = [tile.counter for tile in _tiles(known, words) if tile.green]
    said = [words.named(notice.text) for notice in known.catalog.notices if in_force(notice, now)]
    return ((words.green(green),) if green else ()) + tuple(said)


def _announcement(known: Known, now_ms: int) -> str:
    said = known.board.announcements if known.board else ()
    young = [a for a in said if now_ms - a.at < OLD_MS and concerns(known.zone, a.zone)]
    return max(young, key=lambda a: a.number).text if young else ""


def _alarm(known: Known, words: Words) -> Pair:
    """Of two screens with one name each is online by turns: that is said all the time."""
    if Alarm.DUPLICATE_ID in known.alarms:
        return words.twice()
    if known.online is None or not known.online.online:
        return NOTHING
    if Alarm.NOT_IN_HALL_FILE in known.alarms:
        return words.not_in_hall_file()
    if Alarm.CANNOT_SAVE in known.alarms:
        return words.cannot_save()
    return words.clock_behind() if Alarm.CLOCK_BEHIND in known.alarms else NOTHING


def _offline(known: Known, words: Words, now_ms: int) -> Pair:
    if Alarm.DUPLICATE_ID in known.alarms:
        return NOTHING
    if known.online is None or (known.stale and known.connecting(now_ms)):
        return words.connecting()
    if known.online.online:
        return NOTHING
    return words.offline(f"{local(known.online.since_ms, time_zone(known.catalog)):%H:%M:%S}")
