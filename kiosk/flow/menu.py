"""The menu made of the catalog: categories that have services, services of a category, in pages."""

from collections.abc import Sequence

from kiosk.flow.search import find
from kiosk.flow.state import Known, State
from wire.base import Texts
from wire.states import Catalog, CategoryInfo, ServiceInfo

HITS = 4
"""Of a search: there is a keyboard below."""
THINGS = 5
"""Of a checklist."""
OTHER = "other"


def categories(catalog: Catalog) -> tuple[CategoryInfo, ...]:
    """Those with a service, in the hall's order, then one for services without; none if no service has one."""
    used = {_home(catalog, service) for service in catalog.services}
    known = tuple(c for c in catalog.categories if c.id in used)
    homeless = used - {c.id for c in known}
    return (*known, CategoryInfo(id=OTHER, name={})) if known and homeless else known


def services(catalog: Catalog, category: str | None) -> tuple[ServiceInfo, ...]:
    """The category's services in the hall's order; all of them for None."""
    return tuple(s for s in catalog.services if category is None or _home(catalog, s) == category)


def service(catalog: Catalog, service_id: str) -> ServiceInfo | None:
    return next((s for s in catalog.services if s.id == service_id), None)


def things(catalog: Catalog, services: Sequence[str]) -> tuple[Texts, ...]:
    """What to bring for all of them, each thing once."""
    found = [service(catalog, name) for name in services]
    listed = {str(sorted(t.items())): t for one in found if one is not None for t in one.checklist}
    return tuple(listed.values())


def hits(known: Known, state: State) -> tuple[ServiceInfo, ...]:
    """What the search has found, as the hall offers it now."""
    if known.catalog is None:
        return ()
    offered = {s.id: s for s in known.catalog.services}
    return tuple(offered[s] for s in find(known.index, state.typed, state.language) if s in offered)


def pages(count: int, size: int) -> int:
    return max(1, -(-count // size))


def on_page(page: int, size: int) -> slice:
    return slice(page * size, (page + 1) * size)


def _home(catalog: Catalog, item: ServiceInfo) -> str:
    known = {c.id for c in catalog.categories}
    return item.category if item.category is not None and item.category in known else OTHER
