"""Text on the simulated printer: its own letters, sizes, white on black, the middle, QR codes, as dots on paper.

It reads and draws with nothing of the driver's: another reader of the commands, another table of letters.
"""

from dataclasses import dataclass, replace
from functools import cache, lru_cache

import segno
from PIL import Image, ImageChops, ImageDraw, ImageFont

from hw.panel.fonts import FontError, find_face

ASCII_DOTS, CHINESE_DOTS, HIGH = 12, 24, 24
_USUAL_SPACING = 30


@dataclass(frozen=True)
class Setting:
    """A command that changes how the following text stands: its name as manuals write it, and its figure."""

    name: str
    value: int = 0


@dataclass(frozen=True)
class EndLine:
    """LF"""


@dataclass(frozen=True)
class CodePart:
    """GS ( k: one function of a QR code."""

    function: int
    data: bytes


_WITH_FIGURE = {b"\x1ba": "ESC a", b"\x1b3": "ESC 3", b"\x1bE": "ESC E", b"\x1dB": "GS B", b"\x1d!": "GS !"}
_ALONE = {b"\x1c&": "FS &", b"\x1c.": "FS .", b"\x1b2": "ESC 2"}


def read_text(buffer: bytes | bytearray) -> tuple[int, Setting | CodePart | None]:
    """Bytes used and the command at the buffer's start; (0, None) if there is none of text's, or not whole yet."""
    head = bytes(buffer[:2])
    if head in _ALONE:
        return 2, Setting(_ALONE[head])
    if head in _WITH_FIGURE and len(buffer) > 2:
        return 3, Setting(_WITH_FIGURE[head], buffer[2])
    if bytes(buffer[:3]) == b"\x1d(k" and len(buffer) >= 5:
        size = 5 + buffer[3] + 256 * buffer[4]
        if len(buffer) >= size >= 7:
            return size, CodePart(buffer[6], bytes(buffer[7:size]))
    return 0, None


@dataclass(frozen=True)
class _Style:
    wide: int = 1
    high: int = 1
    bold: bool = False
    white: bool = False


class TextHead:
    """Keeps how text stands and the line that is coming together; gives rows of dots when it ends."""

    def __init__(self, width: int, *, chinese: bool) -> None:
        """`chinese`: whether it starts with Chinese letters on, as most printers sold in China do."""
        self._width = width
        self._starts_chinese = chinese
        self.reset()

    def reset(self) -> None:
        """ESC @: a line not printed yet is gone."""
        self._style = _Style()
        self._align = 0
        self._spacing = _USUAL_SPACING
        self._chinese = self._starts_chinese
        self._lead = b""
        self._cells: list[Image.Image] = []
        self._code = b""
        self._module, self._level = 3, "l"

    def set(self, to: Setting) -> None:
        """Change how text stands from here on."""
        match to.name:
            case "FS &" | "FS .":
                self._chinese = to.name == "FS &"
            case "ESC a":
                self._align = to.value % 3
            case "ESC 3":
                self._spacing = to.value
            case "ESC 2":
                self._spacing = _USUAL_SPACING
            case "ESC E":
                self._style = replace(self._style, bold=bool(to.value & 1))
            case "GS B":
                self._style = replace(self._style, white=bool(to.value & 1))
            case "GS !":
                self._style = replace(self._style, wide=(to.value >> 4 & 7) + 1, high=(to.value & 7) + 1)

    def letter(self, byte: int) -> list[bytes]:
        """One more byte of text; the rows of a line that is full by it."""
        pair, self._lead = self._lead + bytes((byte,)), b""
        if self._chinese and len(pair) == 1 and 0x81 <= byte <= 0xFE:
            self._lead = pair
            return []
        cell = _cell(_read(pair), CHINESE_DOTS if len(pair) == 2 else ASCII_DOTS, self._style)
        full = self._line_width() + cell.width > self._width
        rows = self.end_line() if full and self._cells else []
        self._cells.append(cell)
        return rows

    def end_line(self, *, feed: bool = True) -> list[bytes]:
        """The rows of the line; a line of nothing is white. `feed` False: nothing if there is nothing."""
        cells, self._cells, self._lead = self._cells, [], b""
        if not cells and not feed:
            return []
        tallest = max((cell.height for cell in cells), default=0)
        high = max(self._spacing, tallest)
        picture = Image.new("1", (self._width, high), 0)
        at = self._start(sum(cell.width for cell in cells))
        for cell in cells:
            picture.paste(cell, (at, tallest - cell.height))
            at += cell.width
        return _rows(picture)

    def code(self, part: CodePart) -> list[bytes]:
        """A function of the QR code; the rows when it is to be printed."""
        match part.function, part.data:
            case 67, data:
                self._module = data[0]
            case 69, data:
                self._level = "lmqh"[(data[0] - 48) % 4]
            case 80, data:
                self._code = data[1:]
            case 81, _ if self._code:
                matrix = segno.make(self._code.decode(), error=self._level, micro=False).matrix
                return self._symbol(tuple(bytes(row) for row in matrix))
        return []

    def _symbol(self, matrix: tuple[bytes, ...]) -> list[bytes]:
        size = len(matrix)
        small = Image.frombytes(
            "L", (size, size), b"".join(bytes(255 * dark for dark in row) for row in matrix)
        )
        large = small.convert("1").resize((size * self._module,) * 2, Image.Resampling.NEAREST)
        picture = Image.new("1", (self._width, large.height), 0)
        picture.paste(large, (self._start(large.width), 0))
        return _rows(picture)

    def _start(self, wide: int) -> int:
        return max(0, self._width - wide) * self._align // 2

    def _line_width(self) -> int:
        return sum(cell.width for cell in self._cells)


def _read(letters: bytes) -> str:
    """What the byte or two stand for; without Chinese on, a byte over 7Fh is the code page's (437)."""
    if len(letters) == 1:
        return letters.decode("cp437")
    return letters.decode("gb18030", errors="replace")[:1]


def _rows(picture: Image.Image) -> list[bytes]:
    data, stride = picture.tobytes(), (picture.width + 7) // 8
    return [data[at : at + stride] for at in range(0, len(data), stride)]


@lru_cache(maxsize=4096)
def _cell(letter: str, wide: int, style: _Style) -> Image.Image:
    cell = Image.new("1", (wide, HIGH), 0)
    draw = ImageDraw.Draw(cell)
    for shift in (0, 1) if style.bold else (0,):
        draw.text((wide / 2 + shift, HIGH - 4), letter, fill=255, font=_font(), anchor="ms")
    large = cell.resize((wide * style.wide, HIGH * style.high), Image.Resampling.NEAREST)
    return ImageChops.invert(large) if style.white else large


@cache
def _font() -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The face with half-width Latin letters in the file of the Chinese font; without that file Pillow's own."""
    try:
        face = find_face()
    except FontError:
        return ImageFont.load_default(22)
    for index in range(20):
        try:
            font = ImageFont.truetype(face.path, 23, index=index)
        except OSError:
            break
        if font.getname()[0] == "Noto Sans Mono CJK SC":
            return font
    return face.at(22)
