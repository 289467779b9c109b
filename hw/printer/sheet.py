"""What a printer is given: a picture of the whole paper, or for slow lines a text in the printer's own letters."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from hw.printer.raster import Raster

Mode = Literal["raster", "text"]

CELL = (12, 24)
"""Dots of a Latin letter of the printer's font A, across and down; a Chinese one is twice as wide."""


@dataclass(frozen=True)
class Profile:
    """How this printer wants its papers."""

    width_dots: int = 576
    mode: Mode = "raster"
    own_code: bool = True
    """In text mode: whether it draws QR codes itself (GS ( k). Many clones print the command as letters instead."""

    @property
    def columns(self) -> int:
        """Latin letters on a line."""
        return self.width_dots // CELL[0]


@dataclass(frozen=True)
class Style:
    """How letters stand: so many times as wide and as high (1 to 8), heavier, white on black."""

    wide: int = 1
    high: int = 1
    bold: bool = False
    white: bool = False

    def __post_init__(self) -> None:
        if not (1 <= self.wide <= 8 and 1 <= self.high <= 8):
            raise ValueError(f"letters {self.wide} by {self.high} times as large; 1 to 8 is possible")


PLAIN = Style()


@dataclass(frozen=True)
class Run:
    """Letters in one style. All of them must be `hw.printer.letters.printable`."""

    words: str
    style: Style = PLAIN


class Side(IntEnum):
    """Where a line stands; the figures are ESC a's."""

    LEFT = 0
    MIDDLE = 1
    RIGHT = 2


@dataclass(frozen=True)
class Line:
    """One line of the printer's own letters; nobody breaks it, so it must fit."""

    runs: tuple[Run, ...]
    side: Side = Side.LEFT

    @property
    def high(self) -> int:
        """How many times as high as a usual letter its highest is."""
        return max((run.style.high for run in self.runs), default=1)


@dataclass(frozen=True)
class Gap:
    """White, in dots."""

    dots: int


@dataclass(frozen=True)
class Symbol:
    """A QR code that the printer draws itself, in the middle; `module` dots a module."""

    data: str
    module: int = 4


@dataclass(frozen=True)
class TextSheet:
    """A paper as lines, with pictures where the printer has no letters. `Raster`s stand at the left edge."""

    width: int
    parts: tuple[Line | Gap | Symbol | Raster, ...]


Sheet = Raster | TextSheet
