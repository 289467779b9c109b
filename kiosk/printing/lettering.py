"""Pieces of a slip that are letters: running text, titles, figures, and the number."""

import re
from dataclasses import replace
from functools import partial

from PyQt6.QtCore import QPointF, Qt
from PyQt6.QtGui import QFontMetricsF, QPainter, QPainterPath, QTextLayout

from kiosk.printing.blocks import Said
from kiosk.printing.lines import LEADING, Align, Face, broken, even_width, formatted, leading, lines_of
from kiosk.printing.page import Box, Piece

GAP = "\u2002"
"""Between two languages on one line."""

RAISED = 0.1
"""How much higher than by its own measures our font must stand for its ink to be in the middle, in its heights."""

LOWEST = 98
"""The number's digits in dots, at least: 12 mm, and a dot at each edge for what the threshold takes."""


def text(
    name: str, words: str, face: Face, box: Box, align: Align = Align.AlignLeft, *, white: bool = False
) -> Piece:
    """`words` broken to the box's width; its height is what they need, the box's own is not looked at."""
    width = even_width(words, face, box.width, align)
    layout = broken(words, face, width, align)
    spare = (box.width - width) // 2 if align == Align.AlignHCenter else 0
    return _piece(name, layout, leading(layout, face), replace(box, x=box.x + spare, width=width), white)


def pair(name: str, said: Said, faces: tuple[Face, Face], box: Box, align: Align = Align.AlignLeft) -> Piece:
    """Words, and behind them on the same line the same in a second language, in a face of its own."""
    words = GAP.join(said.both)
    start = _units(said.first)
    behind = formatted(start, _units(words) - start, faces[1])
    layout = broken(words, faces[0], box.width, align, [behind])
    return _piece(name, layout, leading(layout, faces[0]), box)


def _units(words: str) -> int:
    """Qt counts in UTF-16."""
    return len(words.encode("utf-16-le")) // 2


def figure(name: str, words: str, face: Face, box: Box) -> Piece:
    """One line whose digits are in `face` and whose words are smaller, all made smaller together until they fit."""
    for px in range(face.px, 11, -1):
        small = Face(round(px * 0.55), face.bold)
        runs = [formatted(run.start(), len(run.group()), small) for run in re.finditer(r"[^0-9–]+", words)]
        layout = broken(words, Face(px, face.bold), box.width, Align.AlignHCenter, runs)
        if layout.lineCount() < 2:
            break
    return _piece(name, layout, px * LEADING, box)


def big(name: str, words: str, high: int, box: Box) -> Piece:
    """`words` with digits `high` dots high, in the middle of the box.

    What would be wider than the box becomes lower, down to LOWEST, and then narrower.
    """
    path = QPainterPath()
    font = Face(1000, bold=True).font()  # outlines as fine as can be; they are made smaller below
    path.addText(QPointF(0, 0), font, words)
    ink = path.boundingRect()
    digit = QFontMetricsF(font).tightBoundingRect("1").height()
    fits = box.width / ink.width()
    down = min(high / digit, max(fits, LOWEST / digit))
    place = replace(box, height=round(ink.height() * down) + 1)
    return Piece(name, place, partial(_paint_path, path, min(fits, down), down))


def _piece(name: str, layout: QTextLayout, line: float, box: Box, white: bool = False) -> Piece:
    place = replace(box, height=round(line * layout.lineCount()))
    return Piece(name, place, partial(_paint, layout, line, white))


def _paint(layout: QTextLayout, high: float, white: bool, painter: QPainter, box: Box) -> None:
    painter.setPen(Qt.GlobalColor.white if white else Qt.GlobalColor.black)
    for number, line in enumerate(lines_of(layout)):
        top = box.y + high * (number + 0.5) - line.height() / 2 - layout.font().pixelSize() * RAISED
        line.draw(painter, QPointF(box.x - line.position().x(), top - line.position().y()))


def _paint_path(path: QPainterPath, across: float, down: float, painter: QPainter, box: Box) -> None:
    ink = path.boundingRect()
    painter.translate(box.x + (box.width - ink.width() * across) / 2, box.y)
    painter.scale(across, down)
    painter.translate(-ink.x(), -ink.y())
    painter.fillPath(path, Qt.GlobalColor.black)
