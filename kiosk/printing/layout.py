"""Any paper, made ready for the printer there is: as a picture, or as letters for a slow line."""

from PyQt6.QtCore import QLocale, Qt

from hw.printer import Profile, Raster, Sheet, TextSheet
from kiosk.printing.blocks import Block
from kiosk.printing.drawn import drawn
from kiosk.printing.page import Page
from kiosk.printing.paper import ChecklistPaper, ContactPaper, FollowUpPaper, Paper, TicketPaper
from kiosk.printing.sheets import checklist_blocks, contact_blocks, follow_up_blocks
from kiosk.printing.ticket import ticket_blocks
from kiosk.printing.typed import typed
from kiosk.printing.wording import Wording
from ui.languages import Texts


class Layout:
    """Works in any thread; a QGuiApplication must exist. `texts`: the fixed words, kiosk/languages/."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def sheet(self, paper: Paper, profile: Profile) -> Sheet:
        """The paper as that printer wants it."""
        if profile.mode == "text":
            return self.text(paper, profile)
        return self.raster(paper, profile.width_dots)

    def text(self, paper: Paper, profile: Profile) -> TextSheet:
        """The paper in the printer's own letters."""
        return typed(self.blocks(paper), profile, right_to_left=right_to_left(paper.language))

    def raster(self, paper: Paper, width_dots: int) -> Raster:
        """The paper in black and white for that width."""
        return self.page(paper, width_dots).raster()

    def page(self, paper: Paper, width_dots: int) -> Page:
        """The same as pieces."""
        return drawn(self.blocks(paper), width_dots, right_to_left=right_to_left(paper.language))

    def blocks(self, paper: Paper) -> list[Block]:
        """What it says, in its own words."""
        wording = Wording(self._texts, paper.language, paper.second)
        match paper:
            case TicketPaper():
                return ticket_blocks(paper, wording)
            case ChecklistPaper():
                return checklist_blocks(paper, wording)
            case FollowUpPaper():
                return follow_up_blocks(paper, wording)
            case ContactPaper():
                return contact_blocks(paper, wording)


def right_to_left(language: str) -> bool:
    """Whether papers in this language begin at the right."""
    return QLocale(language).textDirection() == Qt.LayoutDirection.RightToLeft
