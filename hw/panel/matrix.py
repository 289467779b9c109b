"""A strip's content as dots: for every panel that takes pictures, so that any script can be shown."""

from collections.abc import Sequence

from PIL import Image, ImageDraw

from hw.panel.content import Arrow, StripContent
from hw.panel.fonts import Face, find_face

_GAP = 6
_HANZI = (16, 15, 14, 12)  # sizes in dots; smaller ones can't be read
_LATIN = (14, 13, 12, 11, 10)
_ARROWS = {  # in a field of 16 x 16, for the one that points down
    Arrow.DOWN: 0,
    Arrow.LEFT: 270,
    Arrow.UP: 180,
    Arrow.RIGHT: 90,
}
_ARROW_DOWN = ((5, 0), (10, 0), (10, 7), (15, 7), (8, 15), (7, 15), (0, 7), (5, 7))


class Matrix:
    """Draws contents as black-and-white pictures (mode `1`) of `columns` x `rows` dots. FontError: no font."""

    def __init__(self, columns: int = 192, rows: int = 32) -> None:
        self._size, self._regular, self._bold = (columns, rows), find_face("regular"), find_face("bold")

    def draw(self, content: StripContent) -> Image.Image:
        """The number left, then the arrow, then the lines in what is left of the width; short contents centred."""
        parts = [part for part in (self._number(content.number), _arrow(content.arrow)) if part]
        taken = sum(part.width + _GAP for part in parts)
        if content.lines:
            parts.append(self._lines(content.lines, self._size[0] - taken))
        return _in_a_row(parts, self._size)

    def _number(self, number: str) -> Image.Image | None:
        if not number:
            return None
        columns, rows = self._size
        for size in range(rows * 4 // 3, 8, -1):
            picture = _text(number, self._bold, size)
            if picture.height <= rows - 4 and picture.width <= columns * 9 // 20:
                return picture
        return picture.crop((0, 0, columns * 9 // 20, rows))

    def _lines(self, lines: Sequence[str], width: int) -> Image.Image:
        band = self._size[1] // min(len(lines), 2)
        field = Image.new("1", (width, self._size[1]))
        for row, line in enumerate(lines[:2]):
            text = self._fitting(line, width, band)
            field.paste(text, (0, row * band + (band - text.height) // 2))
        return field.crop((0, 0, _used_width(field), field.height))

    def _fitting(self, line: str, width: int, band: int) -> Image.Image:
        sizes = _LATIN if line.isascii() else _HANZI
        for size in sizes:
            picture = _text(line, self._regular, size)
            if picture.width <= width and picture.height <= band:
                return picture
        while len(line) > 1 and picture.width > width:
            line = line[:-1]
            picture = _text(line + "…", self._regular, sizes[-1])
        return picture.crop((0, 0, min(width, picture.width), min(band, picture.height)))


def _text(raw: str, face: Face, size: int) -> Image.Image:
    font = face.at(size)
    text = "".join(sign if sign.isprintable() else " " for sign in raw)
    left, top, right, bottom = font.getbbox(text, mode="1")
    picture = Image.new("1", (max(1, int(right - left)), max(1, int(bottom - top))))
    pen = ImageDraw.Draw(picture)
    pen.fontmode = "1"
    pen.text((-left, -top), text, font=font, fill=1)
    return picture


def _arrow(arrow: Arrow) -> Image.Image | None:
    if arrow is Arrow.NONE:
        return None
    picture = Image.new("1", (16, 16))
    ImageDraw.Draw(picture).polygon(_ARROW_DOWN, fill=1)
    return picture.rotate(_ARROWS[arrow])


def _in_a_row(parts: Sequence[Image.Image], size: tuple[int, int]) -> Image.Image:
    whole = Image.new("1", size)
    at = max(0, (size[0] - sum(part.width for part in parts) - _GAP * (len(parts) - 1)) // 2)
    for part in parts:
        whole.paste(part, (at, (size[1] - part.height) // 2))
        at += part.width + _GAP
    return whole


def _used_width(picture: Image.Image) -> int:
    box = picture.getbbox()
    return box[2] if box else 1
