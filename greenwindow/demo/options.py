"""What `greenwindow demo` was asked for, checked."""

from dataclasses import dataclass
from pathlib import Path

from greenwindow.arrivals import Arrival


@dataclass(frozen=True)
class Options:
    """A morning to be played."""

    hall_file: bytes
    arrivals: tuple[Arrival, ...]
    out: Path
    seconds: float
    """The whole run, from the first process to the summary."""
    speed: float | None
    """Hall seconds in a real one; None: so that the morning fits."""
    on_screen: bool
    home: Path = Path()
    """The hall file's folder."""

    @property
    def span_s(self) -> float:
        """Hall seconds from the first resident to the last."""
        return float(self.arrivals[-1].seconds - self.arrivals[0].seconds)
