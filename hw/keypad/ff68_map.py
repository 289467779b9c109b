"""What differs from vendor to vendor of `FF 68` pads: function bytes, keys, grades, digits. Data, never code."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hw.keypad.keymap import KeyMap, MapFile
from hw.keypad.pad import Shown

ONLY_DIGITS = 0x0A
"""A data byte below this is a digit, anything else a key."""
_GLYPHS = {**{str(digit): digit for digit in range(10)}, " ": 0x0A, "-": 0x0A}


@dataclass(frozen=True)
class Ff68Map:
    """One vendor's."""

    keys: KeyMap
    press_func: int | None = 0x01
    """The byte between a pad's address and its digits; None: there is none."""
    display_func: int = 0x02
    beep_func: int = 0x03
    rate_func: int = 0x11
    rate_answer: int = 0x01
    grades: Mapping[int, int] = field(default_factory=lambda: {n: n for n in range(1, 6)})
    """An evaluator's grade → the score, 5 the best."""
    evaluator_offset: int = 0
    layout: str = "NNN WW"
    """N a digit of the number, W of those who wait, anything else blank."""
    glyphs: Mapping[str, int] = field(default_factory=lambda: dict(_GLYPHS))

    def keyed(self, body: bytes) -> tuple[str, str] | None:
        """The key (two hex digits) and the digits before it; None if the frame is no press."""
        if self.press_func is not None:
            if body[0] != self.press_func:
                return None
            body = body[1:]
        if not body or body[-1] < ONLY_DIGITS or any(byte >= ONLY_DIGITS for byte in body[:-1]):
            return None
        return f"{body[-1]:02X}", "".join(str(byte) for byte in body[:-1])

    def display(self, shown: Shown) -> bytes:
        """A frame's body that shows this."""
        return bytes((self.display_func, *(self.glyphs.get(c, self.glyphs[" "]) for c in self._cells(shown))))

    def _cells(self, shown: Shown) -> str:
        if shown.trouble:
            return "-" * len(self.layout)
        number = _last(shown.number, self.layout.count("N"))
        waiting = "" if shown.waiting is None else str(min(shown.waiting, 10 ** self.layout.count("W") - 1))
        return _fill(_fill(self.layout, "N", number), "W", waiting)


def _last(number: str, cells: int) -> str:
    """The number's last digits: its letters are not on such a display."""
    digits = "".join(c for c in number if c.isdigit())
    return digits[-cells:] if cells else ""


def _fill(layout: str, place: str, text: str) -> str:
    """Put the text to the right within the cells of this letter."""
    rest = list(text.rjust(layout.count(place)))
    return "".join(rest.pop(0) if cell == place and rest else cell for cell in layout)


def read_map(name: str) -> Ff68Map:
    """A map that comes with the program, by its name, or one in a file. Raises MapError."""
    file = MapFile(name, "ff68")
    file.only("press_func", "display_func", "beep_func", "rate_func", "rate_answer", "grades", "evaluator_offset",
              "layout", "glyphs")  # fmt: skip
    usual = Ff68Map(KeyMap(""))
    return Ff68Map(
        keys=file.key_map(),
        press_func=None if file.table.get("press_func") == "none" else file.number("press_func", 0x01),
        display_func=file.number("display_func", usual.display_func),
        beep_func=file.number("beep_func", usual.beep_func),
        rate_func=file.number("rate_func", usual.rate_func),
        rate_answer=file.number("rate_answer", usual.rate_answer),
        grades=_grades(file) or usual.grades,
        evaluator_offset=file.number("evaluator_offset", 0, 0, 128),
        layout=_layout(file, usual.layout),
        glyphs=_GLYPHS | _bytes(file, "glyphs"),
    )


def _layout(file: MapFile, usual: str) -> str:
    layout = file.text("layout", usual)
    if not 1 <= len(layout) <= 16 or set(layout) - set("NW "):
        raise file.bad("layout", f"is {layout!r}, must be up to 16 of N, W and spaces")
    return layout


def _grades(file: MapFile) -> dict[int, int]:
    found = {}
    for grade, score in file.texts("grades").items():
        if score not in ("1", "2", "3", "4", "5"):
            raise file.bad(f'grades."{grade}"', f'is {score!r}, must be "1" to "5"')
        found[_byte(file, "grades", grade)] = int(score)
    return found


def _bytes(file: MapFile, name: str) -> dict[str, int]:
    found = {}
    for sign, code in file.texts(name).items():
        if len(sign) != 1:
            raise file.bad(f'{name}."{sign}"', "must be one letter")
        found[sign] = _byte(file, name, code)
    return found


def _byte(file: MapFile, name: str, text: str) -> int:
    try:
        value = int(text, 16)
    except ValueError:
        value = -1
    if not 0 <= value <= 255:
        raise file.bad(name, f"{text!r} is no byte; write two hex digits like 0A")
    return value
