"""The way from the first touch to the last question. A touch that makes no sense on its screen changes nothing."""

from dataclasses import replace

from kiosk.flow import menu
from kiosk.flow.state import Known, Screen, State
from wire.states import Catalog
from wire.terms import Priority

MAX_NEEDS = 5
"""Errands on one ticket: what a person can check at a glance on one screen."""


def choose(state: State, known: Known, what: str, which: str) -> State:
    """The state after this touch; the same state if it is not for this screen."""
    if known.catalog is None:
        return state
    match (state.screen, what):
        case (Screen.WELCOME, "language") if known.ready and which in known.languages:
            return to_menu(replace(state, language=which), known.catalog)
        case (Screen.CATEGORIES, "category") if which in _ids(menu.categories(known.catalog)):
            return replace(state, screen=Screen.SERVICES, category=which, page=0)
        case (Screen.SERVICES, "service") if menu.service(known.catalog, which) is not None:
            return _chosen(state, which)
        case (Screen.PRIORITY, "priority") if which in set(Priority):
            return replace(state, screen=Screen.CONFIRM, priority=Priority(which))
        case (Screen.CONFIRM, "add-need") if len(state.basket) < MAX_NEEDS:
            return to_menu(state, known.catalog)
        case (Screen.CONFIRM, "remove"):
            return _without(state, which, known.catalog)
        case (Screen.CATEGORIES | Screen.SERVICES, "next-page" | "previous-page"):
            return _turned(state, known.catalog, 1 if what == "next-page" else -1)
        case (_, "back"):
            return back(state, known.catalog)
    return state


def to_menu(state: State, catalog: Catalog) -> State:
    """The categories, or all services at once where the hall has none."""
    screen = Screen.CATEGORIES if menu.categories(catalog) else Screen.SERVICES
    return replace(state, screen=screen, category=None, page=0)


def back(state: State, catalog: Catalog) -> State:
    """One question back. Who has chosen something returns to the list of it, not to the welcome."""
    match state.screen:
        case Screen.SERVICES if state.category is not None:
            page = _page_of_category(catalog, state.category)
            return replace(state, screen=Screen.CATEGORIES, category=None, page=page)
        case Screen.CATEGORIES | Screen.SERVICES if state.basket and state.priority is not None:
            return replace(state, screen=Screen.CONFIRM, page=0)
        case Screen.CATEGORIES | Screen.SERVICES:
            return State(language=state.language)
        case Screen.PRIORITY:
            last = menu.service(catalog, state.basket[-1]) if state.basket else None
            return _to_services_of(
                replace(state, basket=state.basket[:-1]), catalog, last.id if last else None
            )
        case Screen.CONFIRM:
            return replace(state, screen=Screen.PRIORITY)
    return state


def _chosen(state: State, service: str) -> State:
    """The same errand twice counts once. The question who may go first is asked once."""
    basket = state.basket if service in state.basket else (*state.basket, service)
    screen = Screen.PRIORITY if state.priority is None else Screen.CONFIRM
    return replace(state, screen=screen, basket=basket, page=0)


def _without(state: State, service: str, catalog: Catalog) -> State:
    basket = tuple(s for s in state.basket if s != service)
    return replace(state, basket=basket) if basket else to_menu(replace(state, basket=()), catalog)


def _turned(state: State, catalog: Catalog, by: int) -> State:
    return replace(state, page=min(max(0, state.page + by), page_count(state, catalog) - 1))


def page_count(state: State, catalog: Catalog) -> int:
    things = _ids(menu.categories(catalog) if state.screen is Screen.CATEGORIES else ())
    if state.screen is Screen.SERVICES:
        things = _ids(menu.services(catalog, state.category))
    return menu.pages(len(things))


def _to_services_of(state: State, catalog: Catalog, service: str | None) -> State:
    if service is None or state.category is None:
        return to_menu(state, catalog)
    ids = _ids(menu.services(catalog, state.category))
    return replace(
        state, screen=Screen.SERVICES, page=ids.index(service) // menu.PAGE if service in ids else 0
    )


def _page_of_category(catalog: Catalog, category: str) -> int:
    ids = _ids(menu.categories(catalog))
    return ids.index(category) // menu.PAGE if category in ids else 0


def _ids(things: tuple[object, ...]) -> list[str]:
    return [str(getattr(thing, "id", "")) for thing in things]
