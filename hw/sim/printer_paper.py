"""The simulated printer's paper: rows of dots that become a picture when they are cut off."""

from pathlib import Path
from typing import Protocol

from PIL import Image


class Paper(Protocol):
    """What hangs out of the printer, and what became of it."""

    @property
    def blank(self) -> bool:
        """Whether nothing hangs out of the printer."""

    def row(self, dots: bytes) -> None:
        """Print a row; dots beyond the paper's edge are lost, as on paper."""

    def feed(self, dots: int) -> None:
        """Move on without printing."""

    def cut(self, partial: bool) -> Path | None:
        """The piece falls off, or is pulled off before it was whole. A blank piece is not worth a picture."""


class DrawnPaper:
    """Draws each ticket to `folder`/ticket-0001.png and so on; goes on after the highest number there is."""

    def __init__(self, folder: Path, width_dots: int) -> None:
        self._folder = folder
        self._stride = (width_dots + 7) // 8
        self._width = width_dots
        self._rows: list[bytes] = []

    @property
    def blank(self) -> bool:
        return not self._rows

    def row(self, dots: bytes) -> None:
        self._rows.append(dots[: self._stride].ljust(self._stride, b"\0"))

    def feed(self, dots: int) -> None:
        self._rows.extend([bytes(self._stride)] * dots)

    def cut(self, partial: bool) -> Path | None:
        rows, self._rows = self._rows, []
        if not any(any(row) for row in rows):
            return None
        picture = Image.frombytes("1", (self._width, len(rows)), b"".join(rows), "raw", "1;I")
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"ticket-{self._next():04d}{'-partial' if partial else ''}.png"
        # Whoever watches the folder must never see half a file.
        draft = path.with_name(f".{path.name}.part")
        picture.save(draft, format="PNG")
        draft.replace(path)
        return path

    def _next(self) -> int:
        names = (
            p.stem.removesuffix("-partial").removeprefix("ticket-") for p in self._folder.glob("ticket-*.png")
        )
        return max((int(n) for n in names if n.isascii() and n.isdigit()), default=0) + 1
