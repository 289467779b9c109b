"""Any paper in black and white: each has a module of its own."""

from hw.printer import Raster
from kiosk.printing.checklist import checklist_page
from kiosk.printing.page import Page
from kiosk.printing.paper import ChecklistPaper, Paper, TicketPaper
from kiosk.printing.ticket import ticket_page


def layout(paper: Paper, width_dots: int) -> Raster:
    """The paper at that width. Works in any thread; a QGuiApplication must exist."""
    return page(paper, width_dots).raster()


def page(paper: Paper, width_dots: int) -> Page:
    """The same as pieces."""
    match paper:
        case TicketPaper():
            return ticket_page(paper, width_dots)
        case ChecklistPaper():
            return checklist_page(paper, width_dots)
