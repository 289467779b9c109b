"""The checklist on a paper of its own: what to bring, errand by errand."""

from dataclasses import replace

from kiosk.printing.column import Column
from kiosk.printing.lines import Align, on_one_line
from kiosk.printing.marks import rule
from kiosk.printing.measures import measures
from kiosk.printing.page import Page
from kiosk.printing.paper import ChecklistPaper, Errand

CENTRE = Align.AlignHCenter


def checklist_page(paper: ChecklistPaper, width_dots: int) -> Page:
    """The paper as pieces."""
    column = Column(width_dots, measures(width_dots), paper.language, paper.second)
    column.hall(paper.hall)
    _title(column)
    for number, errand in enumerate(paper.errands, 1):
        _errand(column, number, errand)
    _foot(column, paper)
    return column.page()


def _title(c: Column) -> None:
    c.skip(c.sizes.space)
    title = c.words.bring_title
    c.write("title", title, on_one_line(title, c.sizes.shout, c.room().width), CENTRE)
    c.write("title-second", c.second.bring_title if c.second else "", c.sizes.label, CENTRE)


def _errand(c: Column, number: int, errand: Errand) -> None:
    c.part(f"errand-{number}")
    c.item(f"errand-{number}", errand.name, c.sizes.strong, 0)
    c.skip(c.sizes.space // 2)
    c.ticks(f"bring-{number}", errand.texts)
    if not errand.texts:
        c.write(f"nothing-{number}", c.words.bring_nothing, c.sizes.note)
        c.write(f"nothing-{number}-second", c.second.bring_nothing if c.second else "", c.sizes.small)


def _foot(c: Column, paper: ChecklistPaper) -> None:
    c.skip(c.sizes.space)
    c.add(rule("foot-line", replace(c.room(), height=4)))
    c.skip(c.sizes.space // 2)
    for name, of in zip(("printed", "printed-second"), c.both, strict=False):
        c.write(name, of.not_a_number.format(at=paper.printed_at), c.sizes.small, CENTRE)
