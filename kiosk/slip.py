"""From the dispatcher's answer to what stands on the slip, and the address behind its QR code."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from kiosk.flow import menu
from kiosk.printing import TicketPaper
from wire.base import Texts
from wire.commands import IssueTicket
from wire.replies import Reply, ReplyTicket
from wire.states import Catalog
from wire.terms import Priority

MAX_CHECKLIST = 8


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
        hall=catalog.hall.name if catalog is not None else {language: ""},
        services=tuple(_name(service, language, catalog) for service in services),
        issued_at=_issued_at(ticket, reply, catalog),
        ahead=ticket.ahead,
        wait_s=(ticket.wait.low_s, ticket.wait.high_s) if ticket.wait is not None else None,
        qr_url=ticket_address(catalog, reply.token) or None,
        checklist=_checklist(services, catalog),
        priority=ticket.priority is not Priority.NONE,
        reprint=reprint,
        language=language,
        second=next((other for other in languages if other != language), None),
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


def _issued_at(ticket: ReplyTicket, reply: Reply, catalog: Catalog | None) -> str:
    moment = datetime.fromtimestamp((ticket.issued_at or reply.at) / 1000, UTC)
    zone = ZoneInfo(catalog.hall.timezone) if catalog is not None else ZoneInfo("Asia/Shanghai")
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M")
