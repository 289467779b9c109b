"""The ticket, from top to bottom: whose, which number, how long, for what, and what to do meanwhile."""

from dataclasses import replace

from hw.printer import Raster
from kiosk.printing.column import Column
from kiosk.printing.lettering import big, figure, text
from kiosk.printing.lines import Align, on_one_line, width_of
from kiosk.printing.marks import band, code, rule
from kiosk.printing.measures import measures
from kiosk.printing.page import Box, Page, Piece
from kiosk.printing.paper import TicketPaper
from kiosk.printing.texts import wait_range

CENTRE = Align.AlignHCenter


def layout_ticket(paper: TicketPaper, width_dots: int = 576) -> Raster:
    """The slip in black and white for paper that wide. Works in any thread; a QGuiApplication must exist."""
    return ticket_page(paper, width_dots).raster()


def ticket_page(paper: TicketPaper, width_dots: int) -> Page:
    """The slip as pieces."""
    column = Column(width_dots, measures(width_dots), paper.language, paper.second)
    _head(column, paper)
    _number(column, paper)
    _figures(column, paper)
    _services(column, paper)
    _phone(column, paper)
    _checklist(column, paper)
    _missed(column)
    _foot(column, paper)
    return column.page()


def _head(c: Column, paper: TicketPaper) -> None:
    if paper.reprint:
        shout = (c.joined(lambda of: of.reprint), c.sizes.shout)
        notes = [(of.reprint_note, c.sizes.small) for of in c.both]
        c.add(band("reprint", [shout, *notes], c.room()))
        c.skip(c.sizes.space)
    c.hall(paper.hall)


def _number(c: Column, paper: TicketPaper) -> None:
    c.skip(c.sizes.space - 4)
    c.title("number", lambda of: of.your_number, CENTRE)
    c.skip(c.sizes.space // 2)
    c.add(big("number", paper.number, c.sizes.number, c.room()))
    c.skip(4)
    if paper.priority:
        c.skip(c.sizes.space - 4)
        words, room = c.joined(lambda of: of.priority), c.room()
        wide = min(room.width, width_of(words, c.sizes.label) + 60)
        middle = replace(room, x=room.x + (room.width - wide) // 2, width=wide)
        c.add(band("priority", [(words, c.sizes.label)], middle))


def _figures(c: Column, paper: TicketPaper) -> None:
    cells: list[tuple[str, list[tuple[str, str]]]] = []
    if paper.ahead is not None:
        cells.append(("ahead", [(of.ahead, of.people.format(n=paper.ahead)) for of in c.both]))
    if paper.wait_s is not None:
        cells.append(("wait", [(of.wait, wait_range(of, paper.wait_s)) for of in c.both]))
    if not cells:
        return
    c.part("figures")
    room = c.room()
    wide = room.width // len(cells)
    for place, (name, said) in enumerate(cells):
        c.add(*_cell(c, name, said, Box(room.x + place * wide, room.y, wide - 4, 0)))


def _cell(c: Column, name: str, said: list[tuple[str, str]], box: Box) -> list[Piece]:
    """A title, the figure, and both again in the second language on one small line."""
    (title, value), *second = said
    pieces = [text(f"{name}-title", title, c.sizes.label, box, CENTRE)]
    pieces.append(figure(f"{name}-figure", value, c.sizes.figure, replace(box, y=pieces[-1].box.bottom)))
    for other_title, other in second:
        below = replace(box, y=pieces[-1].box.bottom)
        pieces.append(text(f"{name}-second", f"{other_title}: {other}", c.sizes.small, below, CENTRE))
    return pieces


def _services(c: Column, paper: TicketPaper) -> None:
    c.part("services")
    c.title("services", lambda of: of.services)
    many = len(paper.services) > 1
    indent = width_of(f"{len(paper.services)}. ", c.sizes.strong) + 4 if many else 0
    for number, service in enumerate(paper.services, 1):
        if many:
            place = replace(c.room(), width=indent)
            c.beside(text(f"service-{number}-place", f"{number}.", c.sizes.strong, place))
        c.item(f"service-{number}", service, c.sizes.strong, indent)


def _phone(c: Column, paper: TicketPaper) -> None:
    drawn = code("code", paper.qr_url or "", c.room(), (c.sizes.code_room, c.room().width))
    if drawn is None:
        return
    c.part("phone")
    if drawn.box.width > c.sizes.code_room:
        c.add(drawn.down(c.at - drawn.box.y))
        c.add(*_scan(c, c.room()))
        return
    left, room = drawn.box.right + 4, c.room()
    words = _scan(c, Box(left, room.y, room.right - left, 0))
    # The code brings white of its own: it may reach a little into the space around a part.
    reach = c.sizes.space // 2
    spare = drawn.box.height - 2 * reach - (words[-1].box.bottom - room.y)
    c.beside(drawn.down(room.y - reach + max(0, -spare // 2) - drawn.box.y))
    c.add(*(piece.down(max(0, spare // 2)) for piece in words))
    c.skip(max(0, spare - spare // 2))


def _scan(c: Column, box: Box) -> list[Piece]:
    face = on_one_line(c.words.scan, c.sizes.strong, box.width)
    pieces = [text("scan-title", c.words.scan, face, box)]
    pieces.append(text("scan", c.words.scan_note, c.sizes.note, replace(box, y=pieces[-1].box.bottom)))
    if c.second:
        below = replace(box, y=pieces[-1].box.bottom + 4)
        pieces.append(text("scan-second", f"{c.second.scan}: {c.second.scan_note}", c.sizes.small, below))
    return pieces


def _checklist(c: Column, paper: TicketPaper) -> None:
    if not paper.checklist:
        return
    c.part("bring")
    c.title("bring", lambda of: of.bring)
    c.ticks("bring", paper.checklist)


def _missed(c: Column) -> None:
    c.part("missed")
    c.title("missed", lambda of: of.missed)
    c.write("missed", c.words.missed_note, c.sizes.note)
    c.skip(4)
    c.write("missed-second", c.second.missed_note if c.second else "", c.sizes.small)


def _foot(c: Column, paper: TicketPaper) -> None:
    c.skip(c.sizes.space)
    c.add(rule("foot-line", replace(c.room(), height=4)))
    c.skip(c.sizes.space // 2)
    for name, of in zip(("issued", "issued-second"), c.both, strict=False):
        c.write(name, of.issued.format(at=paper.issued_at), c.sizes.small, CENTRE)
