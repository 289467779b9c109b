"""The way from the first touch to the last question. A touch that makes no sense on its screen changes nothing."""

from collections.abc import Sequence
from dataclasses import replace

from kiosk.flow import checking_in, keys, menu
from kiosk.flow.state import Entry, Known, Screen, State
from wire.states import Catalog
from wire.terms import Priority

MAX_NEEDS = 5
"""Errands on one ticket: what a person can check at a glance on one screen."""
_MENU = (Screen.CATEGORIES, Screen.SERVICES)
_TYPED = (Screen.SEARCH, Screen.APPOINTMENT)
PRIORITIES: tuple[Priority, ...] = (
    Priority.ELDERLY,
    Priority.ILL,
    Priority.DISABLED,
    Priority.PREGNANT,
    Priority.INFANT,
    Priority.MILITARY,
)


def page_size(state: State) -> int:
    """So many choices a page: six; in elder mode four with those that stand beside the pages; fewer where the lower
    part of the screen has to hold them."""
    elder, lowered = state.modes.elder, state.modes.lowered
    match state.screen:
        case Screen.PRIORITY:  # and the big "no, thank you"
            return 3 if elder or lowered else len(PRIORITIES)
        case Screen.CONFIRM:  # and the big "yes"
            return MAX_NEEDS - (2 if elder else 0) - (1 if lowered else 0)
        case Screen.SEARCH:
            return menu.HITS - (2 if elder else 0)
        case Screen.CHECKLIST:
            return 3 if elder else 4 if lowered else menu.THINGS
    return 6 - (2 if elder else 0) - (2 if lowered else 0) + (1 if elder and lowered else 0)


def most_needs(state: State) -> int:
    return 3 if state.modes.elder else MAX_NEEDS


def choose(state: State, known: Known, what: str, which: str) -> State:
    """The state after this touch; the same state if it is not for this screen."""
    if known.catalog is None:
        return state
    match (state.screen, what):
        case (Screen.WELCOME, "language") if known.ready and which in known.languages:
            return to_menu(replace(state, language=which), known.catalog)
        case (Screen.CATEGORIES, "category") if which in _ids(menu.categories(known.catalog)):
            return replace(state, screen=Screen.SERVICES, category=which, page=0)
        case (screen, "search") if screen in _MENU and known.index:
            return replace(state, screen=Screen.SEARCH, typed="", page=0)
        case (Screen.SERVICES | Screen.SEARCH, "service") if _can_be_had(known, known.catalog, which):
            return _chosen(state, which, known.catalog)
        case (Screen.CHECKLIST, "go-on"):
            return _after_checklist(state)
        case (Screen.PRIORITY, "priority") if which in set(Priority):
            return replace(state, screen=Screen.CONFIRM, priority=Priority(which), page=0)
        case (_, "next-page" | "previous-page"):
            return _turned(state, known, 1 if what == "next-page" else -1)
        case (_, "back"):
            return back(state, known.catalog)
    return _confirming(state, known, what, which) or _checking_in(state, known, what, which)


def _confirming(state: State, known: Known, what: str, which: str) -> State | None:
    assert known.catalog is not None
    match (state.screen, what):
        case (Screen.CONFIRM, "add-need") if len(state.basket) < most_needs(state):
            return to_menu(state, known.catalog)
        case (Screen.CONFIRM, "remove"):
            return _without(state, which, known)
        case (Screen.CONFIRM, "checklist") if menu.things(known.catalog, state.basket):
            return replace(state, screen=Screen.CHECKLIST, overview=True, list_paper=None, page=0)
    return None


def _checking_in(state: State, known: Known, what: str, which: str) -> State:
    assert known.catalog is not None
    match (state.screen, what):
        case (Screen.WELCOME, "appointment"):
            return checking_in.begin(state, known)
        case (Screen.APPOINTMENT, "language") if which in known.languages:
            return replace(state, language=which)
        case (Screen.APPOINTMENT, "by") if which in set(Entry):
            return checking_in.by(state, Entry(which))
        case (screen, "key") if screen in _TYPED:
            return keys.pressed(state, which)
        case (screen, "rub-out" | "rub-out-all") if screen in _TYPED:
            return keys.rubbed_out(state, all_of_it=what == "rub-out-all")
        case (Screen.TROUBLE, "retype") if state.entry is not None:
            return checking_in.retype(state)
        case (Screen.TROUBLE, "take-number") if state.entry is not None and known.ready:
            return to_menu(state.fresh, known.catalog)
    return state


