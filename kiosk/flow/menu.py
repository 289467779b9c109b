"""The menu made of the catalog: categories that have services, services of a category, in pages."""

from wire.states import Catalog, CategoryInfo, ServiceInfo

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


def pages(count: int, size: int) -> int:
    return max(1, -(-count // size))


def on_page(page: int, size: int) -> slice:
    return slice(page * size, (page + 1) * size)


def _home(catalog: Catalog, item: ServiceInfo) -> str:
    known = {c.id for c in catalog.categories}
    return item.category if item.category is not None and item.category in known else OTHER
