"""Blocks typed in the printer's own letters, for lines too slow for pictures; what it has no letters for is drawn."""

from collections.abc import Callable, Iterable
from typing import Any

from hw.printer import Gap, Line, Profile, Raster, Run, Side, Style, Symbol, TextSheet
from hw.printer.letters import columns, plain, printable
from hw.printer.sheet import CELL
from kiosk.printing import blocks as b
from kiosk.printing.column import Column
from kiosk.printing.drawn import drawn_small
from kiosk.printing.marks import code
from kiosk.printing.measures import measures
from kiosk.printing.page import Page
from kiosk.printing.wrapping import wrapped

_USUAL, _STRONG = Style(), Style(bold=True)
_TALL = Style(wide=1, high=2, bold=True)
_LOUD = Style(wide=2, high=2, bold=True)
_LOUD_WHITE = Style(wide=2, high=2, white=True, bold=True)
_NUMBER_HIGH = 6
"""Digits of a font 24 dots high are 17 or 18: six times that is over 12 mm."""

_AROUND_LARGE = 6
"""Dots of white over what stands out."""


def typed(blocks: Iterable[b.Block], profile: Profile, *, right_to_left: bool = False) -> TextSheet:
    """The paper, line by line."""
    typist = Typist(profile, right_to_left)
    for block in blocks:
        typist.type(block)
    return TextSheet(profile.width_dots, tuple(typist.parts))