def switch(state: State, known: Known, which: str) -> State:
    """The same screen in another mode; its page is the one that holds what was first on the screen."""
    first = state.page * page_size(state)
    other = replace(state, modes=state.modes.toggled(which))
    last = page_count(other, known) - 1
    return replace(other, page=min(first // page_size(other), last))


def _can_be_had(known: Known, catalog: Catalog, service: str) -> bool:
    """The hall has it, and today's tickets for it are not all given out."""
    load = known.hall.services.get(service) if known.hall is not None else None
    return menu.service(catalog, service) is not None and (load is None or not load.full)


def to_menu(state: State, catalog: Catalog) -> State:
    """The categories, or all services at once where the hall has none."""
    screen = Screen.CATEGORIES if menu.categories(catalog) else Screen.SERVICES
    return replace(state, screen=screen, category=None, typed="", page=0)


def back(state: State, catalog: Catalog) -> State:
    """One question back. Who has chosen something returns to the list of it, not to the welcome."""
    match state.screen:
        case Screen.SERVICES if state.category is not None:
            menu_state = replace(state, screen=Screen.CATEGORIES, category=None)
            return replace(menu_state, page=_page_of(state.category, menu.categories(catalog), menu_state))
        case Screen.CATEGORIES | Screen.SERVICES if state.basket and state.priority is not None:
            return replace(state, screen=Screen.CONFIRM, page=0)
        case Screen.CATEGORIES | Screen.SERVICES | Screen.APPOINTMENT:
            return state.fresh
        case Screen.SEARCH:
            return _to_services_of(replace(state, typed=""), catalog, None)
        case Screen.CHECKLIST if state.overview:
            return _after_checklist(state)
        case Screen.PRIORITY if menu.things(catalog, state.basket[-1:]):
            return replace(state, screen=Screen.CHECKLIST, overview=False, list_paper=None, page=0)
        case Screen.PRIORITY | Screen.CHECKLIST:
            last = state.basket[-1] if state.basket else None
            return _to_services_of(replace(state, basket=state.basket[:-1]), catalog, last)
        case Screen.CONFIRM:
            return replace(state, screen=Screen.PRIORITY, page=0)
        case Screen.BOOKING:
            return checking_in.retype(state)
    return state


def _chosen(state: State, service: str, catalog: Catalog) -> State:
    """The same errand twice counts once. What to bring for it is said before anything more is asked."""
    if service in state.basket:
        return _after_checklist(replace(state, page=0))
    chosen = replace(state, basket=(*state.basket, service), page=0, overview=False, list_paper=None)
    if menu.things(catalog, (service,)):
        return replace(chosen, screen=Screen.CHECKLIST)
    return _after_checklist(chosen)


def _after_checklist(state: State) -> State:
    """The question who may go first is asked once."""
    return replace(state, screen=Screen.PRIORITY if state.priority is None else Screen.CONFIRM, page=0)


def _without(state: State, service: str, known: Known) -> State:
    assert known.catalog is not None
    basket = tuple(s for s in state.basket if s != service)
    if not basket:
        return to_menu(replace(state, basket=()), known.catalog)
    left = replace(state, basket=basket)
    return replace(left, page=min(state.page, page_count(left, known) - 1))


def _turned(state: State, known: Known, by: int) -> State:
    return replace(state, page=min(max(0, state.page + by), page_count(state, known) - 1))


def page_count(state: State, known: Known) -> int:
    """Of the screen's choices; 1 where they all have room."""
    return menu.pages(len(_choices(state, known)), page_size(state))


def _choices(state: State, known: Known) -> Sequence[object]:
    catalog = known.catalog
    if catalog is None:
        return ()
    match state.screen:
        case Screen.SEARCH:
            return menu.hits(known, state)
        case Screen.CHECKLIST:
            return menu.things(catalog, state.listed)
        case Screen.CATEGORIES:
            return menu.categories(catalog)
        case Screen.SERVICES:
            return menu.services(catalog, state.category)
        case Screen.PRIORITY:
            return PRIORITIES
        case Screen.CONFIRM:
            return state.basket
    return ()


def _to_services_of(state: State, catalog: Catalog, service: str | None) -> State:
    """To where a service was chosen: what was found, its category's page, or the menu."""
    if state.typed:
        return replace(state, screen=Screen.SEARCH, page=0)
    if state.category is None:
        return to_menu(state, catalog)
    services = replace(state, screen=Screen.SERVICES)
    return replace(services, page=_page_of(service, menu.services(catalog, state.category), services))


def _page_of(which: str | None, things: tuple[object, ...], state: State) -> int:
    ids = _ids(things)
    return ids.index(which) // page_size(state) if which in ids else 0


def _ids(things: tuple[object, ...]) -> list[str]:
    return [str(getattr(thing, "id", "")) for thing in things]
