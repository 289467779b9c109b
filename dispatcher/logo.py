"""The hall's logo, beside the hall file: read, checked, and made a small black-and-white picture for the catalog."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from hall.plan import Plan, PlanError, PlanFault

WIDEST, HIGHEST = 360, 200
"""Dots, 8 to the millimetre: what fits on the narrowest paper and leaves it to the number."""

MAX_FILE_BYTES = 1_000_000
_KEY = "paper.logo"


def logo_path(plan: Plan, hall_file: Path) -> Path | None:
    """Where it is: beside the hall file, unless the hall file gives a whole path."""
    return hall_file.parent / plan.paper.logo if plan.paper.logo is not None else None


def read_logo(plan: Plan, hall_file: Path) -> str:
    """The logo as a PNG of black and white dots, in base64; "" where the hall has none. Raises PlanError."""
    path = logo_path(plan, hall_file)
    if path is None:
        return ""
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise _fault(f"{path} cannot be read: {fault.strerror or fault}; put the picture there") from fault
    if len(data) > MAX_FILE_BYTES:
        raise _fault(f"{path} has {len(data)} bytes, at most {MAX_FILE_BYTES} are allowed; make it smaller")
    return b64encode(_black_and_white(path, data)).decode()


def _black_and_white(path: Path, data: bytes) -> bytes:
    try:
        with Image.open(BytesIO(data), formats=("PNG",)) as image:
            _must_fit(path, image.size)
            whole = image.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        raise _fault(f"{path} is not a PNG picture; save it as one") from fault
    paper = Image.new("RGBA", whole.size, "white")
    paper.alpha_composite(whole)
    dots = paper.convert("L").point([255 if level >= 128 else 0 for level in range(256)], "1")
    out = BytesIO()
    dots.save(out, format="PNG", optimize=True)
    return out.getvalue()


def _must_fit(path: Path, size: tuple[int, int]) -> None:
    wide, high = size
    if wide > WIDEST or high > HIGHEST:
        words = (
            f"{path} is {wide} by {high} dots, at most {WIDEST} by {HIGHEST} fit on a ticket; make it smaller"
        )
        raise _fault(words)


def _fault(words: str) -> PlanError:
    return PlanError((PlanFault(_KEY, words),))
