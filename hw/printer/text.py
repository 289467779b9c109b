"""ESC/POS for a text: letters, sizes, white on black, the middle, QR codes; pictures between them. Pure.

Source: facts of Epson's ESC/POS command reference; `GS !` because `ESC !` sizes only ASCII on many printers.
"""

from collections.abc import Iterator

from hw.printer import escpos
from hw.printer.letters import encoded
from hw.printer.raster import Raster
from hw.printer.sheet import CELL, PLAIN, Gap, Line, Run, Sheet, Style, Symbol

_LEADING = 8
"""White between two lines, in dots."""

_LOWEST_QUIET = 4
"""Modules of white over and under a code."""


def bands(sheet: Sheet) -> Iterator[bytes]:
    """A paper's bytes, in pieces that end between commands; a host may break off only there."""
    if isinstance(sheet, Raster):
        yield from escpos.picture(sheet)
        return
    for part in sheet.parts:
        match part:
            case Raster():
                yield from escpos.picture(part)
            case Line():
                yield _line(part)
            case Gap(dots):
                yield _feed(dots)
            case Symbol():
                yield _symbol(part)


def size(sheet: Sheet) -> int:
    """Bytes on the way to the printer."""
    return len(sheet.data) if isinstance(sheet, Raster) else sum(map(len, bands(sheet)))


def trimmed(sheet: Sheet) -> Sheet:
    """Without the white above and below, which costs only paper."""
    return sheet.trimmed() if isinstance(sheet, Raster) else sheet


def _line(line: Line) -> bytes:
    start = b"\x1ba" + bytes((line.side,)) if line.side else b""
    end = b"\x1ba\x00" if line.side else b""
    letters = b"".join(map(_run, line.runs))
    return start + b"\x1b3" + bytes((min(255, line.high * CELL[1] + _LEADING),)) + letters + b"\n" + end


def _run(run: Run) -> bytes:
    on, off = _style(run.style), _style(PLAIN)
    return (on if on != off else b"") + encoded(run.words) + (off if on != off else b"")


def _style(style: Style) -> bytes:
    size = (style.wide - 1) << 4 | (style.high - 1)
    return b"\x1d!" + bytes((size,)) + b"\x1bE" + bytes((style.bold,)) + b"\x1dB" + bytes((style.white,))


def _feed(dots: int) -> bytes:
    return b"".join(b"\x1bJ" + bytes((min(255, dots - done),)) for done in range(0, dots, 255))


def _symbol(symbol: Symbol) -> bytes:
    """GS ( k: model 2, module size, correction M, store, print (functions 65, 67, 69, 80, 81)."""
    functions = (b"A2\0", b"C" + bytes((symbol.module,)), b"E1", b"P0" + symbol.data.encode(), b"Q0")
    code = b"".join(
        b"\x1d(k" + (len(function) + 1).to_bytes(2, "little") + b"1" + function for function in functions
    )
    white = _feed(_LOWEST_QUIET * symbol.module)
    return b"\x1ba\x01" + white + code + white + b"\x1ba\x00"
