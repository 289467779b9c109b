"""What the pad shows, in words: pure functions from the state of the presses to parts that a window draws as they are.

Each part is compared with the one before, and only what changed is drawn anew.
"""

from collections.abc import Sequence
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from caller.actions import PAPERS, Action
from caller.notes import Refused
from caller.parts import Button, Chip, Choice, Current, Goals, Head, Lists, Message, Need, Upcoming
from caller.presses import Presses
from caller.search import Findable, find, narrowed
from caller.words import Words
from runtime.deliveries import Alarm
from wire.errors import ErrorCode
from wire.states import AsideTicket, Catalog, CounterView, CurrentTicket, NextTicket, QueuedTicket
from wire.terms import CounterState, Priority

CONNECTING_MS = 3_000
"""So long after the start a pad is connecting; then it is offline."""
NO_NUMBER = "—"
_WARN_MS = 30 * 60_000
"""So long before the hall closes its clerks are told."""


def head(presses: Presses, words: Words, now_ms: int) -> Head:
    catalog, view = presses.catalog, presses.view
    clerk = next((c for c in catalog.clerks if view and c.id == view.clerk), None) if catalog else None
    zone = _zone(catalog)
    banner = _banner(presses, words, now_ms, zone)
    return Head(
        counter=words.counter(presses.counter) if presses.counter else "",
        hall=words.named(catalog.hall.name) if catalog else "",
        clerk=words.named(clerk.name) if clerk else "",
        online=presses.link.online,
        banner=banner,
        lost=not presses.link.online and Alarm.DUPLICATE_ID not in presses.alarms,
        closing="" if banner else closing(presses, words, now_ms),
        help=wanted(presses, words) if presses.link.online else "",
        clock=_local(now_ms, zone).strftime("%H:%M"),
    )


def _banner(presses: Presses, words: Words, now_ms: int, zone: tzinfo | None) -> str:
    link = presses.link
    if Alarm.DUPLICATE_ID in presses.alarms:
        return words.twice()  # also between the turns: each of the two pads is offline by then
    if link.online and Alarm.NOT_IN_HALL_FILE in presses.alarms:
        return words.not_in_hall_file()
    if link.online:
        if Alarm.CANNOT_SAVE in presses.alarms:
            return words.cannot_save()
        if Alarm.CLOCK_BEHIND in presses.alarms:
            return words.clock_behind()
        return words.keypad_away() if presses.keypad_away else ""
    since = link.since_ms
    if since is None or (not link.ever and now_ms - since < CONNECTING_MS):
        return words.connecting()
    return words.offline(_local(since, zone).strftime("%H:%M:%S"))


def closing(presses: Presses, words: Words, now_ms: int) -> str:
    """That the hall closes soon, or has closed while people wait; and how many wait for this counter."""
    hall, view = presses.hall, presses.view
    if hall is None or view is None:
        return ""
    if not hall.open:
        at_work = view.state is not CounterState.CLOSED
        return words.closed_but(view.waiting) if at_work and view.waiting else ""
    if hall.until is None or not 0 < hall.until - now_ms <= _WARN_MS:
        return ""
    return words.closes(_local(hall.until, _zone(presses.catalog)).strftime("%H:%M"), view.waiting)


def wanted(presses: Presses, words: Words) -> str:
    """Where residents call for staff, and since when; '' while nobody does. The dispatcher says when it is over."""
    calls = presses.hall.help if presses.hall is not None else ()
    zone = _zone(presses.catalog)
    return words.help_wanted([(call.device, f"{_local(call.since, zone):%H:%M}") for call in calls])


def current(presses: Presses, words: Words) -> Current:
    view = presses.view
    if view is None:
        return Current(NO_NUMBER, "", words.unknown() if presses.link.online else "", "", (), (), "")
    state, ticket = words.state(view.state), view.current
    if ticket is None:
        return Current(NO_NUMBER, view.state, state, _detail(view, words), (), (), "")
    needs = tuple(Need(_service(presses.catalog, words, s), s in ticket.here) for s in ticket.services)
    chips = _current_chips(presses.catalog, words, ticket)
    return Current(ticket.number, view.state, state, "", needs, chips, words.waited(ticket.waited_s))


def _detail(view: CounterView, words: Words) -> str:
    """Why there is no number, or how to get one."""
    if view.state is CounterState.PAUSED:
        return view.reason or ""
    if view.state is CounterState.CLOSED:
        return words.press_open()
    return words.press_next() if view.next is not None else ""


