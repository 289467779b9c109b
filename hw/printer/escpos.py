"""ESC/POS, the way there: bytes that make a receipt printer print, cut and answer. Pure; no device here.

Source: facts of Epson's ESC/POS command reference. Why these bytes are our own: docs/decisions/0010.
"""

from collections.abc import Iterator

from hw.printer.raster import Raster

INIT = b"\x1b@"
"""ESC @: settings as after power on; ends automatic status too. Paper and bytes received stay as they are."""

AUTO_STATUS_ON = b"\x1da\xff"
"""GS a 255: four bytes at once and at every change."""

AUTO_STATUS_OFF = b"\x1da\x00"

CUT = b"\x1dVB\x18"
"""GS V 66 24: feed the last dots past the knife and 24 more (3 mm), then cut all but a tab."""

ASK_PAPER = b"\x1dr\x01"
"""GS r 1: one byte back, in order: it comes when everything before was worked off."""

NOTHING = bytes(16)
"""NUL is skipped between commands, and completes whatever command a host that broke off left half sent."""

BAND_BYTES = 4096
"""Dots of one raster command, at most: what an interrupted command can still swallow stays short."""

STATUS_KINDS = (1, 2, 3, 4)
"""What DLE EOT can be asked: printer, offline cause, error cause, paper."""


def ask_status(kind: int) -> bytes:
    """DLE EOT `kind`, one of STATUS_KINDS: answered at once, past everything that waits. Never inside a command."""
    return bytes((0x10, 0x04, kind))


def ask_done(mark: bytes) -> bytes:
    """GS ( H, function 48: the printer sends `mark` (4 bytes, 20h to 7Eh) back once all before it is printed."""
    if len(mark) != 4 or not all(0x20 <= b <= 0x7E for b in mark):
        raise ValueError(f"a mark is 4 printable ASCII bytes, not {mark!r}")
    return b"\x1d(H\x06\x00\x30\x30" + mark


def picture(raster: Raster) -> Iterator[bytes]:
    """GS v 0, in bands of at most BAND_BYTES: the whole raster, row by row from the top."""
    rows_a_band = max(1, BAND_BYTES // raster.stride)
    for top in range(0, raster.height, rows_a_band):
        rows = min(rows_a_band, raster.height - top)
        size = raster.stride.to_bytes(2, "little") + rows.to_bytes(2, "little")
        yield b"\x1dv0\x00" + size + raster.data[top * raster.stride : (top + rows) * raster.stride]
