"""Numbers as people hear them: ticket digits one by one, counters as numbers, the rest spelled."""

from collections.abc import Sequence

_ZH = "零一二三四五六七八九"
_EN_LOW = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_EN_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_EN = _EN_LOW + _EN_TEENS
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
LARGEST = 9999
"""Above this a number is spelled: no hall has so many counters, and it would only be misheard."""


def zh_number(value: int) -> str:
    """`12` → 十二, `305` → 三百零五. 0 … 9999, else ValueError."""
    _check(value)
    if value < 10:
        return _ZH[value]
    text = ""
    for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // power % 10
        if digit:
            text += _ZH[digit] + unit
        elif text and not text.endswith("零"):
            text += "零"
    text = text.rstrip("零")
    return text.removeprefix("一") if value < 20 else text


def en_number(value: int) -> str:
    """`12` → twelve, `305` → three hundred and five. 0 … 9999, else ValueError."""
    _check(value)
    if value < 20:
        return _EN[value]
    if value < 100:
        return f"{_EN_TENS[value // 10]} {_EN[value % 10]}".removesuffix(" zero")
    power, unit = (1000, "thousand") if value >= 1000 else (100, "hundred")
    head, rest = f"{en_number(value // power)} {unit}", value % power
    joint = " and " if rest < 100 else " "
    return f"{head}{joint}{en_number(rest)}" if rest else head


def zh_spelled(text: str) -> str:
    """`A012` → `A 零一二`: letters apart, digits one by one, everything else is silence."""
    return " ".join(_zh_runs(text))


def _zh_runs(text: str) -> Sequence[str]:
    runs: list[str] = []
    for sign in _signs(text):
        if sign.isdigit() and runs and runs[-1][0] in _ZH:
            runs[-1] += _ZH[int(sign)]
        else:
            runs.append(_ZH[int(sign)] if sign.isdigit() else sign)
    return runs


def en_spelled(text: str) -> str:
    """`A012` → `A, zero one two`. The comma keeps an engine from reading the letter A as the article."""
    words = [_EN[int(sign)] if sign.isdigit() else f"{sign}," for sign in _signs(text)]
    return " ".join(words).removesuffix(",")


def zh_counter(counter: str) -> str:
    """A counter's id as it is said: `12` → 十二, `C3` → C 三."""
    return zh_number(int(counter)) if _is_number(counter) else zh_spelled(counter)


def en_counter(counter: str) -> str:
    """A counter's id as it is said: `12` → twelve, `C3` → C, three."""
    return en_number(int(counter)) if _is_number(counter) else en_spelled(counter)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and int(text) <= LARGEST


def _signs(text: str) -> list[str]:
    return [sign for sign in text.upper() if sign.isascii() and sign.isalnum()]


def _check(value: int) -> None:
    if not 0 <= value <= LARGEST:
        raise ValueError(f"{value}: 0 to {LARGEST} can be said")
