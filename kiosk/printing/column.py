"""A paper under construction: pieces one below the other, in one type scale, from the side its script begins at."""

from dataclasses import replace

from kiosk.printing.blocks import Said
from kiosk.printing.lettering import GAP, pair, text
from kiosk.printing.lines import Align, Face, width_of
from kiosk.printing.marks import dotted, rule
from kiosk.printing.measures import Measures
from kiosk.printing.page import Box, Page, Piece

CENTRE = Align.AlignHCenter
_LEFT = Align.AlignLeft | Align.AlignAbsolute
_RIGHT = Align.AlignRight | Align.AlignAbsolute


class Column:
    """Adds pieces downwards; `at` is the next free row.

    Whoever adds thinks from left to right; a paper in a right-to-left script is turned over here, piece by piece.
    """

    def __init__(self, width: int, sizes: Measures, *, right_to_left: bool = False) -> None:
        self.sizes = sizes
        self.at = 0
        self.start = _RIGHT if right_to_left else _LEFT
        """Where lines begin."""
        self._width = width
        self._turned = right_to_left
        self._pieces: list[Piece] = []
        self._ruled = False  # a line stands right above

    def room(self, indent: int = 0) -> Box:
        """The free place from here on, as wide as the paper without its margins."""
        margin = self.sizes.margin
        return Box(margin + indent, self.at, self._width - 2 * margin - indent, 0)

    def add(self, *pieces: Piece) -> None:
        """Put pieces side by side; go on below the lowest."""
        for piece in pieces:
            self.beside(piece)
        self.at = max(self.at, *(piece.box.bottom for piece in pieces))
        self._ruled = False

    def beside(self, piece: Piece) -> None:
        """Put a piece next to what comes now, which is at least as high."""
        box = piece.box
        there = replace(box, x=self._width - box.right) if self._turned else box
        self._pieces.append(replace(piece, box=there))

    def skip(self, dots: int) -> None:
        """Leave that much white."""
        self.at += dots

    def write(self, name: str, what: str, face: Face, align: Align | None = None, indent: int = 0) -> None:
        """A text over the whole width; nothing for ""."""
        if what:
            self.add(text(name, what, face, self.room(indent), align or self.start))

    def begin(self, name: str) -> None:
        """Something else: a dotted line with white on both sides, unless the paper or a line begins right above."""
        if self._pieces and not self._ruled:
            self.skip(self.sizes.space)
            self.add(dotted(f"{name}-line", replace(self.room(), height=2)))
        if self._pieces:
            self.skip(self.sizes.space - 4)

    def rule(self, name: str) -> None:
        """A thick line across."""
        self.add(rule(name, replace(self.room(), height=4)))
        self._ruled = True

    def title(self, name: str, words: Said, align: Align | None = None) -> None:
        """A part's title, in both languages on one line, or one below the other where that is too long."""
        faces = self.sizes.label, Face(self.sizes.label.px)
        self._both(f"{name}-title", words, faces, 0, align or self.start)
        self.skip(4)

    def item(self, name: str, words: Said, face: Face, indent: int) -> None:
        """A name, and behind it the same in the second language, or below it where that is too long."""
        self._both(name, words, (face, self.sizes.small), indent, self.start)
        self.skip(4)

    def _both(self, name: str, words: Said, faces: tuple[Face, Face], indent: int, align: Align) -> None:
        room = self.room(indent)
        wide = width_of(f"{words.first}{GAP}", faces[0]) + width_of(words.second, faces[1])
        if words.second and wide <= room.width:
            self.add(pair(name, words, faces, room, align))
        else:
            self.write(name, words.first, faces[0], align, indent)
            self.write(f"{name}-second", words.second, faces[1], align, indent)

    def page(self) -> Page:
        """What has come together."""
        return Page(self._width, self.at, tuple(self._pieces))
