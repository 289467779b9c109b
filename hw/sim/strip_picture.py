"""How a strip of LEDs looks: round dots on a black board, glowing where they are lit."""

from PIL import Image, ImageDraw, ImageFilter

from hw.panel.content import Tone

_DOT = 6  # pixels from dot to dot
_FRAME = 12
_BOARD, _DARK, _EDGE = (8, 9, 11), (26, 27, 30), (38, 40, 45)
_LIT = {Tone.CALL: (255, 176, 32), Tone.REST: (64, 236, 120)}


def led_picture(dots: Image.Image, tone: Tone) -> Image.Image:
    """`dots` (mode `1`) as a photograph of a strip would show them."""
    size = (dots.width * _DOT, dots.height * _DOT)
    lamp = _lamps(dots.size)
    lit = Image.composite(lamp, Image.new("L", size), dots.resize(size, Image.Resampling.NEAREST))
    board = Image.composite(Image.new("RGB", size, _DARK), Image.new("RGB", size, _BOARD), lamp)
    glow = lit.filter(ImageFilter.GaussianBlur(_DOT * 0.8)).point(lambda level: level * 0.45)
    for light in (glow, lit):
        board = Image.composite(Image.new("RGB", size, _LIT[tone]), board, light)
    return _framed(board)


def _lamps(dots: tuple[int, int]) -> Image.Image:
    # Drawn four times as large and reduced: the only anti-aliasing an ellipse gets.
    large = Image.new("L", (_DOT * 4, _DOT * 4))
    ImageDraw.Draw(large).ellipse((2, 2, _DOT * 4 - 4, _DOT * 4 - 4), fill=255)
    one = large.resize((_DOT, _DOT), Image.Resampling.LANCZOS)
    row = Image.new("L", (dots[0] * _DOT, _DOT))
    for column in range(dots[0]):
        row.paste(one, (column * _DOT, 0))
    whole = Image.new("L", (dots[0] * _DOT, dots[1] * _DOT))
    for line in range(dots[1]):
        whole.paste(row, (0, line * _DOT))
    return whole


def _framed(board: Image.Image) -> Image.Image:
    picture = Image.new("RGB", (board.width + 2 * _FRAME, board.height + 2 * _FRAME), _EDGE)
    picture.paste(board, (_FRAME, _FRAME))
    return picture
