"""The ticket: whose, which number, how long, for what, what to do meanwhile; the hall says what, in which order."""

from collections.abc import Callable

from kiosk.printing.blocks import (
    BOX,
    Badge,
    Band,
    Block,
    Code,
    Entry,
    Fact,
    Facts,
    Foot,
    Greeting,
    HallName,
    Logo,
    Note,
    Number,
    Part,
)
from kiosk.printing.paper import TicketPaper
from kiosk.printing.wording import Wording

_Part = Callable[[TicketPaper, Wording], list[Block]]


def ticket_blocks(paper: TicketPaper, wording: Wording) -> list[Block]:
    """In the hall's order; that it is a reprint comes first whatever that is."""
    blocks = _reprint(wording) if paper.reprint else []
    for part in paper.design.ticket:
        blocks += _PARTS[part](paper, wording)
    return blocks


def _reprint(wording: Wording) -> list[Block]:
    note = wording.said("The same number as before, not a new one")
    return [Band("reprint", wording.said("REPRINT"), note)]


def _logo(paper: TicketPaper, _: Wording) -> list[Block]:
    return [Logo(paper.design.logo)] if paper.design.logo is not None else []


def _hall(paper: TicketPaper, wording: Wording) -> list[Block]:
    return [HallName(wording.names(paper.hall))]


def _greeting(paper: TicketPaper, wording: Wording) -> list[Block]:
    words = paper.design.greeting
    return [Greeting("greeting", wording.names(words))] if words else []


def _number(paper: TicketPaper, wording: Wording) -> list[Block]:
    number: list[Block] = [Number(wording.said("Your number"), paper.number)]
    return [*number, Badge("priority", wording.said("Priority"))] if paper.priority else number


def _wait(paper: TicketPaper, wording: Wording) -> list[Block]:
    facts: list[Fact] = []
    if paper.ahead is not None:
        facts.append(Fact("ahead", wording.said("Ahead of you"), wording.said("{n}", n=paper.ahead)))
    if paper.wait_s is not None:
        facts.append(Fact("wait", wording.said("Expected wait"), wording.wait(paper.wait_s)))
    return [Facts(tuple(facts))] if facts else []


def _services(paper: TicketPaper, wording: Wording) -> list[Block]:
    many = len(paper.services) > 1
    entries = [
        Entry(f"service-{n}", wording.names(service), f"{n}." if many else "", strong=True)
        for n, service in enumerate(paper.services, 1)
    ]
    return [Part("services", wording.said("Your errands")), *entries]


def _code(paper: TicketPaper, wording: Wording) -> list[Block]:
    note = wording.said("Scan with your phone: no need to watch the screen.")
    return [Code(paper.qr_url, wording.said("Follow your place"), note)] if paper.qr_url else []


def _checklist(paper: TicketPaper, wording: Wording) -> list[Block]:
    if not paper.checklist:
        return []
    things = [Entry(f"bring-{n}", wording.names(of), BOX) for n, of in enumerate(paper.checklist, 1)]
    return [Part("bring", wording.said("Please bring")), *things]


def _missed(_: TicketPaper, wording: Wording) -> list[Block]:
    note = wording.said(
        "Watch the screens and listen. If you missed it, take this slip to the service desk the same day: "
        "staff will put you back in the queue."
    )
    return [Part("missed", wording.said("If you miss your call")), Note("missed", note)]


def _footer(paper: TicketPaper, wording: Wording) -> list[Block]:
    words = paper.design.footer
    return [Part("footer"), Greeting("footer", wording.names(words))] if words else []


def _issued(paper: TicketPaper, wording: Wording) -> list[Block]:
    return [Foot((("issued", wording.said("Taken {at}, valid that day", at=paper.issued_at)),))]


_PARTS: dict[str, _Part] = {
    "logo": _logo,
    "hall": _hall,
    "greeting": _greeting,
    "number": _number,
    "wait": _wait,
    "services": _services,
    "code": _code,
    "checklist": _checklist,
    "missed": _missed,
    "footer": _footer,
    "issued": _issued,
}
