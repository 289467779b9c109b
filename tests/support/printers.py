"""For tests of printers: a clock that runs only while somebody waits, a picture to print, and what came out."""

import random
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from hw.link import Deadline
from hw.printer import Raster


class Patience:
    """Time passes by waiting only, so that a test of time-outs takes none."""

    def __init__(self) -> None:
        self.now = 1000.0

    def deadline(self, seconds: float) -> Deadline:
        return Deadline.after(seconds, clock=lambda: self.now, sleep=self.sleep)

    def sleep(self, seconds: float) -> None:
        # Never nothing, or a loop that polls until its deadline would never get there.
        self.now += max(seconds, 0.000_1)


def noise(width: int, height: int, seed: int = 1) -> Raster:
    """Dots by chance, the first and last row black, so that nothing is trimmed and every fault shows."""
    stride = (width + 7) // 8
    spare = -width % 8
    rows = [bytearray(random.Random(f"{seed}/{y}").randbytes(stride)) for y in range(height)]
    rows[0] = rows[-1] = bytearray(b"\xff" * stride)
    for row in rows:
        row[-1] = row[-1] >> spare << spare
    return Raster(width, height, b"".join(map(bytes, rows)))


def printed(picture: Path) -> Raster:
    """A picture as dots again, read pixel by pixel and not by the way it was written."""
    with Image.open(picture) as image:
        grey = image.convert("L")
    bits = "".join("01"[p < 128] for p in grey.tobytes())
    stride = (grey.width + 7) // 8
    rows = [bits[y * grey.width :][: grey.width].ljust(stride * 8, "0") for y in range(grey.height)]
    return Raster(grey.width, grey.height, int("".join(rows), 2).to_bytes(stride * grey.height, "big"))


@dataclass(frozen=True)
class Piece:
    """A piece of paper: its rows of dots, without the white above and below."""

    rows: bytes
    partial: bool
    """Pulled off, or the rest of one that was."""


class KeptPaper:
    """The simulated printer's paper, kept in memory: a sweep over every byte draws no pictures. 576 dots wide."""

    def __init__(self) -> None:
        self._rows: list[bytes] = []
        self.cuts: list[Piece] = []

    @property
    def blank(self) -> bool:
        return not self._rows

    def row(self, dots: bytes) -> None:
        self._rows.append(dots[:72].ljust(72, b"\0"))

    def feed(self, dots: int) -> None:
        self._rows.extend([bytes(72)] * dots)

    def cut(self, partial: bool) -> Path | None:
        dots, self._rows = b"".join(self._rows), []
        raster = Raster(576, len(dots) // 72, dots).trimmed()
        if not raster.height:
            return None
        self.cuts.append(Piece(raster.data, partial))
        return Path(f"{len(self.cuts)}")

    def whole(self) -> list[bytes]:
        """The rows of each piece that was cut with its beginning on it."""
        return [piece.rows for piece in self.cuts if not piece.partial]
