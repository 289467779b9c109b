"""What a slip has besides letters: lines, a dark band, boxes to tick, the code for the phone."""

from dataclasses import replace
from functools import partial

import segno
from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QImage, QPainter, QPen

from hw.printer import Raster
from kiosk.printing.lettering import text
from kiosk.printing.lines import Align, Face
from kiosk.printing.page import Box, Piece

QUIET = 4
"""Modules of white around a code, as its standard asks."""

BAND_EDGE = 8
"""Black around the letters of a band."""


def rule(name: str, box: Box) -> Piece:
    """A line as thick as its box."""
    return Piece(name, box, lambda painter, at: painter.fillRect(at.rect(), Qt.GlobalColor.black))


def dotted(name: str, box: Box) -> Piece:
    """A line of square dots as thick as its box: a pause, not an end."""
    return Piece(name, box, _paint_dotted)


def tick_box(name: str, box: Box) -> Piece:
    """An empty square to tick off by hand."""
    return Piece(name, box, _paint_tick_box)


def picture(name: str, of: Raster, box: Box) -> Piece:
    """Dots as they are, in the middle of the box."""
    image = QImage(of.data, of.width, of.height, of.stride, QImage.Format.Format_Mono)
    image.setColorTable([0xFFFFFFFF, 0xFF000000])
    place = Box(box.x + (box.width - of.width) // 2, box.y, of.width, of.height)
    return Piece(name, place, partial(_paint_picture, image.copy()))


def code(name: str, url: str, box: Box, rooms: tuple[int, ...]) -> Piece | None:
    """A QR code with its quiet zone, in the first of `rooms` (dots each way) that lets a phone read it.

    That takes modules of 3 dots or more on thermal paper; None if there is no such room, or no address. Its dark
    edge is at the box's left edge, the quiet zone left of it as far as there is paper.
    """
    if not url:
        return None
    rows = tuple(bytes(row) for row in segno.make(url, error="m", micro=False).matrix)
    modules = len(rows) + 2 * QUIET
    dots = next((room // modules for room in rooms if room // modules >= 3), 0)
    if not dots:
        return None
    left = max(0, box.x - QUIET * dots)
    return Piece(name, Box(left, box.y, modules * dots, modules * dots), partial(_paint_code, rows, dots))


def band(name: str, lines: list[tuple[str, Face]], box: Box) -> Piece:
    """White letters in the middle of a black band, one line for each."""
    inner: list[Piece] = []
    at = box.y + BAND_EDGE
    for number, (what, face) in enumerate(lines):
        room = Box(box.x + BAND_EDGE, at, box.width - 2 * BAND_EDGE, 0)
        inner.append(text(f"{name}-{number}", what, face, room, Align.AlignHCenter, white=True))
        at = inner[-1].box.bottom
    return Piece(name, replace(box, height=at + BAND_EDGE - box.y), partial(_paint_band, tuple(inner)))


def _paint_picture(image: QImage, painter: QPainter, at: Box) -> None:
    painter.drawImage(at.x, at.y, image)


def _paint_dotted(painter: QPainter, at: Box) -> None:
    for x in range(at.x, at.right - at.height + 1, 3 * at.height):
        painter.fillRect(QRectF(x, at.y, at.height, at.height), Qt.GlobalColor.black)


def _paint_tick_box(painter: QPainter, at: Box) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(Qt.GlobalColor.black, 2, join=Qt.PenJoinStyle.MiterJoin))
    painter.drawRect(at.x + 1, at.y + 1, at.width - 2, at.height - 2)


def _paint_code(rows: tuple[bytes, ...], dots: int, painter: QPainter, at: Box) -> None:
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                left, top = at.x + (x + QUIET) * dots, at.y + (y + QUIET) * dots
                painter.fillRect(QRectF(left, top, dots, dots), Qt.GlobalColor.black)


def _paint_band(inner: tuple[Piece, ...], painter: QPainter, at: Box) -> None:
    painter.fillRect(at.rect(), Qt.GlobalColor.black)
    for piece in inner:
        piece.paint(painter, piece.box)
