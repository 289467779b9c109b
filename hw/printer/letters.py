"""The letters in a Chinese printer's font: ASCII, and what GB18030 writes in two bytes.

Source: GB 18030, the two-byte area (GBK). What it writes in four bytes (rare Hanzi, Uyghur, Tibetan) is in no printer's
font; nor is the user-defined area, which decodes to private code points.
"""

import unicodedata

_ALIKE = str.maketrans({"\u00a0": " ", "\u2002": " ", "\u2013": "-", "\u2212": "-"})
"""Spaces and dashes that a printer has in another width or not at all."""


def plain(words: str) -> str:
    """The same in letters a printer has, as far as that changes nothing of the meaning."""
    return words.translate(_ALIKE)


def printable(words: str) -> bool:
    """Whether every letter is in the font."""
    return all(_has(letter) for letter in words)


def columns(words: str) -> int:
    """Cells these letters take: one for ASCII, two for a Chinese one."""
    return sum(1 if letter.isascii() else 2 for letter in words)


def encoded(words: str) -> bytes:
    """The bytes of printable letters, ASCII as it is; each Chinese stretch between FS & and FS .

    FS & because Japanese printers start without; FS . because after it a code page's bytes are letters again,
    whoever prints next. Raises ValueError for a letter that is in no font.
    """
    out = bytearray()
    inside = False
    for letter in words:
        if not _has(letter):
            raise ValueError(f"no printer's font has {letter!r}")
        if (not letter.isascii()) is not inside:
            inside = not inside
            out += CHINESE_ON if inside else CHINESE_OFF
        out += letter.encode("gb18030")
    return bytes(out + (CHINESE_OFF if inside else b""))


CHINESE_ON = b"\x1c&"
CHINESE_OFF = b"\x1c."


def _has(letter: str) -> bool:
    if letter.isascii():
        return letter.isprintable()
    try:
        size = len(letter.encode("gb18030"))
    except UnicodeEncodeError:
        return False
    return size == 2 and unicodedata.category(letter) != "Co"