class Typist:
    """Types downwards."""

    def __init__(self, profile: Profile, right_to_left: bool) -> None:
        self.parts: list[Line | Gap | Symbol | Raster] = []
        self._profile = profile
        self._turned = right_to_left
        self._start = Side.RIGHT if right_to_left else Side.LEFT
        self._ruled = True  # the paper or a line begins right above

    def type(self, block: b.Block) -> None:
        """Add a block."""
        _TYPE[type(block)](self, block)

    def band(self, block: b.Band) -> None:
        self._write("  ".join(block.loud.both), _LOUD_WHITE, Side.MIDDLE)
        self._both(block.note, Side.MIDDLE)

    def badge(self, block: b.Badge) -> None:
        self._write(f" {'  '.join(block.words.both)} ", _LOUD_WHITE, Side.MIDDLE)

    def logo(self, block: b.Logo) -> None:
        self.parts.append(_in_the_middle(block.picture, self._profile.width_dots))

    def hall(self, block: b.HallName) -> None:
        self._write(block.words.first, self._largest(block.words.first), Side.MIDDLE)
        self._write(block.words.second, _USUAL, Side.MIDDLE)
        self._rule("=")

    def headline(self, block: b.Headline) -> None:
        self._write(block.words.first, _LOUD, Side.MIDDLE)
        self._write(block.words.second, _STRONG, Side.MIDDLE)

    def number(self, block: b.Number) -> None:
        self._begin()
        self._title(block.title, Side.MIDDLE)
        wide = min(5, max(1, self._profile.columns // max(1, len(block.number))))
        style = Style(wide, _NUMBER_HIGH, bold=True)
        self.parts += [Gap(8), Line((Run(block.number, style),), Side.MIDDLE)]

    def facts(self, block: b.Facts) -> None:
        self._begin()
        for fact in block.facts:
            self._fact(fact)

    def part(self, block: b.Part) -> None:
        self._begin()
        self._title(block.title, self._start)

    def entry(self, block: b.Entry) -> None:
        """The second language behind the first, or below it where that is too long."""
        mark = f"{block.mark} " if block.mark else ""
        first, second = block.words.first, block.words.second
        if not printable(plain(first)) or (mark and self._turned):
            return self._draw(block)
        one = f"{first}  {second}" if second else first
        if not block.strong and printable(plain(one)) and columns(mark + one) <= self._profile.columns:
            return self._write(one, _USUAL, mark=mark)
        if block.strong:
            self.parts.append(Gap(_AROUND_LARGE))
        self._write(first, self._largest(mark + first) if block.strong else _USUAL, mark=mark)
        return self._write(second, _USUAL, mark=" " * columns(mark))

    def note(self, block: b.Note) -> None:
        self._both(block.words, self._start)

    def greeting(self, block: b.Greeting) -> None:
        self._both(block.words, Side.MIDDLE)

    def code(self, block: b.Code) -> None:
        symbol = self._symbol(block.url)
        if symbol is None:
            return
        self._begin()
        self._write(block.title.first, _STRONG, Side.MIDDLE)
        self._write(block.note.first, _USUAL, Side.MIDDLE)
        self.parts.append(symbol)
        if block.title.second:
            self._write(f"{block.title.second}: {block.note.second}", _USUAL, Side.MIDDLE)

    def foot(self, block: b.Foot) -> None:
        self._rule("=")
        for _, words in block.lines:
            self._both(words, Side.MIDDLE)

    def _begin(self) -> None:
        if not self._ruled:
            self._rule("-")

    def _rule(self, dash: str) -> None:
        self.parts.append(Line((Run(dash * self._profile.columns),)))
        self._ruled = True

    def _title(self, words: b.Said, side: Side) -> None:
        """Both languages on one line if they fit there."""
        one = "  ".join(words.both)
        if columns(one) <= self._profile.columns and printable(plain(one)):
            return self._write(one, _STRONG, side)
        self._write(words.first, _STRONG, side)
        return self._write(words.second, _USUAL, side)

    def _both(self, words: b.Said, side: Side) -> None:
        self._write(words.first, _USUAL, side)
        self._write(words.second, _USUAL, side)

    def _write(self, words: str, style: Style, side: Side | None = None, *, mark: str = "") -> None:
        """Lines over the whole width, behind `mark`; nothing for ""."""
        words, side = plain(words), self._start if side is None else side
        if not words:
            return
        self._ruled = False
        if not printable(words):
            block = b.Greeting if side is Side.MIDDLE else b.Note
            self._draw(block("words", b.Said(words)), style, indent=columns(mark) * CELL[0])
            return
        wide = self._profile.columns // style.wide - columns(mark)
        for number, line in enumerate(wrapped(words, wide)):
            before = mark if number == 0 else " " * columns(mark)
            self.parts.append(Line((Run(before + line, style),), side))

    def _draw(self, block: b.Block, style: Style = _USUAL, *, indent: int = 0) -> None:
        """The block as dots, about as high as the letters around it, no wider than it is."""
        before = indent // 8
        wide = self._profile.width_dots - 8 * before
        page = drawn_small(block, wide, style, right_to_left=self._turned)
        self.parts.append(_behind(before, _without_right(page.raster())))
        self._ruled = False

    def _fact(self, fact: b.Fact) -> None:
        """The title, the figure large behind it on the same line where there is room, both again below it."""
        self.parts.append(Gap(_AROUND_LARGE))
        title, value = plain(fact.title.first), plain(fact.value.first)
        whole = columns(title) + 2 + _LOUD.wide * columns(value)
        if printable(title + value) and whole <= self._profile.columns and not self._turned:
            self._ruled = False
            self.parts.append(Line((Run(f"{title}  ", _STRONG), Run(value, _LOUD))))
        else:
            self._write(title, _STRONG)
            self._write(value, _LOUD)
        if fact.title.second:
            self._write(f"{fact.title.second}: {fact.value.second or fact.value.first}", _USUAL)

    def _largest(self, words: str) -> Style:
        """Twice as large if the words then take one line; twice as high if they take two; else only heavier."""
        lines = columns(plain(words)) / self._profile.columns
        return _LOUD if _LOUD.wide * lines <= 1 else _TALL if lines <= 2 else _STRONG

    def _symbol(self, url: str) -> Symbol | Raster | None:
        wide = self._profile.width_dots
        column = Column(wide, measures(wide))
        piece = code("code", url, column.room(), (measures(wide).code_room, column.room().width))
        if piece is None or self._profile.own_code:
            return None if piece is None else Symbol(url)
        raster = Page(piece.box.right, piece.box.bottom, (piece,)).raster().trimmed()
        return _in_the_middle(raster, wide)


_TYPE: dict[type, Callable[[Typist, Any], None]] = {
    b.Band: Typist.band,
    b.Badge: Typist.badge,
    b.Logo: Typist.logo,
    b.HallName: Typist.hall,
    b.Headline: Typist.headline,
    b.Number: Typist.number,
    b.Facts: Typist.facts,
    b.Part: Typist.part,
    b.Entry: Typist.entry,
    b.Note: Typist.note,
    b.Greeting: Typist.greeting,
    b.Code: Typist.code,
    b.Foot: Typist.foot,
}


def _without_right(raster: Raster) -> Raster:
    """Without the white bytes at the right of every row: each costs a millisecond at 9600 baud."""
    rows = list(raster.rows())
    kept = max(1, *(len(row.rstrip(b"\0")) for row in rows))
    return Raster(min(raster.width, kept * 8), raster.height, b"".join(row[:kept] for row in rows))


def _in_the_middle(raster: Raster, wide: int) -> Raster:
    return _behind(max(0, wide - raster.width) // 16, raster)


def _behind(white: int, raster: Raster) -> Raster:
    """With so many white bytes at the left of every row."""
    rows = b"".join(bytes(white) + row for row in raster.rows())
    return Raster(raster.width + 8 * white, raster.height, rows)
