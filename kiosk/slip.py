"""From the dispatcher's answer and the catalog to what stands on the papers, and the address behind the QR code."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypedDict
from zoneinfo import ZoneInfo

from kiosk.design import design
from kiosk.flow import menu
from kiosk.printing import ChecklistPaper, ContactPaper, Design, Errand, FollowUpPaper, Paper, TicketPaper
from wire.base import Texts
from wire.commands import IssueTicket
from wire.replies import Reply, ReplyPaper
from wire.states import Catalog, ServiceInfo
from wire.terms import PaperKind, Priority

MAX_CHECKLIST = 8


class _OfAll(TypedDict):
    hall: Texts
    language: str
    second: str | None
    design: Design


def ticket_address(catalog: Catalog | None, token: str | None) -> str:
    """The resident's page on the phone; '' where the hall has none."""
    if catalog is None or not catalog.hall.public_url or not token:
        return ""
    return f"{catalog.hall.public_url.rstrip('/')}/t/{token}"


def slip(reply: Reply, request: IssueTicket | None, catalog: Catalog | None, *, reprint: bool) -> TicketPaper:
    """What to print for an answered request, or for staff's reprint, which has no request of ours."""
    ticket = reply.ticket
    assert ticket is not None
    services = ticket.services or (request.services if request is not None else ())
    languages = catalog.hall.languages if catalog is not None else ("zh", "en")
    language = ticket.language or (request.language if request is not None else None) or languages[0]
    return TicketPaper(
        number=ticket.number,
        **_of_all(language, catalog),
        services=tuple(_name(service, language, catalog) for service in services),
        issued_at=_said_at(ticket.issued_at or reply.at, catalog),
        ahead=ticket.ahead,
        wait_s=(ticket.wait.low_s, ticket.wait.high_s) if ticket.wait is not None else None,
        qr_url=ticket_address(catalog, reply.token) or None,
        checklist=_checklist(services, catalog),
        priority=ticket.priority is not Priority.NONE,
        reprint=reprint,
    )


def sheet(asked: ReplyPaper, catalog: Catalog | None, now_ms: int) -> Paper:
    """What a counter wants printed."""
    language = asked.language or (catalog.hall.languages[0] if catalog is not None else "zh")
    if asked.kind is PaperKind.CHECKLIST:
        return checklist(asked.services, language, catalog, now_ms)
    known = {clerk.id: clerk for clerk in catalog.clerks} if catalog is not None else {}
    clerk = known.get(asked.clerk or "")
    of_all = _of_all(language, catalog)
    printed_at = _said_at(now_ms, catalog)
    if asked.kind is PaperKind.CONTACT:
        return ContactPaper(
            **of_all,
            clerk=clerk.name if clerk is not None else {language: asked.clerk or ""},
            counter=asked.counter,
            phone=clerk.phone if clerk is not None else None,
            printed_at=printed_at,
            services=tuple(_name(service, language, catalog) for service in asked.services),
        )
    return FollowUpPaper(
        **of_all,
        errands=_errands(asked.services, language, catalog, lambda service: service.follow_up),
        counter=asked.counter,
        clerk=clerk.name if clerk is not None else {},
        phone=clerk.phone if clerk is not None else None,
        printed_at=printed_at,
    )


def _of_all(language: str, catalog: Catalog | None) -> _OfAll:
    """What every paper has."""
    languages = catalog.hall.languages if catalog is not None else ("zh", "en")
    return {
        "hall": catalog.hall.name if catalog is not None else {language: ""},
        "language": language,
        "second": next((other for other in languages if other != language), None),
        "design": design(catalog),
    }


def _errands(
    services: tuple[str, ...],
    language: str,
    catalog: Catalog | None,
    texts: Callable[[ServiceInfo], tuple[Texts, ...]],
) -> tuple[Errand, ...]:
    """Each by name; one that the hall no longer has by its id, without texts."""
    found = [menu.service(catalog, service) if catalog is not None else None for service in services]
    return tuple(
        Errand(_name(id_, language, catalog), texts(service) if service is not None else ())
        for id_, service in zip(services, found, strict=True)
    )


def checklist(
    services: tuple[str, ...], language: str, catalog: Catalog | None, now_ms: int
) -> ChecklistPaper:
    """What to bring for these services; one that the hall no longer has is named by its id."""
    return ChecklistPaper(
        **_of_all(language, catalog),
        errands=_errands(services, language, catalog, lambda service: service.checklist),
        printed_at=_said_at(now_ms, catalog),
    )


def _name(service: str, language: str, catalog: Catalog | None) -> Texts:
    found = menu.service(catalog, service) if catalog is not None else None
    return found.name if found is not None else {language: service}


def _checklist(services: tuple[str, ...], catalog: Catalog | None) -> tuple[Texts, ...]:
    """What to bring for all of them, each thing once."""
    if catalog is None:
        return ()
    found = [menu.service(catalog, service) for service in services]
    things = {
        str(sorted(t.items())): t for service in found if service is not None for t in service.checklist
    }
    return tuple(things.values())[:MAX_CHECKLIST]


def _said_at(at_ms: int, catalog: Catalog | None) -> str:
    moment = datetime.fromtimestamp(at_ms / 1000, UTC)
    zone = ZoneInfo(catalog.hall.timezone) if catalog is not None else ZoneInfo("Asia/Shanghai")
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M")