def elapsed(presses: Presses, now_ms: int) -> str:
    """Since the call, as `mm:ss`; empty without a current ticket."""
    ticket = presses.view.current if presses.view else None
    if ticket is None:
        return ""
    minutes, seconds = divmod(max(0, now_ms - ticket.called_at) // 1000, 60)
    return f"{minutes:02d}:{seconds:02d}"


def upcoming(presses: Presses, words: Words) -> Upcoming:
    view = presses.view
    if view is None:
        return Upcoming(NO_NUMBER, "", "", (), NO_NUMBER)
    ticket, waiting = view.next, str(view.waiting)
    if ticket is None:
        why = "" if view.state is CounterState.CLOSED else words.nobody()
        return Upcoming(NO_NUMBER, why, "", (), waiting)
    return Upcoming(
        number=ticket.number,
        why=words.why(ticket),
        services=_services(presses.catalog, words, ticket.services),
        chips=_need_chips(words, ticket),
        waiting=waiting,
    )


def buttons(presses: Presses, now: float) -> dict[str, Button]:
    return {a.value: Button(presses.can(a, now), presses.waits_for(a)) for a in Action}


def lists(presses: Presses, words: Words, now_ms: int) -> Lists:
    view = presses.view
    if view is None:
        return Lists()

    def row(ticket: QueuedTicket | AsideTicket) -> Choice:
        return Choice(
            id=ticket.number,
            name=_services(presses.catalog, words, ticket.services),
            title=ticket.number,
            note=words.minutes((now_ms - ticket.since) // 1000),
            chips=_queue_chips(words, ticket) if isinstance(ticket, QueuedTicket) else (),
        )

    return Lists(
        waiting=tuple(map(row, view.queue)),
        held=tuple(map(row, view.held)),
        missed=tuple(map(row, view.missed)),
        papers=tuple(
            Choice(
                action.value, words.paper(action), note=words.needs_name() if unnamed else "", on=not unnamed
            )
            for action in PAPERS
            for unnamed in (action is Action.CONTACT and view.clerk is None,)
        ),
    )


def goals(presses: Presses, words: Words, services: Sequence[Findable], text: str) -> Goals:
    """Services and counters found by `text`, this one last; the counters with their states, by the hall's state."""
    if presses.catalog is None:
        return Goals()
    found = tuple(Choice(s.id, words.named(s.name), note=s.prefix) for s in find(services, text))
    ids = sorted((c.id for c in presses.catalog.counters), key=lambda counter: counter == presses.counter)
    counters = tuple(_counter_goal(presses, words, counter) for counter in narrowed(ids, text))
    return Goals(found, counters)


def _counter_goal(presses: Presses, words: Words, counter: str) -> Choice:
    summary = presses.hall.counters.get(counter) if presses.hall else None
    state = summary.state if summary else CounterState.CLOSED
    at_it = state in (CounterState.CALLED, CounterState.SERVING)
    note = words.busy() if at_it else words.state(state)
    return Choice(counter, words.counter(counter), note=note, on=state is not CounterState.CLOSED)


def message(presses: Presses, words: Words) -> Message:
    note = presses.note
    if note is None:
        return Message()
    if isinstance(note, Refused) and note.code is ErrorCode.BUSY and Alarm.CANNOT_SAVE in presses.alarms:
        return Message(words.not_saved(), trouble=True)
    return Message(*words.note(note))


def _current_chips(catalog: Catalog | None, words: Words, ticket: CurrentTicket) -> tuple[Chip, ...]:
    chips = list(_need_chips(words, ticket))
    if ticket.language and catalog and ticket.language != catalog.hall.languages[0]:
        chips.append(Chip(words.language_name(ticket.language), "blue", "sound"))
    if ticket.reason is not None:
        chips.append(Chip(words.reason(ticket.reason), "neutral"))
    if ticket.call > 1:
        chips.append(Chip(words.call_count(ticket.call), "neutral", "repeat"))
    return tuple(chips)


def _need_chips(words: Words, ticket: CurrentTicket | NextTicket | QueuedTicket) -> tuple[Chip, ...]:
    chips = []
    if ticket.priority is not Priority.NONE:
        chips.append(Chip(words.priority(ticket.priority), "orange", "person"))
    if ticket.help:
        chips.append(Chip(words.help(ticket.help), "blue", "bell"))
    return tuple(chips)


def _queue_chips(words: Words, ticket: QueuedTicket) -> tuple[Chip, ...]:
    chips = list(_need_chips(words, ticket))
    if ticket.overdue:
        chips.append(Chip(words.overdue(), "orange", "clock"))
    if ticket.pinned:
        chips.append(Chip(words.pinned(), "accent"))
    return tuple(chips)


def _services(catalog: Catalog | None, words: Words, ids: Sequence[str]) -> str:
    return words.joined(_service(catalog, words, s) for s in ids)


def _service(catalog: Catalog | None, words: Words, service: str) -> str:
    names = next((s.name for s in catalog.services if s.id == service), None) if catalog else None
    return words.named(names) if names else service


def _zone(catalog: Catalog | None) -> tzinfo | None:
    """The hall's; the machine's own while the hall isn't known."""
    try:
        return ZoneInfo(catalog.hall.timezone) if catalog else None
    except (ZoneInfoNotFoundError, ValueError):
        return None


def _local(ms: int, zone: tzinfo | None) -> datetime:
    return datetime.fromtimestamp(ms / 1000, zone)
