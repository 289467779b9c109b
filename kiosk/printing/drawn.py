"""Blocks drawn dot by dot: the paper as a picture, laid out for its width."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from hw.printer import Style
from kiosk.printing import blocks as b
from kiosk.printing.column import CENTRE, Column
from kiosk.printing.lettering import big, figure, text
from kiosk.printing.lines import Face, on_one_line, width_of
from kiosk.printing.marks import band, code, picture, tick_box
from kiosk.printing.measures import measures
from kiosk.printing.page import Box, Page, Piece


def drawn(blocks: Iterable[b.Block], width: int, *, right_to_left: bool = False) -> Page:
    """The paper as pieces, each in a place of its own."""
    column = Column(width, measures(width), right_to_left=right_to_left)
    for block in blocks:
        _DRAW[type(block)](column, block)
    return column.page()


def drawn_small(block: b.Block, width: int, style: Style, *, right_to_left: bool) -> Page:
    """One block without a margin, its letters about as large as a printer's own of that style."""
    usual = Face(24 if style.high == 1 else 36, style.bold)
    sizes = replace(measures(width), margin=0, note=usual, body=usual, strong=Face(36, bold=True), space=0)
    column = Column(width, sizes, right_to_left=right_to_left)
    _DRAW[type(block)](column, block)
    return column.page()


def _band(c: Column, block: b.Band) -> None:
    notes = [(note, c.sizes.small) for note in block.note.both if note]
    c.add(band(block.name, [("  ".join(block.loud.both), c.sizes.shout), *notes], c.room()))
    c.skip(c.sizes.space)


