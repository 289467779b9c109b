"""A slip as pieces with a place each: they can be painted all together, or one by one for a check by machine."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PIL import Image
from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QImage, QPainter

from hw.printer import Raster

THRESHOLD = 160
"""Greys darker than this become black: a little more than half, since thermal paper loses thin strokes."""


@dataclass(frozen=True)
class Box:
    """A rectangle in dots."""

    x: int
    y: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        return self.y + self.height

    @property
    def right(self) -> int:
        return self.x + self.width

    def rect(self) -> QRectF:
        """The same for Qt."""
        return QRectF(self.x, self.y, self.width, self.height)


@dataclass(frozen=True)
class Piece:
    """One thing on the slip: where it is and how it is painted there. It paints nothing outside its box."""

    name: str
    box: Box
    paint: Callable[[QPainter, Box], None]

    def down(self, dots: int) -> "Piece":
        """The same, that much lower."""
        return replace(self, box=replace(self.box, y=self.box.y + dots))


@dataclass(frozen=True)
class Page:
    """A slip: `height` is what its pieces need, margins included."""

    width: int
    height: int
    pieces: tuple[Piece, ...]

    def raster(self) -> Raster:
        """All pieces in black and white."""
        image = QImage(self.width, self.height, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece in self.pieces:
            painter.save()
            piece.paint(painter, piece.box)
            painter.restore()
        painter.end()
        return black_and_white(image)


def black_and_white(image: QImage) -> Raster:
    """Grey dots to black or white ones, without dithering: letters and codes must have clean edges."""
    bits = image.constBits()
    if bits is None:
        raise ValueError("an image without dots")
    grey = bytes(bits.asarray(image.sizeInBytes()))
    size = (image.width(), image.height())
    picture = Image.frombuffer("L", size, grey, "raw", "L", image.bytesPerLine(), 1)
    # Black is 1 on paper and 0 in a picture; the edge of a row's last byte comes out white either way.
    dots = picture.point([255 if level < THRESHOLD else 0 for level in range(256)], "1")
    return Raster(image.width(), image.height(), dots.tobytes("raw", "1"))
