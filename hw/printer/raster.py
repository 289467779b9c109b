"""A picture in black and white dots, the only thing a printer is asked to print."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Raster:
    """`height` rows of `stride` bytes each, the leftmost dot in the highest bit, 1 is black.

    Dots right of `width` in a row's last byte must be 0. Raises ValueError when the figures don't fit.
    """

    width: int
    height: int
    data: bytes

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 0 or len(self.data) != self.stride * self.height:
            raise ValueError(f"{self.width}x{self.height} dots do not fit {len(self.data)} bytes")
        spare = (1 << (-self.width % 8)) - 1
        if spare and any(last & spare for last in self.data[self.stride - 1 :: self.stride]):
            raise ValueError("black dots right of the picture's edge")

    @property
    def stride(self) -> int:
        """Bytes a row."""
        return (self.width + 7) // 8

    def rows(self) -> Iterator[bytes]:
        """Each row, from the top."""
        return (self.data[at : at + self.stride] for at in range(0, len(self.data), self.stride))

    def trimmed(self) -> "Raster":
        """Without the white rows above the first black dot and below the last: they only cost paper."""
        kept = self.data.rstrip(b"\0")
        bottom = -(-len(kept) // self.stride)
        top = (len(kept) - len(kept.lstrip(b"\0"))) // self.stride
        return Raster(self.width, bottom - top, self.data[top * self.stride : bottom * self.stride])
