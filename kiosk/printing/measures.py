"""Sizes in dots for a paper's width. 8 dots are 1 mm at 203 dpi."""

from dataclasses import dataclass

from kiosk.printing.lines import Face


@dataclass(frozen=True)
class Measures:
    """One type scale and one spacing for the whole slip."""

    margin: int
    space: int
    """Between two parts, on each side of the line between them."""
    code_room: int
    number: int
    """How high the digits of the number are: at least 96, which is 12 mm."""
    hall: Face
    figure: Face
    body: Face
    strong: Face
    label: Face
    note: Face
    small: Face
    shout: Face


WIDE = Measures(
    margin=20,
    space=14,
    code_room=205,
    number=132,
    hall=Face(32, bold=True),
    figure=Face(48, bold=True),
    body=Face(26),
    strong=Face(29, bold=True),
    label=Face(22, bold=True),
    note=Face(23),
    small=Face(20),
    shout=Face(38, bold=True),
)

NARROW = Measures(
    margin=10,
    space=12,
    code_room=172,
    number=108,
    hall=Face(28, bold=True),
    figure=Face(42, bold=True),
    body=Face(24),
    strong=Face(25, bold=True),
    label=Face(21, bold=True),
    note=Face(21),
    small=Face(19),
    shout=Face(32, bold=True),
)


def measures(width: int) -> Measures:
    """For 80 mm paper (512 or 576 dots), or for narrower."""
    return WIDE if width >= 480 else NARROW
