"""A slip under construction: pieces one below the other, in two languages, in one type scale."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.printing.lettering import GAP, pair, text
from kiosk.printing.lines import Align, Face, on_one_line, width_of
from kiosk.printing.marks import dotted, rule, tick_box
from kiosk.printing.measures import Measures
from kiosk.printing.page import Box, Page, Piece
from kiosk.printing.texts import Words, words
from wire.base import Texts


class Column:
    """Adds pieces downwards. `at` is the next free row."""

    def __init__(self, width: int, sizes: Measures, language: str, second: str | None) -> None:
        self.sizes = sizes
        self.at = 0
        self._width = width
        self._language = language
        self._second = second if second != language else None
        self._pieces: list[Piece] = []

    @property
    def words(self) -> Words:
        """The fixed words of the first language."""
        return words(self._language)

    @property
    def second(self) -> Words | None:
        """Those of the second, if there is one and it has words of its own."""
        other = words(self._second) if self._second else None
        return None if other is self.words else other

    @property
    def both(self) -> list[Words]:
        """The fixed words of the languages there are, the first first."""
        return [self.words, self.second] if self.second else [self.words]

    def joined(self, one: Callable[[Words], str]) -> str:
        """A short word in both languages on one line."""
        return "  ".join(one(of) for of in self.both)

    def names(self, of: Texts) -> tuple[str, str]:
        """A text in the first language, and in the second, "" if it is not there or the same."""
        first = of.get(self._language) or next(iter(of.values()), "")
        other = of.get(self._second, "") if self._second else ""
        return first, "" if other == first else other

    def room(self, indent: int = 0) -> Box:
        """The free place from here on, as wide as the slip without its margins."""
        margin = self.sizes.margin
        return Box(margin + indent, self.at, self._width - 2 * margin - indent, 0)

    def add(self, *pieces: Piece) -> None:
        """Put pieces side by side; go on below the lowest."""
        self._pieces.extend(pieces)
        self.at = max(self.at, *(piece.box.bottom for piece in pieces))

    def skip(self, dots: int) -> None:
        """Leave that much white."""
        self.at += dots

    def beside(self, piece: Piece) -> None:
        """Put a piece next to what comes now, which is at least as high."""
        self._pieces.append(piece)

    def write(
        self, name: str, what: str, face: Face, align: Align = Align.AlignLeft, indent: int = 0
    ) -> None:
        """A text over the whole width; nothing for ""."""
        if what:
            self.add(text(name, what, face, self.room(indent), align))

    def part(self, name: str) -> None:
        """A dotted line with white on both sides: what follows is another matter."""
        self.skip(self.sizes.space)
        self.add(dotted(f"{name}-line", replace(self.room(), height=2)))
        self.skip(self.sizes.space - 4)

    def title(self, name: str, one: Callable[[Words], str], align: Align = Align.AlignLeft) -> None:
        """A part's title, in both languages."""
        first, second = one(self.words), one(self.second) if self.second else ""
        faces = self.sizes.label, Face(self.sizes.label.px)
        self.add(pair(f"{name}-title", first, second, faces, self.room(), align))
        self.skip(4)

    def item(self, name: str, of: Texts, face: Face, indent: int) -> None:
        """A name, and behind it the same in the second language, or below it where that is too long."""
        first, second = self.names(of)
        small, room = self.sizes.small, self.room(indent)
        if second and width_of(f"{first}{GAP}", face) + width_of(second, small) <= room.width:
            self.add(pair(name, first, second, (face, small), room))
        else:
            self.write(name, first, face, indent=indent)
            self.write(f"{name}-second", second, small, indent=indent)
        self.skip(4)

    def hall(self, of: Texts) -> None:
        """Whose paper it is, and the line under it."""
        name, other = self.names(of)
        self.write("hall", name, on_one_line(name, self.sizes.hall, self.room().width), Align.AlignHCenter)
        self.write("hall-second", other, self.sizes.small, Align.AlignHCenter)
        self.skip(self.sizes.space // 2)
        self.add(rule("head-line", replace(self.room(), height=4)))

    def ticks(self, name: str, things: tuple[Texts, ...]) -> None:
        """Things with a box each to tick off by hand."""
        side = self.sizes.body.px - 6
        for number, thing in enumerate(things, 1):
            room = self.room()
            self.beside(tick_box(f"{name}-{number}-box", Box(room.x, room.y + 6, side, side)))
            self.item(f"{name}-{number}", thing, self.sizes.body, side + 12)

    def page(self) -> Page:
        """What has come together."""
        return Page(self._width, self.at, tuple(self._pieces))
