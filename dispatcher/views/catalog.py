"""`state/catalog`: what stations must know of the hall file."""

from hall.plan import Clerk, Device, Notice, PaperSection, Plan, Service
from wire.states import (
    Catalog,
    CategoryInfo,
    ClerkInfo,
    CounterInfo,
    DeviceInfo,
    GreenWindowInfo,
    HallInfo,
    NoticeInfo,
    PaperInfo,
    ServiceInfo,
)


def catalog_view(plan: Plan, version: str, epoch: int, at: int, logo: str = "") -> Catalog:
    """The catalog of a hall file and its logo. No hash of a PIN is in it."""
    return Catalog(
        epoch=epoch,
        at=at,
        version=version,
        hall=_hall(plan),
        categories=tuple(CategoryInfo(id=c.id, name=c.name, zone=c.zone) for c in plan.categories),
        services=tuple(map(_service, plan.services)),
        counters=tuple(
            CounterInfo(id=c.id, zone=c.zone, services=c.services, priority=c.priority) for c in plan.counters
        ),
        zones=_zones(plan),
        green_windows=tuple(
            GreenWindowInfo(id=g.id, services=g.services, counters=g.counters) for g in plan.green_windows
        ),
        devices=tuple(map(_device, plan.devices)),
        clerks=tuple(map(_clerk, plan.clerks)),
        notices=tuple(map(_notice, plan.notices)),
        paper=_paper(plan.paper, logo),
    )


def _hall(plan: Plan) -> HallInfo:
    hall = plan.hall
    return HallInfo(
        id=hall.id,
        name=hall.name,
        languages=hall.languages,
        timezone=hall.timezone,
        public_url=hall.public_url,
    )


def _service(service: Service) -> ServiceInfo:
    minutes = service.expected_minutes
    return ServiceInfo(
        id=service.id,
        prefix=service.prefix,
        name=service.name,
        category=service.category,
        expected_minutes=None if minutes is None else float(minutes),
        checklist=service.checklist,
        follow_up=service.follow_up,
    )


def _zones(plan: Plan) -> tuple[str, ...]:
    """Every part of the hall that is named somewhere, in the order of the file."""
    named = (
        [c.zone for c in plan.counters] + [c.zone for c in plan.categories] + [d.zone for d in plan.devices]
    )
    return tuple(dict.fromkeys(zone for zone in named if zone is not None))


def _device(device: Device) -> DeviceInfo:
    return DeviceInfo(
        id=device.id,
        kind=device.kind,
        counter=device.counter,
        addresses=device.addresses,
        zone=device.zone,
        language=device.language,
    )


def _clerk(clerk: Clerk) -> ClerkInfo:
    return ClerkInfo(
        id=clerk.id,
        name=clerk.name,
        phone=clerk.phone,
        services=clerk.services,
        pin=clerk.pin_hash is not None,
    )


def _paper(paper: PaperSection, logo: str) -> PaperInfo | None:
    if paper == PaperSection():
        return None
    return PaperInfo(
        logo=logo or None,
        greeting=paper.greeting or {},
        footer=paper.footer or {},
        ticket=tuple(part.value for part in paper.ticket),
    )


def _notice(notice: Notice) -> NoticeInfo:
    return NoticeInfo.model_validate({"text": notice.text, "from": notice.from_, "until": notice.until})
