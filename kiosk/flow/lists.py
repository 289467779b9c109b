"""What the search and the checklist show."""

from typing import Any

from kiosk.flow import choosing, menu
from kiosk.flow.names import default_language, service_name
from kiosk.flow.state import Known, Screen, State
from ui.languages import pick
from wire.states import ServiceInfo

View = dict[str, Any]


def search_view(state: State, known: Known) -> View:
    """What is typed and this page of what it finds; nothing on other screens."""
    here = state.screen is Screen.SEARCH
    found = menu.hits(known, state) if here else ()
    shown = found[menu.on_page(state.page, choosing.page_size(state))]
    return {
        "offered": bool(known.index),
        "typed": state.typed if here else "",
        "hits": [_hit(s, state.language, known) for s in shown],
        "found": len(found),
    }


def _hit(service: ServiceInfo, language: str, known: Known) -> View:
    """With its line of business: other lines may have an errand of that name."""
    lines = menu.categories(known.catalog) if known.catalog is not None else ()
    line = next((c.name for c in lines if c.id == service.category), {})
    name = service_name(service.id, language, known)
    return {"id": service.id, "name": name, "line": pick(line, language, default_language(known))}


def checklist_view(state: State, known: Known) -> View:
    """`there`: the chosen errands have one. The rest only on its own screen."""
    there = known.catalog is not None and bool(menu.things(known.catalog, state.basket))
    view: View = {"there": there, "errands": [], "things": [], "paper": "", "overview": state.overview}
    if known.catalog is None or state.screen is not Screen.CHECKLIST:
        return view
    things = menu.things(known.catalog, state.listed)[menu.on_page(state.page, choosing.page_size(state))]
    view["errands"] = [service_name(s, state.language, known) for s in state.listed]
    view["things"] = [pick(thing, state.language, default_language(known)) for thing in things]
    view["paper"] = state.list_paper.value if state.list_paper is not None else ""
    return view