def _badge(c: Column, block: b.Badge) -> None:
    c.skip(c.sizes.space)
    words, room = "  ".join(block.words.both), c.room()
    wide = min(room.width, width_of(words, c.sizes.label) + 60)
    middle = replace(room, x=room.x + (room.width - wide) // 2, width=wide)
    c.add(band(block.name, [(words, c.sizes.label)], middle))


def _logo(c: Column, block: b.Logo) -> None:
    c.add(picture("logo", block.picture, c.room()))
    c.skip(c.sizes.space)


def _part(c: Column, block: b.Part) -> None:
    c.begin(block.name)
    if block.title.first:
        c.title(block.name, block.title)


def _note(c: Column, block: b.Note) -> None:
    c.write(block.name, block.words.first, c.sizes.note)
    c.skip(4)
    c.write(f"{block.name}-second", block.words.second, c.sizes.small)


def _hall(c: Column, block: b.HallName) -> None:
    words = block.words
    c.write("hall", words.first, on_one_line(words.first, c.sizes.hall, c.room().width), CENTRE)
    c.write("hall-second", words.second, c.sizes.small, CENTRE)
    c.skip(c.sizes.space // 2)
    c.rule("head-line")


def _headline(c: Column, block: b.Headline) -> None:
    c.skip(c.sizes.space)
    words = block.words
    c.write(block.name, words.first, on_one_line(words.first, c.sizes.shout, c.room().width), CENTRE)
    c.write(f"{block.name}-second", words.second, c.sizes.label, CENTRE)


def _greeting(c: Column, block: b.Greeting) -> None:
    name, words = block.name, block.words
    c.skip(c.sizes.space // 2)
    c.write(name, words.first, c.sizes.note, CENTRE)
    c.write(f"{name}-second", words.second, c.sizes.small, CENTRE)


def _number(c: Column, block: b.Number) -> None:
    c.begin("number")
    c.title("number", block.title, CENTRE)
    c.skip(c.sizes.space // 2)
    c.add(big("number", block.number, c.sizes.number, c.room()))
    c.skip(4)


def _facts(c: Column, block: b.Facts) -> None:
    facts = block.facts
    c.begin(facts[0].name)
    room = c.room()
    wide = room.width // len(facts)
    c.add(
        *(
            piece
            for place, fact in enumerate(facts)
            for piece in _fact(c, fact, Box(room.x + place * wide, room.y, wide - 4, 0))
        )
    )


def _fact(c: Column, fact: b.Fact, box: Box) -> list[Piece]:
    """A title, the figure, and both again in the second language on one small line."""
    pieces = [text(f"{fact.name}-title", fact.title.first, c.sizes.label, box, CENTRE)]
    below = replace(box, y=pieces[-1].box.bottom)
    value = fact.value.first
    if fact.plain:
        pieces.append(
            text(f"{fact.name}-figure", value, on_one_line(value, c.sizes.shout, box.width), below, CENTRE)
        )
    else:
        pieces.append(figure(f"{fact.name}-figure", value, c.sizes.figure, below))
    if fact.title.second:
        below = replace(box, y=pieces[-1].box.bottom)
        said = f"{fact.title.second}: {fact.value.second or value}"
        pieces.append(text(f"{fact.name}-second", said, c.sizes.small, below, CENTRE))
    return pieces


def _entry(c: Column, entry: b.Entry) -> None:
    face = c.sizes.strong if entry.strong else c.sizes.body
    room = c.room()
    if not entry.mark:
        return c.item(entry.name, entry.words, face, 0)
    if entry.mark == b.BOX:
        side = face.px - 6
        c.beside(tick_box(f"{entry.name}-box", Box(room.x, room.y + 6, side, side)))
        return c.item(entry.name, entry.words, face, side + 12)
    indent = width_of(f"{entry.mark} ", face) + 4
    c.beside(text(f"{entry.name}-place", entry.mark, face, replace(room, width=indent), c.start))
    return c.item(entry.name, entry.words, face, indent)


def _code(c: Column, block: b.Code) -> None:
    drawn = code("code", block.url, c.room(), (c.sizes.code_room, c.room().width))
    if drawn is None:
        return
    c.begin("phone")
    if drawn.box.width > c.sizes.code_room:
        c.add(drawn.down(c.at - drawn.box.y))
        c.add(*_scan(c, block, c.room()))
        return
    left, room = drawn.box.right + 4, c.room()
    words = _scan(c, block, Box(left, room.y, room.right - left, 0))
    # The code brings white of its own: it may reach a little into the space around a part.
    reach = c.sizes.space // 2
    spare = drawn.box.height - 2 * reach - (words[-1].box.bottom - room.y)
    c.beside(drawn.down(room.y - reach + max(0, -spare // 2) - drawn.box.y))
    c.add(*(piece.down(max(0, spare // 2)) for piece in words))
    c.skip(max(0, spare - spare // 2))


def _scan(c: Column, block: b.Code, box: Box) -> list[Piece]:
    face = on_one_line(block.title.first, c.sizes.strong, box.width)
    pieces = [text("scan-title", block.title.first, face, box, c.start)]
    below = replace(box, y=pieces[-1].box.bottom)
    pieces.append(text("scan", block.note.first, c.sizes.note, below, c.start))
    if block.title.second:
        below = replace(box, y=pieces[-1].box.bottom + 4)
        said = f"{block.title.second}: {block.note.second}"
        pieces.append(text("scan-second", said, c.sizes.small, below, c.start))
    return pieces


def _foot(c: Column, block: b.Foot) -> None:
    c.skip(c.sizes.space)
    c.rule("foot-line")
    c.skip(c.sizes.space // 2)
    for name, words in block.lines:
        c.write(name, words.first, c.sizes.small, CENTRE)
        c.write(f"{name}-second", words.second, c.sizes.small, CENTRE)


_DRAW: dict[type, Callable[[Column, Any], None]] = {
    b.Band: _band,
    b.Badge: _badge,
    b.Logo: _logo,
    b.HallName: _hall,
    b.Headline: _headline,
    b.Number: _number,
    b.Facts: _facts,
    b.Part: _part,
    b.Entry: _entry,
    b.Note: _note,
    b.Greeting: _greeting,
    b.Code: _code,
    b.Foot: _foot,
}
