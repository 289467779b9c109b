"""The font a strip is drawn with: found through fontconfig, and refused where it has no Chinese."""

import subprocess
from dataclasses import dataclass

from PIL import ImageFont

FAMILY = "Noto Sans CJK SC"


class FontError(Exception):
    """There is no font to draw with; the text says what to install."""


@dataclass(frozen=True, slots=True)
class Face:
    """A face in a font file."""

    path: str
    index: int

    def at(self, size: int) -> ImageFont.FreeTypeFont:
        """The face at `size` dots."""
        return ImageFont.truetype(self.path, size, index=self.index)


def find_face(weight: str = "regular", program: str = "fc-match") -> Face:
    """The Chinese face of this weight (`regular`, `bold`). Raises FontError."""
    wanted = f"{FAMILY}:lang=zh-cn:{weight}"
    try:
        done = subprocess.run(
            [program, "-f", "%{file}\n%{index}\n%{lang}", wanted],
            capture_output=True, text=True, timeout=10, check=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError) as fault:
        raise FontError(f"fonts: {program} can't be asked ({fault}); install fontconfig") from fault
    path, index, languages = done.stdout.split("\n")
    # fontconfig always answers something; only the languages say whether it will do.
    if "zh-cn" not in languages.split("|"):
        raise FontError(f"fonts: no Chinese font here (best is {path}); install fonts-noto-cjk")
    return Face(path, int(index))
