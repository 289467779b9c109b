"""Where spoken announcements are kept, for whoever wants to hear them later."""

import re
import shutil
from pathlib import Path


class Shelf:
    """A folder of `NNNN-<name>.wav`, numbered on from what is there. OSError when it can't be made."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        taken = (re.match(r"(\d{4,})-", path.name) for path in folder.glob("*.wav"))
        self._last = max((int(match[1]) for match in taken if match), default=0)

    def keep(self, sound: Path, name: str) -> Path:
        """Copy the WAV here under the next number. Raises OSError."""
        self._last += 1
        path = self._folder / f"{self._last:04d}-{name}.wav"
        partial = path.with_suffix(".part")
        shutil.copyfile(sound, partial)
        return partial.replace(path)
