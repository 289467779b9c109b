"""Words broken into lines, in any script: Qt shapes them and falls back from font to font."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PyQt6.QtCore import Qt
from PyQt6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

FAMILY = "Noto Sans CJK SC"
LEADING = 1.3
"""Line to line, in heights of the letter."""

_OPENS = ("LRI", "RLI", "FSI")
_STRONG = {
    "L": Qt.LayoutDirection.LeftToRight,
    "R": Qt.LayoutDirection.RightToLeft,
    "AL": Qt.LayoutDirection.RightToLeft,
}

Align = Qt.AlignmentFlag
Format = QTextLayout.FormatRange


@dataclass(frozen=True)
class Face:
    """A size in dots and a weight."""

    px: int
    bold: bool = False

    def font(self) -> QFont:
        """The same for Qt."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px)
        font.setBold(self.bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font


def width_of(words: str, face: Face) -> int:
    """Dots `words` take on one line."""
    return int(QFontMetricsF(face.font()).horizontalAdvance(words)) + 1


def on_one_line(words: str, face: Face, width: int) -> Face:
    """The face, up to a fifth smaller if `words` then take one line; else as it was."""
    sizes = range(face.px, int(face.px * 0.8) - 1, -1)
    fitting = (smaller for px in sizes if width_of(words, smaller := Face(px, face.bold)) <= width)
    return next(fitting, face)


def lines_of(layout: QTextLayout) -> list[QTextLine]:
    """Its lines, from the top. They are part of the layout: keep it as long as them, or Qt crashes."""
    return [layout.lineAt(n) for n in range(layout.lineCount())]


def formatted(start: int, length: int, face: Face) -> Format:
    """A stretch of the words in another face."""
    stretch = Format()
    stretch.start, stretch.length = start, length
    stretch.format.setFont(face.font())
    return stretch


def direction(words: str) -> Qt.LayoutDirection:
    """By its first letter that has one (Unicode's rule P2); Qt's own guess takes "7 كىشى" for left to right."""
    depth = 0
    for kind in map(unicodedata.bidirectional, words):
        depth += (kind in _OPENS) - (kind == "PDI")
        if depth == 0 and kind in _STRONG:
            return _STRONG[kind]
    return Qt.LayoutDirection.LeftToRight


def broken(words: str, face: Face, width: int, align: Align, formats: Sequence[Format] = ()) -> QTextLayout:
    """Lines of at most `width` dots: broken between words where there are any, else anywhere."""
    option = QTextOption(align)
    option.setTextDirection(direction(words))
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(words, face.font())
    layout.setTextOption(option)
    layout.setFormats(formats)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def missing(layout: QTextLayout) -> int:
    """How many letters no font here has: glyph 0 is every font's box for them."""
    glyphs = [index for run in layout.glyphRuns() for index in run.glyphIndexes()]
    return glyphs.count(0)


def even_width(words: str, face: Face, width: int, align: Align) -> int:
    """The width up to `width` at which no more lines are needed and the last one doesn't hold a letter or two.

    In the middle of a slip, lines should be about equally long; at the edge, the last only long enough.
    """
    count = broken(words, face, width, align).lineCount()
    enough = 0.85 if align == Align.AlignHCenter else 0.3
    for narrower in range(width, width // 2, -max(1, face.px // 3)):
        tried = broken(words, face, narrower, align)
        if tried.lineCount() != count or count == 1 or _splits_a_word(tried):
            return width
        if tried.lineAt(count - 1).naturalTextWidth() >= enough * narrower:
            return narrower
    return width


def _splits_a_word(layout: QTextLayout) -> bool:
    """Whether a line ends within a word of a script that has words; between two Hanzi any line may end."""
    units = layout.text().encode("utf-16-le")  # Qt counts in these
    ends = [line.textStart() + line.textLength() for line in lines_of(layout)][:-1]
    around = [units[2 * end - 2 : 2 * end + 2].decode("utf-16-le", errors="ignore") for end in ends]
    return any(len(two) == 2 and all(_joins(letter) for letter in two) for two in around)


def _joins(letter: str) -> bool:
    return letter.isalnum() and unicodedata.east_asian_width(letter) not in "WF"


def leading(layout: QTextLayout, face: Face) -> float:
    """Line to line: the usual, or more where a fallback font stands higher than ours (Tibetan)."""
    usual = QFontMetricsF(face.font()).height()
    tallest = max((line.height() for line in lines_of(layout)), default=usual)
    return face.px * LEADING + max(0.0, tallest - usual)
