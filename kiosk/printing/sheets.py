"""The papers without a number: the checklist, the follow-up sheet (明白纸), the contact card."""

from kiosk.printing.blocks import (
    BOX,
    Block,
    Entry,
    Fact,
    Facts,
    Foot,
    Greeting,
    HallName,
    Headline,
    Logo,
    Note,
    Part,
    Said,
)
from kiosk.printing.paper import ChecklistPaper, ContactPaper, Errand, FollowUpPaper, Paper
from kiosk.printing.wording import Wording


def checklist_blocks(paper: ChecklistPaper, wording: Wording) -> list[Block]:
    """What to bring, errand by errand."""
    blocks = [*_head(paper, wording), Headline("title", wording.said("What to bring"))]
    for number, errand in enumerate(paper.errands, 1):
        blocks += _errand(number, errand, wording)
        blocks += [
            Entry(f"bring-{number}-{n}", wording.names(of), BOX) for n, of in enumerate(errand.texts, 1)
        ]
        if not errand.texts:
            words = wording.said("Nothing in particular; if in doubt, ask at the service desk.")
            blocks.append(Note(f"nothing-{number}", words))
    printed = wording.said(
        "Printed {at}. This is not a queue number: please take one when you come.", at=paper.printed_at
    )
    return [*blocks, *_footer(paper, wording), Foot((("printed", printed),))]


def follow_up_blocks(paper: FollowUpPaper, wording: Wording) -> list[Block]:
    """What comes next, errand by errand, and whom to ask."""
    blocks = [*_head(paper, wording), Headline("title", wording.said("What comes next"))]
    for number, errand in enumerate(paper.errands, 1):
        blocks += _errand(number, errand, wording)
        many = len(errand.texts) > 1
        blocks += [
            Entry(f"next-{number}-{n}", wording.names(of), f"{n}." if many else "")
            for n, of in enumerate(errand.texts, 1)
        ]
        if not errand.texts:
            blocks.append(
                Note(f"nothing-{number}", wording.said("Nothing more to do: your errand is finished."))
            )
    if paper.clerk or paper.phone:
        blocks.append(Part("ask", wording.said("Questions?")))
        blocks += [Entry("ask", wording.names(paper.clerk), strong=True)] if paper.clerk else []
        blocks += (
            [Note("ask-phone", wording.said("Telephone: {phone}", phone=paper.phone))] if paper.phone else []
        )
    return [*blocks, *_footer(paper, wording), _made_at(paper, wording)]


def contact_blocks(paper: ContactPaper, wording: Wording) -> list[Block]:
    """Who received the resident and stays responsible: name, counter, phone."""
    blocks = [*_head(paper, wording), Headline("title", wording.said("Your contact"))]
    clerk = Fact("clerk", wording.said("Your clerk"), wording.names(paper.clerk), plain=True)
    counter = Fact(
        "counter", wording.said("Counter"), wording.said("No. {counter}", counter=paper.counter), plain=True
    )
    blocks.append(Facts((clerk, counter)))
    if paper.phone:
        blocks.append(Facts((Fact("phone", wording.said("Telephone"), Said(paper.phone), plain=True),)))
    if paper.services:
        blocks.append(Part("services", wording.said("Your errands")))
        blocks += [
            Entry(f"service-{n}", wording.names(of), strong=True) for n, of in enumerate(paper.services, 1)
        ]
    words = wording.said("Who received you stays responsible. Call, or show this card at the hall.")
    return [*blocks, Part("note"), Note("note", words), *_footer(paper, wording), _made_at(paper, wording)]


def _head(paper: Paper, wording: Wording) -> list[Block]:
    logo: list[Block] = [Logo(paper.design.logo)] if paper.design.logo is not None else []
    return [*logo, HallName(wording.names(paper.hall))]


def _errand(number: int, errand: Errand, wording: Wording) -> list[Block]:
    return [Part(f"errand-{number}"), Entry(f"errand-{number}", wording.names(errand.name), strong=True)]


def _footer(paper: Paper, wording: Wording) -> list[Block]:
    words = paper.design.footer
    return [Part("footer"), Greeting("footer", wording.names(words))] if words else []


def _made_at(paper: FollowUpPaper | ContactPaper, wording: Wording) -> Foot:
    if isinstance(paper, ContactPaper):
        return Foot((("printed", wording.said("Printed {at}", at=paper.printed_at)),))
    words = wording.said("Printed {at} at counter {counter}", at=paper.printed_at, counter=paper.counter)
    return Foot((("printed", words),))
