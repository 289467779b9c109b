"""A hall for the kiosk's tests: twelve categories, a long one, and services without a category."""

from wire.replies import Reply, ReplyTicket, WaitRange
from wire.states import BookingsInfo, Catalog, CategoryInfo, HallInfo, HallState, ServiceInfo, ServiceLoad
from wire.terms import Priority, TicketState


def catalog(
    categories: int = 8, languages: tuple[str, ...] = ("zh", "en"), public_url: str | None = None
) -> Catalog:
    """`c1` has 9 services `c1-1` … `c1-9`, every other category two; `lone` has none."""
    groups = [
        CategoryInfo(id=f"c{n}", name={"zh": f"业务{n}", "en": f"Line {n}"}) for n in range(1, categories + 1)
    ]
    services = [
        ServiceInfo(id=f"{g.id}-{n}", prefix="A", name={"zh": f"事项{n}", "en": f"Errand {n}"}, category=g.id)
        for g in groups
        for n in range(1, (9 if g.id == "c1" else 2) + 1)
    ]
    services.append(ServiceInfo(id="lone", prefix="B", name={"zh": "其他咨询"}))
    hall = HallInfo(
        id="baoshan",
        name={"zh": "宝山路街道社区事务受理服务中心", "en": "Baoshan Road Community Affairs Centre"},
        languages=languages,
        timezone="Asia/Shanghai",
        public_url=public_url,
    )
    return Catalog(version="1", hall=hall, categories=tuple(groups), services=tuple(services))


def with_lists(known: Catalog) -> Catalog:
    """The same hall; `c1-2` wants two things brought, `c2-1` six others and one of the same."""
    things = [{"zh": f"材料{n}", "en": f"Paper {n}"} for n in range(1, 9)]
    lists = {"c1-2": tuple(things[:2]), "c2-1": tuple(things[1:])}
    services = [s.model_copy(update={"checklist": lists.get(s.id, ())}) for s in known.services]
    return known.model_copy(update={"services": tuple(services)})


def hall_state(
    *, is_open: bool = True, until: int | None = None, seq: int = 1, bookings: BookingsInfo | None = None
) -> HallState:
    load = ServiceLoad(waiting=3, expected=WaitRange(low_s=250, high_s=700))
    return HallState(
        seq=seq, open=is_open, until=until, services={"c1-1": load, "c1-2": ServiceLoad(waiting=0)},
        bookings=bookings,
    )  # fmt: skip


def issued(command: str, number: str = "A012", services: tuple[str, ...] = ("c1-1",)) -> Reply:
    """The dispatcher's yes."""
    ticket = ReplyTicket(
        number=number,
        state=TicketState.WAITING,
        services=services,
        priority=Priority.NONE,
        language="zh",
        issued_at=1_000,
        ahead=3,
        wait=WaitRange(low_s=250, high_s=700),
    )
    return Reply(command=command, ok=True, at=1_000, epoch=1, seq=5, ticket=ticket, token="0" * 32)
