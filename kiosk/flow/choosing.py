"""The way from the first touch to the last question. A touch that makes no sense on its screen changes nothing."""

from dataclasses import replace

from kiosk.flow import menu
from kiosk.flow.state import Known, Screen, State
from wire.states import Catalog
from wire.terms import Priority

MAX_NEEDS = 5
"""Errands on one ticket: what a person can check at a glance on one screen."""
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
        case (Screen.SERVICES, "service") if _can_be_had(known, known.catalog, which):
            return _chosen(state, which)
        case (Screen.PRIORITY, "priority") if which in set(Priority):
            return replace(state, screen=Screen.CONFIRM, priority=Priority(which), page=0)
        case (Screen.CONFIRM, "add-need") if len(state.basket) < most_needs(state):
            return to_menu(state, known.catalog)
        case (Screen.CONFIRM, "remove"):
            return _without(state, which, known.catalog)
        case (_, "next-page" | "previous-page"):
            return _turned(state, known.catalog, 1 if what == "next-page" else -1)
        case (_, "back"):
            return back(state, known.catalog)
    return state


def switch(state: State, known: Known, which: str) -> State:
    """The same screen in another mode; its page is the one that holds what was first on the screen."""
    first = state.page * page_size(state)
    other = replace(state, modes=state.modes.toggled(which))
    if known.catalog is None:
        return other
    last = page_count(other, known.catalog) - 1
    return replace(other, page=min(first // page_size(other), last))


def _can_be_had(known: Known, catalog: Catalog, service: str) -> bool:
    """The hall has it, and today's tickets for it are not all given out."""
    load = known.hall.services.get(service) if known.hall is not None else None
    return menu.service(catalog, service) is not None and (load is None or not load.full)


def to_menu(state: State, catalog: Catalog) -> State:
    """The categories, or all services at once where the hall has none."""
    screen = Screen.CATEGORIES if menu.categories(catalog) else Screen.SERVICES
    return replace(state, screen=screen, category=None, page=0)


def back(state: State, catalog: Catalog) -> State:
    """One question back. Who has chosen something returns to the list of it, not to the welcome."""
    match state.screen:
        case Screen.SERVICES if state.category is not None:
            menu_state = replace(state, screen=Screen.CATEGORIES, category=None)
            return replace(menu_state, page=_page_of(state.category, menu.categories(catalog), menu_state))
        case Screen.CATEGORIES | Screen.SERVICES if state.basket and state.priority is not None:
            return replace(state, screen=Screen.CONFIRM, page=0)
        case Screen.CATEGORIES | Screen.SERVICES:
            return State(language=state.language, modes=state.modes)
        case Screen.PRIORITY:
            last = menu.service(catalog, state.basket[-1]) if state.basket else None
            return _to_services_of(
                replace(state, basket=state.basket[:-1]), catalog, last.id if last else None
            )
        case Screen.CONFIRM:
            return replace(state, screen=Screen.PRIORITY, page=0)
    return state


def _chosen(state: State, service: str) -> State:
    """The same errand twice counts once. The question who may go first is asked once."""
    basket = state.basket if service in state.basket else (*state.basket, service)
    screen = Screen.PRIORITY if state.priority is None else Screen.CONFIRM
    return replace(state, screen=screen, basket=basket, page=0)


def _without(state: State, service: str, catalog: Catalog) -> State:
    basket = tuple(s for s in state.basket if s != service)
    if not basket:
        return to_menu(replace(state, basket=()), catalog)
    left = replace(state, basket=basket)
    return replace(left, page=min(state.page, page_count(left, catalog) - 1))


def _turned(state: State, catalog: Catalog, by: int) -> State:
    return replace(state, page=min(max(0, state.page + by), page_count(state, catalog) - 1))


def page_count(state: State, catalog: Catalog) -> int:
    """Of the screen's choices; 1 where they all have room."""
    return menu.pages(len(_choices(state, catalog)), page_size(state))


def _choices(state: State, catalog: Catalog) -> tuple[object, ...]:
    match state.screen:
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
    if service is None or state.category is None:
        return to_menu(state, catalog)
    services = replace(state, screen=Screen.SERVICES)
    return replace(services, page=_page_of(service, menu.services(catalog, state.category), services))


def _page_of(which: str, things: tuple[object, ...], state: State) -> int:
    ids = _ids(things)
    return ids.index(which) // page_size(state) if which in ids else 0


def _ids(things: tuple[object, ...]) -> list[str]:
    return [str(getattr(thing, "id", "")) for thing in things]
