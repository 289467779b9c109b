"""A window strip that draws itself to PNG files, blinks, and can be unplugged.

`DIR/<device>.png` is what it shows now: an animation where it blinks, lit when it stands still. Each new picture is
kept as `DIR/<device>-0001.png`, … While a file `DIR/<device>.unplugged` exists, the strip does not answer.
"""

import os
import re
from pathlib import Path

from PIL import Image

from hw.panel.content import StripContent, StripStatus
from hw.panel.matrix import Matrix
from hw.sim.strip_picture import led_picture

BLINK_MS = 250
"""Half a blink: 2 Hz, under the 3 Hz that can harm people."""
_BLINKS = 3


class SimStrip:
    """One strip in a folder. OSError when the folder can't be made, FontError without a Chinese font."""

    def __init__(self, folder: Path, device: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._device, self._matrix = folder, device, Matrix()
        self._count = max(
            (int(number) for number in map(self._number_of, folder.iterdir()) if number), default=0
        )

    def show(self, content: StripContent) -> StripStatus:
        """Draw it, unless the strip is unplugged."""
        status = self.probe()
        if not status.online:
            return status
        try:
            self._keep(content)
        except OSError as fault:
            return StripStatus(online=False, detail=f"the picture can't be written: {fault}")
        return status

    def probe(self) -> StripStatus:
        """Whether it is plugged in."""
        plug = self._folder / f"{self._device}.unplugged"
        if plug.exists():
            return StripStatus(online=False, detail=f"the strip does not answer ({plug} exists)")
        return StripStatus(online=True)

    def close(self) -> None:
        """Nothing is held open."""

    def _keep(self, content: StripContent) -> None:
        dots = self._matrix.draw(content)
        lit = led_picture(dots, content.tone)
        dark = led_picture(Image.new("1", dots.size), content.tone) if content.blink else None
        self._count += 1
        for name in (f"{self._device}-{self._count:04d}.png", f"{self._device}.png"):
            _write(self._folder / name, lit, dark)

    def _number_of(self, path: Path) -> str | None:
        match = re.fullmatch(re.escape(self._device) + r"-(\d{4,})\.png", path.name)
        return match[1] if match else None


def _write(path: Path, lit: Image.Image, dark: Image.Image | None) -> None:
    """Whole or not at all: who looks at the file never sees half a picture."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.part")
    if dark is None:
        lit.save(partial, "PNG")
    else:
        frames = [dark, lit] * _BLINKS
        lit.save(
            partial, "PNG", save_all=True, append_images=frames, default_image=True, duration=BLINK_MS, loop=1
        )
    partial.replace(path)
